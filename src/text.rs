//! Text as data: normal forms, numerals, eras, truncation. Pure functions, no dictionary.

mod era;
mod names;
mod normalize;

pub use era::{Era, FiscalYear, find_years};
pub use names::Names;
pub use normalize::{fold, squeeze, truncate};
