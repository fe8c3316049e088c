//! An entry of a list as it was written, cut into segments.

use alloc::{string::String, vec::Vec};

use crate::text::Span;

/// No scope is nearly as long. Longer texts are not cut into segments, nor is anything suggested for them.
pub const MAX_ENTRY_BYTES: usize = 256;

/// A text with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "a part is what it says and where it stands")]
pub struct Part<'a> {
    /// The text.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
}

impl<'a> Part<'a> {
    /// A text that begins at `start`.
    #[must_use]
    pub const fn new(text: &'a str, start: usize) -> Self {
        Self { text, span: Span::new(start, start + text.len()) }
    }
}

/// An entry with its segments, empty ones among them; dots separate them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RawEntry<'a> {
    /// The entry.
    pub whole: Part<'a>,
    /// Its segments; none where it is too long for a scope.
    pub segments: Vec<Part<'a>>,
}

impl<'a> RawEntry<'a> {
    /// An entry that begins at `start`.
    #[must_use]
    pub fn new(text: &'a str, start: usize) -> Self {
        let whole = Part::new(text, start);
        if text.len() > MAX_ENTRY_BYTES {
            return Self { whole, segments: Vec::new() };
        }
        // Segments are short: bytes are looked at one by one.
        let dots = || text.bytes().enumerate().filter(|(_, byte)| *byte == b'.').map(|(dot, _)| dot);
        let mut segments = Vec::with_capacity(dots().count() + 1);
        let mut begin = 0;
        for end in dots().chain([text.len()]) {
            segments.push(Part::new(&text[begin..end], start + begin));
            begin = end + 1;
        }
        Self { whole, segments }
    }

    /// The texts of the segments.
    pub(super) fn texts(&self) -> Vec<&'a str> {
        self.segments.iter().map(|segment| segment.text).collect()
    }

    /// All segments but the first and the last.
    pub(super) fn name(&self) -> String {
        joined(&self.segments[1..self.segments.len() - 1])
    }

    /// The text of a part of the entry.
    pub(super) fn text_at(&self, span: Span) -> String {
        let start = self.whole.span.start;
        self.whole.text.get(span.start - start..span.end - start).unwrap_or_default().into()
    }
}

/// Segments with the dots between them.
pub(super) fn joined(segments: &[Part<'_>]) -> String {
    segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(".")
}
