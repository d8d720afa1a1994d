//! Here is the machine's clock, give me the day at the wards.

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Returns the day in Japan, wherever the program runs.
pub fn today() -> Date {
    // Japan has one time and no summer time.
    jiff::Timestamp::now().to_zoned(TimeZone::fixed(jiff::tz::offset(9))).date()
}
