//! Rows as columns of bytes: what tables of scopes and names are made of, generated or at run time.
//!
//! A column is one byte string or one text. Thousands of struct expressions, or joining and hashing in
//! const evaluation, cost the compiler far more.

use crate::{
    scope::Status,
    tables::format::{COVERS, DEPRECATED, DISPUTED, DOCUMENTED, NONE, OBSERVED, PATTERN, hash},
    tables::rows::{NameRow, Rows, ScopeRow},
};

/// Texts one behind the other.
#[derive(Debug, Default)]
pub struct Texts {
    /// All of them.
    pub text: String,
    /// Where each ends, as [`u32`], the low byte first.
    pub ends: Vec<u8>,
}

/// Lists of numbers one behind the other.
#[derive(Debug, Default)]
pub struct Lists {
    /// The numbers of all lists, as [`u16`], the low byte first.
    pub items: Vec<u8>,
    /// Where each list ends, counted in bytes, as [`u32`], the low byte first.
    pub ends: Vec<u8>,
}

/// The columns of scopes and names.
#[derive(Debug, Default)]
pub struct Columns {
    /// The status of each scope, and whether it is a pattern and covers others: bits of [`format`](crate::tables::format).
    pub marks: Vec<u8>,
    /// The name of each scope, as [`u16`].
    pub scope_names: Vec<u8>,
    /// What each scope permits.
    pub scope_summaries: Texts,
    /// The sources of each scope.
    pub scope_sources: Lists,
    /// What each scope covers: first and last ids of ranges.
    pub covers: Lists,
    /// What each scope may cover.
    pub may_cover: Lists,
    /// The service of each name, as [`u16`].
    pub name_services: Vec<u8>,
    /// The names.
    pub names: Texts,
    /// What data each name opens.
    pub name_summaries: Texts,
    /// The ids of each name's scopes, in the order of the file.
    pub name_scopes: Lists,
    /// What finds a scope by the hash of its text: ids of scopes, and behind them numbers of other
    /// spellings, as [`u16`].
    pub index: Vec<u8>,
}

impl Columns {
    /// The columns of rows.
    #[must_use]
    pub fn of(rows: &Rows<'_>) -> Self {
        let mut columns = Self { index: index(rows), ..Self::default() };
        rows.scopes.iter().for_each(|row| columns.add_scope(row));
        rows.names.iter().for_each(|row| columns.add_name(row));
        columns
    }

    fn add_scope(&mut self, row: &ScopeRow<'_>) {
        let status = match row.scope.status() {
            Status::Documented => DOCUMENTED,
            Status::Observed => OBSERVED,
            Status::Disputed => DISPUTED,
            Status::Deprecated => DEPRECATED,
        };
        let pattern = if row.scope.is_pattern() { PATTERN } else { 0 };
        let covers = if row.covers.is_empty() { 0 } else { COVERS };
        self.marks.push(status | pattern | covers);
        self.scope_names.extend(number(row.name).to_le_bytes());
        self.scope_summaries.add(&row.scope.summary());
        self.scope_sources.add(row.sources.iter().map(|place| number(*place)));
        self.covers.add(row.covers.iter().flat_map(|(first, last)| [*first, *last]));
        self.may_cover.add(row.may_cover.iter().flat_map(|(first, last)| [*first, *last]));
    }

    fn add_name(&mut self, row: &NameRow<'_>) {
        self.name_services.extend(number(row.service).to_le_bytes());
        self.names.add(row.name);
        self.name_summaries.add(&row.details.summary);
        self.name_scopes.add(row.scopes.iter().copied());
    }
}

impl Texts {
    fn add(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.extend(end(self.text.len()));
    }
}

impl Lists {
    fn add(&mut self, items: impl Iterator<Item = u16>) {
        self.items.extend(items.flat_map(u16::to_le_bytes));
        self.ends.extend(end(self.items.len()));
    }
}

/// Open addressing over [`hash`] in a power of two of places, at most half of them taken. Patterns are not in it.
fn index(rows: &Rows<'_>) -> Vec<u8> {
    let wires = rows.scopes.iter().map(|row| (!row.scope.is_pattern()).then_some(row.wire.as_str()));
    let texts = wires.chain(rows.spellings.iter().map(|(spelling, _)| Some(*spelling)));
    let count = rows.scopes.len() + rows.spellings.len();
    let mut index = vec![NONE; (2 * count + 2).next_power_of_two()];
    let mask = index.len() - 1;
    for (place, text) in texts.enumerate() {
        let Some(text) = text else { continue };
        let mut slot = hash(text.as_bytes()) & mask;
        while index[slot] != NONE {
            slot = (slot + 1) & mask;
        }
        index[slot] = number(place);
    }
    index.into_iter().flat_map(u16::to_le_bytes).collect()
}

/// The number of a row; [`Rows`] are never more than it counts.
fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// An end; 65,000 rows have no four billion bytes.
fn end(place: usize) -> [u8; 4] {
    u32::try_from(place).unwrap_or(u32::MAX).to_le_bytes()
}
