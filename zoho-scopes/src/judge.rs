//! What one entry is, and everything that is wrong with it.
//!
//! The order: exact, known misspelling, other case, what no scope can hold, left out on purpose,
//! pattern; then segment by segment, with what was probably meant.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use crate::{
    catalogue::{Catalogue, LookUp},
    code::Code,
    diagnostic::{Applicability, Diagnostic, Severity, Span, Suggestion},
    entry::Entry,
    index::Spelt,
    parse::{Part, RawEntry},
    policy::{Policy, Unknown},
    scope::Scope,
    service::{ScopeName, Service},
    source::{Completeness, Status},
    suggest,
};

/// Judges entries one by one.
pub(crate) struct Judge<'p> {
    pub(crate) catalogue: Catalogue,
    pub(crate) policy: &'p Policy,
}

/// Diagnostics go here.
type Out<'o> = &'o mut Vec<Diagnostic>;

impl Judge<'_> {
    /// What the entry is; findings about it are added to `out`.
    pub(crate) fn entry<'a>(&self, raw: &RawEntry<'a>, out: Out<'_>) -> Entry<'a> {
        let Part { text, span } = raw.whole;
        let unknown = || Entry::Unknown(Cow::Borrowed(text));
        match self.catalogue.look_up(text) {
            LookUp::Scope(scope, spelt) if spelt != Spelt::OtherCase => return self.known(scope, spelt, span, out),
            found => {
                if let Some(meant) = self.catalogue.mistake(text) {
                    let message = format!("`{text}` is a known misspelling");
                    let fix = [Suggestion::certain(span, meant.as_str())].into();
                    out.push(self.unknown(
                        Code::KnownMisspelling,
                        span,
                        message,
                        Some(format!("write `{meant}`")),
                        fix,
                    ));
                    return unknown();
                }
                match found {
                    LookUp::Scope(scope, spelt) => return self.known(scope, spelt, span, out),
                    LookUp::Twins(one, other) => {
                        out.push(ambiguous(one, other, span));
                        return unknown();
                    }
                    LookUp::Nothing => {}
                }
            }
        }
        if let Some(finding) = self.placeholder(raw).or_else(|| self.characters(raw)).or_else(|| self.doubtful(raw)) {
            out.push(finding);
            return unknown();
        }
        if let Some(admitted) = self.catalogue.admit(text) {
            out.extend(self.close_to_known(raw));
            return Entry::Admitted(admitted);
        }
        out.extend(self.segments(raw));
        unknown()
    }

    /// What there is to say about a scope of the catalogue.
    fn known<'a>(&self, scope: Scope, spelt: Spelt, span: Span, out: Out<'_>) -> Entry<'a> {
        let mut say = |code, severity, message, help, suggestions| {
            out.push(Diagnostic { code, severity, span, message, help, suggestions });
        };
        let write = format!("the wire form is `{scope}`");
        match spelt {
            Spelt::Wire => {}
            Spelt::Alias => say(
                Code::OtherSpelling,
                Severity::Note,
                format!("another official spelling of `{scope}`"),
                Some(write),
                [Suggestion::certain(span, scope.as_str())].into(),
            ),
            Spelt::OtherCase => {
                let severity = if self.policy.official_spellings_only { Severity::Error } else { Severity::Note };
                say(
                    Code::OtherCase,
                    severity,
                    format!("`{scope}` in another case"),
                    Some(write),
                    [Suggestion::certain(span, scope.as_str())].into(),
                );
            }
        }
        match scope.status() {
            Status::Documented | Status::Observed => {}
            Status::Disputed => {
                let reason = scope.because().unwrap_or("only an example shows it").into();
                say(Code::Disputed, Severity::Warning, format!("`{scope}` is disputed"), Some(reason), Vec::new());
            }
            Status::Deprecated => {
                let instead = scope.replacement().map(|scope| format!("use `{scope}`: "));
                let help = instead.unwrap_or_default() + scope.because().unwrap_or_default();
                let fix = scope.replacement().map(|scope| Suggestion {
                    span,
                    replacement: scope.into(),
                    applicability: Applicability::Maybe,
                });
                say(
                    Code::Deprecated,
                    Severity::Warning,
                    format!("`{scope}` is deprecated"),
                    Some(help),
                    fix.into_iter().collect(),
                );
            }
        }
        Entry::Known(scope)
    }

    fn placeholder(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let segment = raw.segments.iter().find(|segment| is_placeholder(segment.text))?;
        let message = format!("the placeholder `{}` was not filled in", segment.text);
        let fixes = self.operations_for(raw);
        let help = match (self.pattern_like(raw), fixes.is_empty()) {
            (Some(pattern), _) => format!("put a name in its place: the pattern is `{pattern}`"),
            (None, false) => format!(
                "it stands for one of {}",
                fixes.iter().map(|fix| fix.replacement.as_str()).collect::<Vec<_>>().join(", ")
            ),
            (None, true) => String::from("put the name it stands for in its place"),
        };
        let fixes = fixes.into_iter().take(3).collect();
        Some(self.unknown(Code::PlaceholderLeftIn, segment.span, message, Some(help), fixes))
    }

    /// Where a placeholder stands for the operation alone: what the scope name offers, READ first.
    fn operations_for(&self, raw: &RawEntry<'_>) -> Vec<Suggestion> {
        let [service, name @ .., operation] = raw.segments.as_slice() else { return Vec::new() };
        if name.is_empty() {
            return Vec::new();
        }
        let name = joined(name);
        let service = self.catalogue.service(service.text);
        let found =
            service.and_then(|service| service.names().find(|known| known.as_str().eq_ignore_ascii_case(&name)));
        let mut words: Vec<&str> = found.into_iter().flat_map(ScopeName::scopes).filter_map(Scope::operation).collect();
        words.sort_by_key(|word| !word.eq_ignore_ascii_case("READ"));
        words.into_iter().map(|word| Suggestion::maybe(operation.span, word)).collect()
    }

    /// The pattern that has its hole where the entry has a placeholder.
    fn pattern_like(&self, raw: &RawEntry<'_>) -> Option<Scope> {
        let [service, .., operation] = raw.segments.as_slice() else { return None };
        let fits = |name: &ScopeName| {
            let inner = &raw.segments[1..raw.segments.len() - 1];
            let known: Vec<&str> = name.as_str().split('.').collect();
            known.len() == inner.len()
                && known.iter().zip(inner).all(|(known, found)| {
                    if known.starts_with('{') {
                        is_placeholder(found.text)
                    } else {
                        known.eq_ignore_ascii_case(found.text)
                    }
                })
        };
        let names = self.catalogue.service(service.text)?.names().filter(|name| name.is_pattern());
        let open = is_placeholder(operation.text);
        let rank = |scope: &Scope| {
            let word = scope.operation().unwrap_or_default();
            let wanted = if open { "READ" } else { operation.text };
            word.eq_ignore_ascii_case(wanted).then_some(0).or(open.then_some(1))
        };
        let scopes = names.filter(fits).flat_map(ScopeName::scopes);
        scopes.filter(|scope| rank(scope).is_some()).min_by_key(rank)
    }

    fn characters(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
        let (place, wrong) = text.char_indices().find(|(_, c)| !allowed(*c))?;
        let start = span.start + place;
        let cleaned: String = text.chars().filter(|c| allowed(*c)).collect();
        let fix: Vec<Suggestion> = self
            .catalogue
            .find(&cleaned)
            .map(|scope| [Suggestion::certain(span, scope.as_str())].into())
            .unwrap_or_default();
        let message = format!("`{}` occurs in no scope", wrong.escape_debug());
        let help = fix.first().map_or_else(
            || String::from("scopes consist of letters, digits, `_`, `-` and dots"),
            |fix| format!("write `{}`", fix.replacement),
        );
        Some(self.unknown(Code::InvalidCharacter, Span::new(start, start + wrong.len_utf8()), message, Some(help), fix))
    }

    fn doubtful(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let doubtful = self.catalogue.doubtful(text)?;
        let better = doubtful.better.map(|scope| format!("; `{scope}` is known"));
        let help = format!("{}{}", doubtful.because, better.unwrap_or_default());
        let fix = doubtful.better.map(|scope| Suggestion {
            span,
            replacement: scope.into(),
            applicability: Applicability::Maybe,
        });
        let message = format!("`{text}` was left out of the catalogue on purpose");
        Some(self.unknown(Code::DoubtfulScope, span, message, Some(help), fix.into_iter().collect()))
    }

    /// A warning where admitted text may be a slip.
    fn close_to_known(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let texts: Vec<&str> = raw.segments.iter().map(|segment| segment.text).collect();
        let near = suggest::scopes(self.catalogue, &texts)
            .into_iter()
            .find(|near| near.service == 0 && near.operation == 0)?;
        Some(Diagnostic {
            code: Code::CloseToKnown,
            severity: Severity::Warning,
            span: raw.whole.span,
            message: format!("`{}` is close to a scope of the catalogue", raw.whole.text),
            help: Some(format!("did you mean `{}`?", near.scope)),
            suggestions: [Suggestion::maybe(raw.whole.span, near.scope.as_str())].into(),
        })
    }

    /// Which segments are at fault, one finding for each.
    fn segments(&self, raw: &RawEntry<'_>) -> Vec<Diagnostic> {
        let Part { text, span } = raw.whole;
        if let Some(empty) = raw.segments.iter().find(|segment| segment.text.is_empty()) {
            let around =
                Span::new(empty.span.start.saturating_sub(1).max(span.start), (empty.span.end + 1).min(span.end));
            let filled: Vec<&str> =
                raw.segments.iter().map(|segment| segment.text).filter(|text| !text.is_empty()).collect();
            let fix: Vec<Suggestion> = self
                .catalogue
                .find(&filled.join("."))
                .map(|scope| [Suggestion::certain(span, scope.as_str())].into())
                .unwrap_or_default();
            let help = fix.first().map(|fix| format!("write `{}`", fix.replacement));
            return [self.unknown(Code::EmptySegment, around, String::from("a dot with nothing beside it"), help, fix)]
                .into();
        }
        if let Some(repaired) = suggest::repaired_dot(self.catalogue, text) {
            let fix = [Suggestion::maybe(span, repaired.as_str())].into();
            let help = Some(format!("did you mean `{repaired}`?"));
            let (code, part, message) = self.first_fault(raw);
            return [self.unknown(code, part, message, help, fix)].into();
        }
        let texts: Vec<&str> = raw.segments.iter().map(|segment| segment.text).collect();
        let near = suggest::scopes(self.catalogue, &texts);
        match near.first() {
            Some(best) if texts.len() == best.scope.as_str().split('.').count() => {
                self.differences(raw, best.scope, &near)
            }
            _ => self.without_suggestion(raw),
        }
    }

    /// A finding for each segment that differs from what was probably meant.
    fn differences(&self, raw: &RawEntry<'_>, meant: Scope, near: &[suggest::Near]) -> Vec<Diagnostic> {
        let wire: Vec<&str> = meant.as_str().split('.').collect();
        let last = wire.len() - 1;
        let faulty = |place: &usize| !wire[*place].eq_ignore_ascii_case(raw.segments[*place].text);
        (0..wire.len())
            .filter(faulty)
            .map(|place| {
                let Part { text, span } = raw.segments[place];
                let (code, message) = if place == 0 {
                    (Code::UnknownService, format!("unknown service `{text}`"))
                } else if place == last {
                    self.wrong_operation(meant, text)
                } else {
                    (Code::UnknownScopeName, format!("service `{}` has no scope name `{}`", wire[0], name_of(raw)))
                };
                // Another service, or other operations, are not for a machine to choose.
                let alone = near.get(1).is_none_or(|second| second.distance() > near[0].distance());
                let harmless = (0..wire.len()).filter(faulty).all(|place| place != 0 && place != last);
                let applicability = if alone && harmless { Applicability::Certain } else { Applicability::Maybe };
                let mut fixes: Vec<Suggestion> = Vec::new();
                for other in near.iter().take(3) {
                    let Some(replacement) = other
                        .scope
                        .as_str()
                        .split('.')
                        .nth(place)
                        .filter(|_| other.scope.as_str().split('.').count() == wire.len())
                    else {
                        continue;
                    };
                    let agrees =
                        (0..place).all(|before| other.scope.as_str().split('.').nth(before) == Some(wire[before]));
                    if agrees
                        && !fixes.iter().any(|fix| fix.replacement == replacement)
                        && !replacement.eq_ignore_ascii_case(text)
                    {
                        fixes.push(Suggestion {
                            span,
                            replacement: replacement.into(),
                            applicability: if fixes.is_empty() { applicability } else { Applicability::Maybe },
                        });
                    }
                }
                let offers = if place == last { format!("; it offers {}", offered(meant)) } else { String::new() };
                self.unknown(code, span, message, Some(format!("did you mean `{meant}`?{offers}")), fixes)
            })
            .collect()
    }

    /// Where no scope lies near, the first segment that leads nowhere is at fault.
    fn without_suggestion(&self, raw: &RawEntry<'_>) -> Vec<Diagnostic> {
        let (code, span, message) = self.first_fault(raw);
        let service = self.catalogue.service(raw.segments[0].text);
        let mut fix = Vec::new();
        let help = match (code, service) {
            (Code::UnknownService, _) => {
                let meant = self.service_meant(raw.segments[0].text);
                fix.extend(meant.map(|service| Suggestion::maybe(raw.segments[0].span, service.as_str())));
                meant.map(|service| format!("did you mean the service `{service}` ({})?", service.product()))
            }
            (Code::UnknownScopeName, Some(service)) => {
                fix.extend(
                    suggest::name(service, &name_of(raw)).map(|name| Suggestion::maybe(name_span(raw), name.as_str())),
                );
                fix.first().map(|fix| format!("did you mean `{}.{}`?", service, fix.replacement))
            }
            (Code::OperationNotOffered | Code::UnknownOperation | Code::MissingOperation, Some(service)) => {
                let name = if code == Code::MissingOperation { after_service(raw) } else { name_of(raw) };
                let scope = service
                    .names()
                    .find(|known| known.as_str().eq_ignore_ascii_case(&name))
                    .and_then(|name| name.scopes().next());
                scope.map(|scope| format!("it offers {}", offered(scope)))
            }
            (Code::MissingService, _) => {
                let text = raw.whole.text;
                let whole = |service: Service| self.catalogue.find(&format!("{service}.{text}"));
                let found: Vec<Scope> = self.catalogue.services().filter_map(whole).take(3).collect();
                fix.extend(found.iter().map(|scope| Suggestion::maybe(raw.whole.span, scope.as_str())));
                Some(fix.first().map_or_else(
                    || String::from(Code::MissingService.mend()),
                    |fix| format!("did you mean `{}`?", fix.replacement),
                ))
            }
            _ => None,
        };
        let mut finding = self.unknown(code, span, message, help, fix);
        let nothing_near =
            finding.suggestions.is_empty() && matches!(code, Code::UnknownScopeName | Code::OperationNotOffered);
        if let Some(service) =
            service.filter(|service| nothing_near && service.completeness() != Completeness::Complete)
        {
            if self.policy.unknown == Unknown::Judge {
                finding.severity = Severity::Warning;
            }
            let known_as_of =
                format!("the catalogue of `{service}` is {} and of {}", service.completeness(), service.checked());
            finding.help =
                Some(finding.help.map_or_else(|| known_as_of.clone(), |help| format!("{help}; {known_as_of}")));
        }
        [finding].into()
    }

    /// The first thing that is wrong, going through the segments in order.
    fn first_fault(&self, raw: &RawEntry<'_>) -> (Code, Span, String) {
        let Part { text, span } = raw.whole;
        let first = raw.segments[0];
        let last = raw.segments[raw.segments.len() - 1];
        let Some(service) = self.catalogue.service(first.text) else {
            return match raw.segments.len() {
                1 => (Code::MissingService, span, format!("`{text}` is no scope")),
                2 if self.catalogue.is_operation(last.text) => {
                    (Code::MissingService, span, format!("`{text}` lacks a service in front"))
                }
                _ => (Code::UnknownService, first.span, format!("unknown service `{}`", first.text)),
            };
        };
        let has_name = |name: &str| service.names().any(|known| known.as_str().eq_ignore_ascii_case(name));
        if raw.segments.len() == 1 {
            return (Code::MissingScopeName, span, format!("`{text}` lacks a scope name and an operation"));
        }
        if has_name(&after_service(raw)) {
            return (Code::MissingOperation, span, format!("`{text}` lacks an operation"));
        }
        if raw.segments.len() == 2 {
            return if self.catalogue.is_operation(last.text) {
                (Code::MissingScopeName, span, format!("`{text}` lacks a scope name"))
            } else {
                (Code::UnknownScopeName, last.span, format!("service `{service}` has no scope name `{}`", last.text))
            };
        }
        let name = name_of(raw);
        let Some(known) = service.names().find(|known| known.as_str().eq_ignore_ascii_case(&name)) else {
            return (Code::UnknownScopeName, name_span(raw), format!("service `{service}` has no scope name `{name}`"));
        };
        let (code, message) = known.scopes().next().map_or_else(
            || (Code::UnknownOperation, format!("`{}` is no operation", last.text)),
            |scope| self.wrong_operation(scope, last.text),
        );
        (code, last.span, message)
    }

    fn wrong_operation(&self, sibling: Scope, word: &str) -> (Code, String) {
        let name = sibling.as_str().rsplit_once('.').map_or("", |(stem, _)| stem);
        if self.catalogue.is_operation(word) {
            (Code::OperationNotOffered, format!("`{name}` does not offer `{word}`"))
        } else {
            (Code::UnknownOperation, format!("`{word}` is no operation of `{name}`"))
        }
    }

    fn service_meant(&self, word: &str) -> Option<Service> {
        let is_misnomer = |service: &Service| service.misnomers().iter().any(|name| name.eq_ignore_ascii_case(word));
        self.catalogue.services().find(is_misnomer).or_else(|| suggest::service(self.catalogue, word))
    }

    /// A finding about an entry that is not in the catalogue, as severe as the policy says.
    fn unknown(
        &self,
        code: Code,
        span: Span,
        message: String,
        help: Option<String>,
        suggestions: Vec<Suggestion>,
    ) -> Diagnostic {
        let severity = match self.policy.unknown {
            Unknown::Deny | Unknown::Judge => Severity::Error,
            Unknown::Warn if !suggestions.is_empty() => Severity::Error,
            Unknown::Warn => Severity::Warning,
            Unknown::Allow => Severity::Note,
        };
        Diagnostic { code, severity, span, message, help, suggestions }
    }
}

/// Whether a segment is a hole of some documentation.
fn is_placeholder(segment: &str) -> bool {
    segment.contains(['{', '}', '<', '>', '$'])
}

fn ambiguous(one: Scope, other: Scope, span: Span) -> Diagnostic {
    Diagnostic {
        code: Code::AmbiguousCase,
        severity: Severity::Warning,
        span,
        message: format!("`{one}` and `{other}` differ in case alone"),
        help: Some(format!("{}: `{one}`; {}: `{other}`", one.summary(), other.summary())),
        suggestions: [Suggestion::maybe(span, one.as_str()), Suggestion::maybe(span, other.as_str())].into(),
    }
}

/// The operations that a scope's name offers.
fn offered(scope: Scope) -> String {
    let words: Vec<&str> = scope.name().into_iter().flat_map(ScopeName::scopes).filter_map(Scope::operation).collect();
    words.join(", ")
}

/// All segments but the first and the last.
fn name_of(raw: &RawEntry<'_>) -> String {
    joined(&raw.segments[1..raw.segments.len() - 1])
}

/// All segments but the first.
fn after_service(raw: &RawEntry<'_>) -> String {
    joined(&raw.segments[1..])
}

fn joined(segments: &[Part<'_>]) -> String {
    segments.iter().map(|segment| segment.text).collect::<Vec<_>>().join(".")
}

fn name_span(raw: &RawEntry<'_>) -> Span {
    Span::new(raw.segments[1].span.start, raw.segments[raw.segments.len() - 2].span.end)
}
