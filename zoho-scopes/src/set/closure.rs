//! The closure of a set: everything that it covers, and which of its entries do it.
//!
//! Zoho may spell a granted ALL out, so that a set which covers CREATE, READ, UPDATE and DELETE of a
//! name covers its ALL, and what that covers. This is done until nothing new is covered.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use zoho_scopes_data::{
    table::{Name, Row, Table},
    text::order::folded_order,
};

use crate::catalogue::{Admitted, Covers, Entry, Scope};

/// Which claims are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claims {
    /// Those with a source.
    Documented,
    /// Those without one, too.
    Possible,
}

/// Indices of entries in the set: the known ones come first, then the others.
pub(crate) type Indices = BTreeSet<usize>;

/// What a set covers.
pub(crate) struct Closure<'a> {
    claims: Claims,
    known: &'a [Scope],
    others: &'a [Entry<'static>],
    /// For each scope of a table, which of the `ways` reaches it.
    tables: Vec<(&'static Table, Vec<u32>)>,
    /// Each known entry alone, and after them the entries that spell an ALL out.
    ways: Vec<Indices>,
}

/// No way reaches the scope.
const NONE: u32 = u32::MAX;

impl<'a> Closure<'a> {
    /// What the entries reach one by one. A scope that is held reaches itself; another one is reached
    /// by the first, in output order, that covers it.
    pub(crate) fn of(known: &'a [Scope], others: &'a [Entry<'static>], claims: Claims) -> Self {
        let ways = (0..known.len()).map(|index| Indices::from([index])).collect();
        let mut closure = Self { claims, known, others, tables: Vec::new(), ways };
        for (way, scope) in known.iter().enumerate().rev() {
            closure.mark(scope.0, way, |_| true);
        }
        for (way, scope) in known.iter().enumerate() {
            closure.table(scope.0.table())[usize::from(scope.0.id)] = number(way);
        }
        closure
    }

    /// Adds what entries reach together.
    pub(crate) fn saturated(mut self) -> Self {
        let mut services: Vec<_> = self.known.iter().map(|scope| scope.0.service()).collect();
        services.dedup_by_key(|service| service.key());
        let wholes: Vec<Whole> =
            services.into_iter().flat_map(|service| service.names().filter_map(Whole::of)).collect();
        loop {
            let before = self.ways.len();
            for whole in &wholes {
                if self.way(whole.all).is_some() {
                    continue;
                }
                let parts: Option<Vec<usize>> = whole.parts.iter().map(|part| self.way(part)).collect();
                let Some(parts) = parts else { continue };
                let places = parts.into_iter().flat_map(|way| self.ways[way].iter().copied()).collect();
                self.ways.push(places);
                self.mark(whole.all, self.ways.len() - 1, |found| found == NONE);
            }
            if self.ways.len() == before {
                return self;
            }
        }
    }

    /// The entries that cover `entry`, alone or together.
    pub(crate) fn by(&self, entry: &Entry<'_>) -> Option<Indices> {
        match entry {
            Entry::Known(scope) => Some(self.ways[self.way(scope.0)?].clone()),
            Entry::Admitted(admitted) => self.by_admitted(admitted),
            Entry::Unknown(text) => match self.others.binary_search_by(|held| held.cmp(entry)) {
                Ok(place) => Some(Indices::from([self.known.len() + place])),
                Err(_) => self.by_scope_above(text.as_str()),
            },
        }
    }

    /// What is not in the catalogue may be covered by what covers names beside it.
    fn by_scope_above(&self, text: &str) -> Option<Indices> {
        if self.claims == Claims::Documented {
            return None;
        }
        let held = self.known.iter().position(|scope| scope.0.may_cover_unknown(text));
        let held = held.map(|place| Indices::from([place]));
        held.or_else(|| {
            let reached = |(table, ways): &(&'static Table, Vec<u32>)| {
                let above = |row: &Row| row.may_cover_unknown(text) && self.way(row).is_some();
                let rows = table.scopes.iter().zip(ways).filter(|(_, way)| **way != NONE);
                rows.map(|(row, _)| row).find(above).and_then(|row| self.way(row))
            };
            self.tables.iter().find_map(reached).map(|way| self.ways[way].clone())
        })
    }

    /// Admitted text is covered as its pattern says, by known scopes and by others of the same name.
    fn by_admitted(&self, admitted: &Admitted<'_>) -> Option<Indices> {
        let named = self.named_like(admitted.stem());
        let alone = |pattern: Row| {
            let held = named.iter().find(|(_, held)| *held == pattern);
            let covering = || named.iter().find(|(_, held)| self.claimed(held, pattern));
            let by_known = || self.way(pattern).map(|way| self.ways[way].clone());
            held.or_else(covering).map(|(place, _)| Indices::from([*place])).or_else(by_known)
        };
        let pattern = admitted.row();
        alone(pattern).or_else(|| {
            let whole = Whole::of(pattern.name()).filter(|whole| self.claimed(whole.all, pattern))?;
            let parts: Option<Vec<Indices>> = whole.parts.iter().map(|part| alone(*part)).collect();
            Some(parts?.into_iter().flatten().collect())
        })
    }

    /// The held texts of this stem, as indices and patterns.
    pub(crate) fn named_like(&self, stem: &str) -> Vec<(usize, Row)> {
        let begins = |text: &str| text.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
        let first = self.others.partition_point(|entry| folded_order(entry.as_str(), stem).is_lt());
        let from_there = (self.known.len() + first..).zip(&self.others[first..]);
        let near = from_there.take_while(|(_, entry)| begins(entry.as_str()));
        near.filter_map(|(place, entry)| match entry {
            Entry::Admitted(held) if held.stem().eq_ignore_ascii_case(stem) => Some((place, held.row())),
            _ => None,
        })
        .collect()
    }

    /// Which way reaches a scope. One of another catalogue is reached if it is held.
    fn way(&self, scope: Row) -> Option<usize> {
        let table = self.tables.iter().find(|(found, _)| core::ptr::eq(*found, scope.table()));
        let found = table.map(|(_, table)| table[usize::from(scope.id)]).filter(|way| *way != NONE);
        found.map(|way| way as usize).or_else(|| self.known.binary_search(&Scope(scope)).ok())
    }

    /// Marks a scope and all that it covers as reached, where `free` says so of the way that was there.
    fn mark(&mut self, scope: Row, way: usize, free: impl Fn(u32) -> bool) {
        let own = [(scope.id, scope.id)];
        let possible = (self.claims == Claims::Possible).then(|| scope.may_cover_ids().iter());
        let table = self.table(scope.table());
        for (first, last) in own.into_iter().chain(possible.into_iter().flatten()).chain(scope.covers_ids().iter()) {
            for found in &mut table[usize::from(first)..=usize::from(last)] {
                if free(*found) {
                    *found = number(way);
                }
            }
        }
    }

    fn table(&mut self, table: &'static Table) -> &mut [u32] {
        let known = self.tables.iter().position(|(other, _)| core::ptr::eq(*other, table));
        let place = known.unwrap_or_else(|| {
            self.tables.push((table, vec![NONE; table.scopes.len()]));
            self.tables.len() - 1
        });
        &mut self.tables[place].1
    }

    /// Whether the claims that are followed let one scope cover another.
    fn claimed(&self, upper: Row, lower: Row) -> bool {
        match upper.covers(lower) {
            Covers::Yes => true,
            Covers::Undocumented => self.claims == Claims::Possible,
            Covers::No => false,
        }
    }
}

/// The scopes of a name that together allow what its ALL does.
pub(crate) struct Whole {
    pub(crate) all: Row,
    pub(crate) parts: [Row; 4],
}

impl Whole {
    pub(crate) fn of(name: Name) -> Option<Self> {
        let offers = |word: &str| name.scopes().find(|scope| scope.has_operation(word));
        let parts = [offers("CREATE")?, offers("READ")?, offers("UPDATE")?, offers("DELETE")?];
        Some(Self { all: offers("ALL")?, parts })
    }
}

/// A way as a table holds it; a set of more entries than this counts does not fit into memory.
fn number(way: usize) -> u32 {
    u32::try_from(way).unwrap_or(NONE)
}
