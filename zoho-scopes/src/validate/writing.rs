//! How a list is written: what stands between its entries and around it, and the fix that writes it as it is sent.

use alloc::{
    borrow::{Cow, ToOwned},
    format,
    string::String,
    vec::Vec,
};

use zoho_scopes_data::{
    classify::{self, Part},
    text::{
        chars::is_separator,
        normalise::{Change, normalise},
    },
};

use super::{fixes::fixed_entries, list::ListValidator};
use crate::{
    policy::Separators,
    read::{
        tokens::{Token, tokens},
        value::{Within, has_sign},
    },
    report::{Code, Diagnostic, Severity, Span, Suggestion},
};

impl ListValidator<'_, '_> {
    /// Separators in a row: whether they are the expected one, and only one.
    pub(super) fn separators(&mut self, part: Part<'_>, at_an_end: bool) {
        let kind = self.policy.separators;
        let strict = self.policy.wire_form_only;
        let span = self.offsets.given(part.span);
        let alone: String = part.text.chars().filter(|c| is_separator(*c)).collect();
        if alone.len() < part.text.len() {
            let message = "quotes, brackets or bullets around scopes".to_owned();
            self.written_otherwise(Code::Markup, span, message, None);
        }
        let commas = alone.matches([',', ';']).count();
        let (wanted, name) = if kind == Separators::Space { (" ", "a space") } else { (",", "one comma") };
        let fix = [Suggestion::certain(span, if at_an_end { "" } else { wanted })].into();
        if commas > 1 || (commas > 0 && at_an_end) {
            let message = "there is nothing between these separators".to_owned();
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
    pub(super) fn written_otherwise(&mut self, code: Code, span: Span, message: String, help: Option<String>) {
        if !self.reported.contains(&code) {
            let severity = self.severity_of_writing();
            self.push(Diagnostic::new(code, severity, span, message).with_help(help));
        }
    }

    pub(super) fn severity_of_writing(&self) -> Severity {
        if self.policy.wire_form_only { Severity::Error } else { Severity::Note }
    }

    /// What a list is the value of, if it is a value.
    pub(super) fn taken_from(&mut self, within: Option<Within>) {
        let Some(within) = within else { return };
        let source = match within {
            // Token responses are what this policy is for.
            Within::Json if self.policy.separators == Separators::Space => return,
            Within::Json => "a JSON object",
            Within::Parameters { .. } => "the parameters of a URL",
            Within::Setting => "a setting",
        };
        self.taken_out_of(source);
        if within == (Within::Parameters { lacks_offline_access: true }) {
            let message = "the authorization URL does not ask for offline access";
            let whole = Span::new(0, self.list.len());
            let diagnostic = Diagnostic::new(Code::MissingOfflineAccess, Severity::Note, whole, message);
            let help = "add `access_type=offline`, or there will be no refresh token";
            self.push(diagnostic.with_help(String::from(help)));
        }
    }

    pub(super) fn taken_out_of(&mut self, source: &str) {
        let whole = Span::new(0, self.list.len());
        let help = Some("nothing else was read".to_owned());
        self.written_otherwise(Code::TakenOut, whole, format!("the list was taken out of {source}"), help);
    }

    /// What stands between entries without being one: said once of marks, and once of words. Words may be secret, and are
    /// not repeated.
    pub(super) fn left_out(&mut self, text: &str, span: Span, is_mark: bool) {
        if is_mark {
            self.written_otherwise(Code::ForeignSeparator, span, format!("`{text}` between scopes"), None);
        } else {
            let help = Some("they were not read".to_owned());
            self.written_otherwise(Code::TakenOut, span, "words between scopes".to_owned(), help);
        }
    }

    pub(super) fn changed(&mut self, change: &Change) {
        let diagnostic = classify::change(self.list, change, self.severity_of_writing());
        if !self.reported.contains(&diagnostic.code()) {
            self.push(diagnostic);
        }
    }

    /// Gives diagnostics on how the list is written, and notes on several places, their fix: the list as it is
    /// sent, with all else that is certain. There is none for a list that would be read in yet another way.
    pub(super) fn fix_writing(&mut self) {
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
}

/// Whether a list is read as these entries with the separator between them, and as nothing else.
fn is_read_as(list: &str, entries: &[Cow<'_, str>], separator: &str) -> bool {
    let mut expected = entries.iter();
    !has_sign(list)
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
