//! Text of users made fit for terminals: what nobody sees, or a terminal obeys, is written as an escape.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::fmt::Write;

use crate::{catalogue::format::is_hidden, read::clean::meant};

/// A text with escapes, and where what followed each of them stood before.
#[derive(Debug)]
pub struct Printable<'a> {
    /// What is shown.
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
        for (place, c) in text.char_indices() {
            if is_escaped(c) {
                // Writing to a string does not fail.
                let _ = write!(shown, "{}", c.escape_unicode());
                printable.escaped.push((place + c.len_utf8(), shown.len()));
            } else {
                shown.push(c);
            }
        }
        printable.text = Cow::Owned(shown);
        printable
    }

    /// Where a place of the text as it was given is now.
    #[must_use]
    pub fn place(&self, given: usize) -> usize {
        let before = self.escaped.partition_point(|(end, _)| *end <= given);
        let (end, shown) = if before == 0 { (0, 0) } else { self.escaped[before - 1] };
        shown + (given - end)
    }
}

/// Whether a character would not be seen, or be obeyed: more than documents hide, since terminals show less.
#[must_use]
pub fn is_escaped(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    let invisible = matches!(
        c,
        '\u{115f}'
            | '\u{1160}'
            | '\u{17b4}'
            | '\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{3164}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1d173}'..='\u{1d17a}'
            // Skin tones: whether they take columns of their own depends on the terminal.
            | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0080}'..='\u{e0fff}'
    );
    is_hidden(c) || invisible || meant(c).is_none()
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
    fn places_are_found_again() {
        let printable = Printable::line("a\u{0}é\u{200b}b");
        assert_eq!(printable.text, "a\\u{0}é\\u{200b}b");
        assert_eq!([0, 1, 2, 4, 7, 8].map(|place| printable.place(place)), [0, 1, 6, 8, 16, 17]);
    }
}
