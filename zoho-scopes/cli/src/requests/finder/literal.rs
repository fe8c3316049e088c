//! Addresses as they stand in a text: behind `https://`, or behind a quotation mark as a path or with a variable in front;
//! parts that code joins are put together.

use std::ops::Range;

use super::super::url::{beginning, is_version};

/// An address, maybe put together.
pub(super) struct Literal {
    /// From the first letter to the end of the last part.
    pub(super) span: Range<usize>,
    /// What it spells, with `{x}` for what code puts in between.
    pub(super) text: String,
    /// The quotation mark around it, if there is one.
    pub(super) quote: Option<char>,
}

/// An address is no longer, nor consists of more parts.
const MAX_LENGTH: usize = 400;
const MAX_PARTS: usize = 16;
/// Quotation marks and angle brackets in HTML.
const ENTITIES: [&str; 6] = ["&quot;", "&#34;", "&#39;", "&apos;", "&lt;", "&gt;"];

/// All that may be one, in the order of the text.
pub(super) fn all(text: &str) -> Vec<Literal> {
    let mut literals = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    while let Some(place) = bytes[from..].iter().position(|byte| matches!(byte, b'/' | b'"' | b'\'' | b'`')) {
        let place = from + place;
        from = place + 1;
        let start = match bytes[place] {
            b'/' if text[place..].starts_with("//") || text[place..].starts_with("/\\/") => scheme_before(text, place),
            // JSON may escape the slashes.
            b'/' => None,
            _ => begins_address(&text[place + 1..]).then_some(place + 1),
        };
        let Some(start) = start else { continue };
        let literal = read(text, start);
        from = from.max(literal.span.end);
        literals.push(literal);
    }
    literals
}

/// Where `https:` begins before slashes.
fn scheme_before(text: &str, slashes: usize) -> Option<usize> {
    let before = text[..slashes].trim_end_matches('\\');
    ["https:", "http:"].iter().find(|scheme| before.ends_with(**scheme)).map(|scheme| before.len() - scheme.len())
}

/// Whether what stands behind a quotation mark may be a path, or an address that begins with a variable.
fn begins_address(text: &str) -> bool {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('/'), Some(second)) => second.is_ascii_alphanumeric() || matches!(second, '_' | '{' | '$' | ':'),
        (Some('{' | '$' | '#'), Some(second)) => second.is_ascii_alphabetic() || matches!(second, '{' | '_' | '('),
        (Some('%'), Some('s' | 'v')) => chars.next() == Some('/'),
        (Some('a'..='z'), _) => begins_with_version(text),
        _ => false,
    }
}

/// Whether a word and a version come first, as in `crm/v8/Leads`.
fn begins_with_version(text: &str) -> bool {
    let end = text.bytes().position(|byte| !byte.is_ascii_lowercase());
    end.is_some_and(|end| text[end..].strip_prefix('/').is_some_and(is_version))
}

fn read(text: &str, start: usize) -> Literal {
    let quote = text[..start].chars().next_back().filter(|c| matches!(c, '"' | '\'' | '`'));
    let mut end = start + part(&text[start..], quote);
    let mut address = text[start..end].to_owned();
    for _ in 0..MAX_PARTS {
        let Some((joined, length)) = quote.and_then(|_| joined(&text[end..])) else { break };
        if address.len() + joined.len() > MAX_LENGTH {
            break;
        }
        address.push_str(&joined);
        end += length;
    }
    Literal { span: start..end, text: address, quote }
}

/// The length of an address: to its quotation mark, or to what no address has.
fn part(text: &str, quote: Option<char>) -> usize {
    let text = beginning(text, MAX_LENGTH);
    let mut depth = 0_usize;
    let is_entity = |place: usize| ENTITIES.iter().any(|entity| text[place..].starts_with(entity));
    let ends = |(place, c): &(usize, char)| match (*c, quote) {
        ('&', _) if is_entity(*place) => true,
        ('{', _) => {
            depth += 1;
            false
        }
        ('}', _) => {
            depth = depth.saturating_sub(1);
            false
        }
        ('\n', _) => true,
        (c, Some(quote)) => c == quote && depth == 0 || c == '\n',
        (c, None) => {
            depth == 0
                && (c.is_whitespace()
                    || matches!(c, '"' | '\'' | '`' | '”' | '’' | ')' | ']' | '|' | '\\' | ',' | ';' | '>' | '*'))
        }
    };
    let end = text.char_indices().find(ends).map_or(text.len(), |(place, _)| place);
    // Where a sentence ends, or a string in a string.
    text[..end].trim_end_matches(if quote.is_none() { &['.', ':', '\\'][..] } else { &['\\'][..] }).len()
}

/// What code joins to an address behind its quotation mark: `+ id`, `. '/x'`; with the length of all of it.
fn joined(text: &str) -> Option<(String, usize)> {
    let text = beginning(text, MAX_LENGTH);
    // The mark that ends a part, or nothing behind an expression.
    let rest = text.strip_prefix(['"', '\'', '`']).unwrap_or(text);
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['+', '.', '&'])?.trim_start();
    let at = text.len() - rest.len();
    let first = rest.chars().next()?;
    if matches!(first, '"' | '\'' | '`') {
        let length = part(&rest[1..], Some(first));
        return Some((rest[1..=length].to_owned(), at + 1 + length));
    }
    // A method of the literal is no part of it: `'…'.format(`.
    let is_method = text[..at].ends_with('.') && !text[..at].ends_with(" .");
    let length = expression(rest).filter(|length| *length > 0 && !is_method)?;
    Some(("{x}".to_owned(), at + length))
}

/// The length of an expression: to an operator, comma or bracket that ends it.
fn expression(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, c) in text.char_indices() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return Some(place),
            ')' | ']' | '}' => depth -= 1,
            '+' | ',' | ';' | '\n' | '&' if depth == 0 => return Some(text[..place].trim_end().len()),
            ' ' if depth == 0 && text[place..].starts_with(" . ") => return Some(place),
            _ => {}
        }
    }
    (depth == 0).then_some(text.trim_end().len())
}
