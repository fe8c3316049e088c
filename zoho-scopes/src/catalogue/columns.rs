//! Columns of tables, as generated code writes them: a byte string or a text is one token to the compiler,
//! where as many rows are thousands of expressions.

#![expect(clippy::exhaustive_structs, reason = "generated code builds them")]

/// Numbers of 16 bits, the low byte first.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Numbers(pub &'static [u8]);

impl Numbers {
    #[inline]
    pub(crate) const fn len(self) -> usize {
        self.0.len() / 2
    }

    #[inline]
    pub(crate) const fn get(self, place: usize) -> u16 {
        match self.0.split_at(2 * place).1.first_chunk::<2>() {
            Some(bytes) => u16::from_le_bytes(*bytes),
            None => panic!("a number is read that is not there"),
        }
    }

    pub(crate) fn iter(self) -> impl ExactSizeIterator<Item = u16> {
        self.0.chunks_exact(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
    }
}

/// Where the item at a place starts and ends.
const fn bounds(ends: &[u8], place: usize) -> (usize, usize) {
    let start = if place == 0 { 0 } else { end(ends, place - 1) };
    (start, end(ends, place))
}

/// An end: 32 bits, the low byte first.
const fn end(ends: &[u8], place: usize) -> usize {
    match ends.split_at(4 * place).1.first_chunk::<4>() {
        Some(bytes) => u32::from_le_bytes(*bytes) as usize,
        None => 0,
    }
}

/// Texts one behind the other.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Texts {
    pub text: &'static str,
    /// Where each ends.
    pub ends: &'static [u8],
}

impl Texts {
    pub(crate) fn get(self, place: usize) -> &'static str {
        let (start, end) = bounds(self.ends, place);
        &self.text[start..end]
    }
}

/// Lists of numbers one behind the other.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Lists {
    pub items: Numbers,
    /// Where each ends, in bytes.
    pub ends: &'static [u8],
}

impl Lists {
    #[inline]
    pub(crate) const fn get(self, place: usize) -> Numbers {
        let (start, end) = bounds(self.ends, place);
        let (upto, _) = self.items.0.split_at(end);
        Numbers(upto.split_at(start).1)
    }
}

/// Ids as inclusive ranges: first and last, first and last.
#[derive(Clone, Copy)]
pub(crate) struct Ranges(pub(crate) Numbers);

impl Ranges {
    pub(crate) const fn is_empty(self) -> bool {
        self.0.len() == 0
    }

    /// Whether one of the ranges holds an id.
    pub(crate) const fn holds(self, id: u16) -> bool {
        let mut place = 0;
        while place < self.0.len() {
            if self.0.get(place) <= id && id <= self.0.get(place + 1) {
                return true;
            }
            place += 2;
        }
        false
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = (u16, u16)> {
        let number = |low, high| u16::from_le_bytes([low, high]);
        self.0.0.chunks_exact(4).map(move |bytes| (number(bytes[0], bytes[1]), number(bytes[2], bytes[3])))
    }

    pub(crate) fn ids(self) -> impl Iterator<Item = u16> {
        self.iter().flat_map(|(first, last)| first..=last)
    }
}
