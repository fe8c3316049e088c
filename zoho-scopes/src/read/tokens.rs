//! The grammar of scope lists, with spans: `service.scope.OPERATION` between separators.
//!
//! Only a list that is not plainly right comes here. Nothing is refused: each separator is a new
//! start, and what is wrong with an entry is said later.

use nom::{
    IResult, Offset, Parser,
    branch::alt,
    bytes::complete::take_while1,
    character::complete::{char, digit1, line_ending, one_of, space1},
    combinator::{peek, recognize},
    multi::many1_count,
};

use zoho_scopes_data::{
    classify::{Part, RawEntry},
    text::chars::{is_scope_character, is_separator},
};

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Separators in a row, with the marks between them: quotes, brackets, bullets.
    Separators(Part<'a>),
    /// What stands between them.
    Entry(RawEntry<'a>),
}

/// Whether a character stands around scopes: quotes and brackets.
fn encloses(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '[' | ']' | '(' | ')' | '*' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}')
}

/// Whether a character stands in front of scopes: what encloses them, bullets, and signs of a comment.
fn leads(c: char) -> bool {
    encloses(c) || matches!(c, '-' | '#' | '/')
}

/// Cuts a list into entries and the separators between them. Together they are the whole list.
pub(crate) fn tokens(list: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = list;
    core::iter::from_fn(move || {
        if let Ok((after, text)) = separators(rest) {
            rest = after;
            return Some(Token::Separators(Part::new(text, list.offset(text))));
        }
        let (whole, after) = entry(rest)?;
        rest = after;
        Some(Token::Entry(RawEntry::new(whole, list.offset(whole))))
    })
}

/// What stands between scopes without being a word: `and`, and signs other than dots.
pub(crate) fn is_joining(text: &str) -> bool {
    text.eq_ignore_ascii_case("and") || !text.contains(|c: char| c.is_alphanumeric() || c == '.')
}

fn separators(text: &str) -> IResult<&str, &str> {
    let number = recognize((digit1, one_of(".)"), peek(space1)));
    // A sign that the line goes on.
    let continued = recognize((char('\\'), line_ending));
    recognize(many1_count(alt((take_while1(|c| is_separator(c) || leads(c)), number, continued)))).parse(text)
}

/// A word without what encloses it, and what follows; the `*` of a shorthand such as `ZohoFSM.files.*` belongs to it.
fn entry(text: &str) -> Option<(&str, &str)> {
    // Most of a word is what scopes hold, and no separator.
    let plain = text.bytes().take_while(|byte| is_scope_character(char::from(*byte))).count();
    let end = text[plain..].find(is_separator).map_or(text.len(), |length| plain + length);
    let inner = text[..end].trim_end_matches(encloses).len();
    let shorthand = text[..inner].ends_with('.') && text[inner..end].starts_with('*');
    (end > 0).then(|| text.split_at(inner + usize::from(shorthand)))
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec, vec::Vec};

    use super::{Token, tokens};

    #[track_caller]
    fn check(list: &str, expected: &[&str]) {
        let shown = |token: Token<'_>| match token {
            Token::Separators(part) => alloc::format!("{:?}@{}", part.text, part.span.start),
            Token::Entry(entry) => {
                let segments: Vec<&str> = entry.segments.iter().map(|segment| segment.text).collect();
                alloc::format!("{}@{}", segments.join("|"), entry.segments[0].span.start)
            }
        };
        let found: Vec<String> = tokens(list).map(shown).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn tokens_cover_the_list() {
        check("", &[]);
        check("A.b.READ", &["A|b|READ@0"]);
        check("A.b.READ,C.d.e.ALL", &["A|b|READ@0", "\",\"@8", "C|d|e|ALL@9"]);
        check(" , A ", &["\" , \"@0", "A@3", "\" \"@4"]);
    }

    #[test]
    fn marks_belong_to_the_separators() {
        check("['A', 'B']", &["\"['\"@0", "A@2", "\"', '\"@3", "B@7", "\"']\"@8"]);
        check("- A\n- B", &["\"- \"@0", "A@2", "\"\\n- \"@3", "B@6"]);
        check("1. A 2) B", &["\"1. \"@0", "A@3", "\" 2) \"@4", "B@8"]);
        check("**A** B.*", &["\"**\"@0", "A@2", "\"** \"@3", "B|*@6"]);
        check("A,\\\nB", &["A@0", "\",\\\\\\n\"@1", "B@4"]);
        check("A,\\,B", &["A@0", "\",\"@1", "\\@2", "\",\"@3", "B@4"]);
        check("B-C 1.2", &["B-C@0", "\" \"@3", "1|2@4"]);
    }

    #[test]
    fn empty_segments_are_kept() {
        check("A..READ", &["A||READ@0"]);
        check(".A.", &["|A|@0"]);
        check(".", &["|@0"]);
    }

    #[test]
    fn spans_count_bytes() {
        let tokens: Vec<Token<'_>> = tokens("é.b\u{a0}c").collect();
        let Token::Entry(entry) = &tokens[0] else { panic!("an entry comes first") };
        assert_eq!(entry.segments.iter().map(|part| part.span.range()).collect::<Vec<_>>(), vec![0..2, 3..4]);
        assert_eq!(tokens.len(), 3);
    }
}
