// What the generator writes and the library reads by the same rules. The build step of the library
// copies this file, so that there is one of it; that is why it has no `//!` and needs nothing beside it.

/// A place of the index that holds nothing; a call of which it is unclear what it needs.
pub const NONE: u16 = u16::MAX;

/// Words of what a call needs, higher than any id or count: any of so many parts.
pub const ANY: u16 = 65_534;
/// All of so many parts.
pub const ALL: u16 = 65_533;
/// A pattern that a hole of the path fills: the place of the hole, and the pattern's id.
pub const FILLED: u16 = 65_532;
/// A pattern that the request does not fill: its id.
pub const OPEN: u16 = 65_531;

/// The bits of a mark that hold the status.
pub const STATUS: u8 = 0b0011;

#[allow(missing_docs)]
pub const DOCUMENTED: u8 = 0;
#[allow(missing_docs)]
pub const OBSERVED: u8 = 1;
/// From here on there is something to say about a scope.
pub const DISPUTED: u8 = 2;
#[allow(missing_docs)]
pub const DEPRECATED: u8 = 3;

/// The bit of a mark that says that the scope is a pattern.
pub const PATTERN: u8 = 0b0100;

/// The bit of a mark that says that the scope covers others.
pub const COVERS: u8 = 0b1000;

/// Whether a character commands instead of showing: controls, marks that turn the direction of writing,
/// what has no width. Joiners are letters' business and stay.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A character as it may be shown on a line of its own or in one: white space is a space, and nothing hides.
#[must_use]
pub fn shown(c: char) -> char {
    match c {
        c if c.is_whitespace() => ' ',
        c if is_hidden(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Whether a segment can stand for the hole of a pattern: it consists of what scopes consist of between dots.
#[must_use]
pub fn fills_hole(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// Whether a text is what follows the `v` of a version in a path: `8`, `2.1`.
#[must_use]
pub fn is_version_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

const FOLD: u64 = u64::from_ne_bytes([0x20; 8]);

/// The hash of a text, sixteen bytes at a time. Letters lose the bit that tells their case; other
/// characters may lose it too, which costs a comparison and nothing else.
#[inline]
#[must_use]
pub const fn hash(text: &[u8]) -> usize {
    let mut state = text.len() as u64;
    let mut rest = text;
    while rest.len() > 16 {
        let Some((word, after)) = rest.split_first_chunk::<16>() else { break };
        state = mix(state, *word);
        rest = after;
    }
    // The last words may overlap those before, which spares a loop over single bytes.
    state = match (text.last_chunk::<16>(), text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(last), _, _) => mix(state, *last),
        (None, Some(first), Some(last)) => mix_words(state, u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => short(state, text),
    };
    #[allow(clippy::cast_possible_truncation, reason = "a hash, of which the low bits count")]
    {
        state as usize
    }
}

#[inline]
const fn mix(state: u64, bytes: [u8; 16]) -> u64 {
    let word = u128::from_le_bytes(bytes);
    #[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
    mix_words(state, word as u64, (word >> 64) as u64)
}

/// Multiplies, and folds the halves of the product into one.
#[inline]
const fn mix_words(state: u64, one: u64, other: u64) -> u64 {
    let product = ((one | FOLD) ^ state) as u128 * ((other | FOLD) ^ 0x9E37_79B9_7F4A_7C15) as u128;
    #[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
    {
        product as u64 ^ (product >> 64) as u64
    }
}

/// Less than eight bytes.
#[cold]
const fn short(state: u64, text: &[u8]) -> u64 {
    let mut word = 0;
    let mut place = 0;
    while place < text.len() {
        word = word << 8 | text[place] as u64;
        place += 1;
    }
    mix_words(state, word, word)
}
