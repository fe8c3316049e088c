//! What API calls need: the least list, why each scope is in it, and what is not known.

use std::collections::HashSet;

use serde::Serialize;

use super::Page;
use crate::{
    Entry, Scope,
    calls::{Call, Least, Unknown, least, split},
};

/// Of more unknown requests than these only the number is told: to find what was meant takes time.
const MOST_UNKNOWN: usize = 50;

/// The least list for requests, one a line.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Needs {
    /// The number of calls that are known, each counted once.
    calls: usize,
    scopes: Vec<Needed>,
    unclear: Vec<Unsettled>,
    unknown: Vec<NotKnown>,
    more_unknown: usize,
    /// Calls that fit because any segment fills a hole, and those that may have been meant.
    slips: Vec<Slip>,
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

#[derive(PartialEq, Eq, Serialize)]
struct NotKnown {
    message: String,
    help: Option<String>,
}

#[derive(PartialEq, Eq, Serialize)]
struct Slip {
    call: String,
    meant: String,
}

impl Page {
    /// What the requests of a text need. Empty lines and those with `#` in front are left out.
    pub(super) fn needs(text: &str) -> Needs {
        let mut needs = Needs::default();
        let (mut calls, mut seen, mut messages) = (Vec::new(), HashSet::new(), HashSet::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match Call::parse(line) {
                Ok(call) => {
                    needs.slips.extend(slip(&call, line).filter(|slip| !needs.slips.contains(slip)));
                    if seen.insert(call.clone()) {
                        calls.push(call);
                    }
                }
                Err(unknown) if messages.insert(unknown.to_string()) => needs.add_unknown(&unknown),
                Err(_) => {}
            }
        }
        let least = least(&calls);
        needs.calls = calls.len();
        needs.scopes = scopes(&least, &calls);
        needs.unclear = least.unclear().iter().map(|place| unsettled(&calls[*place])).collect();
        needs.exact = least.is_exact();
        needs
    }
}

impl Needs {
    fn add_unknown(&mut self, unknown: &Unknown) {
        if self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push(NotKnown { message: unknown.to_string(), help: unknown.help() });
        } else {
            self.more_unknown += 1;
        }
    }
}

/// The calls that a scope opens, by path.
pub(super) fn opened_by(scope: Scope) -> Vec<String> {
    Call::all().iter().filter(|call| call.is_opened_by(scope)).map(Call::to_string).collect()
}

fn scopes(least: &Least, calls: &[Call]) -> Vec<Needed> {
    let needed = |reason: crate::calls::Reason| {
        let mut texts: Vec<String> = reason.calls.iter().map(|place| calls[*place].to_string()).collect();
        // Calls that differ in what fills a hole read the same.
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

/// What a line may have meant, if the call that it was taken for has holes.
fn slip(call: &Call, line: &str) -> Option<Slip> {
    let taken = call.to_string();
    let (method, url) = split(line);
    let meant = taken.contains('{').then(|| Call::slip(method, url)).flatten()?;
    Some(Slip { call: taken, meant: meant.to_string() })
}
