//! What one entry is, and everything that is wrong with it.
//!
//! The order: exact, known misspelling, other case, what no scope can hold, left out on purpose,
//! pattern; what is left is a miss, which `miss.rs` explains.

use alloc::{borrow::Cow, format, string::String, vec::Vec};

use crate::{
    catalogue::{Catalogue, LookUp, Scope, ScopeName, Status, index::Spelt},
    policy::{Policy, Unknown},
    read::parse::{LONGEST, Part, RawEntry, joined},
    report::{Code, Diagnostic, Severity, Span, Suggestion},
    set::Entry,
    validate::suggest,
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
        if text.len() > LONGEST {
            let message = format!("the entry has {} bytes, and no scope nearly as many", text.len());
            let help = "only a comma or white space ends an entry".into();
            out.push(self.unknown(Code::TooLong, span, message, Some(help), Vec::new()));
            return unknown();
        }
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
                        out.push(self.ambiguous(one, other, span));
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
        out.extend(self.miss(raw));
        unknown()
    }

    /// What the entry is, without a word on what may be wrong with it.
    pub(crate) fn only_looked_up<'a>(&self, text: &'a str) -> Entry<'a> {
        let admitted = || Some(text).filter(|text| text.len() <= LONGEST).and_then(|text| self.catalogue.admit(text));
        match self.catalogue.look_up(text) {
            LookUp::Scope(scope, _) => Entry::Known(scope),
            LookUp::Twins(..) | LookUp::Nothing => {
                admitted().map_or(Entry::Unknown(Cow::Borrowed(text)), Entry::Admitted)
            }
        }
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
                let fix = scope.replacement().map(|scope| Suggestion::maybe(span, scope));
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
        let scopes = self.operations_for(raw);
        let words: Vec<&str> = scopes.iter().copied().filter_map(Scope::operation).collect();
        let help = match self.pattern_like(raw) {
            Some(pattern) => format!("put a name in its place: the pattern is `{pattern}`"),
            None if words.is_empty() => String::from("put the name it stands for in its place"),
            None => format!("it stands for one of {}", words.join(", ")),
        };
        let fix = |scope: &Scope| Suggestion::maybe(raw.whole.span, scope.as_str());
        let fixes = scopes.iter().take(3).map(fix).collect();
        Some(self.unknown(Code::PlaceholderLeftIn, segment.span, message, Some(help), fixes))
    }

    /// Where a placeholder stands for the operation alone: the scopes of the scope name, READ first.
    fn operations_for(&self, raw: &RawEntry<'_>) -> Vec<Scope> {
        let [service, name @ .., operation] = raw.segments.as_slice() else { return Vec::new() };
        if name.is_empty() || !is_placeholder(operation.text) {
            return Vec::new();
        }
        let name = joined(name);
        let service = self.catalogue.service(service.text);
        let found =
            service.and_then(|service| service.names().find(|known| known.as_str().eq_ignore_ascii_case(&name)));
        let mut scopes: Vec<Scope> = found.into_iter().flat_map(ScopeName::scopes).collect();
        scopes.sort_by_key(|scope| !scope.operation().is_some_and(|word| word.eq_ignore_ascii_case("READ")));
        scopes
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
        let fix = doubtful.better.map(|scope| Suggestion::maybe(span, scope));
        let message = format!("`{text}` was left out of the catalogue on purpose");
        Some(self.unknown(Code::DoubtfulScope, span, message, Some(help), fix.into_iter().collect()))
    }

    /// An error where nothing unknown may stay, or official spellings alone count.
    fn ambiguous(&self, one: Scope, other: Scope, span: Span) -> Diagnostic {
        let is_error = self.policy.official_spellings_only || self.policy.unknown == Unknown::Deny;
        Diagnostic {
            code: Code::AmbiguousCase,
            severity: if is_error { Severity::Error } else { Severity::Warning },
            span,
            message: format!("`{one}` and `{other}` differ in case alone"),
            help: Some(format!("{}: `{one}`; {}: `{other}`", one.summary(), other.summary())),
            suggestions: [Suggestion::maybe(span, one.as_str()), Suggestion::maybe(span, other.as_str())].into(),
        }
    }

    /// A warning where admitted text may be a slip.
    fn close_to_known(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let texts: Vec<&str> = raw.segments.iter().map(|segment| segment.text).collect();
        let near = suggest::with_same_ends(self.catalogue, &texts)?;
        Some(Diagnostic {
            code: Code::CloseToKnown,
            severity: Severity::Warning,
            span: raw.whole.span,
            message: format!("`{}` is close to a scope of the catalogue", raw.whole.text),
            help: Some(format!("did you mean `{near}`?")),
            suggestions: [Suggestion::maybe(raw.whole.span, near.as_str())].into(),
        })
    }

    /// A finding about an entry that is not in the catalogue, as severe as the policy says.
    pub(crate) fn unknown(
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
