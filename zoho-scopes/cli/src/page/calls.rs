//! What API calls need: the minimal list, why each scope is in it, and what is not known.

use std::collections::HashSet;

use serde::Serialize;
use zoho_scopes::{
    Entry, Scope,
    calls::{Call, MinimalScopes, Reason, minimal_scopes},
};

use super::api_error::ApiError;
use crate::requests::{NotKnown, Requests, Typo};

/// Of more unknown requests than these only the number is given: to find what was meant takes time.
const MAX_UNKNOWN: usize = 50;

/// The minimal list for requests.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Needs {
    /// The number of calls that are known, each counted once.
    calls: usize,
    scopes: Vec<Needed>,
    unclear: Vec<Unsettled>,
    unknown: Vec<NotKnown>,
    more_unknown: usize,
    /// Calls that fit because any segment fills a placeholder, and those that may have been meant.
    typos: Vec<Typo>,
    /// Requests to hosts that have no calls, or to addresses that do not exist.
    elsewhere: usize,
    /// The error of an API that stands in the text.
    api_error: Option<ApiError>,
    exact: bool,
}

/// A scope, and the calls that need it.
#[derive(Serialize)]
struct Needed {
    text: String,
    summary: &'static str,
    calls: Vec<String>,
}

#[derive(Serialize)]
struct Unsettled {
    call: String,
    /// Why it cannot be settled; none where patterns are open.
    reason: Option<&'static str>,
    /// Patterns that the request does not fill.
    open: Vec<&'static str>,
}

/// What the requests of a text need, in whatever form it has them; none where it cannot be read.
pub(super) fn needs(text: &str) -> Result<Needs, String> {
    let mut requests = Requests::new(MAX_UNKNOWN);
    requests.add_text(text, None)?;
    let Requests { calls, unknown, more_unknown, typos, elsewhere, .. } = requests;
    let least = minimal_scopes(&calls);
    Ok(Needs {
        calls: calls.len(),
        scopes: scopes(&least, &calls),
        unclear: least.unclear().iter().map(|place| unsettled(&calls[*place])).collect(),
        unknown: unknown.iter().map(NotKnown::from).collect(),
        more_unknown,
        typos,
        elsewhere,
        api_error: ApiError::of(text),
        exact: least.is_exact(),
    })
}

/// The calls that a scope opens, by path.
pub(super) fn opened_by(scope: Scope) -> Vec<String> {
    Call::opened_by(&scope.into()).iter().map(Call::request).collect()
}

fn scopes(least: &MinimalScopes, calls: &[Call]) -> Vec<Needed> {
    let needed = |reason: Reason| {
        let mut texts: Vec<String> = reason.calls.iter().map(|place| calls[*place].to_string()).collect();
        // Calls that differ in what fills a placeholder read the same.
        let mut seen = HashSet::new();
        texts.retain(|text| seen.insert(text.clone()));
        Needed {
            text: Entry::as_str(&reason.entry).to_owned(),
            summary: reason.entry.summary().unwrap_or_default(),
            calls: texts,
        }
    };
    least.reasons().into_iter().map(needed).collect()
}

fn unsettled(call: &Call) -> Unsettled {
    Unsettled { call: call.to_string(), reason: call.unclear(), open: call.open_patterns() }
}
