//! From a text to lists: tokens first, then what joins them.

use alloc::vec::Vec;

use super::{
    candidate::Candidate,
    gap::link,
    lexer::Around,
    literal,
    recognise::{Recogniser, Strength},
    scan::candidates,
};
use crate::{
    find::found::{Form, Kind, List, Match},
    report::Span,
};

/// Adds the lists of a part of a text.
pub(super) fn group<'a>(text: &'a str, window: Span, recogniser: &Recogniser<'_>, lists: &mut Vec<List<'a>>) {
    let candidates = candidates(text, window, recogniser);
    let mut rest = candidates.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let mut members = entries(first);
        let mut form = Form::List;
        let mut count = 1;
        while let Some(next) = rest.get(count) {
            let Some(link) = link(text, &rest[count - 1], next) else { break };
            if link.form == Form::Map {
                form = Form::Map;
            }
            let kind = if next.around.commented { Kind::Commented } else { Kind::Scope };
            members.extend(link.words.iter().map(|span| Match { span: *span, kind }));
            members.extend(entries(next));
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
        lists.push(List { text, matches: members, form, value: None, whole: false });
    }
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
    let set = [&b"="[..], b"%3D", b": ", b":"].iter().any(|sign| before.ends_with(sign));
    named && (entry.around.quoted || set)
}

/// A candidate, and the operations behind it.
fn entries(candidate: &Candidate) -> Vec<Match> {
    let kind = match candidate {
        candidate if candidate.around.commented => Kind::Commented,
        candidate if candidate.has_placeholder => Kind::Template,
        _ => Kind::Scope,
    };
    core::iter::once(&candidate.span).chain(&candidate.operations).map(|span| Match { span: *span, kind }).collect()
}
