//! What the search for the minimal list asks of bits, and how broad a set of scopes is.

use alloc::vec::Vec;

use crate::set::bits::{Bits, numbers};

impl Bits {
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
        numbers(self.0.iter().zip(&other.0).map(|(word, other)| word & !other))
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
