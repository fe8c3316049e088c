//! How a table looks.

use alloc::vec::Vec;

use super::column::Column;
use zoho_scopes_data::words;

/// What a [`Table`](super::Table) prints as. All lines end in a line feed.
///
/// # Markdown
///
/// GitHub flavoured. Every service has a heading, a line on the service and a table, with empty lines
/// between.
///
/// # HTML
///
/// A fragment without style or script: a `section` with heading and `table` for every service. Tables
/// have the class `zoho-scopes`.
///
/// # CSV
///
/// Quoted as RFC 4180 says. The header holds the names of the columns ([`Column::as_str`]). Several wire
/// forms or addresses in a field are separated by a space, other things by `; `. A field that
/// spreadsheets would take for a formula has an apostrophe before it.
///
/// # JSON
///
/// An object with `version`, which is 1 and changes only where a member is renamed or removed, and
/// `sections`, each with
///
/// - `service`, `product`, `summary`, `docs`, `completeness` and `checked` of the service, or null each
///   where rows are not grouped by service;
/// - `rows`, each with
///   - `service` and `name`, or null where a scope has no dot;
///   - `opens`, in words, or null where nothing is known;
///   - `reasons`, a list of texts;
///   - `scopes`, each with `wire`, `operation`, `summary`, `status`, `reason`, `replacement` and
///     `pattern` (all but the first null where there is none) and `sources`, a list of objects with
///     `address`, `kind`, `shows` and `seen`.
///
/// It holds all columns, whichever were chosen; headings and anchors are not for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// Markdown, GitHub flavoured.
    #[default]
    Markdown,
    /// A fragment of HTML.
    Html,
    /// Comma-separated values.
    Csv,
    /// JSON of version 1.
    Json,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rows {
    /// A scope name with its operations.
    Names,
    /// One scope.
    Scopes,
}

/// What stands together under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Grouping {
    /// All, in one table without a heading.
    None,
    /// The scopes of a service.
    Service,
}

words! {
    Format { Markdown => "markdown", Html => "html", Csv => "csv", Json => "json" }
    Rows { Names => "names", Scopes => "scopes" }
    Grouping { None => "none", Service => "service" }
}

/// How a table looks.
pub(super) struct Style {
    pub columns: Vec<Column>,
    pub rows: Rows,
    pub grouping: Grouping,
    pub heading: u8,
    pub anchors: bool,
}

impl Style {
    /// What stands above a column for readers.
    pub(super) const fn title(&self, column: Column) -> &'static str {
        match (column, self.rows) {
            (Column::Name, _) => "scope name",
            (Column::Opens, Rows::Scopes) => "permits",
            (Column::Operations, Rows::Scopes) => "scope",
            (Column::Operations, Rows::Names) => "scopes",
            (other, _) => other.as_str(),
        }
    }
}
