//! A list that is not plainly right, read thoroughly: its entries, and what is wrong with them and between them.

use alloc::{
    borrow::{Cow, ToOwned},
    collections::BTreeSet,
    format,
    string::String,
    vec::Vec,
};

use zoho_scopes_data::{
    classify::{Class, Classifier, Part, RawEntry},
    text::{
        normalise::{Normalised, normalise},
        offsets::Offsets,
    },
};

use super::{lints, sources::Tokens};
use crate::{
    catalogue::{Catalogue, Entry},
    policy::{Policy, Unknown},
    read::tokens::{Token, tokens},
    report::{Code, Diagnostic, Item, Report, Severity, Span},
};

/// What has been found so far.
pub(super) struct ListValidator<'a, 'p> {
    pub(super) catalogue: Catalogue,
    pub(super) classifier: Classifier,
    pub(super) policy: &'p Policy,
    /// The list as it was given.
    pub(super) list: &'a str,
    /// The list as it is shown, where that is not all of it.
    pub(super) shown: Option<String>,
    /// Where it begins in the text.
    start: usize,
    pub(super) offsets: Offsets,
    pub(super) items: Vec<Item<'a>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The codes of what was reported.
    pub(super) reported: BTreeSet<Code>,
    /// The codes of notes that stand for more than one place.
    pub(super) repeated: BTreeSet<Code>,
    /// The first place of what was left out, because there were too many diagnostics.
    beyond: Option<usize>,
    /// Whether the list is longer than allowed.
    pub(super) is_cut: bool,
    /// Whether it is a choice of scopes, of which none is redundant.
    pub(super) is_choice: bool,
    /// Whether it is known that no entry repeats or covers another.
    is_apart: bool,
    /// In a row of a table: the scope name to which operations that follow belong.
    pub(super) row: Option<String>,
}

impl<'a> ListValidator<'a, '_> {
    /// Reads a list from its first character to its last.
    pub(super) fn of_tokens<'p>(catalogue: Catalogue, policy: &'p Policy, tokens: Tokens<'a>) -> ListValidator<'a, 'p> {
        let Tokens { list, start, within } = tokens;
        let mut validator = ListValidator::new(catalogue, policy, list, start);
        validator.taken_from(within);
        validator.read();
        if validator.items.is_empty() && !validator.is_cut {
            validator.error(Code::EmptyList, Span::new(0, list.len()), "the list is empty".to_owned());
        }
        validator
    }

    /// A list with nothing wrong between its entries, all of which but `others` are known scopes that neither repeat nor
    /// cover each other.
    pub(super) fn of_items<'p>(
        catalogue: Catalogue,
        policy: &'p Policy,
        list: &'a str,
        items: Vec<Item<'a>>,
        others: &[usize],
    ) -> ListValidator<'a, 'p> {
        let mut validator = ListValidator::new(catalogue, policy, list, 0);
        validator.items = items;
        for &index in others {
            let Span { start, end } = validator.items[index].span;
            let item = validator.item(&RawEntry::new(&list[start..end], start), index);
            validator.items[index] = item;
        }
        // Unknown text covers nothing, and repeats nothing but its like.
        let unknown = || others.iter().map(|index| &validator.items[*index].entry);
        let mut texts: Vec<String> = unknown().map(|entry| entry.as_str().to_ascii_lowercase()).collect();
        texts.sort_unstable();
        validator.is_apart = unknown().all(|entry| matches!(entry, Entry::Unknown(_)))
            && texts.is_sorted_by(|one, next| one < next)
            && !validator.reported.contains(&Code::AmbiguousCase);
        validator
    }

    /// No list was found in the text.
    pub(super) fn of_nothing<'p>(catalogue: Catalogue, policy: &'p Policy, text: &'a str) -> ListValidator<'a, 'p> {
        let mut validator = ListValidator::new(catalogue, policy, &text[..0], 0);
        let message = "no scope list was found in the text";
        let diagnostic = Diagnostic::new(Code::EmptyList, Severity::Error, Span::new(0, 0), message);
        validator.push(diagnostic.with_help(String::from("give the list alone, or with `scope=` in front")));
        validator
    }

    /// Nothing of the list has been read.
    pub(super) fn new<'p>(
        catalogue: Catalogue,
        policy: &'p Policy,
        list: &'a str,
        start: usize,
    ) -> ListValidator<'a, 'p> {
        ListValidator {
            catalogue,
            classifier: Classifier::new(catalogue.tables, policy.strictness()),
            policy,
            list,
            shown: None,
            start,
            offsets: Offsets::default(),
            items: Vec::new(),
            diagnostics: Vec::new(),
            reported: BTreeSet::new(),
            repeated: BTreeSet::new(),
            beyond: None,
            is_cut: false,
            is_choice: false,
            is_apart: false,
            row: None,
        }
    }

    /// The text holds other lists, which were not read.
    pub(super) fn beside_others(&mut self, others: usize) {
        if others > 0 {
            let whole = Span::new(0, self.list.len());
            let message = format!("the text holds {} scope lists, and this is the first", others + 1);
            let diagnostic = Diagnostic::new(Code::SeveralLists, Severity::Error, whole, message);
            self.push(diagnostic.with_help(String::from("validate each list by itself")));
        }
    }

    /// What was found, and what is wrong with the list as a whole.
    pub(super) fn report(mut self) -> Report<'a> {
        if !self.is_apart {
            self.lints();
        }
        self.diagnostics.sort_by_key(Diagnostic::span);
        self.fix_writing();
        if let Some(beyond) = self.beyond {
            let allowed = self.policy.max_diagnostics;
            let is_harmless = self.policy.unknown == Unknown::Allow && !self.is_cut;
            let severity = if is_harmless { Severity::Note } else { Severity::Error };
            let (span, message) =
                (Span::new(beyond, self.list.len()), format!("there are more than {allowed} diagnostics"));
            let diagnostic = Diagnostic::new(Code::TooManyDiagnostics, severity, span, message);
            self.diagnostics.push(diagnostic.with_help(String::from("what follows was looked up, but not checked")));
        }
        let Self { list, shown, start, items, diagnostics, .. } = self;
        Report { input: shown.map_or(Cow::Borrowed(list), Cow::Owned), start, items, diagnostics }
    }

    fn read(&mut self) {
        let Policy { max_bytes, max_entries, .. } = *self.policy;
        let within = floor_char_boundary(self.list, max_bytes);
        if within < self.list.len() {
            let limit = format!("the list has {} bytes, {max_bytes} are allowed", self.list.len());
            self.cut(Span::new(within, self.list.len()), limit);
        }
        let Normalised { text, offsets, changes, .. } = normalise(&self.list[..within]);
        self.offsets = offsets;
        for change in &changes {
            self.changed(change);
        }
        for token in tokens(&text) {
            match token {
                Token::Separators(part) => {
                    let at_an_end = part.span.start == 0 || part.span.end == text.len();
                    self.separators(part, at_an_end);
                }
                Token::Entry(entry) if self.items.len() == max_entries => {
                    let beyond = self.offsets.given(entry.whole.span).start;
                    let limit = format!("the list has more than {max_entries} entries");
                    self.cut(Span::new(beyond, within), limit);
                    break;
                }
                Token::Entry(entry) => {
                    let item = self.item(&entry, self.items.len());
                    self.items.push(item);
                }
            }
        }
    }

    /// What an entry is that stands behind so many others; diagnostics about it are added.
    fn item(&mut self, raw: &RawEntry<'_>, index: usize) -> Item<'a> {
        let span = self.offsets.given(raw.whole.span);
        let given = &self.list[span.range()];
        let class = if self.beyond.is_some() {
            self.classifier.look_up(raw.whole.text)
        } else {
            let mut found = Vec::new();
            let class = self.classify(raw, index, &mut found);
            for diagnostic in found {
                let diagnostic = diagnostic.with_spans(|span| self.offsets.given(span));
                self.push(diagnostic);
            }
            class
        };
        Item { span, entry: Entry::of(class, raw.whole.text).over(given) }
    }

    /// What an entry is that stands behind so many others. An operation alone repeats the scope name before it: `A.settings.READ,UPDATE`.
    pub(super) fn classify(&self, raw: &RawEntry<'_>, index: usize, found: &mut Vec<Diagnostic>) -> Class {
        let Part { text, span } = raw.whole;
        let is_operation = |text| self.classifier.is_operation(text);
        let mut before = self.items[..index].iter().rev().filter_map(|item| {
            let text = item.entry.as_str();
            let (name, last) = text.rsplit_once('.')?;
            Some(if is_operation(last) { name } else { text })
        });
        if let Some(name) = is_operation(text).then(|| before.next()).flatten() {
            let whole = format!("{name}.{text}");
            let is_known = !matches!(self.classifier.look_up(&whole), Class::Unknown);
            found.push(self.classifier.operation_alone(span, text, whole, is_known));
            return Class::Unknown;
        }
        self.classifier.classify(raw, found)
    }

    /// Entries that repeat others, that others cover, or that are broad.
    fn lints(&mut self) {
        let mut found = Vec::new();
        lints::duplicates(&self.items, &mut found);
        if !self.is_choice {
            lints::coverage(&self.items, self.policy, &mut found);
        }
        for diagnostic in found {
            self.push(diagnostic);
        }
    }

    /// Adds a diagnostic, as long as there are not too many.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.reported.insert(diagnostic.code());
        if self.diagnostics.len() < self.policy.max_diagnostics {
            self.diagnostics.push(diagnostic);
        } else {
            let beyond = self.beyond.unwrap_or(diagnostic.span().start);
            self.beyond = Some(beyond.min(diagnostic.span().start));
        }
    }

    fn error(&mut self, code: Code, span: Span, message: String) {
        self.push(Diagnostic::new(code, Severity::Error, span, message));
    }

    /// The list is longer than allowed: what was read is not all of it.
    pub(super) fn cut(&mut self, span: Span, message: String) {
        self.is_cut = true;
        // This is said, however much else there is to say.
        if self.diagnostics.len() == self.policy.max_diagnostics {
            if let Some(last) = self.diagnostics.pop() {
                self.beyond = Some(last.span().start);
            }
        }
        self.error(Code::TooLong, span, message);
    }
}

/// The last place up to `limit` where the text can be cut.
fn floor_char_boundary(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(0)
}
