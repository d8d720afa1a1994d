//! The seeds as they are read, whole.

use super::{SEEDS, render, seed};

#[test]
fn seeds() {
    for id in SEEDS {
        insta::assert_snapshot!(id, render(&seed(id)));
    }
}
