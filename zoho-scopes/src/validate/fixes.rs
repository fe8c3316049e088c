//! Applying what is certain.

use alloc::{
    borrow::Cow,
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use zoho_scopes_data::classify::{applied, certain, fixed_entry};

use super::lints::with_separator;
use crate::report::{Code, Diagnostic, Item, Report, Span, Suggestion};

impl Report<'_> {
    /// The list with every certain suggestion applied. Where two overlap, the one that starts first is,
    /// and of those that start together the longest. An entry that thereby repeats an earlier one is left
    /// out. The rest of the list stays as it was, and so does what lies behind the limits of the policy.
    ///
    /// ```
    /// let report = zoho_scopes::validate("ZohoCliq.Chanels.READ; zohocliq.chats.read");
    /// assert_eq!(report.apply_fixes(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn apply_fixes(&self) -> String {
        let mut fixes: Vec<(Span, &str)> =
            certain(&self.diagnostics).map(|fix| (fix.span, &*fix.replacement)).collect();
        let entries = fixed_entries(&self.input, &self.items, &self.diagnostics);
        let repeats = entries.iter().enumerate().filter(|(_, text)| text.is_none());
        fixes.extend(repeats.map(|(index, _)| (with_separator(&self.items, index), "")));
        if let Some(unread) = self.unread() {
            fixes.retain(|(span, _)| span.end < unread);
        }
        applied(&self.input, 0, fixes)
    }

    /// The entries with every certain suggestion applied, with commas between and nothing else: of a list that was found
    /// in code or in a document, what it says. What lies behind the limits of the policy follows as it stands there.
    ///
    /// ```
    /// let report = zoho_scopes::validate("`ZohoCliq.Chanels.READ` | `ZohoCliq.Chats.READ`");
    /// assert_eq!(report.fixed_list(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn fixed_list(&self) -> String {
        let unread = self.unread().unwrap_or(self.input.len());
        let read = self.items.partition_point(|item| item.span.end <= unread);
        let entries = fixed_entries(&self.input, &self.items[..read], &self.diagnostics);
        let rest = self.unread().map(|unread| Cow::Borrowed(self.input[unread..].trim_start_matches([',', ' '])));
        entries.into_iter().flatten().chain(rest).collect::<Vec<_>>().join(",")
    }

    /// Where begins what lies behind the limits of the policy. An entry that they may have cut in two is part of it.
    fn unread(&self) -> Option<usize> {
        let last = self.items.last();
        let end = last.map_or(0, |item| item.span.end);
        let beyond = |found: &Diagnostic| found.code() == Code::TooLong && found.span().start >= end;
        let cut = self.diagnostics.iter().find(|found| beyond(found))?.span().start;
        Some(last.filter(|item| item.span.end == cut).map_or(cut, |item| item.span.start))
    }

    /// The list with these suggestions applied, whatever their applicability. Where two overlap, the one that starts
    /// first is.
    #[must_use]
    pub fn apply<'s>(&self, suggestions: impl IntoIterator<Item = &'s Suggestion>) -> String {
        let fixes = suggestions.into_iter().map(|fix| (fix.span, &*fix.replacement));
        applied(&self.input, 0, fixes.collect())
    }
}

/// Each entry with what is certain applied; nothing for one that then repeats an earlier one.
pub(super) fn fixed_entries<'a>(
    list: &str,
    items: &'a [Item<'_>],
    diagnostics: &[Diagnostic],
) -> Vec<Option<Cow<'a, str>>> {
    let mut fixes: Vec<&Suggestion> = certain(diagnostics).collect();
    fixes.sort_by_key(|fix| fix.span);
    let mut rest = fixes.as_slice();
    let mut seen = BTreeSet::new();
    let mut entries = Vec::with_capacity(items.len());
    for Item { span, entry } in items {
        rest = &rest[rest.partition_point(|fix| fix.span.start < span.start)..];
        let (own, _) = rest.split_at(rest.partition_point(|fix| fix.span.start < span.end));
        let own: Vec<(Span, &str)> =
            own.iter().filter(|fix| fix.span.end <= span.end).map(|fix| (fix.span, &*fix.replacement)).collect();
        let is_known = entry.scope().is_some();
        let is_in_wire_form = is_known || !own.is_empty();
        let text = fixed_entry(&list[span.range()], span.start, entry.as_str(), is_known, own);
        let key = if is_in_wire_form { text.to_string() } else { text.to_ascii_lowercase() };
        entries.push(seen.insert(key).then_some(text));
    }
    entries
}
