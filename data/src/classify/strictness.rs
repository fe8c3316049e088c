//! How severe it is that a scope is not in the catalogue.

use alloc::{string::String, vec::Vec};

use super::{
    code::Code,
    diagnostic::{Diagnostic, Severity, Suggestion},
};
use crate::text::Span;

/// What to do about scopes that the catalogue does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unknown {
    /// An error, always.
    Deny,
    /// An error, but a warning where nothing lies near and the catalogue lacks scopes of the service.
    ByCompleteness,
    /// A warning, but an error where something lies near.
    Warn,
    /// A note.
    Allow,
}

crate::words! {
    Unknown { Deny => "deny", ByCompleteness => "by-completeness", Warn => "warn", Allow => "allow" }
}

/// How strictly entries are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "who classifies is to think of each")]
pub struct Strictness {
    /// What to do about scopes that the catalogue does not know.
    pub unknown: Unknown,
    /// Whether a scope in another case, or one that case alone makes ambiguous, is an error.
    pub official_spellings_only: bool,
    /// Whether text that no scope can be is kept like a scope that the catalogue does not know.
    pub keeps_any_text: bool,
}

impl Strictness {
    /// The strictness towards text that no scope can be: what is allowed of unknown scopes is not allowed of it.
    pub(super) fn of_impossible_text(self) -> Self {
        let unknown = if self.keeps_any_text { self.unknown } else { Unknown::Deny };
        Self { unknown, ..self }
    }

    /// A diagnostic about an entry that is not in the catalogue, as severe as the policy says.
    pub(super) fn diagnostic(
        self,
        code: Code,
        span: Span,
        message: String,
        help: Option<String>,
        suggestions: Vec<Suggestion>,
    ) -> Diagnostic {
        let severity = match self.unknown {
            Unknown::Deny | Unknown::ByCompleteness => Severity::Error,
            Unknown::Warn if !suggestions.is_empty() => Severity::Error,
            Unknown::Warn => Severity::Warning,
            Unknown::Allow => Severity::Note,
        };
        Diagnostic::new(code, severity, span, message).with_help(help).with_suggestions(suggestions)
    }
}
