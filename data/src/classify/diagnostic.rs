//! Diagnostics as data: code, severity, span, message, help, and fixes that a machine can apply.

use alloc::{format, string::String, vec::Vec};
use core::fmt;

use super::code::Code;
use crate::{
    text::{Span, printable::Printable},
    words,
};

/// How bad a diagnostic is. Errors alone make a list invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::exhaustive_enums, reason = "errors, warnings and notes are all there is")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably not what was meant.
    Warning,
    /// Wrong.
    Error,
}

/// What is reported about a scope list: an error, a warning or a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    code: Code,
    severity: Severity,
    span: Span,
    message: String,
    help: Option<String>,
    suggestions: Vec<Suggestion>,
}

impl Diagnostic {
    /// A diagnostic without help or suggestions.
    #[must_use]
    pub fn new(code: Code, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { code, severity, span, message: message.into(), help: None, suggestions: Vec::new() }
    }

    /// The same with help, if there is any.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<Option<String>>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with these suggestions in place of its own, best first.
    #[must_use]
    pub fn with_suggestions(mut self, suggestions: impl IntoIterator<Item = Suggestion>) -> Self {
        self.suggestions = suggestions.into_iter().collect();
        self
    }

    /// The same with another severity.
    #[must_use]
    pub fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same with all spans moved, its own and those of its suggestions.
    #[must_use]
    pub fn with_spans(mut self, moved: impl Fn(Span) -> Span) -> Self {
        self.span = moved(self.span);
        for suggestion in &mut self.suggestions {
            suggestion.span = moved(suggestion.span);
        }
        self
    }

    /// What kind of diagnostic it is.
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

    /// Replacements that would fix it, best first, three at most.
    #[must_use]
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    /// The message, and the help if there is any.
    #[must_use]
    pub fn in_words(&self) -> String {
        let Self { message, help, .. } = self;
        help.as_ref().map_or_else(|| message.clone(), |help| format!("{message} ({help})"))
    }
}

impl fmt::Display for Diagnostic {
    /// Severity, message and help, on one line that is fit for terminals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, Printable::line(&self.in_words()).text)
    }
}

/// A replacement that would fix what a diagnostic is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Suggestion {
    /// What to replace, in bytes of the input.
    pub span: Span,
    /// What to put there.
    #[cfg_attr(feature = "serde", serde(serialize_with = "text"))]
    pub replacement: String,
    /// Whether a machine may do it unasked.
    pub applicability: Applicability,
}

impl Suggestion {
    /// A replacement.
    #[must_use]
    pub fn new(span: Span, replacement: impl Into<String>, applicability: Applicability) -> Self {
        Self { span, replacement: replacement.into(), applicability }
    }

    /// A replacement that a machine may make unasked.
    #[must_use]
    pub fn certain(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(span, replacement, Applicability::MachineApplicable)
    }

    /// A replacement that somebody has to choose.
    #[must_use]
    pub fn maybe(span: Span, replacement: impl Into<String>) -> Self {
        Self::new(span, replacement, Applicability::MaybeIncorrect)
    }
}

/// Whether a machine may apply a suggestion unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "a machine may apply it, or not")]
pub enum Applicability {
    /// It is what was meant: `certain` in output.
    MachineApplicable,
    /// It may be what was meant, and might open other data or permit other operations: `maybe` in output.
    MaybeIncorrect,
}

words! {
    Severity { Note => "note", Warning => "warning", Error => "error" }
    Applicability { MachineApplicable => "certain", MaybeIncorrect => "maybe" }
}

/// A `String` as what it holds: serde knows the type itself only with its feature `alloc`, with which the build step would
/// need a build of serde of its own.
#[cfg(feature = "serde")]
fn text<S: serde::Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

/// The form that `check --format json` prints.
#[cfg(feature = "serde")]
impl serde::Serialize for Diagnostic {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;

        /// The span and text of the first suggestion.
        #[derive(serde::Serialize)]
        struct FirstSuggestion<'a> {
            span: Span,
            replacement: &'a str,
        }

        let first = self.suggestions.first();
        let first = first.map(|first| FirstSuggestion { span: first.span, replacement: &first.replacement });
        let mut diagnostic = serializer.serialize_struct("Diagnostic", 7)?;
        diagnostic.serialize_field("code", &self.code)?;
        diagnostic.serialize_field("severity", &self.severity)?;
        diagnostic.serialize_field("span", &self.span)?;
        diagnostic.serialize_field("message", self.message.as_str())?;
        diagnostic.serialize_field("help", &self.help.as_deref())?;
        diagnostic.serialize_field("suggestion", &first)?;
        diagnostic.serialize_field("suggestions", self.suggestions.as_slice())?;
        diagnostic.end()
    }
}
