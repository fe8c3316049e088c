//! From text to id without regard to case: open addressing over a hash of 8-byte words.
//!
//! Everything here is `const`, so that the index of generated tables is built by the compiler, by
//! the same code that reads it.

use core::cmp::Ordering;

use crate::{
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

/// Case-folding hash: letters lose the bit that tells their case. Other characters may lose it
/// too, which costs a comparison and nothing else.
const fn hash(bytes: &[u8]) -> usize {
    const FOLD: u64 = 0x2020_2020_2020_2020;
    const MIX: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        state = ((state ^ (u64::from_le_bytes(*word) | FOLD)).wrapping_mul(MIX)).rotate_left(29);
        rest = after;
    }
    let mut last = 0;
    let mut place = 0;
    while place < rest.len() {
        last = last << 8 | (rest[place] | 0x20) as u64;
        place += 1;
    }
    state = (state ^ last).wrapping_mul(MIX);
    #[expect(clippy::cast_possible_truncation, reason = "a hash, of which the low bits count")]
    {
        (state ^ state >> 32) as usize
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
    /// The id of the scope with exactly this wire form.
    pub(crate) const fn find_exactly(&self, wire: &str) -> Option<u16> {
        let mask = self.index.len() - 1;
        let mut slot = hash(wire.as_bytes()) & mask;
        while self.index[slot] != NONE {
            let id = self.index[slot];
            if (id as usize) < self.scopes.len() && text::equal(self.scopes[id as usize].wire, wire) {
                return Some(id);
            }
            slot = (slot + 1) & mask;
        }
        None
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

    /// The scopes that `text` spells: the exact one alone, else each that differs in case alone.
    pub(crate) fn find(&self, text: &str) -> Found {
        let mut found = Found::default();
        let mask = self.index.len() - 1;
        let mut slot = hash(text.as_bytes()) & mask;
        while self.index[slot] != NONE {
            let place = usize::from(self.index[slot]);
            let (spelling, id, exact) = if let Some(row) = self.scopes.get(place) {
                (row.wire, self.index[slot], Spelt::Wire)
            } else {
                let (spelling, id) = self.spellings[place - self.scopes.len()];
                (spelling, id, Spelt::Alias)
            };
            if spelling.eq_ignore_ascii_case(text) {
                if spelling == text {
                    return Found { first: Some((id, exact)), second: None };
                }
                found.add(id);
            }
            slot = (slot + 1) & mask;
        }
        found
    }
}

/// What a look-up brings: nothing, one scope, or two that case alone would tell apart.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Found {
    pub(crate) first: Option<(u16, Spelt)>,
    pub(crate) second: Option<u16>,
}

impl Found {
    fn add(&mut self, id: u16) {
        match self.first {
            None => self.first = Some((id, Spelt::OtherCase)),
            Some((first, _)) if first != id => self.second = Some(id),
            Some(_) => {}
        }
    }
}
