//! Scopes that somebody picked: what is to be said of them, and how they are written.

use serde::Serialize;
use zoho_scopes::{Entry, Policy, ScopeSet, report::Diagnostic};

use super::{check, known::Known};

/// A list in the making. Each form holds the whole list.
#[derive(Serialize)]
pub(super) struct Basket {
    entries: Vec<Picked>,
    comma: String,
    rust: String,
    json: String,
    /// The entries that are left where what others cover is left out.
    minimised: Vec<String>,
}

#[derive(Serialize)]
struct Picked {
    text: String,
    summary: &'static str,
    diagnostics: Vec<Diagnostic>,
    /// What calls need also and is not covered yet.
    requires: Vec<&'static str>,
}

pub(super) fn basket(known: &Known, entries: &[String]) -> Basket {
    let set = check::set(known, entries);
    let comma = set.to_string();
    let report = known.catalogue.validate(&comma, &Policy::STRICT.over_broad(true));
    let minimised = set.minimised();
    let picked = report.items().iter().map(|item| {
        let is_here = |diagnostic: &&Diagnostic| item.span.range().contains(&diagnostic.span().start);
        Picked {
            text: item.entry.as_str().to_owned(),
            summary: item.entry.summary().unwrap_or_default(),
            diagnostics: report.diagnostics().iter().filter(is_here).cloned().collect(),
            requires: missing(known, &item.entry, &set),
        }
    });
    Basket {
        entries: picked.collect(),
        rust: rust(&set, !minimised.dropped.is_empty()),
        json: serde_json::to_string_pretty(&set).unwrap_or_default(),
        minimised: minimised.kept.iter().map(|entry| entry.as_str().to_owned()).collect(),
        comma,
    }
}

/// What calls with an entry need also and a set does not cover.
fn missing(known: &Known, entry: &Entry<'_>, set: &ScopeSet) -> Vec<&'static str> {
    let required = entry.scope().map_or(&[] as &[&str], |scope| scope.requires());
    let is_missing = |wire: &&str| known.catalogue.find(wire).is_none_or(|scope| !set.covers(&[scope.into()].into()));
    required.iter().copied().filter(is_missing).collect()
}

/// The set as the compiler takes it, which refuses what is redundant unless it is allowed.
fn rust(set: &ScopeSet, has_redundant: bool) -> String {
    let entries: Vec<String> = set.iter().map(|entry| format!("    {:?},\n", entry.as_str())).collect();
    let allowed = if has_redundant { "allow(redundant);" } else { "" };
    match (has_redundant, entries.is_empty()) {
        (_, true) => "scopes![]".to_owned(),
        (true, _) => format!("scopes![\n    {allowed}\n{}]", entries.concat()),
        (false, _) => format!("scopes![\n{}]", entries.concat()),
    }
}
