//! From a cleaned text back to the text as it was given.

use alloc::vec::Vec;

use crate::report::Span;

/// Where each part of a cleaned text comes from: memory grows with the places that were cleaned, not
/// with the text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Places {
    runs: Vec<Run>,
}

/// A part that was copied as it is, or one character that stands for something longer or shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    /// Where it begins in the cleaned text.
    cleaned: usize,
    given: Span,
    copied: bool,
}

impl Places {
    /// Notes that the next `length` bytes of the cleaned text, at `cleaned`, stand for `given`.
    pub(crate) fn push(&mut self, cleaned: usize, length: usize, given: Span) {
        let copied = given.end - given.start == length;
        match self.runs.last_mut() {
            Some(last) if copied && last.copied && last.given.end == given.start => last.given.end = given.end,
            _ => self.runs.push(Run { cleaned, given, copied }),
        }
    }

    /// The part of the given text that a part of the cleaned one stands for.
    pub(crate) fn given(&self, span: Span) -> Span {
        let start = self.start(span.start);
        Span::new(start, if span.end > span.start { self.end(span.end) } else { start })
    }

    fn start(&self, place: usize) -> usize {
        let runs = self.runs.partition_point(|run| run.cleaned <= place);
        runs.checked_sub(1).map_or(place, |last| match self.runs[last] {
            Run { cleaned, given, copied: true } => given.start + (place - cleaned),
            Run { cleaned, given, .. } if cleaned == place => given.start,
            Run { given, .. } => given.end,
        })
    }

    fn end(&self, place: usize) -> usize {
        let runs = self.runs.partition_point(|run| run.cleaned < place);
        runs.checked_sub(1).map_or(place, |last| match self.runs[last] {
            Run { cleaned, given, copied: true } => given.start + (place - cleaned),
            Run { given, .. } => given.end,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::report::Span;

    #[test]
    fn nothing_cleaned_is_nothing_moved() {
        assert_eq!(Places::default().given(Span::new(3, 7)), Span::new(3, 7));
    }

    #[test]
    fn shortened_and_left_out_parts_are_found_again() {
        // `ab%2Ccd`, `cd` with an invisible character of three bytes between.
        let mut places = Places::default();
        places.push(0, 2, Span::new(0, 2));
        places.push(2, 1, Span::new(2, 5));
        places.push(3, 1, Span::new(5, 6));
        places.push(4, 1, Span::new(9, 10));
        assert_eq!(places.given(Span::new(0, 2)), Span::new(0, 2));
        assert_eq!(places.given(Span::new(2, 3)), Span::new(2, 5));
        assert_eq!(places.given(Span::new(3, 4)), Span::new(5, 6));
        assert_eq!(places.given(Span::new(3, 5)), Span::new(5, 10));
        assert_eq!(places.given(Span::new(5, 5)), Span::new(10, 10));
    }
}
