//! The bytes of a file as text in which every place is that of the file.

use std::borrow::Cow;

/// What stands for a byte that is no part of a character.
const SUBSTITUTE: char = '\u{1a}';

/// The text, with a character of one byte for each byte that is not UTF-8.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| SUBSTITUTE));
    }
    Cow::Owned(text)
}

/// Whether bytes are text of two bytes a character, by the mark in front.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    let is_wider = bytes.starts_with(&[0xff, 0xfe, 0, 0]);
    (bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff])) && !is_wider
}

/// Whether bytes are no text, as other programs that search tell it.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().take(8 << 10).any(|byte| *byte == 0)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn places_stay() {
        assert_eq!(text("é".as_bytes()), "é");
        assert_eq!(text(b"\xe9t\xc3\xa9\xff\xe2\x82"), "\u{1a}t\u{e9}\u{1a}\u{1a}\u{1a}");
    }
}
