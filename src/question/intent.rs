//! What is wanted of a measure.

use serde::{Deserialize, Serialize};

/// What a question wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Money.
    Budget,
    /// The change from the year before.
    Compare,
    /// Whom to ask.
    Contact,
    /// What was done.
    Results,
    /// What is to be reached.
    Target,
    /// What the document marks as changed.
    Changes,
    /// The most, the least, the biggest rise or fall.
    Ranking,
    /// The sum, the number.
    Total,
    /// One beside another.
    Versus,
}

/// A detail that a resident needs and a policy document seldom holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Slot {
    /// An amount of money.
    Budget,
    /// A telephone number or department.
    Contact,
    /// A day, a time, a period.
    Time,
    /// A place, an address.
    Place,
    /// Documents to bring, things needed.
    Documents,
    /// How to apply.
    Procedure,
    /// Who is entitled.
    Eligibility,
    /// What a person pays or gets.
    Price,
    /// Results, a count.
    Results,
    /// The state to be reached.
    Target,
    /// Marked changes.
    Changes,
    /// A list of places or people.
    List,
}
