//! What is wrong with the lists of a text, and where.

use serde::Serialize;
use zoho_scopes::{
    Entry, Policy, Report, ScopeSet,
    report::{Diagnostic, Suggestion},
};
use zoho_scopes_data::classify::{applied, certain};

use super::{api_error::ApiError, known::Known};

/// The lists of a text, checked as people paste them, over-broad scopes reported.
#[derive(Serialize)]
pub(super) struct Checked<'a> {
    lists: Vec<CheckedList<'a>>,
    /// The text with all that is certain applied.
    fixed: String,
    /// What is known of the lists, in wire form.
    entries: Vec<String>,
    /// The error of an API, where the text is one and holds no scope.
    #[serde(rename = "apiError")]
    api_error: Option<ApiError>,
}

#[derive(Serialize)]
struct CheckedList<'a> {
    /// Where the input of the report begins in the text, in bytes.
    start: usize,
    report: Report<'a>,
}

pub(super) fn check<'a>(known: &Known, text: &'a str) -> Checked<'a> {
    let reports = known.catalogue.validate_all(text, &Policy::LAX.over_broad(true));
    let entries: ScopeSet = reports.iter().flat_map(|report| recognised(report).into_iter()).collect();
    let entries = entries.iter().map(|entry| entry.as_str().to_owned()).collect();
    let fixed = fixed(text, &reports);
    let api_error = if reports.iter().all(|report| report.items().is_empty()) { ApiError::of(text) } else { None };
    let lists = reports.into_iter().map(|report| CheckedList { start: report.start(), report }).collect();
    Checked { lists, fixed, entries, api_error }
}

/// A list is written as it is sent; of a text that holds more only the entries are fixed.
fn fixed(text: &str, reports: &[Report<'_>]) -> String {
    if let [report] = reports
        && report.input().len() == text.trim().len()
    {
        return report.apply_fixes();
    }
    let mut fixes = Vec::new();
    for report in reports {
        let within = |fix: &&Suggestion| {
            let items = report.items();
            let next = items.partition_point(|item| item.span.start <= fix.span.start);
            next.checked_sub(1).is_some_and(|before| fix.span.end <= items[before].span.end)
        };
        let diagnostics: Vec<Diagnostic> = report.diagnostics().to_vec();
        fixes.extend(certain(&diagnostics).filter(within).map(|fix| {
            let mut span = fix.span;
            span.start += report.start();
            span.end += report.start();
            (span, fix.replacement.clone())
        }));
    }
    applied(text, 0, fixes.iter().map(|(span, replacement)| (*span, replacement.as_str())).collect())
}

/// Those of some texts that are known.
pub(super) fn set(known: &Known, entries: &[String]) -> ScopeSet {
    recognised(&known.catalogue.validate(&entries.join(","), &Policy::GRANTED))
}

/// The entries that are scopes, or text that a pattern admits.
fn recognised(report: &Report<'_>) -> ScopeSet {
    report.to_set().iter().filter(|entry| !matches!(entry, Entry::Unknown(_))).collect()
}
