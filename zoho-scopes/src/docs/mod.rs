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
mod style;
mod table;

pub use column::Column;
pub use csv::field as csv_field;
pub use markdown::text as markdown_text;
pub use style::{Format, Grouping, Rows};
pub use table::Table;
