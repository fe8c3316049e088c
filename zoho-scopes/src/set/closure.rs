//! The closure of a set: everything that it covers, and which of its entries do it.
//!
//! Zoho may spell a granted ALL out, so that a set which covers CREATE, READ, UPDATE and DELETE of a
//! name covers its ALL, and what that covers. This is done until nothing new is covered.

use alloc::{collections::BTreeSet, vec::Vec};

use zoho_scopes_data::{
    table::{Header, Name, Row, ScopeRow},
    text::order::folded_order,
};

use super::{ScopeSet, bits::Bits};
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
    /// The ids that are reached, table by table.
    reached: Vec<(&'static Header, Bits)>,
    /// Each ALL that entries spell out together, with these entries.
    spelt_out: Vec<(Row, Indices)>,
}

impl<'a> Closure<'a> {
    /// What the entries reach one by one.
    pub(crate) fn of(known: &'a [Scope], others: &'a [Entry<'static>], claims: Claims) -> Self {
        let mut closure = Self { claims, known, others, reached: Vec::new(), spelt_out: Vec::new() };
        for scope in known {
            closure.mark(scope.0);
        }
        closure
    }

    /// Adds what entries reach together.
    pub(crate) fn saturated(mut self) -> Self {
        loop {
            let before = self.spelt_out.len();
            for whole in self.names().into_iter().filter_map(|name| self.spelled_out(name)).collect::<Vec<_>>() {
                let parts: Option<Vec<Indices>> = whole.parts.iter().map(|part| self.by_scope(part)).collect();
                if let Some(parts) = parts.filter(|_| !self.holds(whole.all)) {
                    self.spelt_out.push((whole.all, parts.into_iter().flatten().collect()));
                    self.mark(whole.all);
                }
            }
            if self.spelt_out.len() == before {
                return self;
            }
        }
    }

    /// Whether entries cover `entry`, alone or together.
    pub(crate) fn reaches(&self, entry: &Entry<'_>) -> bool {
        match entry {
            Entry::Known(scope) => self.holds(scope.0),
            other => self.by(other).is_some(),
        }
    }

    /// Whether entries cover every entry of a set.
    pub(crate) fn reaches_all(&self, required: &ScopeSet) -> bool {
        required.known().iter().all(|scope| self.holds(scope.0))
            && required.others().iter().all(|entry| self.reaches(entry))
    }

    /// The entries that cover `entry`, alone or together: itself if it is held, else the first, in output order, that
    /// covers it.
    pub(crate) fn by(&self, entry: &Entry<'_>) -> Option<Indices> {
        match entry {
            Entry::Known(scope) => self.by_scope(scope.0),
            Entry::Admitted(admitted) => self.by_admitted(admitted),
            Entry::Unknown(text) => match self.others.binary_search_by(|held| held.cmp(entry)) {
                Ok(place) => Some(Indices::from([self.known.len() + place])),
                Err(_) => self.by_scope_above(text.as_str()),
            },
        }
    }

    fn by_scope(&self, scope: Row) -> Option<Indices> {
        if !self.holds(scope) {
            return None;
        }
        let held = self.known.binary_search(&Scope(scope)).ok();
        let alone = || self.known.iter().position(|upper| self.claimed(upper.0, scope));
        let together = || self.spelt_out.iter().find(|(all, _)| self.claimed(all, scope));
        let alone = held.or_else(alone).map(|place| Indices::from([place]));
        alone.or_else(|| together().map(|(_, places)| places.clone()))
    }

    /// What is not in the catalogue may be covered by what covers names beside it.
    fn by_scope_above(&self, text: &str) -> Option<Indices> {
        if self.claims == Claims::Documented {
            return None;
        }
        let held = self.known.iter().position(|scope| scope.0.may_cover_unknown(text));
        let held = held.map(|place| Indices::from([place]));
        held.or_else(|| self.rows().find(|row| row.may_cover_unknown(text)).and_then(|row| self.by_scope(row)))
    }

    /// Admitted text is covered as its pattern says, by known scopes and by others of the same name.
    fn by_admitted(&self, admitted: &Admitted<'_>) -> Option<Indices> {
        let named = self.named_like(admitted.stem());
        let alone = |pattern: Row| {
            let held = named.iter().find(|(_, held)| *held == pattern);
            let covering = || named.iter().find(|(_, held)| self.claimed(held, pattern));
            held.or_else(covering).map(|(place, _)| Indices::from([*place])).or_else(|| self.by_scope(pattern))
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

    /// Whether a scope is reached. One of another catalogue is if it is held.
    fn holds(&self, scope: Row) -> bool {
        match self.of_table(scope) {
            Some(ids) if ids.holds(usize::from(scope.id)) => true,
            Some(_) if self.reached.len() == 1 => false,
            _ => self.known.binary_search(&Scope(scope)).is_ok(),
        }
    }

    fn of_table(&self, scope: Row) -> Option<&Bits> {
        let reached = self.reached.iter().find(|(header, _)| core::ptr::eq(*header, scope.header));
        reached.map(|(_, ids)| ids)
    }

    /// Marks a scope and all that it covers as reached.
    fn mark(&mut self, scope: Row) {
        let place = self.reached.iter().position(|(header, _)| core::ptr::eq(*header, scope.header));
        let place = place.unwrap_or_else(|| {
            self.reached.push((scope.header, Bits::new(scope.table().scopes.len())));
            self.reached.len() - 1
        });
        let ids = &mut self.reached[place].1;
        ids.insert(usize::from(scope.id));
        let mut add = |(first, last)| ids.insert_range(usize::from(first), usize::from(last));
        scope.covers_ids().iter().for_each(&mut add);
        if self.claims == Claims::Possible {
            scope.may_cover_ids().iter().for_each(add);
        }
    }

    /// The scopes that are reached, patterns among them.
    fn rows(&self) -> impl Iterator<Item = Row> {
        self.reached.iter().flat_map(|(header, ids)| {
            let scopes = header.table().scopes;
            ids.iter().map(move |id| &scopes[id])
        })
    }

    /// The names of these.
    fn names(&self) -> Vec<Name> {
        let mut names: Vec<Name> = self.rows().map(ScopeRow::name).collect();
        names.dedup_by_key(|name| name.key());
        names
    }

    /// The operations of a name of which so many are reached that its ALL may be spelt out, and is not reached itself.
    fn spelled_out(&self, name: Name) -> Option<Whole> {
        let parts = name.scopes().filter(|row| self.holds(row)).count();
        let whole = if parts < 4 { None } else { Whole::of(name) };
        whole.filter(|whole| !self.holds(whole.all))
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
