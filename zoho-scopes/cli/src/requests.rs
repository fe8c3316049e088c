//! Requests that were gathered, for the page and for the program: each call once, each that is not known once.

use std::collections::HashSet;

use serde::Serialize;
use zoho_scopes::calls::{Call, Unknown, split};

/// What requests are, in the order in which each was seen first.
pub(crate) struct Requests {
    pub(crate) calls: Vec<Call>,
    pub(crate) unknown: Vec<Unknown>,
    /// The number of requests that are not known and not listed.
    pub(crate) more_unknown: usize,
    /// Calls that fit because any segment fills a placeholder, and those that may have been meant.
    pub(crate) typos: Vec<Typo>,
    most_unknown: usize,
    seen: HashSet<Call>,
    messages: HashSet<String>,
}

/// What a request is taken for, and the call that may have been meant.
#[derive(PartialEq, Eq, Serialize)]
pub(crate) struct Typo {
    pub(crate) call: String,
    pub(crate) meant: String,
}

/// What is said of a request that is not known.
#[derive(Serialize)]
pub(crate) struct NotKnown {
    message: String,
    help: Option<String>,
}

impl From<&Unknown> for NotKnown {
    fn from(unknown: &Unknown) -> Self {
        Self { message: unknown.to_string(), help: unknown.help() }
    }
}

impl Requests {
    /// None yet; of more unknown ones than `most_unknown` only the number will be kept.
    pub(crate) fn new(most_unknown: usize) -> Self {
        Self {
            calls: Vec::new(),
            unknown: Vec::new(),
            more_unknown: 0,
            typos: Vec::new(),
            most_unknown,
            seen: HashSet::new(),
            messages: HashSet::new(),
        }
    }

    /// Adds the request of a line; empty lines and those with `#` in front have none.
    pub(crate) fn add_line(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() && !line.starts_with('#') {
            let (method, url) = split(line);
            self.add(method, url);
        }
    }

    /// Adds a request that somebody wrote. One that was found because any segment fills a placeholder may be a typo.
    pub(crate) fn add(&mut self, method: &str, url: &str) {
        let found = Call::find(method, url);
        let typo = found.as_ref().ok().and_then(|call| typo(call, method, url));
        self.typos.extend(typo.filter(|typo| !self.typos.contains(typo)));
        self.add_found(found);
    }

    /// Adds what a request is.
    pub(crate) fn add_found(&mut self, found: Result<Call, Unknown>) {
        match found {
            Ok(call) => {
                if self.seen.insert(call.clone()) {
                    self.calls.push(call);
                }
            }
            Err(unknown) => {
                let message = unknown.to_string();
                if self.messages.contains(&message) {
                    return;
                }
                if self.unknown.len() == self.most_unknown {
                    self.more_unknown += 1;
                    return;
                }
                self.messages.insert(message);
                self.unknown.push(unknown);
            }
        }
    }
}

/// What a request may have meant, if the call that it is taken for has placeholders.
fn typo(call: &Call, method: &str, url: &str) -> Option<Typo> {
    let taken = call.to_string();
    let meant = taken.contains('{').then(|| Call::misspelt(method, url)).flatten()?;
    Some(Typo { call: taken, meant: meant.to_string() })
}
