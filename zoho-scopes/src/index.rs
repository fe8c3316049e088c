//! From text to id without regard to case: open addressing over a [`hash`].
//!
//! Everything here is `const`, so that the index of generated tables is built by the compiler, by
//! the same code that reads it.

use core::cmp::Ordering;

use crate::{
    hash::hash,
    layer::{Layer, ScopeRow},
    text,
};

/// An empty place of the index.
pub(crate) const NONE: u16 = u16::MAX;

/// The length of the index: a power of two, at most half full.
#[must_use]
pub const fn index_size(scopes: usize, spellings: usize) -> usize {
    (2 * (scopes + spellings) + 2).next_power_of_two()
}

/// The index of scopes, but for patterns, and of other spellings, which are numbered after them.
#[must_use]
pub const fn index<const SIZE: usize>(scopes: &[ScopeRow], spellings: &[(&str, u16)]) -> [u16; SIZE] {
    let mut index = [NONE; SIZE];
    fill(&mut index, scopes, spellings);
    index
}

/// Fills an index of [`index_size`] places, all of them [`NONE`].
pub(crate) const fn fill(index: &mut [u16], scopes: &[ScopeRow], spellings: &[(&str, u16)]) {
    let mask = index.len() - 1;
    let mut place = 0;
    while place < scopes.len() + spellings.len() {
        let is_scope = place < scopes.len();
        let text = if is_scope { scopes[place].wire } else { spellings[place - scopes.len()].0 };
        if !is_scope || !scopes[place].pattern {
            let mut slot = hash(text.as_bytes()) & mask;
            while index[slot] != NONE {
                slot = (slot + 1) & mask;
            }
            #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
            {
                index[slot] = place as u16;
            }
        }
        place += 1;
    }
}

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

impl Layer {
    /// The id of the scope that has exactly this spelling, and of which kind that is.
    #[inline]
    pub(crate) const fn find_exactly(&self, hash: usize, text: &[u8]) -> Option<(u16, Spelt)> {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        while self.index[slot] != NONE {
            let (spelling, id, spelt) = self.spelling(self.index[slot]);
            if text::equal(spelling.as_bytes(), text) {
                return Some((id, spelt));
            }
            slot = (slot + 1) & mask;
        }
        None
    }

    /// The ids of scopes that have this spelling in another case: one, or two that case alone tells apart.
    pub(crate) fn find_folded(&self, hash: usize, text: &str) -> Option<(u16, Option<u16>)> {
        let mask = self.index.len() - 1;
        let mut slot = hash & mask;
        let mut first = None;
        while self.index[slot] != NONE {
            let (spelling, id, _) = self.spelling(self.index[slot]);
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
        let place_of_other = (place as usize).wrapping_sub(self.scopes.len());
        if place_of_other < self.spellings.len() {
            let (spelling, id) = self.spellings[place_of_other];
            return (spelling, id, Spelt::Alias);
        }
        (self.scopes[place as usize].wire, place, Spelt::Wire)
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
