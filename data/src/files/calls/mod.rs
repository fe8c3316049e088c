//! API calls with the scopes they need: `calls/*.json`, one file a service.
//!
//! The files are read ([`read`]) and checked against the catalogue and each other
//! ([`Calls::from_files`]). With the feature `codegen`, [`codegen::calls`](crate::codegen::calls())
//! turns them into a static tree.

#[cfg(feature = "accounts")]
mod centres;
mod check;
mod described;
pub mod model;
mod of_names;
mod reserved;
mod template;

#[cfg(feature = "accounts")]
pub use centres::domains;
pub use check::METHODS;
pub use described::Described;
pub use template::{Segment, base, is_version, parameters, path};

use serde::de::IgnoredAny;

use crate::files::{
    catalogue::{Catalogue, located},
    entries::Entries,
    error::{FileError, FileErrors},
    read::{all, read_checked, read_once},
    rows::Rows,
    scope::Scope,
};
use model::CallFile;

/// The calls that ship with this crate: file name and text, sorted by name.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/call_files.rs"));

/// Whether a text is a file of calls, not of a service. Text that is not JSON is taken for a service.
#[must_use]
pub fn is_call_file(text: &str) -> bool {
    serde_json::from_str::<Entries<IgnoredAny>>(text).is_ok_and(|file| file.get("calls").is_some())
}

/// Reads one file of calls. `file` is its name in messages.
///
/// # Errors
///
/// Text that is not JSON or not of the model, and objects that hold a key twice, with line and column.
pub fn read(file: &str, text: &str) -> Result<CallFile, FileErrors> {
    read_checked(file, text)
}

/// The JSON Schema of files of calls, as `calls.schema.json` holds it.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> String {
    crate::files::schema::schema_of::<CallFile>()
}

/// Files of calls that are known to fit the catalogue and each other.
#[derive(Debug, Clone)]
pub struct Calls {
    files: Vec<CallFile>,
}

impl Calls {
    /// Reads and checks files of calls: pairs of a file's name, for messages, and its text.
    ///
    /// # Errors
    ///
    /// Every error of every file, with line and column: what is not JSON or not of the model, scopes that
    /// the catalogue does not have, calls without source, calls that match the same requests, and what
    /// is unsorted. Meaning is checked once all files have the right form.
    pub fn from_files<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        catalogue: &Catalogue,
    ) -> Result<Self, FileErrors> {
        let files: Vec<(&str, &str)> = files.into_iter().collect();
        let calls = Self { files: all(files.iter().map(|(file, text)| read(file, text)))? };
        let mut errors: Vec<FileError> = Vec::new();
        for ((file, text), problems) in files.iter().zip(check::check(&calls.files, catalogue)) {
            errors.append(&mut located(file, text, &problems));
        }
        FileErrors::unless_any(calls, errors)
    }

    /// The calls of this crate, as they were checked when it was published.
    ///
    /// # Errors
    ///
    /// Errors of form, which can occur only while the files are being edited.
    pub fn builtin() -> Result<Self, FileErrors> {
        all(FILES.iter().map(|(file, text)| read_once(file, text))).map(|files| Self { files })
    }

    /// The files, in the order in which they were given.
    #[must_use]
    pub fn files(&self) -> &[CallFile] {
        &self.files
    }

    /// The rows of a catalogue with the calls that need each scope name.
    #[must_use]
    pub fn beside<'a>(&self, mut rows: Rows<'a>) -> Rows<'a> {
        of_names::add(&self.files, &mut rows);
        rows
    }

    /// Every call, file by file.
    pub fn iter(&self) -> impl Iterator<Item = Described<'_>> {
        self.files.iter().flat_map(CallFile::described)
    }
}

impl Catalogue {
    /// The pattern that a text spells, whatever its parameter is called there.
    #[must_use]
    pub fn pattern(&self, text: &str) -> Option<Scope<'_>> {
        template::pattern_placeholder(text)?;
        self.scopes().filter(Scope::is_pattern).find(|scope| template::same_but_for_placeholders(&scope.wire(), text))
    }
}
