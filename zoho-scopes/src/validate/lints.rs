//! Lints: entries that repeat another one of the list, that another one covers, or that cover more than a policy wants.

use alloc::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};

use crate::{
    catalogue::Entry,
    policy::Policy,
    report::{Code, Diagnostic, Item, Severity, Span, Suggestion},
    set::ScopeSet,
};

/// Adds what is said of entries that repeat an earlier one, in whatever spelling.
pub(super) fn duplicates(items: &[Item<'_>], out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    for (index, Item { span, entry }) in items.iter().enumerate() {
        let spelling = match entry {
            Entry::Known(scope) => Cow::Borrowed(scope.as_str()),
            other => Cow::Owned(other.as_str().to_ascii_lowercase()),
        };
        let first = *seen.entry(spelling).or_insert(index);
        if first < index {
            let message = format!("`{entry}` is listed twice");
            let diagnostic = Diagnostic::new(Code::Duplicate, Severity::Warning, *span, message);
            let fix = Suggestion::certain(with_separator(items, index), "");
            let help = format!("entry {} of the list is the same", first + 1);
            out.push(diagnostic.with_help(help).with_suggestions([fix]));
        }
    }
}

/// Adds what is said of what entries cover.
pub(super) fn coverage(items: &[Item<'_>], policy: &Policy, out: &mut Vec<Diagnostic>) {
    if policy.over_broad {
        out.extend(items.iter().filter(|item| item.entry.is_over_broad()).map(over_broad));
    }
    if policy.redundant && items.iter().any(|item| item.entry.is_over_broad()) {
        redundant(items, out);
    }
}

fn redundant(items: &[Item<'_>], out: &mut Vec<Diagnostic>) {
    let known = items.iter().filter(|item| !matches!(item.entry, Entry::Unknown(_)));
    let set: ScopeSet = known.map(|item| item.entry.clone().into_owned()).collect();
    let dropped = set.minimised().dropped;
    let mut said = BTreeSet::new();
    for (index, item) in items.iter().enumerate() {
        let Ok(found) = dropped.binary_search_by(|dropped| dropped.entry.cmp(&item.entry)) else { continue };
        if said.insert(found) {
            let message = format!("`{}` is redundant: `{}` covers it", item.entry, dropped[found].by);
            let diagnostic = Diagnostic::new(Code::Redundant, Severity::Warning, item.span, message);
            let fix = Suggestion::maybe(with_separator(items, index), "");
            out.push(diagnostic.with_help(String::from("leave it out")).with_suggestions([fix]));
        }
    }
}

fn over_broad(item: &Item<'_>) -> Diagnostic {
    let narrower = item.entry.narrower(&[]);
    let some: Vec<String> = narrower.direct.iter().take(3).map(|entry| format!("`{entry}`")).collect();
    let more = narrower.direct.len() + narrower.below.len() - some.len();
    let more = if more == 0 { String::new() } else { format!(" and {more} more") };
    let help = format!("ask for what the task needs: it includes {}{more}", some.join(", "));
    let message = format!("`{}` covers other scopes", item.entry);
    let diagnostic = Diagnostic::new(Code::OverBroad, Severity::Warning, item.span, message);
    diagnostic.with_help((!some.is_empty()).then_some(help))
}

/// An entry with the separators that would be extra without it.
pub(super) fn with_separator(items: &[Item<'_>], index: usize) -> Span {
    let own = items[index].span;
    match (index.checked_sub(1), items.get(index + 1)) {
        (Some(before), _) => Span::new(items[before].span.end, own.end),
        (None, Some(after)) => Span::new(own.start, after.span.start),
        (None, None) => own,
    }
}
