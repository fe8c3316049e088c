//! Lists that are values of what is called scope: whatever stands in the value is an entry, also what is no scope by
//! itself.

use alloc::vec::Vec;

use zoho_scopes_data::text::normalise::{Normalised, normalise};

use super::{
    found::{Form, Kind, List, Match},
    lexer::Lexer,
    token::token,
};
use crate::{
    read::{
        tokens::{Token, is_joining, tokens},
        value::{Value, values},
    },
    report::Span,
};

/// Makes one list of those that stand in one value, with everything else that stands there. The lists lie in this part
/// of the text.
pub(super) fn widen<'a>(text: &'a str, part: Span, lists: &mut Vec<List<'a>>, from: usize) {
    if from == lists.len() {
        return;
    }
    let mut own = lists.split_off(from).into_iter().peekable();
    for value in values(text, part) {
        let span = value.span();
        while let Some(before) = own.next_if(|list| list.span().end <= span.start) {
            lists.push(before);
        }
        let mut within = Vec::new();
        while let Some(list) = own.next_if(|list| list.span().start < span.end) {
            within.push(list);
        }
        let lies_within = |list: &List<'_>| span.start <= list.span().start && list.span().end <= span.end;
        // A list may begin in front of this value and end in it.
        let is_apart = lists.last().is_none_or(|before| before.span().end <= span.start);
        let fits = is_apart && within.iter().all(|list| lies_within(list) && list.form == Form::List);
        let found: Vec<Match> = within.iter().flat_map(|list| list.matches.iter().copied()).collect();
        let list = if fits && !found.is_empty() { list_of(text, value, found) } else { None };
        match list {
            Some(list) => lists.push(list),
            None => lists.extend(within),
        }
    }
    lists.extend(own);
}

/// The list that a value holds, although nothing in it is known; nothing where there is no word in it.
pub(crate) fn unknown_list<'a>(text: &'a str, value: Value<'a>) -> Option<List<'a>> {
    list_of(text, value, Vec::new()).filter(|list| !list.matches.is_empty())
}

/// The entries of a value, those that were found among them; nothing where the value is a sentence.
fn list_of<'a>(text: &'a str, value: Value<'a>, mut found: Vec<Match>) -> Option<List<'a>> {
    let in_quotes = |place: usize| text[..place].ends_with(['"', '\'', '`']);
    let quoted = found.iter().any(|entry| in_quotes(entry.span.start));
    let parts = parts(value);
    let mut known = found.iter().map(|entry| entry.span).collect::<Vec<_>>().into_iter().peekable();
    let commented = !found.is_empty() && found.iter().all(|entry| entry.kind == Kind::Commented);
    let mut lexer = Lexer::new(text, value.start);
    let mut others = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let Part { span, is_word: true, .. } = *part else { continue };
        // As in a list, a mark beside a comma is an entry.
        let word = &text[span.range()];
        if is_joining(word) && (word.eq_ignore_ascii_case("and") || !is_beside_comma(&parts, index)) {
            continue;
        }
        while known.next_if(|entry| entry.end <= span.start).is_some() {}
        if known.peek().is_some_and(|entry| entry.start < span.end) {
            continue;
        }
        // Code may stand beside literals, and remarks behind a setting.
        let is_remark = !found.is_empty() && value.is_plain() && !is_between_commas(&parts, index);
        if (!quoted || in_quotes(span.start)) && !is_remark {
            let is_template = token(text, span.start).0.is_some_and(|token| token.has_placeholder);
            // Of what is in comments the scopes are known.
            if !lexer.around(span.start).commented {
                let kind = if commented {
                    Kind::Commented
                } else if is_template {
                    Kind::Template
                } else {
                    Kind::Scope
                };
                others.push(Match { span, kind });
            }
        }
    }
    if others.len() > 1 && !found.is_empty() && others.len() >= found.len() {
        return None;
    }
    let whole = others.len() + found.len() == parts.iter().filter(|part| part.is_word).count();
    found.extend(others);
    found.sort_by_key(|entry| entry.span);
    let whole = whole && found.iter().all(|entry| entry.kind == Kind::Scope);
    Some(List { text, matches: found, form: Form::List, value: Some(value), whole })
}

/// A part of a value: a word, or what stands between words.
struct Part {
    span: Span,
    is_word: bool,
    /// Whether it separates as commas and new lines do.
    divides: bool,
    /// Whether commas are in it.
    has_comma: bool,
}

fn parts(value: Value<'_>) -> Vec<Part> {
    let Normalised { text, offsets, .. } = normalise(value.text);
    let placed = |span: Span| {
        let given = offsets.given(span);
        Span::new(value.start + given.start, value.start + given.end)
    };
    let part = |token: Token<'_>| match token {
        Token::Entry(entry) => Part { span: placed(entry.whole.span), is_word: true, divides: false, has_comma: false },
        Token::Separators(part) => {
            let has_comma = part.text.contains([',', ';']);
            let divides = has_comma || part.text.contains('\n');
            Part { span: placed(part.span), is_word: false, divides, has_comma }
        }
    };
    tokens(&text).map(part).collect()
}

/// Whether a comma stands before or behind a word.
fn is_beside_comma(parts: &[Part], index: usize) -> bool {
    let around = [index.checked_sub(1), Some(index + 1)];
    around.into_iter().flatten().filter_map(|place| parts.get(place)).any(|part| part.has_comma)
}

/// Whether commas, new lines or the ends of the value stand around a word.
fn is_between_commas(parts: &[Part], index: usize) -> bool {
    let divides = |part: Option<&Part>| part.is_none_or(|part| part.divides);
    let before = index.checked_sub(1).map(|before| &parts[before]);
    divides(before) && divides(parts.get(index + 1))
}
