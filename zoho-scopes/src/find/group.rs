//! From a text to lists: tokens first, then what joins them.

use alloc::{string::String, vec::Vec};

use super::{
    escape::escape,
    gap::link,
    judge::{Judge, Strength},
    lexer::{Around, Lexer},
    literal,
    token::{Token, is_word, joined, placeholder, token},
};
use crate::{
    find::{Form, Kind, List, Match},
    report::Span,
};

/// What may be an entry.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) strength: Strength,
    pub(super) has_placeholder: bool,
    /// Whether it is a scope without a dot.
    pub(super) is_bare: bool,
    pub(super) around: Around,
}

/// The lists of a text.
pub(super) fn group<'a>(text: &'a str, judge: &Judge<'_>) -> Vec<List<'a>> {
    let candidates = candidates(text, judge);
    let mut lists: Vec<List<'a>> = Vec::new();
    let mut rest = candidates.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let mut members = alloc::vec![entry(first)];
        let mut form = Form::List;
        let mut count = 1;
        while let Some(next) = rest.get(count) {
            let Some(link) = link(text, &rest[count - 1], next) else { break };
            if link.form == Form::Map {
                form = Form::Map;
            }
            let kind = if next.around.commented { Kind::Commented } else { Kind::Scope };
            members.extend(link.words.iter().map(|span| Match { span: *span, kind }));
            members.push(entry(next));
            count += 1;
        }
        let (own, others) = rest.split_at(count);
        rest = others;
        if !is_list(text, own) {
            continue;
        }
        let last = &own[count - 1];
        let ends = others.first().map_or(text.len(), |next| next.span.start);
        let begins = lists.last().map_or(0, |list| list.span().end);
        if form == Form::List {
            let as_entry = |around: Around| {
                move |span| Match { span, kind: if around.commented { Kind::Commented } else { Kind::Scope } }
            };
            let before = literal::before(text, first, begins).into_iter().map(as_entry(first.around));
            members.splice(..0, before);
            members.extend(literal::behind(text, last, ends).into_iter().map(as_entry(last.around)));
        }
        lists.push(List { text, matches: members, form });
    }
    lists
}

/// Whether one of the entries is a scope by itself, or is in a setting.
fn is_list(text: &str, entries: &[Candidate]) -> bool {
    let in_setting = |entry: &Candidate| entry.strength == Strength::InSettings && in_setting(text, entry);
    entries.iter().any(|entry| entry.strength == Strength::Alone || in_setting(entry))
}

/// Whether something called scope is set to an entry.
fn in_setting(text: &str, entry: &Candidate) -> bool {
    const BEFORE: usize = 120;
    let before = &text.as_bytes()[entry.span.start.saturating_sub(BEFORE)..entry.span.start];
    let named = before.windows(5).any(|window| window.eq_ignore_ascii_case(b"scope"));
    named && (entry.around.quoted || before.ends_with(b"=") || before.ends_with(b"%3D"))
}

fn entry(candidate: &Candidate) -> Match {
    let kind = match candidate {
        candidate if candidate.around.commented => Kind::Commented,
        candidate if candidate.has_placeholder => Kind::Template,
        _ => Kind::Scope,
    };
    Match { span: candidate.span, kind }
}

/// Everything that may be an entry.
fn candidates(text: &str, judge: &Judge<'_>) -> Vec<Candidate> {
    let bytes = text.as_bytes();
    let mut lexer = Lexer::new(text);
    let mut candidates = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !is_word(*byte) {
            at += skipped(text, at, &mut candidates, &mut lexer, judge);
            continue;
        }
        let length = bytes[at..].iter().take_while(|byte| is_word(**byte)).count();
        let end = at + length;
        // Most words stand alone.
        let found = match bytes.get(end) {
            Some(b'.' | b'%' | b'\\' | b'&' | b'$' | b'{' | b'#') => {
                let (token, next) = token(text, at);
                at = next.max(end);
                token
            }
            Some(byte) if !byte.is_ascii() => {
                let (token, next) = token(text, at);
                at = next.max(end);
                token
            }
            Some(b':' | b'/') if judge.words.service(&text[at..end]).is_some() => {
                let token = joined(text, at);
                let strength = token.as_ref().and_then(|token| judge.joined(token));
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
                Some(Token { span, text: String::new(), has_placeholder: false, is_dotted: false })
            }
        };
        let Some(token) = found else { continue };
        let word = &text[token.span.range()];
        if !word.contains('.') && (token.text.is_empty() || !token.text.contains('.')) {
            if judge.words.is_bare(word) {
                let mut found = candidate(&token, Strength::InLists, &mut lexer);
                found.is_bare = true;
                candidates.push(found);
            }
            continue;
        }
        judged(text, &token, &mut candidates, &mut lexer, judge);
    }
    candidates
}

fn judged(text: &str, token: &Token, candidates: &mut Vec<Candidate>, lexer: &mut Lexer<'_>, judge: &Judge<'_>) {
    let found = candidate(token, Strength::InLists, lexer);
    if let Some(strength) = judge.strength(text, token, found.around) {
        candidates.push(Candidate { strength, ..found });
    }
}

fn candidate(token: &Token, strength: Strength, lexer: &mut Lexer<'_>) -> Candidate {
    Candidate {
        span: token.span,
        strength,
        has_placeholder: token.has_placeholder,
        is_bare: false,
        around: lexer.around(token.span.start),
    }
}

/// The length of what begins no word; where a template begins with its placeholder, it is taken.
fn skipped(
    text: &str,
    at: usize,
    candidates: &mut Vec<Candidate>,
    lexer: &mut Lexer<'_>,
    judge: &Judge<'_>,
) -> usize {
    let rest = &text[at..];
    if let Some((_, length)) = escape(rest) {
        return length;
    }
    if matches!(text.as_bytes()[at], b'$' | b'{' | b'<' | b'#' | b'%' | b'\\') {
        if let Some(length) = placeholder(rest).filter(|length| rest[*length..].starts_with('.')) {
            let (token, next) = token(text, at);
            if let Some(token) = token {
                judged(text, &token, candidates, lexer, judge);
            }
            return next.saturating_sub(at).max(length);
        }
    }
    rest.chars().next().map_or(1, char::len_utf8)
}
