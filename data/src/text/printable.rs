//! Text of users made fit for terminals: what nobody sees, or a terminal obeys, is written as an escape.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::fmt::Write;

use crate::text::chars::is_escaped;

/// A text with escapes, and where what followed each of them stood before.
#[derive(Debug)]
pub struct Printable<'a> {
    /// The text, fit for a terminal.
    pub text: Cow<'a, str>,
    /// The ends of what was escaped: as it was given, and in the text.
    escaped: Vec<(usize, usize)>,
}

impl<'a> Printable<'a> {
    /// The text on one line.
    #[must_use]
    pub fn line(text: &'a str) -> Self {
        Self::new(text, is_escaped)
    }

    /// The text with its lines and tabs.
    #[must_use]
    pub fn lines(text: &'a str) -> Self {
        Self::new(text, |c| !matches!(c, '\n' | '\t') && is_escaped(c))
    }

    fn new(text: &'a str, is_escaped: impl Fn(char) -> bool) -> Self {
        let mut printable = Self { text: Cow::Borrowed(text), escaped: Vec::new() };
        if !text.contains(&is_escaped) {
            return printable;
        }
        let mut shown = String::with_capacity(text.len());
        for (offset, c) in text.char_indices() {
            if is_escaped(c) {
                // Writing to a string does not fail.
                let _ = write!(shown, "{}", c.escape_unicode());
                printable.escaped.push((offset + c.len_utf8(), shown.len()));
            } else {
                shown.push(c);
            }
        }
        printable.text = Cow::Owned(shown);
        printable
    }

    /// Where a byte of the text as it was given is now.
    #[must_use]
    pub fn offset(&self, given: usize) -> usize {
        let before = self.escaped.partition_point(|(end, _)| *end <= given);
        let (end, shown) = if before == 0 { (0, 0) } else { self.escaped[before - 1] };
        shown + (given - end)
    }
}

#[cfg(test)]
mod tests {
    use super::Printable;

    #[test]
    fn what_is_obeyed_or_not_seen_is_escaped() {
        for plain in ["", "ZohoCliq.Chats.READ", "日本語", "e\u{301}", "👍", "ａ．ｂ"] {
            assert_eq!(Printable::line(plain).text, plain);
        }
        assert_eq!(Printable::line("a\u{1b}[31m\u{200b}b\u{9b}\n").text, "a\\u{1b}[31m\\u{200b}b\\u{9b}\\u{a}");
    }

    #[test]
    fn lines_and_tabs_may_stay() {
        assert_eq!(Printable::lines("a\n\tb\r").text, "a\n\tb\\u{d}");
    }

    #[test]
    fn offsets_are_found_again() {
        let printable = Printable::line("a\u{0}é\u{200b}b");
        assert_eq!(printable.text, "a\\u{0}é\\u{200b}b");
        assert_eq!([0, 1, 2, 4, 7, 8].map(|given| printable.offset(given)), [0, 1, 6, 8, 16, 17]);
    }
}
