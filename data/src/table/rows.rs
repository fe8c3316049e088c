//! The table and its rows, as plain data.

#![expect(clippy::exhaustive_structs, reason = "generated code builds them")]

use super::{
    columns::{Lists, Numbers, Texts},
    facts::{Completeness, Source},
};

/// One catalogue's worth of services.
pub struct Table {
    /// When any of the facts were last verified, `YYYY-MM-DD`.
    pub date: &'static str,
    /// Sorted by name without case.
    pub services: &'static [ServiceRow],
    /// Service by service.
    pub names: Names,
    /// Sorted by wire form without case; the index is the id.
    pub scopes: &'static [ScopeRow],
    /// The name of each scope.
    pub scope_names: Numbers,
    /// What each scope permits.
    pub scope_summaries: Texts,
    /// The sources of each scope, best first.
    pub scope_sources: Lists,
    /// What few scopes have, with their ids, which rise.
    pub details: &'static [(u16, Details)],
    /// Every word that some scope has for its operation, once without case.
    pub operations: &'static [&'static str],
    /// Service by service.
    pub sources: &'static [Source],
    /// Official spellings that are not the wire form, with the id that they spell.
    pub spellings: &'static [(&'static str, u16)],
    /// Known misspellings with the wire form that is meant.
    pub misspellings: &'static [(&'static str, &'static str)],
    /// Scopes that were left out on purpose.
    pub excluded: &'static [Excluded],
    /// What finds a scope by the hash of its text.
    pub index: Numbers,
    /// The scope names with a placeholder.
    pub patterns: Numbers,
    /// The ids, sorted by wire form read from its end, without case: what has an ending in common lies side by side.
    pub by_ending: Numbers,
}

/// A service.
pub struct ServiceRow {
    /// The first segment of its scopes.
    pub name: &'static str,
    /// Other official spellings; they differ in case alone.
    pub aliases: &'static [&'static str],
    /// Words people write for it that were never valid.
    pub misnomers: &'static [&'static str],
    /// The product as its users know it.
    pub product: &'static str,
    /// What the product is for.
    pub summary: &'static str,
    /// The page that documents the scopes.
    pub docs: &'static str,
    /// How much of it the catalogue holds.
    pub completeness: Completeness,
    /// Addresses of the sources that list all its scopes and were read to their end.
    pub read: &'static [&'static str],
    /// What is known to exist and was not read.
    pub unread: &'static [&'static str],
    /// The day the facts were last compared with their sources.
    pub verified: &'static str,
    /// Its first name, and the one after its last.
    pub names: (u16, u16),
}

/// Scope names, and patterns where they have a placeholder, service by service, sorted without case.
pub struct Names {
    /// The service of each.
    pub services: Numbers,
    /// The names.
    pub names: Texts,
    /// What data each opens.
    pub summaries: Texts,
    /// The ids of each one's scopes, in the order of the catalogue file.
    pub scopes: Lists,
    /// The calls that need each one, where they are known: those alone whose paths have a word that the others lack. A
    /// path a line, behind tabs the operations, each with the methods that need it: see [`NameCall`](super::NameCall).
    pub calls: Texts,
}

/// What few scopes have.
pub struct Details {
    /// Scopes that calls with this one need also.
    pub requires: &'static [&'static str],
    /// Why it is disputed or deprecated.
    pub reason: Option<&'static str>,
    /// Since when it is deprecated.
    pub since: Option<&'static str>,
    /// The scope to use instead.
    pub replacement: Option<&'static str>,
}

/// A scope that is left out of the catalogue on purpose.
#[derive(Debug, Clone, Copy)]
pub struct Excluded {
    /// The scope, as its sources spell it.
    pub scope: &'static str,
    /// Why it is left out.
    pub reason: &'static str,
    /// The scope to use instead.
    pub better: Option<&'static str>,
    /// Whether Zoho is reported to refuse it.
    pub refused: bool,
}

/// What all scopes of a table can reach, also in const evaluation. It holds numbers alone, which the compiler
/// need not look through for every constant scope.
pub struct Header {
    /// Tells tables apart.
    pub fingerprint: u64,
    /// The way back to the table.
    pub table: TableOf,
    /// Ids that are covered, as first and last ones of ranges.
    pub covers: Lists,
    /// Ids that may be covered: no source says yes or no.
    pub may_cover: Lists,
}

/// How a row finds its table. A plain reference would make the compiler look through the whole table for
/// every constant scope.
#[expect(clippy::exhaustive_enums, reason = "generated code builds it")]
pub enum TableOf {
    /// A table that was generated.
    Generated(fn() -> &'static Table),
    /// A table that was made at run time: what gives it holds it since its rows were complete.
    Loaded(&'static (dyn Fn() -> &'static Table + Send + Sync)),
}

impl Header {
    /// The table of these rows.
    #[must_use]
    pub fn table(&self) -> &'static Table {
        match &self.table {
            TableOf::Generated(table) => table(),
            TableOf::Loaded(table) => table(),
        }
    }
}

/// A row of a table. Two are equal when their wire forms are, and ordered as they are printed.
#[derive(Clone, Copy)]
pub struct ScopeRow {
    /// The spelling that is sent to Zoho.
    pub wire: &'static str,
    /// What it has in common with the other scopes of its table.
    pub header: &'static Header,
    /// Its index among the rows.
    pub id: u16,
    /// Its status and more, as bits of [`format`](super::format).
    pub marks: u8,
}

/// A scope or a pattern: rows live as long as the process.
pub type Row = &'static ScopeRow;

/// The rows of scopes; `N` is their number.
#[must_use]
pub const fn scope_rows<const N: usize>(
    header: &'static Header,
    wires: &[&'static str; N],
    marks: &[u8; N],
) -> [ScopeRow; N] {
    let mut rows = [ScopeRow { wire: "", header, id: 0, marks: 0 }; N];
    let mut index = 0;
    while index < N {
        #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
        {
            rows[index] = ScopeRow { wire: wires[index], header, id: index as u16, marks: marks[index] };
        }
        index += 1;
    }
    rows
}
