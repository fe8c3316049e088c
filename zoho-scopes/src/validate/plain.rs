//! A list that is plainly written: one proper separator between entries. Of these, only what is no known scope in its
//! wire form needs a closer look.

use alloc::{borrow::Cow, vec::Vec};

use zoho_scopes_data::{table::format::COVERS, text::chars::is_scope_character};

use super::{
    list::ListValidator,
    split::{count, length_until},
};
use crate::{
    catalogue::{Catalogue, Entry, Scope},
    policy::{Policy, Separators},
    report::{Item, Report, Span},
};

/// The report on a list that is plainly written, if nothing is wrong between its entries.
pub(super) fn plain_report<'a>(catalogue: Catalogue, list: &'a str, policy: &Policy) -> Option<Report<'a>> {
    let Plain { items, others } = match policy.separators {
        Separators::Space => Plain::separated::<b' '>(catalogue, list.as_bytes(), policy)?,
        Separators::Comma | Separators::Any => Plain::separated::<b','>(catalogue, list.as_bytes(), policy)?,
    };
    if others.is_empty() {
        return Some(Report { input: Cow::Borrowed(list), start: 0, items, diagnostics: Vec::new() });
    }
    Some(ListValidator::of_items(catalogue, policy, list, items, &others).report())
}

/// The entries of a list.
struct Plain<'a> {
    items: Vec<Item<'a>>,
    /// The indices of those that are not known scopes in their wire form; what stands there is still to be looked up.
    others: Vec<usize>,
}

impl<'a> Plain<'a> {
    /// Nothing for a list that is written otherwise, in which an entry is twice, or one covers another.
    fn separated<const SEPARATOR: u8>(catalogue: Catalogue, list: &[u8], policy: &Policy) -> Option<Self> {
        if list.len() > policy.max_bytes {
            return None;
        }
        let count = count::<SEPARATOR>(list) + 1;
        if count > policy.max_entries || count * SHORTEST > list.len() {
            return None;
        }
        // Items are made first and filled in later: pushing them one by one takes twice as long.
        let some = |index| Item { span: Span::new(index, index), entry: Entry::Known(Scope::FIRST) };
        let mut items: Vec<Item<'a>> = (0..count).map(some).collect();
        let mut seen = Seen([0; 64]);
        let mut others = Vec::new();
        let mut start = 0;
        for (index, item) in items.iter_mut().enumerate() {
            let rest = list.get(start..)?;
            let length = length_until::<SEPARATOR>(rest);
            item.span = Span::new(start, start + length);
            start += length + 1;
            let Some(scope) = catalogue.tables.find_plain(&rest[..length]) else {
                if !is_word(&rest[..length]) {
                    return None;
                }
                others.push(index);
                continue;
            };
            if !seen.is_new(scope.id) {
                return None;
            }
            if scope.marks & COVERS != 0 {
                // What a scope covers counts as seen: it may stand neither before nor behind it.
                let mut covered = scope.covers_ids().iter();
                if policy.over_broad || (policy.redundant && !covered.all(|(first, last)| seen.are_new(first, last))) {
                    return None;
                }
            }
            if let Entry::Known(known) = &mut item.entry {
                *known = Scope(scope);
            }
        }
        Some(Self { items, others })
    }
}

/// Whether an entry is a word and nothing else to every reader of lists: marks around it would be left out.
#[cold]
fn is_word(text: &[u8]) -> bool {
    let begins = text.first().is_some_and(u8::is_ascii_alphabetic);
    begins && text.iter().all(|byte| is_scope_character(char::from(*byte))) && !text.eq_ignore_ascii_case(b"and")
}

/// A list whose entries are shorter on average, such as one of separators, reserves no memory.
const SHORTEST: usize = 4;

/// The ids that occurred, as bits. Ids share a bit where a catalogue has more scopes than there are bits, or
/// several layers, and what two scopes cover is seen twice: then the list is read thoroughly.
struct Seen([u64; 64]);

impl Seen {
    #[inline]
    fn is_new(&mut self, id: u16) -> bool {
        let id = usize::from(id);
        self.add(id / 64, 1 << (id % 64))
    }

    /// The same for all ids of a range, a word at a time.
    #[inline]
    fn are_new(&mut self, first: u16, last: u16) -> bool {
        let (mut first, last) = (usize::from(first), usize::from(last));
        let mut new = true;
        while first <= last {
            let end = last.min(first | 63);
            new &= self.add(first / 64, (u64::MAX >> (63 - (end - first))) << (first % 64));
            first = end + 1;
        }
        new
    }

    /// Adds bits to a word; whether none of them was in it.
    #[inline]
    fn add(&mut self, word: usize, bits: u64) -> bool {
        let word = &mut self.0[word % 64];
        let new = *word & bits == 0;
        *word |= bits;
        new
    }
}
