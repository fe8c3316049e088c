//! The words of a list before its first scope and behind its last, in the same literal or value.

use alloc::vec::Vec;

use super::{candidate::Candidate, escape::escape, token::length_of_words};
use crate::report::Span;

/// The entries behind the last one, up to the end of the literal.
pub(super) fn behind(text: &str, last: &Candidate, limit: usize) -> Vec<Span> {
    let mut words = Vec::new();
    let mut at = last.end();
    while let Some((word, end)) = next(text, at, last.around.quoted) {
        if word.end > limit {
            break;
        }
        words.push(word);
        at = end;
    }
    words
}

/// A comma and a word, behind which comes another comma or the end of the literal.
fn next(text: &str, at: usize, quoted: bool) -> Option<(Span, usize)> {
    let start = comma(text, at)?;
    let length = length_of_words(&text[start..]);
    let end = start + length;
    let ends = if quoted {
        text[end..].starts_with(['"', '\'', '`'])
    } else {
        text[end..].starts_with(['\n', '\r', '&']) || end == text.len()
    };
    let word = &text[start..end];
    let fits = length > 1 && word.contains(|c: char| c.is_ascii_alphabetic()) && (ends || comma(text, end).is_some());
    fits.then_some((Span::new(start, end), end))
}

/// Where a word begins behind a comma.
fn comma(text: &str, mut at: usize) -> Option<usize> {
    let mut commas = 0;
    loop {
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let (c, length) = escape(rest).unwrap_or((first, first.len_utf8()));
        match c {
            ',' => commas += 1,
            ' ' | '+' => {}
            _ => break,
        }
        at += length;
    }
    (commas == 1).then_some(at)
}

/// The entries before the first one, back to where the literal begins.
pub(super) fn before(text: &str, first: &Candidate, limit: usize) -> Vec<Span> {
    let from = first.around.opened.max(limit);
    let Some(value) = text.get(from..first.span.start) else { return Vec::new() };
    // Behind the sign of a setting or parameter.
    let signs = ["=", ": ", "%3D", "%3d", "?"];
    let sign = signs.iter().filter_map(|sign| value.rfind(sign).map(|at| at + sign.len())).max();
    if sign.is_none() && !first.around.quoted {
        return Vec::new();
    }
    let start = from + sign.unwrap_or(0);
    let start = start + (text[start..].len() - text[start..].trim_start_matches([' ', '"', '\'']).len());
    let mut words = Vec::new();
    let mut at = start;
    while at < first.span.start {
        let length = length_of_words(&text[at..first.span.start]);
        let Some(next) = comma(text, at + length).filter(|_| length > 1) else { return Vec::new() };
        words.push(Span::new(at, at + length));
        at = next;
    }
    if at == first.span.start { words } else { Vec::new() }
}
