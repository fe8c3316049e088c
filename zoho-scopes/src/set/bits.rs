//! Sets of numbers as bits.

use alloc::{vec, vec::Vec};

/// A set of small numbers, all below the same limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bits(pub(crate) Vec<u64>);

impl Bits {
    pub(crate) fn new(limit: usize) -> Self {
        Self(vec![0; limit.div_ceil(64)])
    }

    #[inline]
    pub(crate) fn insert(&mut self, number: usize) {
        self.0[number / 64] |= 1 << (number % 64);
    }

    /// Adds all numbers from the first to the last, a word at a time.
    #[inline]
    pub(crate) fn insert_range(&mut self, mut first: usize, last: usize) {
        while first <= last {
            let end = last.min(first | 63);
            self.0[first / 64] |= (u64::MAX >> (63 - (end - first))) << (first % 64);
            first = end + 1;
        }
    }

    #[inline]
    pub(crate) fn holds(&self, number: usize) -> bool {
        self.0[number / 64] & 1 << (number % 64) != 0
    }

    /// The numbers, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        numbers(self.0.iter().copied())
    }
}

/// The numbers that stand in words of bits, in order.
pub(crate) fn numbers(words: impl Iterator<Item = u64>) -> impl Iterator<Item = usize> {
    words.enumerate().flat_map(|(index, mut word)| {
        core::iter::from_fn(move || {
            let bit = word.trailing_zeros() as usize;
            let found = (word != 0).then_some(index * 64 + bit);
            word &= word.wrapping_sub(1);
            found
        })
    })
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::Bits;

    #[test]
    fn a_range_is_each_of_its_numbers() {
        for (first, last) in [(0, 0), (0, 63), (5, 64), (63, 64), (1, 199), (64, 127), (130, 131)] {
            let mut bits = Bits::new(200);
            bits.insert_range(first, last);
            assert_eq!(bits.iter().collect::<Vec<_>>(), (first..=last).collect::<Vec<_>>());
            assert!((0..200).all(|number| bits.holds(number) == (first..=last).contains(&number)));
        }
    }
}
