//! Validation of every list that the finder found in a text.

use alloc::{vec, vec::Vec};

use zoho_scopes_data::classify::Part;

use super::list::ListValidator;
use crate::{
    catalogue::Catalogue,
    find::{Form, Found, Kind, List},
    policy::Policy,
    read::{
        locate::{Located, Within, locate},
        parse::{Token, tokens},
    },
    report::{Report, Span},
};

impl Catalogue {
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
        self.entries_of(list, policy).report_on_found(list.form() == Form::Map)
    }

    fn entries_of<'a, 'p>(self, list: &List<'a>, policy: &'p Policy) -> ListValidator<'a, 'p> {
        let Span { start, end } = list.span();
        let mut validator = ListValidator::new(self, policy, &list.text()[start..end], start);
        for entry in list.matches() {
            let span = Span::new(entry.span.start - start, entry.span.end - start);
            match entry.kind {
                Kind::Scope => validator.found(span, self.with_dots(&list.text()[entry.span.range()])),
                Kind::Template => validator.template(span),
                Kind::Commented => {}
            }
        }
        validator
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
        let report = self.validate(text, policy);
        if report.diagnostics().is_empty() && report.input().len() == text.len() {
            return vec![report];
        }
        let found = self.find_all(text);
        let live = |list: &&List<'a>| list.matches().iter().any(|entry| entry.kind != Kind::Commented);
        if is_one_list(text, &found) || !found.lists().iter().any(|list| live(&list)) {
            return vec![report];
        }
        let is_pasted = locate(text).within == Within::Itself;
        let others = if is_pasted { others(text, &found).collect() } else { Vec::new() };
        let judged = |list: &List<'a>| {
            let Span { start, end } = list.span();
            let mut validator = self.entries_of(list, policy);
            let between = others.iter().filter(|part| start < part.span.start && part.span.end < end);
            for Part { text, span } in between {
                validator.left_out(text, Span::new(span.start - start, span.end - start), is_joining(text));
            }
            validator.report_on_found(list.form() == Form::Map)
        };
        found.lists().iter().filter(live).map(judged).collect()
    }

    /// The scope that a text spells with other signs in the places of dots.
    fn with_dots(self, text: &str) -> Option<&'static str> {
        let signs: &[char] = if text.contains('.') { &[':', '/'] } else { &[':', '/', '_'] };
        if !text.contains(signs) {
            return None;
        }
        self.tables.find(&text.replace(signs, ".")).map(|scope| scope.wire)
    }
}

/// The only list of a text that is neither a list nor a setting, if the reader of lists reads it as the finder does.
pub(super) fn only_list(catalogue: Catalogue, text: &str) -> Option<Located<'_>> {
    let found = catalogue.find_all(text);
    let [list] = found.lists() else { return None };
    let Span { start, end } = list.span();
    let is_live = list.matches().iter().all(|entry| entry.kind == Kind::Scope);
    let is_plain = entries(&text[start..end]).count() == list.matches().len();
    (is_live && is_plain).then(|| Located { list: &text[start..end], start, within: Within::Itself })
}

/// Whether a text is one list, with or without a name in front, and the reader of lists reads no more of it than the
/// finder finds, or hardly more.
fn is_one_list(text: &str, found: &Found<'_>) -> bool {
    let located = locate(text);
    let [list] = found.lists() else {
        return located.within == Within::Itself && !has_prose(text, found);
    };
    let Span { start, end } = list.span();
    let holds = located.start <= start && end <= located.start + located.list.len();
    let all_live = list.matches().iter().all(|entry| entry.kind == Kind::Scope);
    match located.within {
        Within::Lost => false,
        Within::Itself => !has_prose(text, found),
        _ => holds && all_live && entries(located.list).count() == list.matches().len(),
    }
}

/// Whether a text says more than scopes: as many words without a dot as there are scopes, and several; or nothing but
/// marks and `and` between the scopes.
fn has_prose(text: &str, found: &Found<'_>) -> bool {
    let scopes = found.matches().count();
    let (mut words, mut marks) = (0, 0);
    for other in others(text, found) {
        let count = if is_joining(other.text) { &mut marks } else { &mut words };
        *count += 1;
    }
    scopes > 0 && ((words == 0 && marks > 0) || (words > 1 && words + marks >= scopes))
}

/// What stands between scopes without being a word.
fn is_joining(text: &str) -> bool {
    text.eq_ignore_ascii_case("and") || !text.contains(char::is_alphanumeric)
}

/// The words without a dot that the finder did not find.
fn others<'t>(text: &'t str, found: &Found<'_>) -> impl Iterator<Item = Part<'t>> {
    let mut scopes = found.matches().map(|entry| entry.span).collect::<Vec<_>>().into_iter().peekable();
    entries(text).filter(move |Part { text, span }| {
        while scopes.next_if(|scope| scope.end <= span.start).is_some() {}
        let is_found = scopes.peek().is_some_and(|scope| scope.start < span.end);
        !is_found && !text.contains('.')
    })
}

fn entries(list: &str) -> impl Iterator<Item = Part<'_>> {
    tokens(list).filter_map(|token| match token {
        Token::Entry(entry) => Some(entry.whole),
        Token::Separators(_) => None,
    })
}
