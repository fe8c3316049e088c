//! Documentation tables, made from the catalogue so that they never go stale.
//!
//! A [`Table`] is of services, or of a list of scopes with the reason each is asked for, as a privacy
//! page or a review wants it. It prints as Markdown, HTML, CSV or JSON:
//!
//! ```
//! use zoho_scopes::{Catalogue, docs::{Column, Format, Table}};
//!
//! let lens = Catalogue::builtin().service("ZohoLens").unwrap();
//! let table = Table::of(lens).columns([Column::Name, Column::Operations]).heading(3);
//! assert!(table.to_string().starts_with("### Zoho Lens\n"));
//! assert!(table.to_string().contains("\n| `orgs` | `ZohoLens.orgs.READ`<br>`ZohoLens.orgs.UPDATE` |\n"));
//!
//! let csv = table.format(Format::Csv).to_string();
//! assert!(csv.starts_with("name,operations\norgs,ZohoLens.orgs.READ\n"));
//! ```
//!
//! The same catalogue and options always give the same text, a row a line, so that a difference shows
//! what changed. Whatever comes from a catalogue file or from a user is plain text in each format: it
//! starts no markup, no formula and no row of its own, and control characters and marks that turn the
//! direction of writing are replaced by `�` (in JSON, which is for programs, they are escaped).

mod column;
pub(crate) mod csv;
mod html;
mod json;
pub(crate) mod markdown;
mod markup;
mod plain;
mod rows;
mod table;

pub use column::Column;
pub use table::{Grouping, Rows, Table};

use crate::words::words;

/// What a [`Table`] prints as. All lines end in a line feed.
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
///   - `scopes`, each with `wire`, `operation`, `summary`, `status`, `because`, `replacement` and
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

words! {
    Format { Markdown => "markdown", Html => "html", Csv => "csv", Json => "json" }
}
