//! The API calls of one file, each at its place.

use std::path::PathBuf;

use zoho_scopes::calls::{Call, Unknown, without_secrets};

use crate::{
    lines::Lines,
    program::commands::scan::file::FileReport,
    requests::{
        Request,
        finder::{self, Found},
    },
};

/// What a file calls, and what it asks for.
pub(super) struct FileCalls {
    pub(super) path: PathBuf,
    pub(super) report: Option<FileReport>,
    pub(super) calls: Vec<FoundCall>,
}

/// A request in code.
pub(super) struct FoundCall {
    pub(super) line: usize,
    pub(super) column: usize,
    /// As it is written there, without what may be secret.
    pub(super) request: String,
    /// The calls that it may be: several where its method is not known.
    pub(super) calls: Vec<Call>,
    /// Why no call is known for it.
    pub(super) unknown: Option<Unknown>,
    pub(super) is_certain: bool,
}

/// The methods that a request has whose method is not said.
const USUAL: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

impl FoundCall {
    pub(super) fn all(text: &str) -> Vec<Self> {
        let found = finder::find(text);
        if found.is_empty() {
            return Vec::new();
        }
        let lines = Lines::of(text);
        found.into_iter().map(|found| Self::of(text, &lines, found)).collect()
    }

    fn of(text: &str, lines: &Lines, found: Found) -> Self {
        let (line, column) = lines.position(text, found.span.start);
        let Found { request: Request { method, url }, is_certain, .. } = found;
        let request = without_secrets(&method, &url).trim().to_owned();
        let (calls, unknown) = if method.is_empty() {
            let calls: Vec<Call> = USUAL.iter().filter_map(|method| Call::find(method, &url).ok()).collect();
            let unknown = if calls.is_empty() { Call::find("GET", &url).err() } else { None };
            (calls, unknown)
        } else {
            match Call::find(&method, &url) {
                Ok(call) => (vec![call], None),
                Err(unknown) => (Vec::new(), Some(unknown)),
            }
        };
        Self { line, column, request, calls, unknown, is_certain }
    }
}
