//! Applying what is certain.

use alloc::{string::String, vec::Vec};
use core::cmp::Reverse;

use crate::{
    diagnostic::{Applicability, Suggestion},
    report::Report,
};

impl Report<'_> {
    /// The list with every certain suggestion applied. Where two overlap, the one that starts first is,
    /// and of those that start together the longest. The rest of the list stays as it was.
    ///
    /// ```
    /// let report = zoho_scopes::validate("ZohoCliq.Chanels.READ; zohocliq.chats.read");
    /// assert_eq!(report.apply_fixes(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn apply_fixes(&self) -> String {
        let certain = |fix: &&Suggestion| fix.applicability == Applicability::Certain;
        let of_each = self.diagnostics.iter().filter_map(|diagnostic| diagnostic.suggestions.iter().find(certain));
        let mut fixes: Vec<&Suggestion> = of_each.collect();
        fixes.sort_by_key(|fix| (fix.span.start, Reverse(fix.span.end)));
        let mut text = String::with_capacity(self.input.len());
        let mut done = 0;
        for fix in fixes {
            let Some(before) = self.input.get(done..fix.span.start) else { continue };
            if self.input.get(fix.span.range()).is_none() {
                continue;
            }
            text.extend([before, &fix.replacement]);
            done = fix.span.end;
        }
        text + self.input.get(done..).unwrap_or_default()
    }
}
