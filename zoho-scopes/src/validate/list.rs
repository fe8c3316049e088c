//! A list that is not plainly right, read thoroughly: its entries, and what is wrong with them and between them.

use alloc::{
    borrow::{Cow, ToOwned},
    collections::{BTreeMap, BTreeSet, btree_map::Entry as Slot},
    format,
    string::String,
    vec::Vec,
};

use zoho_scopes_data::{
    classify::{self, Class, Classifier, Part, RawEntry},
    text::{
        chars::is_separator,
        normalise::{Change, Normalised, normalise},
        offsets::Offsets,
    },
};

use super::{fixes::fixed_entries, lints};
use crate::{
    catalogue::{Catalogue, Entry},
    policy::{Policy, Separators, Unknown},
    read::{
        locate::{Located, Within, locate},
        parse::{Token, tokens},
    },
    report::{Code, Diagnostic, Item, Report, Severity, Span, Suggestion},
};

/// What has been found so far.
pub(super) struct ListValidator<'a, 'p> {
    classifier: Classifier,
    policy: &'p Policy,
    /// The list as it was given.
    list: &'a str,
    /// Where it begins in the text.
    start: usize,
    offsets: Offsets,
    items: Vec<Item<'a>>,
    diagnostics: Vec<Diagnostic>,
    /// The codes of what was reported.
    reported: BTreeSet<Code>,
    /// The codes of notes that stand for more than one place.
    repeated: BTreeSet<Code>,
    /// The first place of what was left out, because there were too many diagnostics.
    beyond: Option<usize>,
    /// Whether the list is longer than allowed.
    is_cut: bool,
}

impl<'a> ListValidator<'a, '_> {
    /// Reads a list and reports on it.
    pub(super) fn report_on(catalogue: Catalogue, policy: &Policy, located: Located<'a>) -> Report<'a> {
        let Located { list, start, within } = located;
        let mut validator = ListValidator::new(catalogue, policy, list, start);
        validator.taken_from(within);
        validator.read();
        if validator.items.is_empty() && !validator.is_cut {
            validator.empty(within);
        }
        validator.duplicates();
        validator.lints();
        validator.report()
    }

    /// Nothing of the list has been read.
    pub(super) fn new<'p>(
        catalogue: Catalogue,
        policy: &'p Policy,
        list: &'a str,
        start: usize,
    ) -> ListValidator<'a, 'p> {
        ListValidator {
            classifier: Classifier::new(catalogue.tables, policy.strictness()),
            policy,
            list,
            start,
            offsets: Offsets::default(),
            items: Vec::new(),
            diagnostics: Vec::new(),
            reported: BTreeSet::new(),
            repeated: BTreeSet::new(),
            beyond: None,
            is_cut: false,
        }
    }

    /// An entry that the finder found; what is wrong with it.
    pub(super) fn found(&mut self, span: Span, known_as: Option<&'static str>) {
        if self.is_beyond_limits(span) {
            return;
        }
        let given = &self.list[span.range()];
        let Normalised { text, offsets, .. } = normalise(given);
        let back = |part: Span| {
            let part = offsets.given(part);
            Span::new(part.start + span.start, part.end + span.start)
        };
        let mut diagnostics = Vec::new();
        let class = self.classify(&RawEntry::new(&text, 0), &mut diagnostics);
        if let Some(wire) = known_as {
            diagnostics = alloc::vec![
                Diagnostic::new(
                    Code::InvalidCharacter,
                    Severity::Error,
                    Span::new(0, text.len()),
                    format!("`{text}` has other characters where dots belong")
                )
                .with_help(format!("write `{wire}`"))
                .with_suggestions([Suggestion::certain(Span::new(0, text.len()), wire)])
            ];
        }
        for diagnostic in diagnostics {
            self.push(diagnostic.with_spans(back));
        }
        self.items.push(Item { span, entry: Entry::of(class, &text).over(given) });
    }

    /// Whether an entry that the finder found lies beyond what a list may have; that is said once.
    fn is_beyond_limits(&mut self, span: Span) -> bool {
        let Policy { max_bytes, max_entries, .. } = *self.policy;
        let limit = match () {
            () if self.is_cut => return true,
            () if span.end > max_bytes => {
                format!("the list has {} bytes, {max_bytes} are allowed", self.list.len())
            }
            () if self.items.len() == max_entries => format!("the list has more than {max_entries} entries"),
            () => return false,
        };
        self.cut(Span::new(span.start, self.list.len()), limit);
        true
    }

    /// A template that the finder found: it becomes a scope later, so a list to be sent may not hold it.
    pub(super) fn template(&mut self, span: Span) {
        if self.is_beyond_limits(span) {
            return;
        }
        let message = format!("`{}` is a template: a part of it is filled in later", &self.list[span.range()]);
        let severity = self.severity_of_writing();
        let diagnostic = Diagnostic::new(Code::PlaceholderLeftIn, severity, span, message);
        self.push(diagnostic.with_help(String::from("what is sent is checked once it is filled in")));
        let given = &self.list[span.range()];
        self.items.push(Item { span, entry: Entry::of(Class::Unknown, given).over(given) });
    }

    /// What stands between entries without being one: said once of marks, and once of words.
    pub(super) fn left_out(&mut self, text: &str, span: Span, is_mark: bool) {
        if is_mark {
            self.written_otherwise(Code::ForeignSeparator, span, format!("`{text}` stands between scopes"), None);
        } else {
            let message = format!("`{text}` and other words stand between scopes");
            self.written_otherwise(Code::TakenOut, span, message, Some("they were not read".to_owned()));
        }
    }

    /// The report on what was found; of a choice of scopes nothing is redundant.
    pub(super) fn report_on_found(mut self, is_choice: bool) -> Report<'a> {
        self.duplicates();
        if !is_choice {
            self.lints();
        }
        self.report()
    }

    fn report(mut self) -> Report<'a> {
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
        let Self { list, start, items, diagnostics, .. } = self;
        Report { input: Cow::Borrowed(list), start, items, diagnostics }
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
                Token::Entry(entry) => self.entry(&entry),
            }
        }
    }

    fn entry(&mut self, raw: &RawEntry<'_>) {
        let span = self.offsets.given(raw.whole.span);
        let given = &self.list[span.range()];
        let class = if self.beyond.is_some() {
            self.classifier.look_up(raw.whole.text)
        } else {
            let mut found = Vec::new();
            let class = self.classify(raw, &mut found);
            for diagnostic in found {
                let diagnostic = diagnostic.with_spans(|span| self.offsets.given(span));
                self.push(diagnostic);
            }
            class
        };
        self.items.push(Item { span, entry: Entry::of(class, raw.whole.text).over(given) });
    }

    /// What an entry is. An operation alone repeats the scope name before it: `A.settings.READ,UPDATE`.
    fn classify(&self, raw: &RawEntry<'_>, found: &mut Vec<Diagnostic>) -> Class {
        let is_operation = |text| self.classifier.is_operation(text);
        let mut before = self.items.iter().rev().filter_map(|item| {
            let text = item.entry.as_str();
            let (name, last) = text.rsplit_once('.')?;
            Some(if is_operation(last) { name } else { text })
        });
        if let Some(name) = before.next().filter(|_| is_operation(raw.whole.text)) {
            let Part { text, span } = raw.whole;
            let whole = format!("{name}.{text}");
            let is_known = !matches!(self.classifier.look_up(&whole), Class::Unknown);
            found.push(self.classifier.operation_alone(span, text, whole, is_known));
            return Class::Unknown;
        }
        self.classifier.classify(raw, found)
    }

    /// Separators in a row: whether they are the expected one, and only one.
    fn separators(&mut self, part: Part<'_>, at_an_end: bool) {
        let kind = self.policy.separators;
        let strict = self.policy.wire_form_only;
        let span = self.offsets.given(part.span);
        let alone: String = part.text.chars().filter(|c| is_separator(*c)).collect();
        if alone.len() < part.text.len() {
            let message = "quotes, brackets or bullets stand around scopes".to_owned();
            self.written_otherwise(Code::Markup, span, message, None);
        }
        let commas = alone.matches([',', ';']).count();
        let (wanted, name) = if kind == Separators::Space { (" ", "a space") } else { (",", "one comma") };
        let fix = [Suggestion::certain(span, if at_an_end { "" } else { wanted })].into();
        if commas > 1 || (commas > 0 && at_an_end) {
            let message = "nothing stands between these separators".to_owned();
            self.between(Code::EmptyEntry, span, message, Some("remove what is extra".to_owned()), fix);
            return;
        }
        let usual = alone.chars().all(|c| c == ',' || c.is_ascii_whitespace());
        let expected = match kind {
            Separators::Comma => alone == if at_an_end { "" } else { "," },
            Separators::Space => usual && commas == 0,
            Separators::Any => usual,
        };
        let harmless = at_an_end && commas == 0 && !strict;
        if !expected && !harmless {
            let message = format!("{name} was expected between scopes");
            self.between(Code::ForeignSeparator, span, message, None, fix);
        }
    }

    /// Something between entries: an error each time where the wire form is wanted, else one note.
    fn between(&mut self, code: Code, span: Span, message: String, help: Option<String>, suggestions: Vec<Suggestion>) {
        let severity = self.severity_of_writing();
        if severity == Severity::Error || !self.reported.contains(&code) {
            self.push(Diagnostic::new(code, severity, span, message).with_help(help).with_suggestions(suggestions));
        } else {
            self.repeated.insert(code);
        }
    }

    /// A list that is not in wire form, and was understood: said once of each kind.
    fn written_otherwise(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        if !self.reported.contains(&code) {
            let severity = self.severity_of_writing();
            self.push(Diagnostic::new(code, severity, span, message).with_help(help));
        }
    }

    fn severity_of_writing(&self) -> Severity {
        if self.policy.wire_form_only { Severity::Error } else { Severity::Note }
    }

    fn taken_from(&mut self, within: Within) {
        let whole = Span::new(0, self.list.len());
        let source = match within {
            Within::Itself | Within::Lost => return,
            // Token responses are what this policy is for.
            Within::Json if self.policy.separators == Separators::Space => return,
            Within::Json => "a JSON object",
            Within::Parameters { .. } => "the parameters of a URL",
            Within::Setting => "a setting",
        };
        let help = Some("what stands beside it was not read".to_owned());
        self.written_otherwise(Code::TakenOut, whole, format!("the list was taken out of {source}"), help);
        if within == (Within::Parameters { lacks_offline_access: true }) {
            let message = "the authorization URL does not ask for offline access";
            let diagnostic = Diagnostic::new(Code::MissingOfflineAccess, Severity::Note, whole, message);
            let help = "add `access_type=offline`, or there will be no refresh token";
            self.push(diagnostic.with_help(String::from(help)));
        }
    }

    fn changed(&mut self, change: &Change) {
        let diagnostic = classify::change(self.list, change, self.severity_of_writing());
        if !self.reported.contains(&diagnostic.code()) {
            self.push(diagnostic);
        }
    }

    fn empty(&mut self, within: Within) {
        let span = Span::new(0, self.list.len());
        if within == Within::Lost {
            let message = "no scope list was found in the text";
            let diagnostic = Diagnostic::new(Code::EmptyList, Severity::Error, span, message);
            self.push(diagnostic.with_help(String::from("give the list alone, or with `scope=` in front")));
        } else {
            self.error(Code::EmptyList, span, "the list is empty".to_owned());
        }
    }

    /// Gives diagnostics on how the list is written, and notes on several places, their fix: the list as it is
    /// sent, with all else that is certain. There is none for a list that would be read in yet another way.
    fn fix_writing(&mut self) {
        let is_meant = |found: &Diagnostic| is_about_writing(found.code()) || self.repeated.contains(&found.code());
        if !self.diagnostics.iter().any(is_meant) {
            return;
        }
        let separator = if self.policy.separators == Separators::Space { " " } else { "," };
        let entries: Vec<_> = fixed_entries(self.list, &self.items, &self.diagnostics).into_iter().flatten().collect();
        let list = entries.join(separator);
        let is_certain = !self.is_cut && !entries.is_empty() && is_read_as(&list, &entries, separator);
        let fix = is_certain.then(|| Suggestion::certain(Span::new(0, self.list.len()), &list));
        let diagnostics = core::mem::take(&mut self.diagnostics).into_iter();
        self.diagnostics = diagnostics
            .map(|found| if is_meant(&found) { found.with_suggestions(fix.clone()) } else { found })
            .collect();
    }

    /// Entries that repeat an earlier one, in whatever spelling.
    fn duplicates(&mut self) {
        let mut seen: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
        let mut repeats: Vec<(usize, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let spelling = match &item.entry {
                Entry::Known(scope) => Cow::Borrowed(scope.as_str()),
                other => Cow::Owned(other.as_str().to_ascii_lowercase()),
            };
            match seen.entry(spelling) {
                Slot::Vacant(slot) => {
                    slot.insert(index + 1);
                }
                Slot::Occupied(first) => repeats.push((index, *first.get())),
            }
        }
        for (index, first) in repeats {
            let Item { span, entry } = &self.items[index];
            let message = format!("`{entry}` stands in the list twice");
            let fix = Suggestion::certain(lints::with_separator(&self.items, index), "");
            let diagnostic = Diagnostic::new(Code::Duplicate, Severity::Warning, *span, message);
            self.push(diagnostic.with_help(format!("entry {first} of the list is the same")).with_suggestions([fix]));
        }
    }

    /// Entries that others cover, or that are broad.
    fn lints(&mut self) {
        let mut found = Vec::new();
        lints::diagnostics(&self.items, self.policy, &mut found);
        for diagnostic in found {
            self.push(diagnostic);
        }
    }

    /// Adds a diagnostic, as long as there are not too many.
    fn push(&mut self, diagnostic: Diagnostic) {
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
    fn cut(&mut self, span: Span, message: String) {
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

/// Whether a list is read as these entries with the separator between them, and as nothing else.
fn is_read_as(list: &str, entries: &[Cow<'_, str>], separator: &str) -> bool {
    let mut expected = entries.iter();
    locate(list).within == Within::Itself
        && normalise(list).changes.is_empty()
        && tokens(list).all(|token| match token {
            Token::Separators(part) => part.text == separator,
            Token::Entry(entry) => expected.next().is_some_and(|text| *text == entry.whole.text),
        })
}

/// Whether a diagnostic is about how a list is written, not about what it says.
fn is_about_writing(code: Code) -> bool {
    use Code::{Encoded, InvisibleCharacter, LookAlikeCharacter, Markup, TakenOut};
    matches!(code, Encoded | InvisibleCharacter | LookAlikeCharacter | Markup | TakenOut)
}

/// The last place up to `limit` where the text can be cut.
fn floor_char_boundary(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(0)
}
