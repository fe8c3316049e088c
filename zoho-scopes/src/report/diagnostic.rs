//! Findings as data: code, severity, place, words, and mends that a machine can apply.

use alloc::{format, string::String, vec::Vec};
use core::{fmt, ops::Range};

use crate::{printable::Printable, report::Code, words::words};

/// A part of the input, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "[usize; 2]"))]
#[expect(clippy::exhaustive_structs, reason = "a place is where it begins and where it ends")]
pub struct Span {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl Span {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The part as a range, to slice with.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Span> for [usize; 2] {
    fn from(span: Span) -> Self {
        [span.start, span.end]
    }
}

/// How bad a finding is. Errors alone make a list invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not what was meant.
    Warning,
    /// Wrong.
    Error,
}

/// A finding about a scope list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) code: Code,
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) suggestions: Vec<Suggestion>,
}

impl Diagnostic {
    /// What kind of finding it is.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// How bad it is under the policy that was used.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.severity
    }

    /// Where it is, in bytes of the input as it was given.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// What is wrong: lower case, no full stop. It quotes the list as it was given, with all that a terminal would
    /// obey; `Display` writes that as escapes.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do, if that is known.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Replacements that would mend it, best first, three at most.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    /// The message, and the help if there is any.
    pub(crate) fn words(&self) -> String {
        let Self { message, help, .. } = self;
        help.as_ref().map_or_else(|| message.clone(), |help| format!("{message} ({help})"))
    }
}

impl fmt::Display for Diagnostic {
    /// Severity, message and help, on one line that is fit for terminals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, Printable::line(&self.words()).text)
    }
}

/// A replacement that would mend a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Suggestion {
    /// What to replace, in bytes of the input.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// Whether a machine may do it unasked.
    pub applicability: Applicability,
}

impl Suggestion {
    pub(crate) fn certain(span: Span, replacement: &str) -> Self {
        Self { span, replacement: replacement.into(), applicability: Applicability::Certain }
    }

    pub(crate) fn maybe(span: Span, replacement: &str) -> Self {
        Self { span, replacement: replacement.into(), applicability: Applicability::Maybe }
    }
}

/// Whether a machine may apply a suggestion unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Applicability {
    /// It is what was meant.
    Certain,
    /// It may be what was meant; it would open other data or permit other operations.
    Maybe,
}

words! {
    Severity { Note => "note", Warning => "warning", Error => "error" }
    Applicability { Certain => "certain", Maybe => "maybe" }
}
