//! Text as data: normal forms, numerals, eras, truncation. Pure functions, no dictionary.

mod era;
mod likeness;
mod normalize;

pub use era::{Era, FiscalYear, find_years};
pub use likeness::likeness;
pub use normalize::{fold, squeeze, truncate};
