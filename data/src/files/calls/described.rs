//! A call with all that it inherits from its file.

use super::model::{Call, CallFile};

/// A call with all that it inherits from its file.
#[derive(Debug, Clone, Copy)]
pub struct Described<'a> {
    /// The file it stands in.
    pub file: &'a CallFile,
    /// Its path below the base.
    pub path: &'a str,
    /// Its method.
    pub method: &'a str,
    /// What the file says of it.
    pub call: &'a Call,
}

impl<'a> Described<'a> {
    /// Host and path prefix.
    #[must_use]
    pub fn base(&self) -> &'a str {
        self.file.bases.get(self.call.base).map_or("", String::as_str)
    }

    /// Keys of its sources: its own, else the file's.
    #[must_use]
    pub fn source_keys(&self) -> &'a [String] {
        if self.call.from.is_empty() { &self.file.from } else { &self.call.from }
    }
}

impl CallFile {
    /// The calls, in the order of the file.
    pub fn described(&self) -> impl Iterator<Item = Described<'_>> {
        self.calls.iter().flat_map(move |(path, methods)| {
            methods.iter().map(move |(method, call)| Described { file: self, path, method, call })
        })
    }
}
