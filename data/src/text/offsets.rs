//! From a normalised text back to the text as it was given.

use alloc::vec::Vec;

use crate::text::Span;

/// Where each part of a normalised text comes from: memory grows with what was changed, not with the text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Offsets {
    runs: Vec<Run>,
}

/// A part that was copied as it is, or one character that stands for something longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it begins in the normalised text.
    normalised: usize,
    given: Span,
    copied: bool,
}

impl Offsets {
    /// Notes that the next `length` bytes of the normalised text, at `normalised`, stand for `given`.
    pub fn push(&mut self, normalised: usize, length: usize, given: Span) {
        let copied = given.end - given.start == length;
        match self.runs.last_mut() {
            Some(last) if copied && last.copied && last.given.end == given.start => last.given.end = given.end,
            _ => self.runs.push(Run { normalised, given, copied }),
        }
    }

    /// The part of the given text that a part of the normalised one stands for.
    #[must_use]
    pub fn given(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, if span.end > span.start { self.end(span.end) } else { start })
    }

    fn start(&self, offset: usize) -> usize {
        let runs = self.runs.partition_point(|run| run.normalised <= offset);
        runs.checked_sub(1).map_or(offset, |last| match self.runs[last] {
            Run { normalised, given, copied: true } => given.start + (offset - normalised),
            Run { normalised, given, .. } if normalised == offset => given.start,
            Run { given, .. } => given.end,
        })
    }

    fn end(&self, offset: usize) -> usize {
        let runs = self.runs.partition_point(|run| run.normalised < offset);
        runs.checked_sub(1).map_or(offset, |last| match self.runs[last] {
            Run { normalised, given, copied: true } => given.start + (offset - normalised),
            Run { given, .. } => given.end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Offsets;
    use crate::text::Span;

    #[test]
    fn nothing_normalised_is_nothing_moved() {
        assert_eq!(Offsets::default().given(Span::new(3, 7)), Span::new(3, 7));
    }

    #[test]
    fn shortened_and_left_out_parts_are_found_again() {
        // `ab%2Ccd`, `cd` with an invisible character of three bytes between.
        let mut offsets = Offsets::default();
        offsets.push(0, 2, Span::new(0, 2));
        offsets.push(2, 1, Span::new(2, 5));
        offsets.push(3, 1, Span::new(5, 6));
        offsets.push(4, 1, Span::new(9, 10));
        assert_eq!(offsets.given(Span::new(0, 2)), Span::new(0, 2));
        assert_eq!(offsets.given(Span::new(2, 3)), Span::new(2, 5));
        assert_eq!(offsets.given(Span::new(3, 4)), Span::new(5, 6));
        assert_eq!(offsets.given(Span::new(3, 5)), Span::new(5, 10));
        assert_eq!(offsets.given(Span::new(5, 5)), Span::new(10, 10));
    }
}
