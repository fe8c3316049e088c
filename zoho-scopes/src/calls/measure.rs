//! Sets of numbers as bits, and how broad a set of scopes is.

use alloc::{vec, vec::Vec};

/// A set of small numbers, all below the same limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn new(limit: usize) -> Self {
        Self(vec![0; limit.div_ceil(64)])
    }

    pub(super) fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    pub(super) fn holds(&self, number: usize) -> bool {
        self.0[number / 64] & 1 << (number % 64) != 0
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether the other set holds all of this one.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(word, other)| word & !other == 0)
    }

    /// The size of the union.
    pub(super) fn count_with(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(word, other)| (word | other).count_ones()).sum()
    }

    /// The numbers that the other set does not hold, in order.
    pub(super) fn without<'b>(&'b self, other: &'b Self) -> impl Iterator<Item = usize> + 'b {
        let words = self.0.iter().zip(&other.0).map(|(word, other)| word & !other);
        words.enumerate().flat_map(|(index, mut word)| {
            core::iter::from_fn(move || {
                let bit = word.trailing_zeros() as usize;
                let found = (word != 0).then_some(index * 64 + bit);
                word &= word.wrapping_sub(1);
                found
            })
        })
    }
}

/// How broad a set of scopes is: the less, the better. The fields are compared one after the other; see the
/// documentation of the module `calls`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Measure {
    pub(super) breadth: u32,
    pub(super) scopes: usize,
    pub(super) weight: u32,
    /// In output order.
    pub(super) members: Vec<usize>,
}
