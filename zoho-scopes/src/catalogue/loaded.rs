//! Catalogue files that are read at run time, on top of what is known already.

use alloc::{string::ToString, vec::Vec};

pub use zoho_scopes_data::files::{FileError, FileErrors};
use zoho_scopes_data::{files, table::Table};

use super::Catalogue;

impl Catalogue {
    /// This catalogue with the service of a catalogue file on top, for what Zoho added yesterday.
    ///
    /// `file` is the name of the file in messages, `json` its text, of the form that the build step
    /// reads. What the file says is asked first, and takes the place of what was said of the same scopes. It is
    /// kept for the life of the process, once for each call.
    ///
    /// ```
    /// use zoho_scopes::Catalogue;
    ///
    /// let json = r#"{
    ///   "service": "ZohoNew",
    ///   "product": "Zoho New",
    ///   "summary": "What was announced yesterday",
    ///   "docs": "https://example.com/scopes",
    ///   "completeness": "sparse",
    ///   "checked": "2026-11-21",
    ///   "sources": {"page": {"address": "https://example.com/scopes", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
    ///   "from": ["page"],
    ///   "names": {"things": {"summary": "new things", "operations": ["READ"]}}
    /// }"#;
    /// let catalogue = Catalogue::builtin().with_json("new.json", json)?;
    /// assert!(catalogue.find("ZohoNew.things.READ").is_some());
    /// # Ok::<(), zoho_scopes::catalogue::FileErrors>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every error in the file, with line and column, as the build step reports them.
    pub fn with_json(&self, file: &str, json: &str) -> Result<Self, FileErrors> {
        let too_large = |error: files::TooLarge| FileError::new(file, (1, 1), error.to_string(), "");
        let files = files::Catalogue::from_files_beside([(file, json)], self.tables)?;
        let table = files.leaked_table().map_err(too_large)?;
        let tables: Vec<&'static Table> = [table].into_iter().chain(self.tables.all().iter().copied()).collect();
        Ok(Self::of(Vec::leak(tables)))
    }
}
