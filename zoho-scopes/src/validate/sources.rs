//! What a text is: a list and nothing else, or a text in which lists stand.

use alloc::{vec, vec::Vec};

use zoho_scopes_data::classify::Part;

use crate::{
    catalogue::Catalogue,
    find::{
        Found, Kind, List,
        cells::{divides, is_table},
        widen::unknown_list,
    },
    policy::{Policy, Separators},
    read::{
        tokens::{Token, is_joining, tokens},
        value::{Value, Within, has_sign, values},
    },
    report::Span,
};

/// Where the entries of a list come from.
pub(super) enum Source<'a> {
    /// They are all that stands in a part of the text.
    Tokens(Tokens<'a>),
    /// They were found in a text that holds more than the list.
    Found(List<'a>),
    /// The text holds other things, but no list.
    Nothing,
}

/// A list from its first character to its last.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub(super) list: &'a str,
    /// Where it begins in the text, in bytes.
    pub(super) start: usize,
    pub(super) within: Option<Within>,
}

impl<'a> Source<'a> {
    /// How a list that was found is read.
    fn of(list: List<'a>) -> Self {
        match list.value {
            Some(value) if list.whole => {
                Self::Tokens(Tokens { list: value.text, start: value.start, within: Some(value.within) })
            }
            _ => Self::Found(list),
        }
    }
}

/// The lists of a text, of which there is one at least.
pub(super) fn sources<'a>(catalogue: Catalogue, text: &'a str, policy: &Policy) -> Vec<Source<'a>> {
    let all = || vec![Source::Tokens(Tokens { list: text, start: 0, within: None })];
    let has_sign = has_sign(text);
    // Token responses keep what is unknown, whatever it is; the cells of a table are none.
    let is_granted = policy.separators == Separators::Space && !is_table(text);
    if !has_sign && (is_granted || !holds_more(catalogue, text)) {
        return all();
    }
    let live = live(catalogue.find_all(text));
    if !live.is_empty() {
        return live.into_iter().map(Source::of).collect();
    }
    if !has_sign {
        return all();
    }
    let values = values(text, Span::new(0, text.len()));
    let Some(value) = values.into_iter().min_by_key(Value::rank) else { return vec![Source::Nothing] };
    let tokens = Tokens { list: value.text, start: value.start, within: Some(value.within) };
    let list = unknown_list(text, value).filter(|list| !list.whole);
    vec![list.map_or(Source::Tokens(tokens), Source::Found)]
}

/// The one list of a text that is most likely meant, and how many others may be meant as well.
pub(super) fn likeliest(sources: Vec<Source<'_>>) -> (Source<'_>, usize) {
    let rank = |source: &Source<'_>| match source {
        Source::Tokens(Tokens { within: Some(_), .. }) => 0,
        Source::Found(list) if list.value.is_some() => 0,
        _ => 1,
    };
    let best = sources.iter().map(rank).min().unwrap_or(0);
    let mut meant = sources.into_iter().filter(|source| rank(source) == best);
    let first = meant.next().unwrap_or(Source::Nothing);
    (first, meant.count())
}

/// The lists that do not stand in comments.
fn live(found: Found<'_>) -> Vec<List<'_>> {
    let is_live = |list: &List<'_>| list.matches().iter().any(|entry| entry.kind != Kind::Commented);
    found.lists.into_iter().filter(is_live).collect()
}

/// Whether a text holds more than a list: a call of code, comments, other cells of a table, nothing but marks and `and`
/// between scopes, or as many words of a sentence as there are scopes, and several.
fn holds_more(catalogue: Catalogue, text: &str) -> bool {
    let (mut scopes, mut words, mut marks, mut others) = (0, 0, 0, 0);
    let mut parts = tokens(text).peekable();
    let mut before = None;
    let several_lines = text.trim().contains('\n');
    let (mut calls, mut in_cells, mut begins_row) = (false, false, false);
    while let Some(part) = parts.next() {
        let Token::Entry(entry) = &part else {
            before = separators(&part);
            continue;
        };
        let behind = parts.peek().and_then(separators);
        let around = || before.into_iter().chain(behind);
        let text = entry.whole.text;
        calls |= text.contains('(');
        in_cells |= catalogue.tables.is_operation(text) && (begins_row || before.is_some_and(divides));
        begins_row = several_lines && before.is_none_or(|separators| separators.ends_with('\n'));
        let count = match text {
            "and" => &mut marks,
            text if is_joining(text) && !around().any(|separators| separators.contains([',', ';'])) => &mut marks,
            text if text.contains('.') => &mut scopes,
            text if around().any(is_space) && catalogue.find(text).is_none() => &mut words,
            _ => &mut others,
        };
        *count += 1;
    }
    let sentence = words > 1 && words + marks >= scopes;
    let only_marks = words + others == 0 && marks > 0;
    scopes > 0
        && (sentence
            || only_marks
            || calls
            || in_cells
            || (words + others > 0 && (has_comment(text) || is_table(text))))
}

fn separators<'a>(part: &Token<'a>) -> Option<&'a str> {
    if let Token::Separators(part) = part { Some(part.text) } else { None }
}

/// Whether separators are the space between words, or the line between cells of a table.
fn is_space(separators: &str) -> bool {
    separators.chars().all(|c| matches!(c, ' ' | '|'))
}

/// Whether a comment begins behind something on a line.
fn has_comment(text: &str) -> bool {
    ["#", "//"].iter().any(|sign| {
        text.lines().any(|line| {
            let begins = |(place, _): (usize, &str)| line[..place].trim_end().len() < place;
            line.match_indices(sign).any(begins)
        })
    })
}

/// The parts of a list that are no separators.
pub(super) fn entries(list: &str) -> impl Iterator<Item = Part<'_>> {
    tokens(list).filter_map(|token| match token {
        Token::Entry(entry) => Some(entry.whole),
        Token::Separators(_) => None,
    })
}
