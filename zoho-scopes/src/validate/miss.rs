//! Why a text is no scope of the catalogue: which segments are at fault, and what was meant.
//!
//! One slip of the finger comes first, then rearranged segments, then segments one by one. Where
//! nothing lies near, the first segment that leads nowhere is named.

use alloc::{format, string::String, vec::Vec};

use crate::{
    catalogue::{Completeness, Scope, ScopeName, Service},
    policy::Unknown,
    read::parse::{Part, RawEntry, joined},
    report::{Applicability, Code, Diagnostic, Severity, Span, Suggestion},
    validate::{
        judge::Judge,
        slip::{Slip, slips},
        suggest::{self, Near},
    },
};

/// What is wrong, and where.
struct Fault {
    code: Code,
    span: Span,
    message: String,
}

impl Judge<'_> {
    /// The findings about an entry that nothing in the catalogue admits; at least one.
    pub(crate) fn miss(&self, raw: &RawEntry<'_>) -> Vec<Diagnostic> {
        let slips = slips(self.catalogue, raw.whole.text);
        if let Some(finding) = self.empty_segment(raw, &slips) {
            return [finding].into();
        }
        if let Some(best) = slips.first() {
            return self.slipped(raw, *best, &slips);
        }
        let texts: Vec<&str> = raw.segments.iter().map(|segment| segment.text).collect();
        let rearranged = suggest::rearranged(self.catalogue, &texts);
        if let Some(best) = rearranged.first() {
            return [self.replaced(raw, self.rearranged_fault(raw, *best), &rearranged, Applicability::Maybe)].into();
        }
        let near = suggest::scopes(self.catalogue, &texts);
        match near.first() {
            Some(best) if segments(best.scope).count() == texts.len() => self.differences(raw, best.scope, &near),
            Some(best) => [self.replaced(raw, self.first_fault(raw), &[best.scope], Applicability::Maybe)].into(),
            None => [self.unexplained(raw)].into(),
        }
    }

    /// One slip of the finger.
    fn slipped(&self, raw: &RawEntry<'_>, best: Slip, slips: &[Slip]) -> Vec<Diagnostic> {
        if !best.moves_a_dot() && raw.segments.len() > 1 {
            let near: Vec<Near> = slips.iter().copied().map(Near::from).collect();
            return self.differences(raw, best.scope, &near);
        }
        let rivals = slips.iter().take_while(|slip| slip.moves_a_dot() == best.moves_a_dot());
        let scopes: Vec<Scope> = rivals.map(|slip| slip.scope).collect();
        let sure = scopes.len() == 1 && best.keeps_the_letters();
        let applicability = if sure { Applicability::Certain } else { Applicability::Maybe };
        [self.replaced(raw, self.first_fault(raw), &scopes, applicability)].into()
    }

    /// Two dots that follow each other, or one at an end.
    fn empty_segment(&self, raw: &RawEntry<'_>, slips: &[Slip]) -> Option<Diagnostic> {
        let whole = raw.whole.span;
        let empty = raw.segments.iter().find(|segment| segment.text.is_empty())?.span;
        let around = Span::new(empty.start.saturating_sub(1).max(whole.start), (empty.end + 1).min(whole.end));
        let filled: Vec<&str> = raw.segments.iter().map(|part| part.text).filter(|text| !text.is_empty()).collect();
        let without = self.catalogue.find(&filled.join(".")).map(|scope| Suggestion::certain(whole, scope.as_str()));
        let mended = || slips.iter().map(|slip| Suggestion::maybe(whole, slip.scope.as_str()));
        let fixes = without.map_or_else(|| mended().take(3).collect(), |fix| Vec::from([fix]));
        let help = fixes.first().map(|fix| format!("write `{}`", fix.replacement));
        let message = String::from("a dot with nothing beside it");
        Some(self.unknown(Code::EmptySegment, around, message, help, fixes))
    }

    /// A finding whose mend replaces the whole entry by one of these scopes, of which there is one at least.
    fn replaced(&self, raw: &RawEntry<'_>, fault: Fault, scopes: &[Scope], applicability: Applicability) -> Diagnostic {
        let fix =
            |scope: &Scope| Suggestion { span: raw.whole.span, replacement: scope.as_str().into(), applicability };
        let fixes: Vec<Suggestion> = scopes.iter().take(3).map(fix).collect();
        let help = fixes.first().map(|fix| format!("did you mean `{}`?", fix.replacement));
        self.unknown(fault.code, fault.span, fault.message, help, fixes)
    }

    fn rearranged_fault(&self, raw: &RawEntry<'_>, scope: Scope) -> Fault {
        let Part { text, span } = raw.whole;
        let (first, second) = (raw.segments[0], raw.segments[1]);
        if first.text.eq_ignore_ascii_case(second.text) {
            let message = format!("the service `{}` stands in front twice", first.text);
            return Fault { code: Code::ServiceRepeated, span: second.span, message };
        }
        let without_service = scope.as_str().split_once('.').map_or("", |(_, rest)| rest);
        if without_service.eq_ignore_ascii_case(text) {
            let message = format!("`{text}` lacks a service in front");
            return Fault { code: Code::ServicePrefixMissing, span, message };
        }
        self.first_fault(raw)
    }

    /// A finding for each segment that differs from what was probably meant.
    fn differences(&self, raw: &RawEntry<'_>, meant: Scope, near: &[Near]) -> Vec<Diagnostic> {
        let wire: Vec<&str> = segments(meant).collect();
        let last = wire.len() - 1;
        let faulty = |place: &usize| !wire[*place].eq_ignore_ascii_case(raw.segments[*place].text);
        // Another service, or other operations, are not for a machine to choose.
        let alone = near.get(1).is_none_or(|second| second.distance > near[0].distance);
        let harmless = !faulty(&0) && !faulty(&last);
        let sure = if alone && harmless { Applicability::Certain } else { Applicability::Maybe };
        let as_sent = |place: usize| faulty(&place) || wire[place] == raw.segments[place].text;
        // What is certain leaves nothing else to mend.
        let whole = sure == Applicability::Certain && !(0..wire.len()).all(as_sent);
        let finding = |place: usize| {
            let Part { text, span } = raw.segments[place];
            let (code, message) = match place {
                0 => (Code::UnknownService, format!("unknown service `{text}`")),
                _ if place == last => self.wrong_operation(meant, text),
                _ => (Code::UnknownScopeName, format!("service `{}` has no scope name `{}`", wire[0], name_of(raw))),
            };
            let offers = if place == last { format!(" it offers {}", offered(meant)) } else { String::new() };
            let help = format!("did you mean `{meant}`?{offers}");
            let mut fixes = alternatives(near, place, raw.segments[place], sure);
            if let Some(fix) = fixes.first_mut().filter(|_| whole) {
                *fix = Suggestion::certain(raw.whole.span, meant.as_str());
            }
            self.unknown(code, span, message, Some(help), fixes)
        };
        (0..wire.len()).filter(faulty).map(finding).collect()
    }

    /// Where no scope lies near, the first segment that leads nowhere, with what is known around it.
    fn unexplained(&self, raw: &RawEntry<'_>) -> Diagnostic {
        let Fault { code, span, message } = self.first_fault(raw);
        let service = self.catalogue.service(raw.segments[0].text);
        let (help, fix) = match (code, service) {
            (Code::UnknownService, _) => {
                let meant = suggest::service(self.catalogue, raw.segments[0].text);
                let help =
                    meant.map(|service| format!("did you mean the service `{service}` ({})?", service.product()));
                (help, meant.map(|service| Suggestion::maybe(span, service.as_str())))
            }
            (Code::UnknownScopeName, Some(service)) => {
                let near = suggest::name(service, &raw.text_at(span));
                let help = near.map(|name| format!("did you mean `{service}.{name}`? it offers {}", offers(name)));
                (help, near.map(|name| Suggestion::maybe(span, name.as_str())))
            }
            (Code::OperationNotOffered | Code::UnknownOperation, Some(service)) => {
                let name = self.named_or_pattern(service, raw);
                let meant =
                    name.and_then(|name| suggest::operation_of(name, raw.segments[raw.segments.len() - 1].text));
                let asked = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
                let help = name.map(|name| format!("{asked}it offers {}", offers(name)));
                (help, meant.map(|meant| Suggestion::maybe(span, meant)))
            }
            (Code::MissingOperation, Some(service)) => {
                let name = named(service, &joined(&raw.segments[1..]));
                (name.map(|name| format!("add one of the operations it offers: {}", offers(name))), None)
            }
            (Code::MissingScopeName, Some(service)) => {
                let some: Vec<String> = service.names().take(3).map(|name| format!("`{name}`")).collect();
                let help = match (service.names().count(), some.join(", ")) {
                    (0, _) => None,
                    (1, name) => Some(format!("`{service}` has the one scope name {name}")),
                    (count, names) => Some(format!("`{service}` has {count} scope names, such as {names}")),
                };
                (help, None)
            }
            (Code::MissingService, _) => match suggest::word(self.catalogue, raw.whole.text) {
                Some(word) => (Some(format!("did you mean `{word}`?")), Some(Suggestion::maybe(span, word.as_str()))),
                None => (Some(String::from("write the service first: `Service.name.OPERATION`")), None),
            },
            _ => (None, None),
        };
        let mut finding = self.unknown(code, span, message, help, fix.into_iter().collect());
        if let Some(service) = service.filter(|service| service.completeness() != Completeness::Complete) {
            self.consider_incomplete(&mut finding, service);
        }
        finding
    }

    /// What a service may have beyond the catalogue is a warning, which says how far the catalogue goes.
    fn consider_incomplete(&self, finding: &mut Diagnostic, service: Service) {
        let may_exist = matches!(finding.code, Code::UnknownScopeName | Code::OperationNotOffered);
        if !may_exist || !finding.suggestions.is_empty() {
            return;
        }
        if self.policy.unknown == Unknown::Judge {
            finding.severity = Severity::Warning;
        }
        let known = format!("the catalogue of `{service}` is {} and of {}", service.completeness(), service.checked());
        finding.help = Some(match finding.help.take() {
            Some(help) => format!("{help}; {known}"),
            None => known,
        });
    }

    /// The first thing that is wrong, going through the segments in order.
    fn first_fault(&self, raw: &RawEntry<'_>) -> Fault {
        let Part { text, span } = raw.whole;
        let fault = |code, span, message| Fault { code, span, message };
        let (first, last) = (raw.segments[0], raw.segments[raw.segments.len() - 1]);
        let Some(service) = self.catalogue.service(first.text) else {
            return match raw.segments.len() {
                1 => fault(Code::MissingService, span, format!("`{text}` is no scope")),
                2 if self.catalogue.is_operation(last.text) => {
                    fault(Code::MissingService, span, format!("`{text}` lacks a service in front"))
                }
                _ => fault(Code::UnknownService, first.span, format!("unknown service `{}`", first.text)),
            };
        };
        if raw.segments.len() == 1 {
            return fault(Code::MissingScopeName, span, format!("`{text}` lacks a scope name and an operation"));
        }
        if named(service, &joined(&raw.segments[1..])).is_some() {
            return fault(Code::MissingOperation, span, format!("`{text}` lacks an operation"));
        }
        if raw.segments.len() == 2 && self.catalogue.is_operation(last.text) {
            return fault(Code::MissingScopeName, span, format!("`{text}` lacks a scope name"));
        }
        let name = if raw.segments.len() == 2 { last.text.into() } else { name_of(raw) };
        let Some(known) = self.named_or_pattern(service, raw) else {
            let end = raw.segments[(raw.segments.len() - 2).max(1)].span.end;
            let message = format!("service `{service}` has no scope name `{name}`");
            return fault(Code::UnknownScopeName, Span::new(raw.segments[1].span.start, end), message);
        };
        let sibling = known.scopes().next();
        let (code, message) = sibling.map_or_else(
            || (Code::UnknownOperation, format!("`{}` is no operation", last.text)),
            |scope| self.wrong_operation(scope, last.text),
        );
        fault(code, last.span, message)
    }

    /// The scope name of an entry of three segments or more, or the pattern that its name fits.
    fn named_or_pattern(&self, service: Service, raw: &RawEntry<'_>) -> Option<ScopeName> {
        let (whole, _operation) = raw.whole.text.rsplit_once('.')?;
        let name = if raw.segments.len() > 2 { named(service, &name_of(raw)) } else { None };
        name.or_else(|| self.catalogue.pattern(whole))
    }

    fn wrong_operation(&self, sibling: Scope, word: &str) -> (Code, String) {
        let name = sibling.as_str().rsplit_once('.').map_or("", |(stem, _)| stem);
        if self.catalogue.is_operation(word) {
            (Code::OperationNotOffered, format!("`{name}` does not offer `{word}`"))
        } else {
            (Code::UnknownOperation, format!("`{word}` is no operation of `{name}`"))
        }
    }
}

/// What could stand in one segment, best first, three at most: only from scopes that agree with the
/// best one before it.
fn alternatives(near: &[Near], place: usize, found: Part<'_>, sure: Applicability) -> Vec<Suggestion> {
    let best: Vec<&str> = segments(near[0].scope).collect();
    let mut fixes: Vec<Suggestion> = Vec::new();
    for other in near {
        let wire: Vec<&str> = segments(other.scope).collect();
        let agrees = wire.len() == best.len() && wire[..place] == best[..place];
        let Some(word) = wire.get(place).filter(|word| agrees && !word.eq_ignore_ascii_case(found.text)) else {
            continue;
        };
        if !fixes.iter().any(|fix| fix.replacement == *word) {
            let applicability = if fixes.is_empty() { sure } else { Applicability::Maybe };
            fixes.push(Suggestion { span: found.span, replacement: (*word).into(), applicability });
        }
        if fixes.len() == 3 {
            break;
        }
    }
    fixes
}

fn segments(scope: Scope) -> impl Iterator<Item = &'static str> {
    scope.as_str().split('.')
}

/// The scope name of that spelling, in any case.
fn named(service: Service, name: &str) -> Option<ScopeName> {
    service.names().find(|known| known.as_str().eq_ignore_ascii_case(name))
}

/// The operations that a scope name offers.
fn offers(name: ScopeName) -> String {
    name.scopes().filter_map(Scope::operation).collect::<Vec<_>>().join(", ")
}

/// The operations that a scope's name offers.
fn offered(scope: Scope) -> String {
    scope.name().map(offers).unwrap_or_default()
}

/// All segments but the first and the last.
fn name_of(raw: &RawEntry<'_>) -> String {
    joined(&raw.segments[1..raw.segments.len() - 1])
}

impl RawEntry<'_> {
    /// The text of a part of the entry.
    fn text_at(&self, span: Span) -> String {
        let start = self.whole.span.start;
        self.whole.text.get(span.start - start..span.end - start).unwrap_or_default().into()
    }
}
