//! What a set of scopes reaches: everything that it covers, and which of its entries do it.
//!
//! Zoho may spell a granted ALL out, so that a set which reaches CREATE, READ, UPDATE and DELETE of a
//! name reaches its ALL, and what that covers. This is done until nothing new is reached.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use crate::{
    catalogue::{Covers, Scope, ScopeName, layer::Layer},
    set::{Admitted, Entry, ScopeSet},
    text::folded_order,
};

/// Which claims are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claims {
    /// Those with a source.
    Documented,
    /// Those without one, too.
    Possible,
}

/// Places of entries in the set: the known ones come first, then the others.
pub(crate) type Places = BTreeSet<usize>;

/// What a set reaches.
pub(crate) struct Reach<'a> {
    claims: Claims,
    known: &'a [Scope],
    others: &'a [Entry<'static>],
    /// For each scope of a table, which of the `ways` reaches it.
    tables: Vec<(&'static Layer, Vec<u32>)>,
    /// Each known entry alone, and after them the entries that spell an ALL out.
    ways: Vec<Places>,
}

/// No way reaches the scope.
const NONE: u32 = u32::MAX;

impl<'a> Reach<'a> {
    /// What the entries reach one by one. A scope that is held reaches itself; another one is reached
    /// by the first, in output order, that covers it.
    pub(crate) fn of(set: &'a ScopeSet, claims: Claims) -> Self {
        let known = set.known();
        let ways = (0..known.len()).map(|place| Places::from([place])).collect();
        let mut reach = Self { claims, known, others: set.others(), tables: Vec::new(), ways };
        for (way, scope) in known.iter().enumerate().rev() {
            reach.mark(*scope, way, |_| true);
        }
        for (way, scope) in known.iter().enumerate() {
            reach.table(scope.layer())[usize::from(scope.id())] = number(way);
        }
        reach
    }

    /// Adds what entries reach together.
    pub(crate) fn saturated(mut self) -> Self {
        let mut services: Vec<_> = self.known.iter().map(|scope| scope.owner()).collect();
        services.dedup();
        let wholes: Vec<Whole> =
            services.into_iter().flat_map(|service| service.names().filter_map(Whole::of)).collect();
        loop {
            let before = self.ways.len();
            for whole in &wholes {
                if self.way(whole.all).is_some() {
                    continue;
                }
                let parts: Option<Vec<usize>> = whole.parts.iter().map(|part| self.way(*part)).collect();
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
    pub(crate) fn by(&self, entry: &Entry<'_>) -> Option<Places> {
        match entry {
            Entry::Known(scope) => Some(self.ways[self.way(*scope)?].clone()),
            Entry::Admitted(admitted) => self.by_admitted(admitted),
            Entry::Unknown(_) => {
                let place = self.others.binary_search_by(|held| held.cmp(entry)).ok()?;
                Some(Places::from([self.known.len() + place]))
            }
        }
    }

    /// Admitted text is covered as its pattern says, by known scopes and by others of the same name.
    fn by_admitted(&self, admitted: &Admitted<'_>) -> Option<Places> {
        let named = self.named_like(admitted.stem());
        let alone = |pattern: Scope| {
            let held = named.iter().find(|(_, held)| *held == pattern);
            let covering = || named.iter().find(|(_, held)| self.claimed(*held, pattern));
            let by_known = || self.way(pattern).map(|way| self.ways[way].clone());
            held.or_else(covering).map(|(place, _)| Places::from([*place])).or_else(by_known)
        };
        let pattern = admitted.scope();
        alone(pattern).or_else(|| {
            let whole = Whole::of(pattern.name()?).filter(|whole| self.claimed(whole.all, pattern))?;
            let parts: Option<Vec<Places>> = whole.parts.iter().map(|part| alone(*part)).collect();
            Some(parts?.into_iter().flatten().collect())
        })
    }

    /// The held texts of this stem, as places and patterns.
    pub(crate) fn named_like(&self, stem: &str) -> Vec<(usize, Scope)> {
        let begins = |text: &str| text.get(..stem.len()).is_some_and(|start| start.eq_ignore_ascii_case(stem));
        let first = self.others.partition_point(|entry| folded_order(entry.as_str(), stem).is_lt());
        let from_there = (self.known.len() + first..).zip(&self.others[first..]);
        let near = from_there.take_while(|(_, entry)| begins(entry.as_str()));
        near.filter_map(|(place, entry)| match entry {
            Entry::Admitted(held) if held.stem().eq_ignore_ascii_case(stem) => Some((place, held.scope())),
            _ => None,
        })
        .collect()
    }

    /// Which way reaches a scope. One of another catalogue is reached if it is held.
    fn way(&self, scope: Scope) -> Option<usize> {
        let table = self.tables.iter().find(|(layer, _)| core::ptr::eq(*layer, scope.layer()));
        let found = table.map(|(_, table)| table[usize::from(scope.id())]).filter(|way| *way != NONE);
        found.map(|way| way as usize).or_else(|| self.known.binary_search(&scope).ok())
    }

    /// Marks a scope and all that it covers as reached, where `free` says so of the way that was there.
    fn mark(&mut self, scope: Scope, way: usize, free: impl Fn(u32) -> bool) {
        let own = [(scope.id(), scope.id())];
        let possible = (self.claims == Claims::Possible).then(|| scope.may_cover_ids().iter());
        let table = self.table(scope.layer());
        for (first, last) in own.into_iter().chain(possible.into_iter().flatten()).chain(scope.covers_ids().iter()) {
            for found in &mut table[usize::from(first)..=usize::from(last)] {
                if free(*found) {
                    *found = number(way);
                }
            }
        }
    }

    fn table(&mut self, layer: &'static Layer) -> &mut [u32] {
        let known = self.tables.iter().position(|(other, _)| core::ptr::eq(*other, layer));
        let place = known.unwrap_or_else(|| {
            self.tables.push((layer, vec![NONE; layer.scopes.len()]));
            self.tables.len() - 1
        });
        &mut self.tables[place].1
    }

    /// Whether the claims that are followed let one scope cover another.
    fn claimed(&self, upper: Scope, lower: Scope) -> bool {
        match upper.covers(lower) {
            Covers::Yes => true,
            Covers::Undocumented => self.claims == Claims::Possible,
            Covers::No => false,
        }
    }
}

/// The scopes of a name that together allow what its ALL does.
pub(crate) struct Whole {
    pub(crate) all: Scope,
    pub(crate) parts: [Scope; 4],
}

impl Whole {
    pub(crate) fn of(name: ScopeName) -> Option<Self> {
        let offers =
            |word: &str| name.scopes().find(|scope| scope.operation().is_some_and(|it| it.eq_ignore_ascii_case(word)));
        let parts = [offers("CREATE")?, offers("READ")?, offers("UPDATE")?, offers("DELETE")?];
        Some(Self { all: offers("ALL")?, parts })
    }
}

/// A way as a table holds it; a set of more entries than this counts does not fit into memory.
fn number(way: usize) -> u32 {
    u32::try_from(way).unwrap_or(NONE)
}
