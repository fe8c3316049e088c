//! What is called against what is asked for.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Serialize;
use zoho_scopes::{
    Catalogue, Covers, Entry, Requirement, ScopeSet,
    calls::{Call, minimal_scopes},
};

use super::found::{FileCalls, FoundCall};
use crate::{program::commands::scan::file::Asked, requests::NotKnown};

/// How sure it is.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Certainty {
    Certain,
    Likely,
}

/// A place in a file.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    pub(super) file: &'a Path,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A call whose scopes no list asks for.
#[derive(Serialize)]
pub(super) struct Lacking<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) request: &'a str,
    /// The narrowest list that would have to be asked for also; one for each method where that is not known.
    pub(super) missing: Vec<String>,
    pub(super) certainty: Certainty,
}

/// A scope that no call needs.
#[derive(Serialize)]
pub(super) struct Unneeded<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) scope: String,
    pub(super) certainty: Certainty,
}

/// A scope that calls need, but not all of it.
#[derive(Serialize)]
pub(super) struct Broader<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) scope: String,
    /// What the calls need of it.
    pub(super) needed: ScopeSet,
    pub(super) certainty: Certainty,
}

/// A request for which no call is known, or of which it is unclear what it needs.
#[derive(Serialize)]
pub(super) struct Open<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) request: &'a str,
    #[serde(flatten)]
    pub(super) unknown: Option<NotKnown>,
    pub(super) unclear: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Comparison<'a> {
    pub(super) version: u8,
    /// The number of calls that were found.
    pub(super) calls: usize,
    /// The narrowest scopes that they need.
    pub(super) needs: ScopeSet,
    pub(super) asked: ScopeSet,
    pub(super) lacking: Vec<Lacking<'a>>,
    pub(super) unneeded: Vec<Unneeded<'a>>,
    pub(super) broader: Vec<Broader<'a>>,
    pub(super) open: Vec<Open<'a>>,
}

impl<'a> Comparison<'a> {
    pub(super) fn of(files: &'a [FileCalls], catalogue: Catalogue) -> Self {
        let found = || files.iter().flat_map(|file| file.calls.iter().map(move |call| (file, call)));
        let asked = Askings::of(files, catalogue);
        let known: Vec<Call> =
            found().filter(|(_, found)| found.calls.len() == 1).flat_map(|(_, found)| found.calls.clone()).collect();
        let mut comparison = Self {
            version: 1,
            calls: found().count(),
            needs: minimal_scopes(&known).scopes().clone(),
            asked: asked.set.clone(),
            lacking: Vec::new(),
            unneeded: Vec::new(),
            broader: Vec::new(),
            open: Vec::new(),
        };
        for (file, found) in found() {
            let place = || Place { file: &file.path, line: found.line, column: found.column };
            if let Some(unknown) = &found.unknown {
                let unknown = Some(NotKnown::from(unknown));
                comparison.open.push(Open { place: place(), request: &found.request, unknown, unclear: None });
            } else if let Some(reason) = unclear(found) {
                let unclear = Some(reason);
                comparison.open.push(Open { place: place(), request: &found.request, unknown: None, unclear });
            } else if let Some((missing, certainty)) = asked.lack(found) {
                comparison.lacking.push(Lacking { place: place(), request: &found.request, missing, certainty });
            }
        }
        let all: Vec<&FoundCall> = found().map(|(_, call)| call).collect();
        (comparison.unneeded, comparison.broader) = asked.excess(&all, &comparison.needs);
        comparison
    }

    /// Whether a call is certain to fail with what is asked for.
    pub(super) fn has_certain_lack(&self) -> bool {
        self.lacking.iter().any(|lacking| lacking.certainty == Certainty::Certain)
    }
}

/// Why it is unclear what a request needs, where nothing is known of it.
fn unclear(found: &FoundCall) -> Option<String> {
    let [call] = found.calls.as_slice() else { return None };
    let open = || format!("the request does not fill `{}`", call.open_patterns().join("`, `"));
    call.requirement().is_none().then(|| call.unclear().map_or_else(open, str::to_owned))
}

/// All that the lists of a repository ask for.
struct Askings<'a> {
    set: ScopeSet,
    /// Each scope once, with its first place.
    places: BTreeMap<String, (Entry<'static>, &'a Path, &'a Asked)>,
    /// Services of which scopes are put together when the program runs.
    templates: BTreeSet<String>,
}

impl<'a> Askings<'a> {
    fn of(files: &'a [FileCalls], catalogue: Catalogue) -> Self {
        let mut askings = Self { set: ScopeSet::new(), places: BTreeMap::new(), templates: BTreeSet::new() };
        for file in files {
            let lists = file.report.iter().flat_map(|report| &report.lists);
            for asked in lists.flat_map(|list| &list.scopes) {
                let service = || asked.text.split('.').next().unwrap_or_default().to_ascii_lowercase();
                match asked.kind {
                    "template" => _ = askings.templates.insert(service()),
                    "scope" => {
                        let text = asked.wire.as_deref().unwrap_or(&asked.text);
                        let entry = catalogue.entry(text).into_owned();
                        askings.set.insert(entry.clone());
                        askings.places.entry(entry.to_string()).or_insert((entry, &file.path, asked));
                    }
                    _ => {}
                }
            }
        }
        askings
    }

    /// What would have to be asked for also, so that a request succeeds.
    fn lack(&self, found: &FoundCall) -> Option<(Vec<String>, Certainty)> {
        let needed: Vec<(&Call, Requirement)> =
            found.calls.iter().filter_map(|call| Some((call, call.requirement()?))).collect();
        if needed.iter().any(|(_, requirement)| requirement.check(&self.set).is_ok()) {
            return None;
        }
        let missing = |call: &&Call| self.set.missing(minimal_scopes(std::slice::from_ref(*call)).scopes());
        let missing: Vec<ScopeSet> = needed.iter().map(|(call, _)| missing(call)).collect();
        let is_undocumented = missing.iter().any(|missing| self.set.coverage(missing).missing().is_empty());
        let is_template = |call: &Call| self.templates.contains(&call.service().as_str().to_ascii_lowercase());
        let is_settled = matches!(needed.as_slice(), [(call, _)] if call.unclear().is_none() && !is_template(call));
        let is_certain = found.is_certain && is_settled && !is_undocumented;
        let certainty = if is_certain { Certainty::Certain } else { Certainty::Likely };
        let missing: BTreeSet<String> = missing.iter().map(ScopeSet::to_string).collect();
        (!missing.is_empty()).then(|| (missing.into_iter().collect(), certainty))
    }

    /// The scopes that none of the requests needs, and those of which narrower ones would do. It is certain where all
    /// requests to their service are known.
    fn excess(&self, all: &[&FoundCall], needs: &ScopeSet) -> (Vec<Unneeded<'a>>, Vec<Broader<'a>>) {
        let (mut unneeded, mut broader) = (Vec::new(), Vec::new());
        let has_unknown = all.iter().any(|found| found.unknown.is_some() || found.calls.len() != 1);
        for (scope, (entry, file, asked)) in &self.places {
            let calls = || all.iter().flat_map(|found| &found.calls);
            let may_open = |call: &Call| {
                call.is_opened_by(entry) || call.requirement().is_some_and(|needed| may_serve(entry, &needed))
            };
            let service = scope.split('.').next().unwrap_or_default();
            let is_called = calls().any(|call| call.service().as_str().eq_ignore_ascii_case(service));
            let certainty = if is_called && !has_unknown && entry.scope().is_some() {
                Certainty::Certain
            } else {
                Certainty::Likely
            };
            let place = Place { file, line: asked.line, column: asked.column };
            if !calls().any(may_open) {
                unneeded.push(Unneeded { place, scope: scope.clone(), certainty });
            } else if needs.iter().all(|needed| needed.as_str() != entry.as_str()) {
                let needed: ScopeSet = needs.iter().filter(|needed| entry.covers(needed) == Covers::Yes).collect();
                if !needed.is_empty() {
                    broader.push(Broader { place, scope: scope.clone(), needed, certainty });
                }
            }
        }
        (unneeded, broader)
    }
}

/// Whether an entry covers, or perhaps covers, one that a requirement names.
fn may_serve(entry: &Entry<'_>, requirement: &Requirement) -> bool {
    match requirement {
        Requirement::Scope(needed) => entry.covers(needed) != Covers::No,
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().any(|part| may_serve(entry, part)),
        _ => false,
    }
}
