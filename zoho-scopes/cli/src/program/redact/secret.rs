//! What is secret wherever it stands: the tokens and codes that Zoho gives, and words that look random.

use std::ops::Range;

/// In front of the tokens and codes that Zoho gives; the second is for devices.
const PREFIXES: [&str; 2] = ["1000.", "1004."];

/// The tokens of a text, but for their prefixes.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut done = 0;
    for (start, _) in text.match_indices("100") {
        let Some(prefix) = PREFIXES.iter().find(|prefix| start >= done && text[start..].starts_with(**prefix)) else {
            continue;
        };
        let begin = start + prefix.len();
        let is_part = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        done = text[begin..].find(|c| !is_part(c)).map_or(text.len(), |length| begin + length);
        // `21000.50` is a number.
        let is_number = text[..start].ends_with(|c: char| c.is_ascii_digit())
            || !text[begin..done].contains(|c: char| c.is_ascii_alphabetic() || c == '.');
        if !is_number {
            found.push(begin..done);
        }
    }
    found
}

/// The words of a text that have letters and digits as chance does, as keys and secrets have them, and are no part of a
/// longer name.
pub(super) fn random(text: &str) -> Vec<Range<usize>> {
    /// A word is as long, and has as many letters and as many digits.
    const MIN: (usize, usize) = (20, 4);
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut end = 0;
    while let Some(skipped) = bytes[end..].iter().position(|byte| is_of_words(*byte)) {
        let start = end + skipped;
        end = bytes[start..].iter().position(|byte| !is_of_words(*byte)).map_or(bytes.len(), |length| start + length);
        let word = &bytes[start..end];
        let has = |is_of: fn(&u8) -> bool| word.iter().filter(|byte| is_of(byte)).count() >= MIN.1;
        let is_long = word.len() >= MIN.0 && has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
        // What Base64 ends with.
        end += bytes[end..].iter().take(2).take_while(|byte| **byte == b'=').count();
        if is_long && !text[..start].ends_with('.') && !text[end..].starts_with('.') {
            found.push(start..end);
        }
    }
    found
}

fn is_of_words(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_+-".contains(&byte)
}
