//! Comparing texts, also where the compiler evaluates constants and the standard library cannot yet.

use core::cmp::Ordering;

/// The order of everything that is printed: without regard to case, then exactly.
#[must_use]
pub const fn output_order(one: &str, other: &str) -> Ordering {
    match compare(one.as_bytes(), other.as_bytes(), true) {
        Ordering::Equal => compare(one.as_bytes(), other.as_bytes(), false),
        order => order,
    }
}

/// The order of two texts without regard to case.
#[must_use]
pub const fn folded_order(one: &str, other: &str) -> Ordering {
    compare(one.as_bytes(), other.as_bytes(), true)
}

/// The same of bytes.
#[must_use]
pub fn folded_bytes(one: &[u8], other: &[u8]) -> Ordering {
    compare(one, other, true)
}

/// The order of two texts read from their ends, without regard to case.
#[must_use]
pub fn ending_order(one: &[u8], other: &[u8]) -> Ordering {
    let folded = |text| <[u8]>::iter(text).rev().map(u8::to_ascii_lowercase);
    folded(one).cmp(folded(other))
}

/// Whether two texts are the same, letter for letter.
#[inline]
#[must_use]
pub const fn equal(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    // Sixteen bytes at a time; the last ones may overlap those before, and differ most often.
    let (Some(last), Some(other_last)) = (one.last_chunk::<16>(), other.last_chunk::<16>()) else {
        return short_equal(one, other);
    };
    let (mut rest, mut other_rest) = (one, other);
    while rest.len() > 16 {
        let (Some((word, after)), Some((other_word, other_after))) =
            (rest.split_first_chunk::<16>(), other_rest.split_first_chunk::<16>())
        else {
            break;
        };
        if !same(word, other_word) {
            return false;
        }
        (rest, other_rest) = (after, other_after);
    }
    same(last, other_last)
}

#[inline]
const fn same(one: &[u8; 16], other: &[u8; 16]) -> bool {
    u128::from_ne_bytes(*one) == u128::from_ne_bytes(*other)
}

#[cold]
const fn short_equal(one: &[u8], other: &[u8]) -> bool {
    matches!(compare(one, other, false), Ordering::Equal)
}

const fn compare(one: &[u8], other: &[u8], fold: bool) -> Ordering {
    let mut index = 0;
    while index < one.len() && index < other.len() {
        let (a, b) = if fold {
            (one[index].to_ascii_lowercase(), other[index].to_ascii_lowercase())
        } else {
            (one[index], other[index])
        };
        if a != b {
            return if a < b { Ordering::Less } else { Ordering::Greater };
        }
        index += 1;
    }
    if one.len() == other.len() {
        Ordering::Equal
    } else if one.len() < other.len() {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}
