//! From text to a report: fast where all is well, thorough where it is not.

use alloc::{borrow::Cow, vec::Vec};

use crate::{
    breadth,
    catalogue::Catalogue,
    diagnostic::Span,
    entry::Entry,
    findings::Findings,
    hash::hash_until,
    index::Spelt,
    locate::locate,
    policy::{Policy, Separators},
    report::{Item, Report},
    scope::Scope,
    source::Status,
};

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
fn plainly_right<'a>(catalogue: Catalogue, list: &str, policy: &Policy) -> Option<Vec<Item<'a>>> {
    let bytes = list.as_bytes();
    if bytes.len() > policy.max_bytes {
        return None;
    }
    let separator = if policy.separators == Separators::Space { b' ' } else { b',' };
    let count = count(bytes, separator) + 1;
    if count > policy.max_entries || count * SHORTEST > bytes.len() {
        return None;
    }
    // Items are made first and filled in later: pushing them one by one takes twice as long.
    let nothing = |_| Item { span: Span::new(0, 0), entry: Entry::Unknown(Cow::Borrowed("")) };
    let mut items: Vec<Item<'a>> = (0..count).map(nothing).collect();
    let mut seen = Seen([0; 64]);
    let mut start = 0;
    for item in &mut items {
        let rest = bytes.get(start..)?;
        let (hash, length) = hash_until(rest, separator);
        let (scope, Spelt::Wire) = catalogue.find_exactly(hash, &rest[..length])? else { return None };
        let usual = matches!(scope.status(), Status::Documented | Status::Observed);
        if !usual || !seen.is_new(scope) {
            return None;
        }
        *item = Item { span: Span::new(start, start + length), entry: Entry::Known(scope) };
        start += length + 1;
    }
    (!breadth::is_noteworthy(&items, policy, |id| seen.holds(id))).then_some(items)
}

/// A list whose entries are shorter on average, such as one of separators, reserves no memory.
const SHORTEST: usize = 4;

/// How often a byte occurs.
fn count(bytes: &[u8], wanted: u8) -> usize {
    // Counts that fit a byte are added up many at a time.
    let in_part = |part: &[u8]| usize::from(part.iter().map(|byte| u8::from(*byte == wanted)).sum::<u8>());
    bytes.chunks(128).map(in_part).sum()
}

/// The ids that occurred, as bits. Ids share a bit where a catalogue has more scopes than there are
/// bits, or several layers: then a scope may be taken for a repeat, and the list is read thoroughly.
struct Seen([u64; 64]);

impl Seen {
    fn is_new(&mut self, scope: Scope) -> bool {
        let new = !self.holds(scope.id());
        let id = usize::from(scope.id());
        self.0[id / 64 % 64] |= 1 << (id % 64);
        new
    }

    fn holds(&self, id: u16) -> bool {
        let id = usize::from(id);
        self.0[id / 64 % 64] >> (id % 64) & 1 == 1
    }
}
