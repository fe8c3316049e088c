//! What is wrong with a list, and where.

use serde::Serialize;

use super::Page;
use crate::{Entry, Policy, Report, ScopeSet};

/// A list that was checked as people paste it, over-broad scopes told.
#[derive(Serialize)]
pub(super) struct Checked<'a> {
    report: Report<'a>,
    /// The list with all that is certain applied.
    fixed: String,
    /// What is known of it, in wire form.
    entries: Vec<String>,
}

impl Page {
    pub(super) fn check<'a>(&self, text: &'a str) -> Checked<'a> {
        let report = self.catalogue.validate(text, &Policy::LAX.over_broad(true));
        let entries = known(&report).entries().map(|entry| entry.as_str().to_owned()).collect();
        Checked { fixed: report.apply_fixes(), entries, report }
    }
}

/// The entries that are scopes, or text that a pattern admits.
pub(super) fn known(report: &Report<'_>) -> ScopeSet {
    report.to_set().entries().filter(|entry| !matches!(entry, Entry::Unknown(_))).collect()
}
