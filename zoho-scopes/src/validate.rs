//! From text to a report: fast where all is well, thorough where it is not.

use alloc::{borrow::Cow, collections::BTreeMap, format, string::String, vec::Vec};

use crate::{
    breadth,
    catalogue::{Catalogue, LookUp},
    code::Code,
    diagnostic::{Diagnostic, Severity, Span, Suggestion},
    entry::Entry,
    index::Spelt,
    judge::Judge,
    parse::{Part, RawEntry, Token, parse},
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
        breadth::findings(&self.items, self.policy, &mut self.diagnostics);
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
        for (place, item) in self.items.iter().enumerate() {
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
                suggestions: [Suggestion::certain(breadth::with_separator(&self.items, place), "")].into(),
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
