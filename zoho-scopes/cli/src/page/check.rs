//! What is wrong with a list, and where.

use serde::Serialize;
use zoho_scopes::{Entry, Policy, Report, ScopeSet};

use super::{api_error::ApiError, known::Known};

/// A list that was checked as people paste it, over-broad scopes reported.
#[derive(Serialize)]
pub(super) struct Checked<'a> {
    report: Report<'a>,
    /// The list with all that is certain applied.
    fixed: String,
    /// What is known of it, in wire form.
    entries: Vec<String>,
    /// The error of an API, where the text is one and holds no scope.
    #[serde(rename = "apiError")]
    api_error: Option<ApiError>,
}

pub(super) fn check<'a>(known: &Known, text: &'a str) -> Checked<'a> {
    let report = known.catalogue.validate(text, &Policy::LAX.over_broad(true));
    let entries = recognised(&report).iter().map(|entry| entry.as_str().to_owned()).collect();
    let api_error = if report.items().is_empty() { ApiError::of(text) } else { None };
    Checked { fixed: report.apply_fixes(), entries, api_error, report }
}

/// Those of some texts that are known.
pub(super) fn set(known: &Known, entries: &[String]) -> ScopeSet {
    recognised(&known.catalogue.validate(&entries.join(","), &Policy::GRANTED))
}

/// The entries that are scopes, or text that a pattern admits.
fn recognised(report: &Report<'_>) -> ScopeSet {
    report.to_set().iter().filter(|entry| !matches!(entry, Entry::Unknown(_))).collect()
}
