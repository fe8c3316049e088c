//! A hash of texts without regard to case, eight bytes at a time, which finds their end on the way.
//!
//! It is `const`, since the compiler builds the index of generated tables with it.

/// The hash of a text, which is not to hold NUL: no scope does.
pub(crate) const fn hash(text: &[u8]) -> usize {
    hash_until(text, 0).0
}

/// The hash and the length of the text before the first `end`, or of all if there is none.
#[inline]
pub(crate) const fn hash_until(text: &[u8], end: u8) -> (usize, usize) {
    let (mut state, mut length, mut rest) = (0, 0, text);
    loop {
        let word = match rest.split_first_chunk::<8>() {
            Some((word, after)) => {
                rest = after;
                u64::from_le_bytes(*word)
            }
            // The end of the text counts as one, so that the last word always has one.
            None => padded(rest, end),
        };
        let ends = ends(word, end);
        if ends == 0 {
            state = mix(state, word);
            length += 8;
            continue;
        }
        let bits = ends.trailing_zeros() & !7;
        state = mix(state, word & ((1 << bits) - 1));
        #[expect(clippy::cast_possible_truncation, reason = "a hash, of which the low bits count")]
        return ((state ^ state >> 32) as usize, length + bits as usize / 8);
    }
}

/// A word of less than eight bytes, the first one lowest, filled up with `end`.
const fn padded(bytes: &[u8], end: u8) -> u64 {
    let mut word = repeated(end);
    let mut place = bytes.len();
    while place > 0 {
        place -= 1;
        word = word << 8 | bytes[place] as u64;
    }
    word
}

/// The high bits of the bytes that are `end`, the lowest of which is right: those above it may not be.
const fn ends(word: u64, end: u8) -> u64 {
    // The bytes that are `end` become zero, and subtracting one sets the high bits of these; a byte
    // that is not zero is spoiled by a borrow from a zero below it only.
    let zeroed = word ^ repeated(end);
    zeroed.wrapping_sub(repeated(0x01)) & !zeroed & repeated(0x80)
}

/// Takes in a word. Letters lose the bit that tells their case; other characters may lose it too,
/// which costs a comparison and nothing else.
const fn mix(state: u64, word: u64) -> u64 {
    (state ^ (word | repeated(0x20))).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

const fn repeated(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

#[cfg(test)]
mod tests {
    use super::{hash, hash_until};

    #[track_caller]
    fn check(text: &str, length: usize) {
        let (found, end) = hash_until(text.as_bytes(), b',');
        assert_eq!(end, length);
        assert_eq!(found, hash(&text.as_bytes()[..length]), "the hash of what stands before the comma");
    }

    #[test]
    fn the_end_is_found_at_every_place() {
        let text = "ZohoCliq.Channels.READ";
        for length in 0..=text.len() {
            check(&text[..length], length);
            check(&[&text[..length], ",ZohoCliq.Chats.READ"].concat(), length);
            check(&[&text[..length], ",,-,"].concat(), length);
            check(&[&text[..length], ",\u{ff0c}"].concat(), length);
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(hash(b"ZohoCliq.Channels.READ"), hash(b"zohocliq.CHANNELS.read"));
        assert_ne!(hash(b"ZohoCliq.Channels.READ"), hash(b"ZohoCliq.Chanells.READ"));
    }
}
