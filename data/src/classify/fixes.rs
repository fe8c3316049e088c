//! Applying what is certain.

use alloc::{borrow::Cow, string::String, vec::Vec};
use core::cmp::Reverse;

use super::diagnostic::{Applicability, Diagnostic, Suggestion};
use crate::text::{Span, normalise::normalise};

/// The suggestion of each diagnostic that a machine may apply, where there is one.
pub fn certain(diagnostics: &[Diagnostic]) -> impl Iterator<Item = &Suggestion> {
    let is_certain = |fix: &&Suggestion| fix.applicability == Applicability::MachineApplicable;
    diagnostics.iter().filter_map(move |diagnostic| diagnostic.suggestions().iter().find(is_certain))
}

/// A text with replacements applied; `start` is its place in what the spans count from. Where two overlap, the one
/// that starts first is applied, and of those that start together the longest.
#[must_use]
pub fn applied(text: &str, start: usize, mut fixes: Vec<(Span, &str)>) -> String {
    fixes.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, replacement) in fixes {
        let (from, to) = (span.start.wrapping_sub(start), span.end.wrapping_sub(start));
        let Some(before) = text.get(done..from) else { continue };
        if text.get(from..to).is_none() {
            continue;
        }
        out.extend([before, replacement]);
        done = to;
    }
    out + text.get(done..).unwrap_or_default()
}

/// An entry as it is sent, with what is certain applied: `read_as` is its wire form, or its text in plain characters.
#[must_use]
pub fn fixed_entry<'a>(
    text: &str,
    start: usize,
    read_as: &'a str,
    is_known: bool,
    fixes: Vec<(Span, &str)>,
) -> Cow<'a, str> {
    if is_known || fixes.is_empty() {
        return Cow::Borrowed(read_as);
    }
    Cow::Owned(normalise(&applied(text, start, fixes)).text.into_owned())
}
