//! What is found while a list is read: its entries, and what is wrong with them and between them.

use alloc::{
    borrow::{Cow, ToOwned},
    collections::{BTreeMap, BTreeSet, btree_map::Entry as Slot},
    format,
    string::String,
    vec::Vec,
};

use crate::{
    catalogue::Catalogue,
    policy::{Policy, Separators, Unknown},
    read::{
        clean::{Change, Cleaned, clean},
        locate::{Located, Within, locate},
        parse::{Part, RawEntry, Token, is_separator, tokens},
        places::Places,
    },
    report::{Code, Diagnostic, Item, Report, Severity, Span, Suggestion, fixes::mended},
    set::Entry,
    validate::{breadth, judge::Judge},
};

/// Longer spellings of a character are not shown: `%` can be encoded over and over.
const MOST_SHOWN: usize = 16;

/// What has been found so far.
pub(crate) struct Findings<'a, 'p> {
    judge: Judge<'p>,
    /// The list as it was given.
    list: &'a str,
    /// Where it begins in the text.
    start: usize,
    places: Places,
    items: Vec<Item<'a>>,
    diagnostics: Vec<Diagnostic>,
    /// The codes of what was found.
    made: BTreeSet<Code>,
    /// The codes of notes that stand for more than one place.
    repeated: BTreeSet<Code>,
    /// The first place of what was left out, because there were too many findings.
    beyond: Option<usize>,
    /// Whether the list is longer than allowed.
    is_cut: bool,
}

impl<'a> Findings<'a, '_> {
    /// Reads a list and reports on it.
    pub(crate) fn of(catalogue: Catalogue, policy: &Policy, located: Located<'a>) -> Report<'a> {
        let judge = Judge { catalogue, policy };
        let Located { list, start, within } = located;
        let mut findings = Findings {
            judge,
            list,
            start,
            places: Places::default(),
            items: Vec::new(),
            diagnostics: Vec::new(),
            made: BTreeSet::new(),
            repeated: BTreeSet::new(),
            beyond: None,
            is_cut: false,
        };
        findings.taken_from(within);
        findings.read();
        if findings.items.is_empty() && !findings.is_cut {
            findings.empty(within);
        }
        findings.duplicates();
        findings.breadth();
        findings.report()
    }

    fn report(mut self) -> Report<'a> {
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        self.mend_writing();
        if let Some(beyond) = self.beyond {
            let allowed = self.judge.policy.max_diagnostics;
            let is_harmless = self.judge.policy.unknown == Unknown::Allow && !self.is_cut;
            self.diagnostics.push(Diagnostic {
                code: Code::TooManyFindings,
                severity: if is_harmless { Severity::Note } else { Severity::Error },
                span: Span::new(beyond, self.list.len()),
                message: format!("there are more than {allowed} findings"),
                help: Some("what follows was looked up, but not judged".to_owned()),
                suggestions: Vec::new(),
            });
        }
        let Self { list, start, items, diagnostics, .. } = self;
        Report { input: Cow::Borrowed(list), start, items, diagnostics }
    }

    fn read(&mut self) {
        let Policy { max_bytes, max_entries, .. } = *self.judge.policy;
        let within = floor_char_boundary(self.list, max_bytes);
        if within < self.list.len() {
            let limit = format!("the list has {} bytes, {max_bytes} are allowed", self.list.len());
            self.cut(Span::new(within, self.list.len()), limit);
        }
        let Cleaned { text, places, changes } = clean(&self.list[..within]);
        self.places = places;
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
                    let beyond = self.places.given(entry.whole.span).start;
                    let limit = format!("the list has more than {max_entries} entries");
                    self.cut(Span::new(beyond, within), limit);
                    break;
                }
                Token::Entry(entry) => self.entry(&entry),
            }
        }
    }

    fn entry(&mut self, raw: &RawEntry<'_>) {
        let span = self.places.given(raw.whole.span);
        let given = &self.list[span.range()];
        let entry = if self.beyond.is_some() {
            self.judge.only_looked_up(raw.whole.text)
        } else {
            let mut found = Vec::new();
            let entry = self.judge.entry(raw, &mut found);
            for mut diagnostic in found {
                diagnostic.span = self.places.given(diagnostic.span);
                for suggestion in &mut diagnostic.suggestions {
                    suggestion.span = self.places.given(suggestion.span);
                }
                self.push(diagnostic);
            }
            entry
        };
        self.items.push(Item { span, entry: entry.over(given) });
    }

    /// Separators in a row: whether they are the expected one, and only one.
    fn separators(&mut self, part: Part<'_>, at_an_end: bool) {
        let kind = self.judge.policy.separators;
        let strict = kind == Separators::Comma;
        let span = self.places.given(part.span);
        let alone: String = part.text.chars().filter(|c| is_separator(*c)).collect();
        if alone.len() < part.text.len() {
            let message = "quotes, brackets or bullets stand around scopes".to_owned();
            self.written_otherwise(Code::Markup, span, message, None);
        }
        let commas = alone.matches([',', ';']).count();
        let (wanted, name) = if kind == Separators::Space { (" ", "a space") } else { (",", "one comma") };
        let mend = [Suggestion::certain(span, if at_an_end { "" } else { wanted })].into();
        if commas > 1 || (commas > 0 && at_an_end) {
            let message = "nothing stands between these separators".to_owned();
            self.between(Code::EmptyEntry, span, message, Some("remove what is too many".to_owned()), mend);
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
            self.between(Code::ForeignSeparator, span, message, None, mend);
        }
    }

    /// Something between entries: an error each time where the wire form is wanted, else one note.
    fn between(&mut self, code: Code, span: Span, message: String, help: Option<String>, suggestions: Vec<Suggestion>) {
        let severity = self.severity_of_writing();
        if severity == Severity::Error || !self.made.contains(&code) {
            self.push(Diagnostic { code, severity, span, message, help, suggestions });
        } else {
            self.repeated.insert(code);
        }
    }

    /// A list that is not in wire form, and was understood: said once of each kind.
    fn written_otherwise(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        if !self.made.contains(&code) {
            let severity = self.severity_of_writing();
            self.push(Diagnostic { code, severity, span, message, help, suggestions: Vec::new() });
        }
    }

    fn severity_of_writing(&self) -> Severity {
        if self.judge.policy.separators == Separators::Comma { Severity::Error } else { Severity::Note }
    }

    fn taken_from(&mut self, within: Within) {
        let whole = Span::new(0, self.list.len());
        let source = match within {
            Within::Itself | Within::Lost => return,
            // Token responses are what this policy is for.
            Within::Json if self.judge.policy.separators == Separators::Space => return,
            Within::Json => "a JSON object",
            Within::Parameters { .. } => "the parameters of a URL",
            Within::Setting => "a setting",
        };
        let help = Some("what stands beside it was not read".to_owned());
        self.written_otherwise(Code::TakenOut, whole, format!("the list was taken out of {source}"), help);
        if within == (Within::Parameters { lacks_offline_access: true }) {
            self.push(Diagnostic {
                code: Code::MissingOfflineAccess,
                severity: Severity::Note,
                span: whole,
                message: "the authorization URL does not ask for offline access".to_owned(),
                help: Some("add `access_type=offline`, or there will be no refresh token".to_owned()),
                suggestions: Vec::new(),
            });
        }
    }

    fn changed(&mut self, change: &Change) {
        let written = &self.list[change.first.range()];
        let message = match (change.code, change.read_as) {
            (Code::InvisibleCharacter, _) => "characters that nobody sees were left out".to_owned(),
            (_, Some(c)) if written.len() <= MOST_SHOWN => format!("`{written}` was read as `{}`", c.escape_debug()),
            (_, Some(c)) => format!("an escape was read as `{}`", c.escape_debug()),
            (_, None) => "an escape was left out, since it stands for a character that nobody sees".to_owned(),
        };
        let help = match change.count {
            1 => None,
            2 => Some("as was one more such character".to_owned()),
            more => Some(format!("as were {} more such characters", more - 1)),
        };
        self.written_otherwise(change.code, change.first, message, help);
    }

    fn empty(&mut self, within: Within) {
        let span = Span::new(0, self.list.len());
        if within == Within::Lost {
            self.push(Diagnostic {
                code: Code::EmptyList,
                severity: Severity::Error,
                span,
                message: "no scope list was found in the text".to_owned(),
                help: Some("give the list alone, or with `scope=` in front".to_owned()),
                suggestions: Vec::new(),
            });
        } else {
            self.error(Code::EmptyList, span, "the list is empty".to_owned());
        }
    }

    /// Gives findings on how the list is written, and notes on several places, their mend: the list as it is
    /// sent, with all else that is certain. There is none for a list that would be read in yet another way.
    fn mend_writing(&mut self) {
        let is_meant = |found: &Diagnostic| is_about_writing(found.code) || self.repeated.contains(&found.code);
        if !self.diagnostics.iter().any(is_meant) {
            return;
        }
        let separator = if self.judge.policy.separators == Separators::Space { " " } else { "," };
        let entries: Vec<_> = mended(self.list, &self.items, &self.diagnostics).into_iter().flatten().collect();
        let list = entries.join(separator);
        let is_certain = !self.is_cut && !entries.is_empty() && is_read_as(&list, &entries, separator);
        let mend = is_certain.then(|| Suggestion::certain(Span::new(0, self.list.len()), &list));
        for found in self.diagnostics.iter_mut().filter(|found| is_meant(found)) {
            found.suggestions = mend.iter().cloned().collect();
        }
    }

    /// Entries that repeat an earlier one, in whatever spelling.
    fn duplicates(&mut self) {
        let mut seen: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
        let mut repeats: Vec<(usize, usize)> = Vec::new();
        for (place, item) in self.items.iter().enumerate() {
            let spelling = match &item.entry {
                Entry::Known(scope) => Cow::Borrowed(scope.as_str()),
                other => Cow::Owned(other.as_str().to_ascii_lowercase()),
            };
            match seen.entry(spelling) {
                Slot::Vacant(slot) => {
                    slot.insert(item.span.start);
                }
                Slot::Occupied(first) => repeats.push((place, *first.get())),
            }
        }
        for (place, first) in repeats {
            let Item { span, entry } = &self.items[place];
            self.push(Diagnostic {
                code: Code::Duplicate,
                severity: Severity::Warning,
                span: *span,
                message: format!("`{entry}` stands in the list twice"),
                help: Some(format!("it was there before, at byte {first}")),
                suggestions: [Suggestion::certain(breadth::with_separator(&self.items, place), "")].into(),
            });
        }
    }

    /// Entries that others cover, or that are broad.
    fn breadth(&mut self) {
        let mut found = Vec::new();
        breadth::findings(&self.items, self.judge.policy, &mut found);
        for diagnostic in found {
            self.push(diagnostic);
        }
    }

    /// Adds a finding, as long as there are not too many.
    fn push(&mut self, diagnostic: Diagnostic) {
        self.made.insert(diagnostic.code);
        if self.diagnostics.len() < self.judge.policy.max_diagnostics {
            self.diagnostics.push(diagnostic);
        } else {
            let beyond = self.beyond.unwrap_or(diagnostic.span.start);
            self.beyond = Some(beyond.min(diagnostic.span.start));
        }
    }

    fn error(&mut self, code: Code, span: Span, message: String) {
        self.push(Diagnostic { code, severity: Severity::Error, span, message, help: None, suggestions: Vec::new() });
    }

    /// The list is longer than allowed: what was read is not all of it.
    fn cut(&mut self, span: Span, message: String) {
        self.is_cut = true;
        // This is said, however much else there is to say.
        if self.diagnostics.len() == self.judge.policy.max_diagnostics {
            if let Some(last) = self.diagnostics.pop() {
                self.beyond = Some(last.span.start);
            }
        }
        self.error(Code::TooLong, span, message);
    }
}

/// Whether a list is read as these entries with the separator between them, and as nothing else.
fn is_read_as(list: &str, entries: &[Cow<'_, str>], separator: &str) -> bool {
    let mut expected = entries.iter();
    locate(list).within == Within::Itself
        && clean(list).changes.is_empty()
        && tokens(list).all(|token| match token {
            Token::Separators(part) => part.text == separator,
            Token::Entry(entry) => expected.next().is_some_and(|text| *text == entry.whole.text),
        })
}

/// Whether a finding is about how a list is written, not about what it says.
fn is_about_writing(code: Code) -> bool {
    use Code::{Encoded, InvisibleCharacter, LookAlikeCharacter, Markup, TakenOut};
    matches!(code, Encoded | InvisibleCharacter | LookAlikeCharacter | Markup | TakenOut)
}

/// The last place up to `limit` where the text can be cut.
fn floor_char_boundary(text: &str, limit: usize) -> usize {
    (0..=limit.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}
