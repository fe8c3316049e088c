//! From text to id without regard to case: open addressing over a [`hash`](crate::catalogue::format::hash), which the
//! generator has filled.

use core::cmp::Ordering;

use crate::{
    catalogue::{
        format::NONE,
        layer::{Layer, ScopeRow},
    },
    text,
};

/// How a text spells a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelt {
    /// The wire form, letter for letter.
    Wire,
    /// Another official spelling, letter for letter.
    Alias,
    /// One of these in another case.
    OtherCase,
}

/// What a text of a list is that may be right.
pub(crate) enum Plain {
    /// The wire form of a scope.
    Row(&'static ScopeRow),
    /// Another spelling.
    Other,
    /// Nothing that is known here.
    Nothing,
}

impl Layer {
    /// The id of the scope that has exactly this spelling, and of which kind that is.
    #[inline]
    pub(crate) const fn find_exactly(&self, hash: usize, text: &[u8]) -> Option<(u16, Spelt)> {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        loop {
            let place = self.index.get(slot);
            if place == NONE {
                return None;
            }
            let (spelling, id, spelt) = self.spelling(place);
            if text::equal(spelling.as_bytes(), text) {
                return Some((id, spelt));
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The same for lists that are right: a row is found by its wire form alone. Of another spelling there is
    /// something to say.
    #[inline]
    pub(crate) fn find_plain(&self, hash: usize, text: &[u8]) -> Plain {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        loop {
            let place = self.index.get(slot);
            if place == NONE {
                return Plain::Nothing;
            }
            let Some(row) = self.scopes.get(usize::from(place)) else { return self.find_other(hash, text) };
            if text::equal(row.wire.as_bytes(), text) {
                return Plain::Row(row);
            }
            slot = (slot + 1) & mask;
        }
    }

    #[cold]
    fn find_other(&self, hash: usize, text: &[u8]) -> Plain {
        self.find_exactly(hash, text).map_or(Plain::Nothing, |_| Plain::Other)
    }

    /// The ids of scopes that have this spelling in another case: one, or two that case alone tells apart.
    pub(crate) fn find_folded(&self, hash: usize, text: &str) -> Option<(u16, Option<u16>)> {
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

    /// What stands at a place of the index: a wire form, or another spelling.
    const fn spelling(&self, place: u16) -> (&'static str, u16, Spelt) {
        if (place as usize) < self.scopes.len() {
            return (self.scopes[place as usize].wire, place, Spelt::Wire);
        }
        let (spelling, id) = self.spellings[place as usize - self.scopes.len()];
        (spelling, id, Spelt::Alias)
    }

    /// The id of a pattern. Patterns are not in the index, but in order.
    pub(crate) const fn find_pattern(&self, wire: &str) -> Option<u16> {
        let (mut start, mut end) = (0, self.scopes.len());
        while start < end {
            let middle = start.midpoint(end);
            match text::output_order(self.scopes[middle].wire, wire) {
                Ordering::Less => start = middle + 1,
                Ordering::Greater => end = middle,
                #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
                Ordering::Equal => return Some(middle as u16),
            }
        }
        None
    }
}
