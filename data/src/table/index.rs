//! From text to id without regard to case: open addressing over a [`hash`](crate::text::hash::hash).

use core::cmp::Ordering;

use super::{
    columns::partition_point,
    format::NONE,
    rows::{Row, ScopeRow, Table},
};
use crate::text::order::{ending_order, equal, folded_bytes, output_order};

/// How a text spells a scope that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "who reports spellings is to think of each")]
pub enum MatchKind {
    /// The wire form, letter for letter.
    Wire,
    /// Another official spelling, letter for letter.
    Alias,
    /// One of these in another case.
    OtherCase,
}

/// What a text of a list is that may be right.
pub(super) enum Plain {
    /// The wire form of a scope.
    Row(Row),
    /// Another spelling.
    Other,
    /// Nothing that is known here.
    Nothing,
}

impl Table {
    /// The id of the scope that has exactly this spelling, and of which kind that is.
    #[inline]
    #[must_use]
    pub const fn find_exactly(&self, hash: usize, text: &[u8]) -> Option<(u16, MatchKind)> {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        loop {
            let entry = self.index.get(slot);
            if entry == NONE {
                return None;
            }
            let (spelling, id, kind) = self.spelling(entry);
            if equal(spelling.as_bytes(), text) {
                return Some((id, kind));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The same for lists that are right: a row is found by its wire form alone. Of another spelling there is
    /// something to say.
    #[inline]
    pub(super) fn find_plain(&'static self, hash: usize, text: &[u8]) -> Plain {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        loop {
            let entry = self.index.get(slot);
            if entry == NONE {
                return Plain::Nothing;
            }
            let Some(row) = self.scopes.get(usize::from(entry)) else { return self.find_other(hash, text) };
            if equal(row.wire.as_bytes(), text) {
                return Plain::Row(row);
            }
            slot = (slot + 1) & mask;
        }
    }

    #[cold]
    fn find_other(&'static self, hash: usize, text: &[u8]) -> Plain {
        self.find_exactly(hash, text).map_or(Plain::Nothing, |_| Plain::Other)
    }

    /// The ids of scopes that have this spelling in another case: one, or two that case alone tells apart.
    pub(super) fn find_folded(&self, hash: usize, text: &str) -> Option<(u16, Option<u16>)> {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        let mut first = None;
        while self.index.get(slot) != NONE {
            let (spelling, id, _) = self.spelling(self.index.get(slot));
            if spelling.eq_ignore_ascii_case(text) {
                match first {
                    None => first = Some(id),
                    Some(first) if first != id => return Some((first, Some(id))),
                    Some(_) => {}
                }
            }
            slot = (slot + 1) & mask;
        }
        first.map(|id| (id, None))
    }

    /// What stands at an entry of the index: a wire form, or another spelling.
    const fn spelling(&self, entry: u16) -> (&'static str, u16, MatchKind) {
        if (entry as usize) < self.scopes.len() {
            return (self.scopes[entry as usize].wire, entry, MatchKind::Wire);
        }
        let (spelling, id) = self.spellings[entry as usize - self.scopes.len()];
        (spelling, id, MatchKind::Alias)
    }

    /// The scopes and patterns that begin with a text, without regard to case.
    pub(super) fn beginning_with(&'static self, text: &[u8]) -> &'static [ScopeRow] {
        let order = |row: &ScopeRow| {
            let wire = row.wire.as_bytes();
            folded_bytes(&wire[..wire.len().min(text.len())], text)
        };
        let from = &self.scopes[self.scopes.partition_point(|row| order(row).is_lt())..];
        &from[..from.partition_point(|row| order(row).is_eq())]
    }

    /// The scopes and patterns that end in a text, without regard to case.
    pub(super) fn ending_in(&'static self, text: &[u8]) -> impl Iterator<Item = Row> {
        let row = |place: usize| &self.scopes[usize::from(self.by_ending.get(place))];
        let order = |place: usize| {
            let wire = row(place).wire.as_bytes();
            ending_order(&wire[wire.len() - wire.len().min(text.len())..], text)
        };
        let count = self.by_ending.len();
        let first = partition_point(0..count, |place| order(place).is_lt());
        (first..partition_point(first..count, |place| order(place).is_eq())).map(row)
    }

    /// The id of a pattern. Patterns are not in the index, but in order.
    #[must_use]
    pub const fn find_pattern(&self, wire: &str) -> Option<u16> {
        let (mut start, mut end) = (0, self.scopes.len());
        while start < end {
            let middle = start.midpoint(end);
            match output_order(self.scopes[middle].wire, wire) {
                Ordering::Less => start = middle + 1,
                Ordering::Greater => end = middle,
                #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
                Ordering::Equal => return Some(middle as u16),
            }
        }
        None
    }
}
