//! Looking texts up in several tables.

use super::{
    format::{DISPUTED, STATUS},
    index::{MatchKind, Plain},
    names::{Name, Service},
    pattern,
    rows::{Excluded, Row, Table},
};
use crate::text::hash::hash;

/// The tables of a catalogue: later ones are asked where earlier ones know nothing.
#[derive(Clone, Copy)]
pub struct Tables {
    tables: &'static [&'static Table],
}

/// What a text spells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a text spells one scope, one of two, or none")]
pub enum LookUp {
    /// One scope.
    Scope(Row, MatchKind),
    /// Two scopes that case alone tells apart, and the text is neither.
    CaseVariants(Row, Row),
    /// No scope.
    Nothing,
}

impl Tables {
    /// These tables; earlier ones are asked first.
    #[must_use]
    pub const fn new(tables: &'static [&'static Table]) -> Self {
        Self { tables }
    }

    /// The tables.
    #[must_use]
    pub const fn all(self) -> &'static [&'static Table] {
        self.tables
    }

    /// The scope that a text spells, in its wire form, another official spelling, or another case.
    #[must_use]
    pub fn find(self, text: &str) -> Option<Row> {
        match self.look_up(text) {
            LookUp::Scope(scope, _) => Some(scope),
            LookUp::CaseVariants(..) | LookUp::Nothing => None,
        }
    }

    /// What a text spells.
    #[must_use]
    pub fn look_up(self, text: &str) -> LookUp {
        let hash = hash(text.as_bytes());
        for table in self.tables {
            if let Some((id, kind)) = table.find_exactly(hash, text.as_bytes()) {
                return LookUp::Scope(row(table, id), kind);
            }
        }
        let folded = |table: &&'static Table| table.find_folded(hash, text).map(|ids| (*table, ids));
        let Some((table, (first, second))) = self.tables.iter().find_map(folded) else { return LookUp::Nothing };
        let scope = row(table, first);
        match second {
            Some(second) => LookUp::CaseVariants(scope, row(table, second)),
            None if is_official(scope, text) => LookUp::Scope(scope, MatchKind::Alias),
            None => LookUp::Scope(scope, MatchKind::OtherCase),
        }
    }

    /// The scope that has exactly this wire form, if there is nothing to say about it.
    #[inline]
    #[must_use]
    pub fn find_plain(self, text: &[u8]) -> Option<Row> {
        let hash = hash(text);
        for table in self.tables {
            match table.find_plain(hash, text) {
                Plain::Row(row) => return (row.marks & STATUS < DISPUTED).then_some(row),
                Plain::Other => return None,
                Plain::Nothing => {}
            }
        }
        None
    }

    /// The service that a word names, in any case.
    #[must_use]
    pub fn service(self, word: &str) -> Option<Service> {
        let mut services = self.services_with(move |name| name.eq_ignore_ascii_case(word));
        let first = services.next()?;
        if first.name == word { Some(first) } else { services.find(|other| other.name == word).or(Some(first)) }
    }

    /// The services, sorted without regard to case table by table. One of which an earlier table has every scope is
    /// left out.
    pub fn services(self) -> impl Iterator<Item = Service> {
        self.services_with(|_| true)
    }

    /// Those whose names fit.
    fn services_with(self, fits: impl Fn(&str) -> bool + Copy) -> impl Iterator<Item = Service> {
        let of_table = move |table: &'static Table| {
            let services = (0u16..).zip(table.services).filter(move |(_, row)| fits(row.name));
            services.map(move |(id, _)| Service::new(table, id))
        };
        let is_hidden = move |layer: usize, service: &Service| {
            let mut above = self.tables[..layer].iter().flat_map(|table| table.services);
            above.any(|other| other.name == service.name)
                && service.names().flat_map(Name::scopes).all(|row| self.is_hidden(layer, row))
        };
        let layers = self.tables.iter().enumerate();
        layers.flat_map(move |(layer, table)| of_table(table).filter(move |service| !is_hidden(layer, service)))
    }

    /// The scopes and the patterns, in output order table by table, each once.
    pub fn rows(self) -> impl Iterator<Item = Row> {
        let layers = self.tables.iter().enumerate();
        layers.flat_map(move |(layer, table)| table.scopes.iter().filter(move |row| !self.is_hidden(layer, row)))
    }

    /// The rows whose wire form begins with one text or ends in the other, without regard to case; some of them twice.
    pub fn with_ends(self, beginning: &[u8], ending: &[u8]) -> impl Iterator<Item = Row> {
        let layers = self.tables.iter().enumerate();
        layers.flat_map(move |(layer, table)| {
            let rows = table.beginning_with(beginning).iter().chain(table.ending_in(ending));
            rows.filter(move |row| !self.is_hidden(layer, row))
        })
    }

    /// Whether a table before this one has the same scope.
    fn is_hidden(self, layer: usize, row: Row) -> bool {
        let has = |table: &&Table| {
            matches!(table.find_exactly(hash(row.wire.as_bytes()), row.wire.as_bytes()), Some((_, MatchKind::Wire)))
        };
        self.tables[..layer].iter().any(has)
    }

    /// The scopes without the patterns.
    pub fn scopes(self) -> impl Iterator<Item = Row> {
        self.rows().filter(|row| !row.is_pattern())
    }

    /// The scope that a known misspelling means.
    #[must_use]
    pub fn misspelling(self, text: &str) -> Option<Row> {
        let misspellings = self.tables.iter().flat_map(|table| table.misspellings);
        let means =
            misspellings.filter(|(wrong, _)| wrong.eq_ignore_ascii_case(text)).map(|(_, means)| *means).next()?;
        self.find(means)
    }

    /// Why a scope is left out on purpose.
    #[must_use]
    pub fn excluded(self, text: &str) -> Option<&'static Excluded> {
        self.tables.iter().flat_map(|table| table.excluded).find(|excluded| excluded.scope.eq_ignore_ascii_case(text))
    }

    /// The pattern, with its operation, that admits a text which no scope spells.
    #[must_use]
    pub fn admit(self, text: &str) -> Option<Row> {
        let (name, operation) = text.rsplit_once('.')?;
        self.pattern(name)?.scopes().find(|pattern| pattern.has_operation(operation))
    }

    /// The pattern that a text without its operation fits.
    #[must_use]
    pub fn pattern(self, text: &str) -> Option<Name> {
        let (service, name) = text.split_once('.')?;
        let names = self.tables.iter().flat_map(|table| table.patterns.iter().map(|id| Name::new(table, id)));
        names.filter(|pattern| pattern.service().matches(service)).find(|pattern| {
            let siblings = pattern.service().names().map(Name::as_str);
            pattern::admits(pattern.as_str(), name, siblings, |word| self.is_operation(word))
        })
    }

    /// Whether any service uses this word as an operation.
    #[must_use]
    pub fn is_operation(self, word: &str) -> bool {
        self.tables.iter().flat_map(|table| table.operations).any(|known| known.eq_ignore_ascii_case(word))
    }
}

fn row(table: &'static Table, id: u16) -> Row {
    &table.scopes[usize::from(id)]
}

/// Whether a text, which spells a scope without regard to case, is an official spelling of it: another spelling of
/// the service before the rest of the wire form.
fn is_official(scope: Row, text: &str) -> bool {
    let (Some((word, rest)), Some((_, own))) = (text.split_once('.'), scope.wire.split_once('.')) else {
        return scope.service().aliases.contains(&text);
    };
    scope.service().aliases.contains(&word) && rest == own
}
