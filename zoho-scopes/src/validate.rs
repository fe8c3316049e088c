//! From text to a report: fast where all is well, thorough where it is not.

use alloc::{borrow::Cow, vec::Vec};

use crate::{
    breadth,
    catalogue::{Catalogue, LookUp},
    diagnostic::Span,
    entry::Entry,
    findings::Findings,
    index::Spelt,
    locate::locate,
    policy::{Policy, Separators},
    report::{Item, Report},
    source::Status,
};

/// Up to this many entries, repeats are looked for pair by pair, which needs no memory.
const FEW: usize = 32;

impl Catalogue {
    /// Validates a scope list and reports every finding at once.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Code, Policy};
    ///
    /// let report = Catalogue::builtin().validate("ZohoCliq.Channels.READ ZohoCliq.Chanels.READ", &Policy::GRANTED);
    /// assert_eq!(report.diagnostics()[0].code(), Code::UnknownScopeName);
    /// ```
    #[must_use]
    pub fn validate<'a>(&self, list: &'a str, policy: &Policy) -> Report<'a> {
        validate(*self, list, policy)
    }
}

fn validate<'a>(catalogue: Catalogue, list: &'a str, policy: &Policy) -> Report<'a> {
    if let Some(items) = plainly_right(catalogue, list, policy) {
        return Report { input: Cow::Borrowed(list), items, diagnostics: Vec::new() };
    }
    Findings::of(catalogue, policy, locate(list))
}

/// The entries of a list in which every one is in its wire form, none is twice, and one proper
/// separator stands between them; nothing for any other list.
fn plainly_right<'a>(catalogue: Catalogue, list: &'a str, policy: &Policy) -> Option<Vec<Item<'a>>> {
    if list.len() > policy.max_bytes {
        return None;
    }
    let separator = if policy.separators == Separators::Space { b' ' } else { b',' };
    let count = list.bytes().filter(|byte| *byte == separator).count() + 1;
    if count > FEW {
        return None;
    }
    let mut items: Vec<Item<'a>> = Vec::with_capacity(count);
    let mut start = 0;
    for text in list.split(char::from(separator)) {
        let LookUp::Scope(scope, Spelt::Wire) = catalogue.look_up(text) else { return None };
        let usual = matches!(scope.status(), Status::Documented | Status::Observed);
        if !usual || items.iter().any(|item| item.entry.scope() == Some(scope)) {
            return None;
        }
        items.push(Item { span: Span::new(start, start + text.len()), entry: Entry::Known(scope) });
        start += text.len() + 1;
    }
    (!breadth::is_noteworthy(&items, policy)).then_some(items)
}
