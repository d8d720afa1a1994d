//! An entry in the making.

use super::contact::ContactLine;
use super::heading::{Class, Frame};
use crate::model::{Budget, FiscalYear};

/// An entry in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) class: Option<Class>,
    pub(super) frame: Option<(Frame, &'static str)>,
    pub(super) parent: Option<usize>,
    pub(super) number: String,
    /// Strategy and row, or issue: what ids and relations go by.
    pub(super) number_path: String,
    pub(super) printed: String,
    pub(super) title: String,
    pub(super) body: Vec<String>,
    pub(super) target: Vec<String>,
    pub(super) results: Vec<String>,
    pub(super) results_year: Option<FiscalYear>,
    pub(super) changes: Vec<String>,
    pub(super) budgets: Vec<Budget>,
    /// Year and word that the heading gives for all amounts below it: 令和4年度の決算額.
    pub(super) amounts_of: Option<(FiscalYear, &'static str)>,
    pub(super) contact: Option<ContactLine>,
    pub(super) group: String,
    pub(super) is_row: bool,
    pub(super) is_overview_line: bool,
    pub(super) echo_of: Option<usize>,
    pub(super) has_echo: bool,
    pub(super) lines: Lines0,
}

/// First and last source line; zero while there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines0(pub(super) u32, pub(super) u32);

impl Draft {
    pub(super) fn take_line(&mut self, number: u32) {
        if self.lines.0 == 0 {
            self.lines.0 = number;
        }
        self.lines.1 = self.lines.1.max(number);
    }
}
