//! Classifying an entry: exact, known misspelling, other case, what no scope can hold, left out on purpose,
//! pattern; what is left is unresolved, which `unresolved.rs` explains.

use alloc::{format, string::String, vec::Vec};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Severity, Suggestion},
    entry::{MAX_ENTRY_BYTES, Part, RawEntry, joined},
    meaning,
    other_vendors::{OtherVendor, other_vendor},
    strictness::{Strictness, Unknown},
    suggest,
    unresolved::Unresolved,
};
use crate::{
    table::{LookUp, MatchKind, Name, Row, Status, Tables, pattern},
    text::{
        Span,
        chars::{is_scope_character, looks_like},
    },
};

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "text is known, admitted or neither")]
pub enum Class {
    /// A scope of the catalogue.
    Known(Row),
    /// Text that this pattern admits.
    Admitted(Row),
    /// Any other text.
    Unknown,
}

/// Classifies entries one by one.
#[derive(Clone, Copy)]
pub struct Classifier {
    pub(super) tables: Tables,
    pub(super) strictness: Strictness,
}

/// Diagnostics go here.
type Out<'o> = &'o mut Vec<Diagnostic>;

impl Classifier {
    /// A classifier over these tables.
    #[must_use]
    pub const fn new(tables: Tables, strictness: Strictness) -> Self {
        Self { tables, strictness }
    }

    /// What the entry is; diagnostics about it are added to `out`.
    pub fn classify(&self, raw: &RawEntry<'_>, out: Out<'_>) -> Class {
        let Part { text, span } = raw.whole;
        if text.len() > MAX_ENTRY_BYTES {
            let message = format!("the entry has {} bytes, and no scope nearly as many", text.len());
            let help = "only a comma or white space ends an entry".into();
            out.push(self.strictness.of_impossible_text().diagnostic(
                Code::TooLong,
                span,
                message,
                Some(help),
                Vec::new(),
            ));
            return Class::Unknown;
        }
        match self.tables.look_up(text) {
            LookUp::Scope(scope, kind) if kind != MatchKind::OtherCase => return self.known(scope, kind, span, out),
            found => {
                if let Some(meant) = self.tables.misspelling(text) {
                    let message = format!("`{text}` is a known misspelling");
                    let fix = [Suggestion::certain(span, meant.wire)].into();
                    out.push(self.strictness.diagnostic(
                        Code::KnownMisspelling,
                        span,
                        message,
                        Some(format!("write `{meant}`")),
                        fix,
                    ));
                    return Class::Unknown;
                }
                match found {
                    LookUp::Scope(scope, kind) => return self.known(scope, kind, span, out),
                    LookUp::CaseVariants(one, other) => {
                        out.push(self.ambiguous(one, other, span));
                        return Class::Unknown;
                    }
                    LookUp::Nothing => {}
                }
            }
        }
        if let Some(found) = self
            .of_other_vendor(raw)
            .or_else(|| self.placeholder(raw))
            .or_else(|| self.characters(raw))
            .or_else(|| self.excluded(raw))
        {
            out.push(found);
            return Class::Unknown;
        }
        if let Some(pattern) = self.tables.admit(text) {
            out.extend(self.close_to_known(raw));
            return Class::Admitted(pattern);
        }
        out.extend(Unresolved { tables: self.tables, strictness: self.strictness }.explain(raw));
        Class::Unknown
    }

    /// What a text is, without a word on what may be wrong with it.
    #[must_use]
    pub fn look_up(&self, text: &str) -> Class {
        match self.tables.look_up(text) {
            LookUp::Scope(scope, _) => Class::Known(scope),
            LookUp::CaseVariants(..) | LookUp::Nothing if text.len() > MAX_ENTRY_BYTES => Class::Unknown,
            LookUp::CaseVariants(..) | LookUp::Nothing => {
                self.tables.admit(text).map_or(Class::Unknown, Class::Admitted)
            }
        }
    }

    /// Whether a text is an operation and nothing else.
    #[must_use]
    pub fn is_operation(&self, text: &str) -> bool {
        self.tables.is_operation(text)
    }

    /// The diagnostic about an operation that stands alone: `whole` is it with the scope name before it.
    #[must_use]
    pub fn operation_alone(&self, span: Span, text: &str, whole: String, is_known: bool) -> Diagnostic {
        let message = format!("`{text}` lacks the service and the scope name in front");
        let help = format!("write the name for each operation: `{whole}`");
        let fix = is_known.then(|| Suggestion::maybe(span, whole));
        self.strictness.diagnostic(Code::MissingService, span, message, Some(help), fix.into_iter().collect())
    }

    /// What there is to say about a scope of the catalogue.
    fn known(&self, scope: Row, kind: MatchKind, span: Span, out: Out<'_>) -> Class {
        let wire = |code, severity, message: String| {
            Diagnostic::new(code, severity, span, message)
                .with_help(["the wire form is `", scope.wire, "`"].concat())
                .with_suggestions([Suggestion::certain(span, scope.wire)])
        };
        match kind {
            MatchKind::Wire => {}
            MatchKind::Alias => {
                let message = ["another official spelling of `", scope.wire, "`"].concat();
                out.push(wire(Code::OtherSpelling, Severity::Note, message));
            }
            MatchKind::OtherCase => {
                let severity = if self.strictness.official_spellings_only { Severity::Error } else { Severity::Note };
                out.push(wire(Code::OtherCase, severity, ["`", scope.wire, "` in another case"].concat()));
            }
        }
        out.extend(status(scope, span));
        Class::Known(scope)
    }

    /// A scope of another vendor.
    fn of_other_vendor(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let OtherVendor { vendor, instead, .. } = other_vendor(text)?;
        let message = format!("`{text}` is a scope of {vendor}, not of Zoho");
        let scopes = instead.split('`').skip(1).step_by(2).filter_map(|quoted| self.tables.find(quoted));
        let fixes = scopes.take(3).map(|scope| Suggestion::maybe(span, scope.wire)).collect();
        Some(self.strictness.diagnostic(Code::OtherVendor, span, message, Some(instead.into()), fixes))
    }

    fn placeholder(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let segment = raw.segments.iter().find(|segment| is_placeholder(segment.text))?;
        let message = format!("the placeholder `{}` was not filled in", segment.text);
        let scopes = self.operations_for(raw);
        let words: Vec<&str> = scopes.iter().filter_map(|scope| scope.operation()).collect();
        let help = match self.pattern_like(raw) {
            Some(pattern) => format!("replace it with a name: the pattern is `{pattern}`"),
            None if words.is_empty() => String::from("replace it with a name"),
            None => format!("replace it with one of {}", words.join(", ")),
        };
        let fix = |scope: &Row| Suggestion::maybe(raw.whole.span, scope.wire);
        let fixes = scopes.iter().take(3).map(fix).collect();
        Some(self.strictness.of_impossible_text().diagnostic(
            Code::PlaceholderLeftIn,
            segment.span,
            message,
            Some(help),
            fixes,
        ))
    }

    /// Where a placeholder stands for the operation alone: the scopes of the scope name, READ first.
    fn operations_for(&self, raw: &RawEntry<'_>) -> Vec<Row> {
        let [service, name @ .., operation] = raw.segments.as_slice() else { return Vec::new() };
        if name.is_empty() || !is_placeholder(operation.text) {
            return Vec::new();
        }
        let found = self.tables.service(service.text).and_then(|service| service.name_of(&joined(name)));
        let mut scopes: Vec<Row> = found.into_iter().flat_map(Name::scopes).collect();
        scopes.sort_by_key(|scope| !scope.has_operation("READ"));
        scopes
    }

    /// The pattern that has its placeholder where the entry has one.
    fn pattern_like(&self, raw: &RawEntry<'_>) -> Option<Row> {
        let [service, .., operation] = raw.segments.as_slice() else { return None };
        let fits = |name: &Name| {
            let inner = &raw.segments[1..raw.segments.len() - 1];
            let known: Vec<&str> = name.as_str().split('.').collect();
            known.len() == inner.len()
                && known.iter().zip(inner).all(|(known, found)| {
                    if pattern::is_placeholder(known) {
                        is_placeholder(found.text)
                    } else {
                        known.eq_ignore_ascii_case(found.text)
                    }
                })
        };
        let names = self.tables.service(service.text)?.names().filter(|name| name.is_pattern());
        let open = is_placeholder(operation.text);
        let rank = |scope: &Row| {
            let wanted = if open { "READ" } else { operation.text };
            scope.has_operation(wanted).then_some(0).or(open.then_some(1))
        };
        let scopes = names.filter(fits).flat_map(Name::scopes);
        scopes.filter(|scope| rank(scope).is_some()).min_by_key(rank)
    }

    fn characters(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let (offset, wrong) = text.char_indices().find(|(_, c)| !is_scope_character(*c))?;
        let start = span.start + offset;
        let kept: String = text.chars().filter(|c| is_scope_character(*c)).collect();
        let with_dots: String = text.chars().map(|c| if matches!(c, '/' | ':' | '\\') { '.' } else { c }).collect();
        let meant = self.tables.find(&kept).or_else(|| self.tables.find(&with_dots));
        let fix: Vec<Suggestion> = meant.into_iter().map(|scope| Suggestion::certain(span, scope.wire)).collect();
        let message = match looks_like(wrong) {
            Some(letter) => {
                format!("`{wrong}` (U+{:04X}), which looks like `{letter}`, occurs in no scope", u32::from(wrong))
            }
            None => format!("`{}` occurs in no scope", wrong.escape_debug()),
        };
        let help = fix.first().map_or_else(
            || String::from("scopes consist of letters, digits, `_`, `-` and dots"),
            |fix| format!("write `{}`", fix.replacement),
        );
        Some(self.strictness.of_impossible_text().diagnostic(
            Code::InvalidCharacter,
            Span::new(start, start + wrong.len_utf8()),
            message,
            Some(help),
            fix,
        ))
    }

    /// An error where the scope is known to be refused or another one to be right; else the catalogue merely lacks
    /// a good source for it.
    fn excluded(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let excluded = self.tables.excluded(text)?;
        let better = excluded.better.map(|scope| format!("; `{scope}` is known"));
        let meant = better.is_none().then(|| meaning::found(self.tables, raw, false)).flatten();
        let related = meant.as_ref().map(|meant| format!("; {}", meant.help));
        let help = format!("{}{}", excluded.reason, better.or(related).unwrap_or_default());
        let lists =
            excluded.better.map(String::from).into_iter().chain(meant.into_iter().flat_map(|meant| meant.lists));
        let fix = lists.map(|list| Suggestion::maybe(span, list));
        let message = format!("`{text}` was left out of the catalogue on purpose");
        let known_wrong = excluded.refused || excluded.better.is_some();
        let strictness = match self.strictness.unknown {
            Unknown::ByCompleteness if !known_wrong => Strictness { unknown: Unknown::Warn, ..self.strictness },
            _ => self.strictness,
        };
        Some(strictness.diagnostic(Code::DoubtfulScope, span, message, Some(help), fix.collect()))
    }

    /// An error where nothing unknown may stay, or official spellings alone count.
    fn ambiguous(&self, one: Row, other: Row, span: Span) -> Diagnostic {
        let is_error = self.strictness.official_spellings_only || self.strictness.unknown == Unknown::Deny;
        let severity = if is_error { Severity::Error } else { Severity::Warning };
        let message = format!("`{one}` and `{other}` differ in case alone");
        Diagnostic::new(Code::AmbiguousCase, severity, span, message)
            .with_help(format!("{}: `{one}`; {}: `{other}`", one.summary(), other.summary()))
            .with_suggestions([one, other].map(|scope| Suggestion::maybe(span, scope.wire)))
    }

    /// A warning where admitted text may be a typo.
    fn close_to_known(&self, raw: &RawEntry<'_>) -> Option<Diagnostic> {
        let Part { text, span } = raw.whole;
        let near = suggest::with_same_ends(self.tables, &raw.texts())?;
        let message = format!("`{text}` is close to a scope of the catalogue");
        let diagnostic = Diagnostic::new(Code::CloseToKnown, Severity::Warning, span, message);
        Some(
            diagnostic
                .with_help(format!("did you mean `{near}`?"))
                .with_suggestions([Suggestion::maybe(span, near.wire)]),
        )
    }
}

/// The diagnostic about a scope that is disputed or deprecated.
fn status(scope: Row, span: Span) -> Option<Diagnostic> {
    let warning = |code, message| Diagnostic::new(code, Severity::Warning, span, message);
    match scope.status() {
        Status::Documented | Status::Observed => None,
        Status::Disputed => {
            let reason = String::from(scope.reason().unwrap_or("only an example shows it"));
            Some(warning(Code::Disputed, format!("`{scope}` is disputed")).with_help(reason))
        }
        Status::Deprecated => {
            let instead = scope.replacement().map(|scope| format!("use `{scope}`: ")).unwrap_or_default();
            let help = instead + scope.reason().unwrap_or_default();
            let fix = scope.replacement().map(|scope| Suggestion::maybe(span, scope));
            Some(warning(Code::Deprecated, format!("`{scope}` is deprecated")).with_help(help).with_suggestions(fix))
        }
    }
}

/// Whether a segment is a placeholder of some documentation.
fn is_placeholder(segment: &str) -> bool {
    segment.contains(['{', '}', '<', '>', '$'])
}
