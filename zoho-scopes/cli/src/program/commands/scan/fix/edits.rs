//! The fixes that can be made in a file: they change the text of a scope, and nothing that stands around it.

use zoho_scopes::{
    Catalogue, Entry, Policy, Report,
    report::{Diagnostic, Span, Suggestion},
};
use zoho_scopes_data::classify::{applied, certain};

use crate::program::commands::scan::finding::Replacement;

/// The certain fixes of diagnostics of a list that leave a scope of the catalogue where each entry stands. Spans are
/// those of the report.
pub(in crate::program::commands::scan) fn safe<'a>(
    report: &Report<'_>,
    diagnostics: impl Iterator<Item = &'a Diagnostic>,
    catalogue: Catalogue,
) -> Vec<Suggestion> {
    let fixes: Vec<&Suggestion> = diagnostics.flat_map(|found| certain(std::slice::from_ref(found))).collect();
    let mut safe = Vec::new();
    for item in report.items() {
        let own =
            fixes.iter().copied().filter(|fix| item.span.start <= fix.span.start && fix.span.end <= item.span.end);
        let mut own: Vec<&Suggestion> = own.filter(|fix| is_plain(report.input(), fix)).collect();
        // Of two that overlap, the first.
        own.sort_by_key(|fix| (fix.span.start, std::cmp::Reverse(fix.span.end)));
        own.dedup_by(|next, before| next.span.start < before.span.end || next == before);
        let entry = &report.input()[item.span.range()];
        let new = applied(entry, item.span.start, own.iter().map(|fix| (fix.span, &*fix.replacement)).collect());
        if !own.is_empty() && !is_name(entry) && is_read(&new, catalogue) {
            safe.extend(own.into_iter().cloned());
        }
    }
    safe
}

/// Whether a fix puts nothing but characters of scopes in the place of such, and of no escape that a string needs.
fn is_plain(list: &str, fix: &Suggestion) -> bool {
    let is_of_scopes = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    !fix.replacement.is_empty()
        && fix.replacement.chars().all(is_of_scopes)
        && !list[fix.span.range()].contains(['\\', '&', '"', '\'', '\n'])
}

/// Whether an entry may be a name in code, such as that of a constant, where a dot would break it.
fn is_name(entry: &str) -> bool {
    entry.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Whether a text is read as one scope, and as a known one.
fn is_read(text: &str, catalogue: Catalogue) -> bool {
    let report = catalogue.validate(text, &Policy::LAX);
    report.is_valid() && matches!(report.items(), [item] if !matches!(item.entry, Entry::Unknown(_)))
}

/// The bytes with these fixes made.
pub(in crate::program::commands::scan) fn made<'a>(
    bytes: &[u8],
    fixes: impl IntoIterator<Item = &'a Replacement>,
) -> Vec<u8> {
    let mut fixes: Vec<&Suggestion> = fixes.into_iter().map(|fix| &fix.fix).collect();
    fixes.sort_by_key(|fix| fix.span.start);
    let mut new = Vec::with_capacity(bytes.len());
    let mut done = 0;
    for Suggestion { span: Span { start, end }, replacement, .. } in fixes {
        let Some(before) = bytes.get(done..*start) else { continue };
        new.extend_from_slice(before);
        new.extend_from_slice(replacement.as_bytes());
        done = *end;
    }
    new.extend_from_slice(bytes.get(done..).unwrap_or_default());
    new
}
