//! The parts of a text that are worth reading: what stands around each place that looks like a scope.

use super::{
    filter::{has_dot, next_stop},
    words::Words,
};
use crate::report::Span;

/// How far around such a place is read: what a list stands in begins and ends there, and so does nearly any file.
const MARGIN: usize = 8 << 10;

/// The parts of a text, from its beginning to its end; they do not overlap.
pub(super) struct Windows<'a> {
    words: &'a Words,
    text: &'a str,
    /// Up to where all parts are known.
    done: usize,
    next: Option<usize>,
}

impl<'a> Windows<'a> {
    pub(super) fn new(words: &'a Words, text: &'a str) -> Self {
        Self { words, text, done: 0, next: next_stop(words, text.as_bytes(), 0) }
    }

    /// The beginning of the line, or where no line begins near, of a character.
    fn begin(&self, at: usize) -> usize {
        let near = at.saturating_sub(MARGIN).max(self.done);
        if near == self.done {
            return near;
        }
        let line = self.text.as_bytes()[near..at].iter().position(|byte| *byte == b'\n');
        let mut start = line.map_or(near, |line| near + line + 1);
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        start
    }

    /// The same for the end.
    fn end(&self, at: usize) -> usize {
        let mut far = (at + MARGIN).min(self.text.len());
        while !self.text.is_char_boundary(far) {
            far += 1;
        }
        if far == self.text.len() {
            return far;
        }
        self.text.as_bytes()[at..far].iter().rposition(|byte| *byte == b'\n').map_or(far, |line| at + line + 1)
    }
}

impl Iterator for Windows<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let first = self.next?;
            let start = self.begin(first);
            let mut last = first;
            loop {
                self.next = next_stop(self.words, self.text.as_bytes(), last + 1);
                match self.next {
                    Some(stop) if stop - last < 2 * MARGIN => last = stop,
                    _ => break,
                }
            }
            let end = self.end(last);
            self.done = end;
            if has_dot(&self.text.as_bytes()[start..end]) {
                return Some(Span::new(start, end));
            }
        }
    }
}
