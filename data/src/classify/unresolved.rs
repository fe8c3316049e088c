//! Why a text is not a scope of the catalogue: which segments are wrong, and what was meant.
//!
//! One edit comes first, then rearranged segments, then segments one by one. Where
//! nothing lies near, the first segment that leads nowhere is named.

use alloc::{format, string::String, vec::Vec};

use super::{
    code::Code,
    diagnostic::{Applicability, Diagnostic, Severity, Suggestion},
    edits::{Edit, edits},
    entry::{Part, RawEntry, joined},
    help, keywords,
    meaning::{self, serves},
    strictness::{Strictness, Unknown},
    suggest::{self, Near},
};
use crate::{
    table::{Completeness, Name, Row, ScopeRow, Service, Tables},
    text::Span,
};

/// What is wrong, and where.
struct Problem {
    code: Code,
    span: Span,
    message: String,
}

/// Explains entries that nothing in the catalogue admits.
#[derive(Clone, Copy)]
pub(super) struct Unresolved {
    pub(super) tables: Tables,
    pub(super) strictness: Strictness,
}

impl Unresolved {
    /// What is wrong with an entry; one diagnostic at least.
    pub(super) fn explain(&self, raw: &RawEntry<'_>) -> Vec<Diagnostic> {
        let edits = edits(self.tables, raw.whole.text);
        if let Some(found) = self.empty_segment(raw, &edits) {
            return [found].into();
        }
        if let Some(best) = edits.first() {
            return self.edited(raw, *best, &edits);
        }
        let texts = raw.texts();
        let rearranged = suggest::rearranged(self.tables, &texts);
        if let Some(best) = rearranged.first() {
            let fills_in = suggest::fills_in_a_beginning(&texts, best);
            let meant = fills_in.then(|| meaning::found(self.tables, raw, true)).flatten();
            if let Some(meant) = meant {
                return [self.filled_in(raw, &rearranged, meant)].into();
            }
            let problem = self.rearranged_problem(raw, best);
            // What stands there twice needs to stand there once.
            let is_sure = problem.code == Code::ServiceRepeated
                && rearranged.len() == 1
                && best.service().matches(raw.segments[0].text);
            let sure = if is_sure { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
            return [self.replaced(raw, problem, &rearranged, sure)].into();
        }
        if let Some(found) = self.not_offered(raw) {
            return [found].into();
        }
        let near = suggest::scopes(self.tables, &texts);
        // One edit leaves little doubt; what is farther away is often another word, and means something.
        if near.first().is_none_or(|best| best.distance > 1) {
            if let Some(found) = self.meant(raw, !near.is_empty()) {
                return [found].into();
            }
        }
        match near.first() {
            Some(best) if segments(best.scope).count() == texts.len() => self.differences(raw, best.scope, &near),
            Some(best) => {
                [self.replaced(raw, self.first_problem(raw), &[best.scope], Applicability::MaybeIncorrect)].into()
            }
            None => [self.unexplained(raw)].into(),
        }
    }

    /// One edit.
    fn edited(&self, raw: &RawEntry<'_>, best: Edit, edits: &[Edit]) -> Vec<Diagnostic> {
        if !best.moves_a_dot() && raw.segments.len() > 1 {
            let near: Vec<Near> = edits.iter().copied().map(Near::from).collect();
            return self.differences(raw, best.scope, &near);
        }
        let rivals = edits.iter().take_while(|edit| edit.moves_a_dot() == best.moves_a_dot());
        let scopes: Vec<Row> = rivals.map(|edit| edit.scope).collect();
        let sure = scopes.len() == 1 && best.keeps_the_letters();
        let applicability = if sure { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
        [self.replaced(raw, self.first_problem(raw), &scopes, applicability)].into()
    }

    /// Two dots that follow each other, or one at an end.
    fn empty_segment(&self, raw: &RawEntry<'_>, edits: &[Edit]) -> Option<Diagnostic> {
        let whole = raw.whole.span;
        let empty = raw.segments.iter().find(|segment| segment.text.is_empty())?.span;
        let around = Span::new(empty.start.saturating_sub(1).max(whole.start), (empty.end + 1).min(whole.end));
        let filled: Vec<&str> = raw.segments.iter().map(|part| part.text).filter(|text| !text.is_empty()).collect();
        let without = self.tables.find(&filled.join(".")).map(|scope| Suggestion::certain(whole, scope.wire));
        let likely = || edits.iter().map(|edit| Suggestion::maybe(whole, edit.scope.wire));
        let fixes = without.map_or_else(|| likely().take(3).collect(), |fix| Vec::from([fix]));
        let help = fixes.first().map_or_else(
            || String::from("remove the dot, or fill in what is missing: `Service.name.OPERATION`"),
            |fix| format!("write `{}`", fix.replacement),
        );
        let message = String::from("a dot with nothing beside it");
        Some(self.strictness.of_impossible_text().diagnostic(Code::EmptySegment, around, message, Some(help), fixes))
    }

    /// A diagnostic whose fix replaces the whole entry by one of these scopes, of which there is one at least.
    fn replaced(
        &self,
        raw: &RawEntry<'_>,
        problem: Problem,
        scopes: &[Row],
        applicability: Applicability,
    ) -> Diagnostic {
        let fix = |scope: &Row| Suggestion::new(raw.whole.span, scope.wire, applicability);
        let fixes: Vec<Suggestion> = scopes.iter().take(3).map(fix).collect();
        let help = fixes.first().map(|fix| format!("did you mean `{}`?", fix.replacement));
        self.strictness.diagnostic(problem.code, problem.span, problem.message, help, fixes)
    }

    /// The beginning of a scope name is missing, or another name is meant.
    fn filled_in(&self, raw: &RawEntry<'_>, scopes: &[Row], meant: meaning::Found) -> Diagnostic {
        let first = scopes.iter().map(|scope| scope.wire.into()).chain(meant.lists);
        let mut lists: Vec<String> = Vec::new();
        for list in first {
            if !lists.contains(&list) && lists.len() < 3 {
                lists.push(list);
            }
        }
        let diagnostic = self.replaced(raw, self.first_problem(raw), &scopes[..1], Applicability::MaybeIncorrect);
        diagnostic.with_suggestions(lists.into_iter().map(|list| Suggestion::maybe(raw.whole.span, list)))
    }

    fn rearranged_problem(&self, raw: &RawEntry<'_>, scope: Row) -> Problem {
        let Part { text, span } = raw.whole;
        if let Some(problem) = self.repeated_problem(raw) {
            return problem;
        }
        let without_service = scope.wire.split_once('.').map_or("", |(_, rest)| rest);
        if without_service.eq_ignore_ascii_case(text) {
            let message = format!("`{text}` lacks a service in front");
            return Problem { code: Code::ServicePrefixMissing, span, message };
        }
        self.first_problem(raw)
    }

    /// The service stands once more, in front or behind.
    fn repeated_problem(&self, raw: &RawEntry<'_>) -> Option<Problem> {
        let again = raw.segments[suggest::repeated(self.tables, &raw.texts())?];
        let message = format!("the service `{}` is repeated", again.text);
        Some(Problem { code: Code::ServiceRepeated, span: again.span, message })
    }

    /// An operation that the scope name does not offer, where others serve.
    fn not_offered(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let last = raw.segments.last()?;
        let service = self.tables.service(raw.segments[0].text)?;
        let name = self.named_or_pattern(service, raw).filter(|name| !name.is_pattern())?;
        let spelled = || suggest::operation_of(name, last.text).is_some();
        let verb = || keywords::operation(last.text).filter(|_| !spelled());
        let asked = if self.tables.is_operation(last.text) { last.text } else { verb()? };
        let serves = serves(name, Some(asked))?;
        let (code, message) = self.wrong_operation(name.scopes().next()?, last.text);
        let help = format!("{} in its place; it offers {}", serves.in_words(), offers(name));
        let diagnostic = self.strictness.diagnostic(code, last.span, message, Some(help), Vec::new());
        let fix = Suggestion::maybe(raw.whole.span, serves.list());
        Some(self.where_incomplete(diagnostic, service).with_suggestions([fix]))
    }

    /// Scope names that mean what was written: none is spelled like it.
    fn meant(&self, raw: &RawEntry<'_>, is_spelled: bool) -> Option<Diagnostic> {
        let Problem { code, span, message } = self.first_problem(raw);
        if !matches!(code, Code::UnknownService | Code::UnknownScopeName) {
            return None;
        }
        let found = meaning::found(self.tables, raw, is_spelled)?;
        let diagnostic = self.strictness.diagnostic(code, span, message, Some(found.help), Vec::new());
        let fixes = found.lists.into_iter().map(|list| Suggestion::maybe(raw.whole.span, list));
        Some(self.where_incomplete(diagnostic, found.service).with_suggestions(fixes))
    }

    /// A diagnostic for each segment that differs from what was probably meant.
    fn differences(&self, raw: &RawEntry<'_>, meant: Row, near: &[Near]) -> Vec<Diagnostic> {
        let wire: Vec<&str> = segments(meant).collect();
        let last = wire.len() - 1;
        let wrong = |index: &usize| !wire[*index].eq_ignore_ascii_case(raw.segments[*index].text);
        // Another service, or other operations, are not for a machine to choose.
        let alone = near.get(1).is_none_or(|second| second.distance > near[0].distance);
        let harmless = !wrong(&0) && !wrong(&last);
        let sure = if alone && harmless { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
        let as_sent = |index: usize| wrong(&index) || wire[index] == raw.segments[index].text;
        // What is certain leaves nothing else to fix.
        let whole = sure == Applicability::MachineApplicable && !(0..wire.len()).all(as_sent);
        let diagnostic = |index: usize| {
            let Part { text, span } = raw.segments[index];
            let (code, message) = match index {
                0 => (Code::UnknownService, format!("unknown service `{text}`")),
                _ if index == last => self.wrong_operation(meant, text),
                _ => (Code::UnknownScopeName, format!("service `{}` has no scope name `{}`", wire[0], raw.name())),
            };
            let offers = if index == last { format!(" it offers {}", offered(meant)) } else { String::new() };
            let help = format!("did you mean `{meant}`?{offers}");
            let mut fixes = alternatives(near, index, raw.segments[index], sure);
            if let Some(fix) = fixes.first_mut().filter(|_| whole) {
                *fix = Suggestion::certain(raw.whole.span, meant.wire);
            }
            self.strictness.diagnostic(code, span, message, Some(help), fixes)
        };
        (0..wire.len()).filter(wrong).map(diagnostic).collect()
    }

    /// Where no scope lies near, the first segment that leads nowhere, with what is known around it.
    fn unexplained(&self, raw: &RawEntry<'_>) -> Diagnostic {
        let Problem { code, span, message } = self.first_problem(raw);
        let service = self.tables.service(raw.segments[0].text);
        let (help, fix) = match (code, service) {
            (Code::UnknownService, _) => {
                let meant = suggest::service(self.tables, raw.segments[0].text);
                let help = meant.map_or_else(
                    || String::from("`zoho-scopes services` lists the services"),
                    |service| format!("did you mean the service `{service}` ({})?", service.product),
                );
                (Some(help), meant.map(|service| Suggestion::maybe(span, service.name)))
            }
            (Code::UnknownScopeName, Some(service)) => {
                let near = suggest::name(service, &raw.text_at(span));
                let help = near.map_or_else(
                    || help::names(service, &raw.text_at(span)),
                    |name| format!("did you mean `{service}.{name}`? it offers {}", offers(name)),
                );
                (Some(help), near.map(|name| Suggestion::maybe(span, name.as_str())))
            }
            (Code::OperationNotOffered | Code::UnknownOperation, Some(service)) => {
                let name = self.named_or_pattern(service, raw);
                let meant =
                    name.and_then(|name| suggest::operation_of(name, raw.segments[raw.segments.len() - 1].text));
                let asked = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
                let help =
                    name.map_or_else(|| help::list(service), |name| format!("{asked}it offers {}", offers(name)));
                (Some(help), meant.map(|meant| Suggestion::maybe(span, meant)))
            }
            (Code::MissingOperation, Some(service)) => {
                let name = service.name_of(&joined(&raw.segments[1..]));
                let help = name.map(|name| format!("add one of the operations it offers: {}", offers(name)));
                let scope = name.filter(|name| !name.is_pattern()).and_then(|name| serves(name, None));
                let fix = scope.map(|scope| Suggestion::maybe(span, scope.list()));
                (help.or_else(|| Some(help::list(service))), fix)
            }
            (Code::MissingScopeName, Some(service)) => (Some(help::names(service, "")), None),
            (Code::MissingService, _) => match suggest::word(self.tables, raw.whole.text) {
                Some(word) => (Some(format!("did you mean `{word}`?")), Some(Suggestion::maybe(span, word.wire))),
                None => (Some(String::from("write the service first: `Service.name.OPERATION`")), None),
            },
            (_, Some(service)) => (Some(help::list(service)), None),
            (_, None) => (Some(String::from("`zoho-scopes services` lists the services")), None),
        };
        let diagnostic = self.strictness.diagnostic(code, span, message, help, fix.into_iter().collect());
        match service {
            Some(service) => self.where_incomplete(diagnostic, service),
            None => diagnostic,
        }
    }

    /// What a service may have beyond the catalogue is a warning, which says how far the catalogue goes. Where something is
    /// spelled alike it stays an error; that something means the same says nothing of what exists.
    fn where_incomplete(&self, diagnostic: Diagnostic, service: Service) -> Diagnostic {
        let may_exist = matches!(diagnostic.code(), Code::UnknownScopeName | Code::OperationNotOffered);
        if !may_exist || service.completeness == Completeness::Complete || !diagnostic.suggestions().is_empty() {
            return diagnostic;
        }
        let known = format!("the catalogue of `{service}` is {} and of {}", service.completeness, service.verified);
        let help = diagnostic.help().map_or_else(|| known.clone(), |help| format!("{help}; {known}"));
        let severity =
            if self.strictness.unknown == Unknown::ByCompleteness { Severity::Warning } else { diagnostic.severity() };
        diagnostic.with_help(help).with_severity(severity)
    }

    /// The first thing that is wrong, going through the segments in order.
    fn first_problem(&self, raw: &RawEntry<'_>) -> Problem {
        let Part { text, span } = raw.whole;
        let problem = |code, span, message| Problem { code, span, message };
        let (first, last) = (raw.segments[0], raw.segments[raw.segments.len() - 1]);
        let Some(service) = self.tables.service(first.text) else {
            return match raw.segments.len() {
                1 => problem(Code::MissingService, span, format!("`{text}` is not a scope")),
                2 if self.tables.is_operation(last.text) => {
                    problem(Code::MissingService, span, format!("`{text}` lacks a service in front"))
                }
                _ => problem(Code::UnknownService, first.span, format!("unknown service `{}`", first.text)),
            };
        };
        if raw.segments.len() == 1 {
            return problem(Code::MissingScopeName, span, format!("`{text}` lacks a scope name and an operation"));
        }
        if service.name_of(&joined(&raw.segments[1..])).is_some() {
            return problem(Code::MissingOperation, span, format!("`{text}` lacks an operation"));
        }
        if raw.segments.len() == 2 && self.tables.is_operation(last.text) {
            return problem(Code::MissingScopeName, span, format!("`{text}` lacks a scope name"));
        }
        if let Some(problem) = self.repeated_problem(raw) {
            return problem;
        }
        let name = if raw.segments.len() == 2 { last.text.into() } else { raw.name() };
        let Some(known) = self.named_or_pattern(service, raw) else {
            let end = raw.segments[(raw.segments.len() - 2).max(1)].span.end;
            let message = format!("service `{service}` has no scope name `{name}`");
            return problem(Code::UnknownScopeName, Span::new(raw.segments[1].span.start, end), message);
        };
        let sibling = known.scopes().next();
        let (code, message) = sibling.map_or_else(
            || (Code::UnknownOperation, format!("`{}` is not an operation", last.text)),
            |scope| self.wrong_operation(scope, last.text),
        );
        problem(code, last.span, message)
    }

    /// The scope name of an entry of three segments or more, or the pattern that its name fits.
    fn named_or_pattern(&self, service: Service, raw: &RawEntry<'_>) -> Option<Name> {
        let (whole, _operation) = raw.whole.text.rsplit_once('.')?;
        let name = if raw.segments.len() > 2 { service.name_of(&raw.name()) } else { None };
        name.or_else(|| self.tables.pattern(whole))
    }

    fn wrong_operation(&self, sibling: Row, word: &str) -> (Code, String) {
        let name = sibling.wire.rsplit_once('.').map_or("", |(stem, _)| stem);
        if self.tables.is_operation(word) {
            (Code::OperationNotOffered, format!("`{name}` does not offer `{word}`"))
        } else {
            (Code::UnknownOperation, format!("`{word}` is not an operation of `{name}`"))
        }
    }
}

/// What could stand in one segment, best first, three at most: only from scopes that agree with the
/// best one before it.
fn alternatives(near: &[Near], index: usize, found: Part<'_>, sure: Applicability) -> Vec<Suggestion> {
    let best: Vec<&str> = segments(near[0].scope).collect();
    let mut fixes: Vec<Suggestion> = Vec::new();
    for other in near {
        let wire: Vec<&str> = segments(other.scope).collect();
        let agrees = wire.len() == best.len() && wire[..index] == best[..index];
        let Some(word) = wire.get(index).filter(|word| agrees && !word.eq_ignore_ascii_case(found.text)) else {
            continue;
        };
        if !fixes.iter().any(|fix| fix.replacement == *word) {
            let applicability = if fixes.is_empty() { sure } else { Applicability::MaybeIncorrect };
            fixes.push(Suggestion::new(found.span, *word, applicability));
        }
        if fixes.len() == 3 {
            break;
        }
    }
    fixes
}

fn segments(scope: Row) -> impl Iterator<Item = &'static str> {
    scope.wire.split('.')
}

/// The operations that a scope name offers.
fn offers(name: Name) -> String {
    name.scopes().filter_map(ScopeRow::operation).collect::<Vec<_>>().join(", ")
}

/// The operations that a scope's name offers.
fn offered(scope: Row) -> String {
    offers(scope.name())
}
