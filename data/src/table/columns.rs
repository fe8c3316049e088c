//! Columns of tables, as generated code writes them: a byte string or a text is one token to the compiler,
//! where as many rows are thousands of expressions.

use core::ops::Range;

/// Numbers of 16 bits, the low byte first.
#[derive(Clone, Copy)]
pub struct Numbers(pub &'static [u8]);

impl Numbers {
    /// How many there are.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.len() / 2
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The number at an index.
    ///
    /// # Panics
    ///
    /// If there is none, which the generator has seen to.
    #[inline]
    #[must_use]
    pub const fn get(self, index: usize) -> u16 {
        match self.0.split_at(2 * index).1.first_chunk::<2>() {
            Some(bytes) => u16::from_le_bytes(*bytes),
            None => panic!("a number is read that is not there"),
        }
    }

    /// The numbers, in order.
    #[must_use]
    pub fn iter(self) -> impl ExactSizeIterator<Item = u16> {
        self.0.chunks_exact(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
    }
}

/// The first place of a range for which something does not hold, where it holds for all before.
#[must_use]
pub fn partition_point(range: Range<usize>, holds: impl Fn(usize) -> bool) -> usize {
    let Range { mut start, mut end } = range;
    while start < end {
        let middle = start.midpoint(end);
        if holds(middle) {
            start = middle + 1;
        } else {
            end = middle;
        }
    }
    start
}

/// Where the item at an index starts and ends.
const fn bounds(ends: &[u8], index: usize) -> (usize, usize) {
    let start = if index == 0 { 0 } else { end(ends, index - 1) };
    (start, end(ends, index))
}

/// An end: 32 bits, the low byte first.
const fn end(ends: &[u8], index: usize) -> usize {
    match ends.split_at(4 * index).1.first_chunk::<4>() {
        Some(bytes) => u32::from_le_bytes(*bytes) as usize,
        None => 0,
    }
}

/// Texts one behind the other.
#[derive(Clone, Copy)]
pub struct Texts {
    /// All of them.
    pub text: &'static str,
    /// Where each ends.
    pub ends: &'static [u8],
}

impl Texts {
    /// No text.
    pub const EMPTY: Self = Self { text: "", ends: &[] };

    /// The text at an index.
    #[must_use]
    pub fn get(self, index: usize) -> &'static str {
        let (start, end) = bounds(self.ends, index);
        &self.text[start..end]
    }
}

/// Lists of numbers one behind the other.
#[derive(Clone, Copy)]
pub struct Lists {
    /// The numbers of all lists.
    pub items: Numbers,
    /// Where each ends, in bytes.
    pub ends: &'static [u8],
}

impl Lists {
    /// No list.
    pub const EMPTY: Self = Self { items: Numbers(&[]), ends: &[] };

    /// The list at an index.
    #[must_use]
    #[inline]
    pub const fn get(self, index: usize) -> Numbers {
        let (start, end) = bounds(self.ends, index);
        let (upto, _) = self.items.0.split_at(end);
        Numbers(upto.split_at(start).1)
    }
}

/// Ids as inclusive ranges: first and last, first and last.
#[derive(Clone, Copy)]
pub struct Ranges(pub Numbers);

impl Ranges {
    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of the ranges holds an id.
    #[must_use]
    pub const fn holds(self, id: u16) -> bool {
        let mut index = 0;
        while index < self.0.len() {
            if self.0.get(index) <= id && id <= self.0.get(index + 1) {
                return true;
            }
            index += 2;
        }
        false
    }

    /// The ranges: first and last id of each.
    pub fn iter(self) -> impl Iterator<Item = (u16, u16)> {
        let number = |low, high| u16::from_le_bytes([low, high]);
        self.0.0.chunks_exact(4).map(move |bytes| (number(bytes[0], bytes[1]), number(bytes[2], bytes[3])))
    }

    /// Every id in the ranges.
    pub fn ids(self) -> impl Iterator<Item = u16> {
        self.iter().flat_map(|(first, last)| first..=last)
    }
}
