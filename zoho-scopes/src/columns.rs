//! How generated code writes its tables: as columns, which are joined to rows in const evaluation.

use crate::{
    layer::{Home, Layer, More, NameRow, ScopeRow},
    source::Status,
};

/// Lists of different lengths, one behind the other.
pub struct Lists<T: 'static> {
    /// The items of all lists.
    pub items: &'static [T],
    /// Where each list ends.
    pub ends: &'static [u16],
}

impl<T> Lists<T> {
    const fn get(&self, place: usize) -> &'static [T] {
        let start = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        let (upto, _) = self.items.split_at(self.ends[place] as usize);
        upto.split_at(start).1
    }
}

/// The columns of scope names.
pub struct NameColumns {
    #[allow(missing_docs)]
    pub services: &'static [u16],
    #[allow(missing_docs)]
    pub names: &'static [&'static str],
    #[allow(missing_docs)]
    pub summaries: &'static [&'static str],
    #[allow(missing_docs)]
    pub scopes: Lists<u16>,
}

/// Joins the columns of scope names; `N` is their length.
#[must_use]
pub const fn name_rows<const N: usize>(columns: &'static NameColumns) -> [NameRow; N] {
    let mut rows = [const { NameRow { service: 0, name: "", summary: "", scopes: &[] } }; N];
    let mut place = 0;
    while place < N {
        rows[place] = NameRow {
            service: columns.services[place],
            name: columns.names[place],
            summary: columns.summaries[place],
            scopes: columns.scopes.get(place),
        };
        place += 1;
    }
    rows
}

/// The columns of scopes.
pub struct ScopeColumns {
    /// Tells layers apart.
    pub fingerprint: u64,
    /// The way back to the layer.
    pub layer: fn() -> &'static Layer,
    #[allow(missing_docs)]
    pub wires: &'static [&'static str],
    #[allow(missing_docs)]
    pub names: &'static [u16],
    /// A letter for each: documented, observed, ? for disputed, x for deprecated.
    pub statuses: &'static [u8],
    /// The ids of patterns.
    pub patterns: &'static [u16],
    #[allow(missing_docs)]
    pub summaries: &'static [&'static str],
    #[allow(missing_docs)]
    pub sources: Lists<u16>,
    #[allow(missing_docs)]
    pub covers: Lists<(u16, u16)>,
    #[allow(missing_docs)]
    pub may_cover: Lists<(u16, u16)>,
    /// What few have, with their ids.
    pub more: &'static [(u16, More)],
}

/// Joins the columns of scopes; `N` is their length.
#[must_use]
pub const fn scope_rows<const N: usize>(columns: &'static ScopeColumns) -> [ScopeRow; N] {
    let mut rows = [ScopeRow::PLAIN; N];
    let mut place = 0;
    while place < N {
        #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
        let id = place as u16;
        rows[place] = ScopeRow {
            id,
            fingerprint: columns.fingerprint,
            home: Home::Generated(columns.layer),
            wire: columns.wires[place],
            name: columns.names[place],
            status: match columns.statuses[place] {
                b'd' => Status::Documented,
                b'o' => Status::Observed,
                b'x' => Status::Deprecated,
                _ => Status::Disputed,
            },
            summary: columns.summaries[place],
            sources: columns.sources.get(place),
            covers: columns.covers.get(place),
            may_cover: columns.may_cover.get(place),
            pattern: false,
            more: None,
        };
        place += 1;
    }
    let mut place = 0;
    while place < columns.patterns.len() {
        rows[columns.patterns[place] as usize].pattern = true;
        place += 1;
    }
    let mut place = 0;
    while place < columns.more.len() {
        let (id, more) = &columns.more[place];
        rows[*id as usize].more = Some(more);
        place += 1;
    }
    rows
}
