//! From text to a report: fast where all is well, thorough where it is not.

mod fixes;
mod found;
mod lints;
mod list;
mod parse;
mod sources;
mod split;
mod writing;

use alloc::{borrow::Cow, vec, vec::Vec};

use zoho_scopes_data::table::format::COVERS;

use crate::{
    catalogue::{Catalogue, Entry, Scope},
    find::List,
    policy::{Policy, Separators},
    report::{Item, Report, Span},
    validate::{
        list::ListValidator,
        sources::{Source, likeliest, sources},
        split::{count, length_until},
    },
};

impl Catalogue {
    /// Validates a scope list and reports every diagnostic at once.
    ///
    /// The list may stand in a URL, a JSON object, a setting, or any other text; of several lists that may be meant the
    /// first is read, and the report says so: [`validate_all`](Self::validate_all) reads all of them.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy, report::Code};
    ///
    /// let report = Catalogue::builtin().validate("ZohoCliq.Channels.READ ZohoCliq.Chanels.READ", &Policy::GRANTED);
    /// assert_eq!(report.diagnostics()[0].code(), Code::UnknownScopeName);
    /// ```
    pub fn validate<'a>(&self, list: &'a str, policy: &Policy) -> Report<'a> {
        if let Some(report) = plainly_right(*self, list, policy) {
            return report;
        }
        let (source, others) = likeliest(sources(*self, list, policy));
        let mut validator = self.validator(list, policy, source);
        validator.beside_others(others);
        validator.report()
    }

    /// Validates every list of a text of any kind: a list as people paste it, or what stands in code and documents.
    /// There is one report at least.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy};
    ///
    /// let env = "CRM_SCOPES=ZohoCRM.modules.ALL\nDESK_SCOPES=ZohoDesk.tickets.ALL";
    /// let reports = Catalogue::builtin().validate_all(env, &Policy::LAX);
    /// assert_eq!(reports.iter().map(|report| report.is_valid()).collect::<Vec<_>>(), [true, false]);
    /// ```
    #[must_use]
    pub fn validate_all<'a>(&self, text: &'a str, policy: &Policy) -> Vec<Report<'a>> {
        if let Some(report) = plainly_right(*self, text, policy) {
            return vec![report];
        }
        let report = |source| self.validator(text, policy, source).report();
        sources(*self, text, policy).into_iter().map(report).collect()
    }

    /// Validates a list that was found in a text. What a comment holds is no part of it, and a template is noted; it is
    /// an error for a policy that wants the wire form.
    ///
    /// [`Report::start`] is where the list begins in the text.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Policy, report::Code};
    ///
    /// let catalogue = Catalogue::builtin();
    /// let source = r#"SCOPES = ["ZohoCliq.Channels.ALL", "ZohoCliq.Channels.READ"]"#;
    /// let found = catalogue.find_all(source);
    /// let report = catalogue.validate_list(&found.lists()[0], &Policy::LAX);
    /// assert_eq!(report.diagnostics()[0].code(), Code::Redundant);
    /// assert_eq!(report.start(), 11);
    /// ```
    pub fn validate_list<'a>(&self, list: &List<'a>, policy: &Policy) -> Report<'a> {
        ListValidator::of_found(*self, policy, list).report()
    }

    fn validator<'a, 'p>(self, text: &'a str, policy: &'p Policy, source: Source<'a>) -> ListValidator<'a, 'p> {
        match source {
            Source::Tokens(tokens) => ListValidator::of_tokens(self, policy, tokens),
            Source::Found(list) => {
                let mut validator = ListValidator::of_found(self, policy, &list);
                validator.beside(&list);
                validator
            }
            Source::Nothing => ListValidator::of_nothing(self, policy, text),
        }
    }
}

/// The report on a list that is plainly right.
fn plainly_right<'a>(catalogue: Catalogue, list: &'a str, policy: &Policy) -> Option<Report<'a>> {
    let items = plain_items(catalogue, list, policy)?;
    Some(Report { input: Cow::Borrowed(list), start: 0, items, diagnostics: Vec::new() })
}

/// The entries of a list in which every one is in its wire form, none is twice, and one proper
/// separator stands between them; nothing for any other list, nor where one covers another.
fn plain_items<'a>(catalogue: Catalogue, list: &str, policy: &Policy) -> Option<Vec<Item<'a>>> {
    match policy.separators {
        Separators::Space => plainly_separated::<b' '>(catalogue, list.as_bytes(), policy),
        Separators::Comma | Separators::Any => plainly_separated::<b','>(catalogue, list.as_bytes(), policy),
    }
}

fn plainly_separated<'a, const SEPARATOR: u8>(
    catalogue: Catalogue,
    list: &[u8],
    policy: &Policy,
) -> Option<Vec<Item<'a>>> {
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
    let mut start = 0;
    for item in &mut items {
        let rest = list.get(start..)?;
        let length = length_until::<SEPARATOR>(rest);
        let scope = catalogue.tables.find_plain(&rest[..length])?;
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
        if let Item { span, entry: Entry::Known(known) } = item {
            *span = Span::new(start, start + length);
            *known = Scope(scope);
        }
        start += length + 1;
    }
    Some(items)
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
