//! The grammar of scope lists, with spans: `service.scope.OPERATION` between separators.
//!
//! Only a list that is not plainly right comes here. Nothing is refused: each separator is a new
//! start, and what is wrong with an entry is said later.

use alloc::{string::String, vec::Vec};

use nom::{
    IResult, Offset, Parser,
    branch::alt,
    bytes::complete::{take_while, take_while1},
    character::complete::char,
    combinator::{consumed, map, verify},
    multi::{many0, separated_list1},
};

use crate::diagnostic::Span;

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Separators in a row.
    Separators(Part<'a>),
    /// What stands between them.
    Entry(RawEntry<'a>),
}

/// A text with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    pub(crate) text: &'a str,
    pub(crate) span: Span,
}

/// An entry with its segments, empty ones among them; dots separate them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawEntry<'a> {
    pub(crate) whole: Part<'a>,
    pub(crate) segments: Vec<Part<'a>>,
}

/// Segments with the dots between them.
pub(crate) fn joined(segments: &[Part<'_>]) -> String {
    segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(".")
}

/// Whether a character stands between scopes.
pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';') || c.is_whitespace()
}

/// Cuts a list into entries and the separators between them. Together they are the whole list.
pub(crate) fn parse(list: &str) -> Vec<Token<'_>> {
    let part = |text: &str| {
        let start = list.offset(text);
        Span::new(start, start + text.len())
    };
    let separators = map(take_while1(is_separator), |text| Token::Separators(Part { text, span: part(text) }));
    let segment = map(take_while(|c| c != '.' && !is_separator(c)), |text| Part { text, span: part(text) });
    let entry = map(consumed(separated_list1(char('.'), segment)), |(text, segments)| RawEntry {
        whole: Part { text, span: part(text) },
        segments,
    });
    let entry = map(verify(entry, |entry: &RawEntry<'_>| !entry.whole.text.is_empty()), Token::Entry);
    let tokens: IResult<&str, Vec<Token<'_>>> = many0(alt((separators, entry))).parse(list);
    tokens.map(|(_, tokens)| tokens).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec, vec::Vec};

    use super::{Token, parse};

    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let shown = |token: &Token<'_>| match token {
            Token::Separators(part) => alloc::format!("{:?}@{}", part.text, part.span.start),
            Token::Entry(entry) => {
                let segments: Vec<&str> = entry.segments.iter().map(|segment| segment.text).collect();
                alloc::format!("{}@{}", segments.join("|"), entry.segments[0].span.start)
            }
        };
        let tokens: Vec<String> = parse(list).iter().map(shown).collect();
        assert_eq!(tokens, expected);
    }

    #[test]
    fn tokens_cover_the_list() {
        check("", &[]);
        check("A.b.READ", &["A|b|READ@0"]);
        check("A.b.READ,C.d.e.ALL", &["A|b|READ@0", "\",\"@8", "C|d|e|ALL@9"]);
        check(" , A ", &["\" , \"@0", "A@3", "\" \"@4"]);
    }

    #[test]
    fn empty_segments_are_kept() {
        check("A..READ", &["A||READ@0"]);
        check(".A.", &["|A|@0"]);
        check(".", &["|@0"]);
    }

    #[test]
    fn spans_count_bytes() {
        let tokens = parse("é.b\u{a0}c");
        let Token::Entry(entry) = &tokens[0] else { panic!("an entry comes first") };
        assert_eq!(entry.segments.iter().map(|part| part.span.range()).collect::<Vec<_>>(), vec![0..2, 3..4]);
        assert_eq!(tokens.len(), 3);
    }
}
