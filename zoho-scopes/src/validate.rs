//! From text to a report: fast where all is well, thorough where it is not.

use alloc::{borrow::Cow, collections::BTreeMap, format, string::String, vec::Vec};

use crate::{
    catalogue::Catalogue,
    code::Code,
    diagnostic::{Diagnostic, Severity, Span, Suggestion},
    entry::Entry,
    hash::hash_until,
    index::Spelt,
    judge::Judge,
    parse::{Part, RawEntry, Token, parse},
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
    let report = |items, diagnostics| Report { input: Cow::Borrowed(list), items, diagnostics };
    if let Some(items) = plainly_right(catalogue, list, policy) {
        return report(items, Vec::new());
    }
    let mut findings = Findings { catalogue, policy, items: Vec::new(), diagnostics: Vec::new() };
    findings.read(list);
    findings.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    report(findings.items, findings.diagnostics)
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
    Some(items)
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
        let id = usize::from(scope.id());
        let (word, bit) = (&mut self.0[id / 64 % 64], 1 << (id % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }
}

/// What has been found so far.
struct Findings<'a, 'p> {
    catalogue: Catalogue,
    policy: &'p Policy,
    items: Vec<Item<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Findings<'a, '_> {
    fn read(&mut self, list: &'a str) {
        let within = floor_char_boundary(list, self.policy.max_bytes);
        if within < list.len() {
            let limit = format!("the list has {} bytes, {} are allowed", list.len(), self.policy.max_bytes);
            self.error(Code::TooLong, Span::new(within, list.len()), limit);
        }
        let tokens = parse(&list[..within]);
        let end = tokens.len().saturating_sub(1);
        for (place, token) in tokens.iter().enumerate() {
            match token {
                Token::Separators(part) => self.separators(*part, place == 0 || place == end),
                Token::Entry(entry) => {
                    if self.items.len() == self.policy.max_entries {
                        let limit = format!("the list has more than {} entries", self.policy.max_entries);
                        self.error(Code::TooLong, Span::new(entry.whole.span.start, within), limit);
                        break;
                    }
                    self.entry(entry);
                }
            }
        }
        if self.items.is_empty() && self.diagnostics.iter().all(|diagnostic| diagnostic.code != Code::TooLong) {
            self.error(Code::EmptyList, Span::new(0, list.len()), String::from("the list is empty"));
        }
        self.duplicates();
    }

    fn entry(&mut self, raw: &RawEntry<'a>) {
        let judge = Judge { catalogue: self.catalogue, policy: self.policy };
        let entry = judge.entry(raw, &mut self.diagnostics);
        self.items.push(Item { span: raw.whole.span, entry });
    }

    /// Separators in a row: whether they are the expected one, and only one.
    fn separators(&mut self, part: Part<'a>, at_an_end: bool) {
        let commas = part.text.matches([',', ';']).count();
        if commas > 1 || (commas > 0 && at_an_end) {
            self.diagnostics.push(Diagnostic {
                code: Code::EmptyEntry,
                severity: if self.policy.separators == Separators::Comma { Severity::Error } else { Severity::Note },
                span: part.span,
                message: String::from("nothing stands between these separators"),
                help: Some(String::from("remove what is too many")),
                suggestions: [Suggestion::certain(part.span, if at_an_end { "" } else { "," })].into(),
            });
            return;
        }
        let strict = self.policy.separators == Separators::Comma;
        let expected = match self.policy.separators {
            Separators::Comma => part.text == ",",
            Separators::Space => commas == 0,
            Separators::Any => !part.text.contains(';'),
        };
        let harmless = at_an_end && commas == 0 && !strict;
        if !expected && !harmless {
            let wanted = if self.policy.separators == Separators::Space { " " } else { "," };
            let name = if wanted == " " { "a space" } else { "one comma" };
            self.diagnostics.push(Diagnostic {
                code: Code::ForeignSeparator,
                severity: if strict { Severity::Error } else { Severity::Note },
                span: part.span,
                message: format!("{name} was expected between scopes"),
                help: None,
                suggestions: [Suggestion::certain(part.span, if at_an_end { "" } else { wanted })].into(),
            });
        }
    }

    /// Entries that repeat an earlier one, in whatever spelling.
    fn duplicates(&mut self) {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for item in &self.items {
            let key = match &item.entry {
                Entry::Known(scope) => scope.as_str().into(),
                other => other.as_str().to_ascii_lowercase(),
            };
            let Some(first) = seen.get(&key) else {
                seen.insert(key, item.span);
                continue;
            };
            self.diagnostics.push(Diagnostic {
                code: Code::Duplicate,
                severity: Severity::Warning,
                span: item.span,
                message: format!("`{}` stands in the list twice", item.entry),
                help: Some(format!("it was there before, at byte {}", first.start)),
                suggestions: Vec::new(),
            });
        }
    }

    fn error(&mut self, code: Code, span: Span, message: String) {
        self.diagnostics.push(Diagnostic {
            code,
            severity: Severity::Error,
            span,
            message,
            help: None,
            suggestions: Vec::new(),
        });
    }
}

/// The last place up to `limit` where the text can be cut.
fn floor_char_boundary(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}
