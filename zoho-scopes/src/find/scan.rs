//! From a text to what may be an entry of a list.

use alloc::{string::String, vec::Vec};

use zoho_scopes_data::text::chars::is_segment_byte;

use super::{
    candidate::Candidate,
    cells::operations_beside,
    escape::escape,
    lexer::Lexer,
    recognise::{Recogniser, Strength},
    token::{Token, joined, placeholder, token, underscored, with_last_word},
};
use crate::report::Span;

/// Everything in a part of a text that may be an entry.
pub(super) fn candidates(text: &str, window: Span, recogniser: &Recogniser<'_>) -> Vec<Candidate> {
    // Places are those of the whole text, which ends with the window.
    let text = &text[..window.end];
    let bytes = text.as_bytes();
    let mut lexer = Lexer::new(text, window.start);
    let mut candidates = Vec::new();
    let mut at = window.start;
    while let Some(byte) = bytes.get(at) {
        if !is_segment_byte(*byte) {
            at += skipped(text, at, &mut candidates, &mut lexer, recogniser);
            continue;
        }
        let length = bytes[at..].iter().take_while(|byte| is_segment_byte(**byte)).count();
        let end = at + length;
        // Most words stand alone.
        let found = match bytes.get(end) {
            Some(byte) if !byte.is_ascii() || b".%\\&${#".contains(byte) => {
                let (token, next) = token(text, at);
                at = next.max(end);
                token
            }
            Some(b':' | b'/') if recogniser.words.service(&text[at..end]).is_some() => {
                let token = joined(text, at);
                let strength = token.as_ref().and_then(|token| recogniser.joined(token));
                if let (Some(token), Some(strength)) = (token, strength) {
                    at = token.span.end;
                    candidates.push(candidate(&token, strength, &mut lexer));
                } else {
                    at = end;
                }
                continue;
            }
            _ => {
                let span = Span::new(at, end);
                at = end;
                Some(Token { span, text: String::new(), has_placeholder: false })
            }
        };
        let Some(token) = found else { continue };
        let word = &text[token.span.range()];
        if !word.contains('.') && (token.text.is_empty() || !token.text.contains('.')) {
            if recogniser.words.is_bare(word) {
                let mut found = candidate(&token, Strength::InLists, &mut lexer);
                found.is_bare = true;
                // Remarks are full of such words.
                if found.around.quoted || !found.around.commented {
                    candidates.push(found);
                }
            } else if let Some(token) = underscored(text, token.span).filter(|token| recogniser.is_known(token)) {
                candidates.push(candidate(&token, Strength::InLists, &mut lexer));
            }
            continue;
        }
        let is_last = |word: &str| recogniser.lacks_operation(&token, word);
        let (token, operations) = with_last_word(text, &token, is_last)
            .map(|token| (token, Vec::new()))
            .or_else(|| operations_beside(text, &token, is_last))
            .unwrap_or((token, Vec::new()));
        at = at.max(token.span.end);
        if let Some(found) = recognised(text, &token, &mut lexer, recogniser) {
            at = at.max(operations.last().map_or(0, |last| last.end));
            candidates.push(Candidate { operations, ..found });
        }
    }
    candidates
}

fn recognised(text: &str, token: &Token, lexer: &mut Lexer<'_>, recogniser: &Recogniser<'_>) -> Option<Candidate> {
    let found = candidate(token, Strength::InLists, lexer);
    let strength = recogniser.strength(text, token, found.around)?;
    Some(Candidate { strength, ..found })
}

fn candidate(token: &Token, strength: Strength, lexer: &mut Lexer<'_>) -> Candidate {
    Candidate {
        span: token.span,
        strength,
        has_placeholder: token.has_placeholder,
        is_bare: false,
        around: lexer.around(token.span.start),
        operations: Vec::new(),
    }
}

/// The length of what begins no word; where a template begins with its placeholder, it is taken.
fn skipped(
    text: &str,
    at: usize,
    candidates: &mut Vec<Candidate>,
    lexer: &mut Lexer<'_>,
    recogniser: &Recogniser<'_>,
) -> usize {
    let rest = &text[at..];
    if let Some((_, length)) = escape(rest) {
        return length;
    }
    if matches!(text.as_bytes()[at], b'$' | b'{' | b'<' | b'#' | b'%' | b'\\') {
        if let Some(length) = placeholder(rest).filter(|length| rest[*length..].starts_with('.')) {
            let (token, next) = token(text, at);
            candidates.extend(token.and_then(|token| recognised(text, &token, lexer, recogniser)));
            return next.saturating_sub(at).max(length);
        }
    }
    rest.chars().next().map_or(1, char::len_utf8)
}
