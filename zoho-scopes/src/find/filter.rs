//! Whether a text may hold a scope at all: eight bytes at a time, so that nearly all text costs nearly nothing.
//!
//! What stops here is a dot or a `z`: a dot behind a service's name, a dot before an operation in capitals, the vendor's
//! name. Everything else is left to the reader behind it.

use zoho_scopes_data::{classify::VENDOR, text::chars::is_segment_byte};

use super::words::Words;

const ONES: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
const FOLD: u64 = u64::from_ne_bytes([0x20; 8]);

/// The next place, from `start` on, that looks like a scope.
pub(super) fn next_stop(words: &Words, text: &[u8], mut start: usize) -> Option<usize> {
    let is_stop = |index: usize| match text[index] {
        b'.' => is_scope_dot(words, text, index),
        _ => is_vendor(text, index),
    };
    while let Some(chunk) = text.get(start..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*chunk);
        let mut stops = marks(word, b'.') | marks(word | FOLD, b'z');
        while stops != 0 {
            let index = start + stops.trailing_zeros() as usize / 8;
            if is_stop(index) {
                return Some(index);
            }
            stops &= stops - 1;
        }
        start += 8;
    }
    let mut rest = start..text.len();
    rest.find(|index| matches!(text[*index], b'.' | b'z' | b'Z') && is_stop(*index))
}

/// Whether there is a dot in a text, plain or escaped.
pub(super) fn has_dot(text: &[u8]) -> bool {
    text.contains(&b'.') || holds_escaped_dot(text)
}

/// The high bit of each byte that is `byte`. Of others above it a bit may be set too, which costs another look.
#[inline]
const fn marks(word: u64, byte: u8) -> u64 {
    let zeroed = word ^ u64::from_ne_bytes([byte; 8]);
    zeroed.wrapping_sub(ONES) & !zeroed & HIGH
}

/// Whether a service stands before the dot, or an operation in capitals behind it.
#[inline]
fn is_scope_dot(words: &Words, text: &[u8], dot: usize) -> bool {
    let (Some(start), Some(next)) = (dot.checked_sub(2), text.get(dot + 1)) else { return false };
    if words.may_end(text[start], text[start + 1]) && is_service_dot(words, text, dot) {
        return true;
    }
    next.is_ascii_uppercase() && is_operation_dot(words, text, dot)
}

fn is_service_dot(words: &Words, text: &[u8], dot: usize) -> bool {
    let length = text[..dot].iter().rev().take(64).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let word = &text[dot - length..dot];
    // Before it may stand what is left of an escape: `%2CDesk`, `\nDesk`, `\u002cDesk`.
    let escapes = match text[..dot - length].last() {
        Some(b'%') => [0, 2, 4],
        Some(b'\\') => [0, 1, 5],
        _ => [0; 3],
    };
    let is_named = escapes.iter().any(|skip| word.get(*skip..).is_some_and(|word| words.is_service(word)));
    let behind = &text[dot + 1..];
    let segment = behind.iter().take(64).take_while(|byte| is_segment_byte(**byte)).count();
    // One dot alone is some program's member, unless what follows is an operation in capitals, or a template.
    is_named
        && (!matches!(behind.get(segment), Some(b' ' | b'(' | b')' | b';' | b'\n' | b'=' | b'[') | None)
            || behind[..segment].iter().all(u8::is_ascii_uppercase))
}

/// Whether what follows is an operation, and another dot came before.
fn is_operation_dot(words: &Words, text: &[u8], dot: usize) -> bool {
    let behind = &text[dot + 1..];
    let length = behind.iter().take(24).take_while(|byte| is_segment_byte(**byte)).count();
    let word = &behind[..length];
    let is_operation = || core::str::from_utf8(word).is_ok_and(|word| words.is_operation(word));
    let before = text[..dot].iter().rev().take(64).take_while(|byte| is_segment_byte(**byte)).count();
    let dotted = matches!(text[..dot - before].last(), Some(b'.' | b'}' | b'>' | b')' | b's'));
    dotted && behind.get(length) != Some(&b'(') && !word.iter().any(u8::is_ascii_lowercase) && is_operation()
}

/// Whether the vendor's name begins here, with more of a word and what joins it to the next.
fn is_vendor(text: &[u8], start: usize) -> bool {
    let rest = &text[start..];
    let Some((vendor, rest)) = rest.split_at_checked(VENDOR.len()) else { return false };
    if !vendor.eq_ignore_ascii_case(VENDOR.as_bytes()) {
        return false;
    }
    let length = rest.iter().take(32).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let next = rest.get(length + 1).copied().unwrap_or_default();
    match rest.get(length) {
        Some(b'.') => length > 0 && (is_segment_byte(next) || !next.is_ascii_whitespace()),
        Some(b':' | b'/') => length > 0 && next.is_ascii_alphanumeric(),
        Some(b'%' | b'\\' | b'_' | b'{' | b'$' | b'<' | b'#') => true,
        Some(byte) => !byte.is_ascii(),
        None => false,
    }
}

fn holds_escaped_dot(text: &[u8]) -> bool {
    const ESCAPED: [&[u8]; 4] = [b"2e", b"46;", b"02e", "\u{ff0e}".as_bytes()];
    (2..4).any(|length| {
        text.windows(length).any(|window| ESCAPED.iter().any(|escaped| window.eq_ignore_ascii_case(escaped)))
    })
}
