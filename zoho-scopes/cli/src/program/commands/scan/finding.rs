//! A finding: a diagnostic with its place in a file, and all that formats say of it.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use zoho_scopes::report::{Diagnostic, Severity, Span, Suggestion};

use crate::program::redact;

/// A place in a file, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
}

impl From<(usize, usize)> for Place {
    fn from((line, column): (usize, usize)) -> Self {
        Self { line, column }
    }
}

/// A part of a file that is shown around a finding: nothing of what stands beside a list but marks, for that may be
/// secret.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// The line in which it begins.
    pub(super) line: usize,
    /// Where in the file what is shown begins, in bytes.
    start: usize,
    /// The bytes in front that stand for the rest of the line.
    lead: usize,
}

impl Excerpt {
    /// What stands at this place, with the marks around it in its lines.
    pub(super) fn around(text: &str, span: Span, line: usize) -> Self {
        const REST: &str = "...";
        let is_mark = |c: char| !c.is_alphanumeric() && !matches!(c, '\n' | '\r');
        let start = text[..span.start].trim_end_matches(is_mark).len();
        let end = text.len() - text[span.end..].trim_start_matches(is_mark).len();
        let is_cut = |next: Option<char>| next.is_some_and(|c| !matches!(c, '\n' | '\r'));
        let before = if is_cut(text[..start].chars().next_back()) { REST } else { "" };
        let behind = if is_cut(text[end..].chars().next()) { REST } else { "" };
        let shown = redact::source(&text[start..end]);
        Self { text: format!("{before}{shown}{behind}"), line, start, lead: before.len() }
    }

    /// A place of the file, in what is shown.
    pub(super) fn inside(&self, span: Span) -> Span {
        let inside = |place: usize| (place.saturating_sub(self.start) + self.lead).min(self.text.len());
        Span::new(inside(span.start), inside(span.end))
    }
}

/// Why a finding does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Suppressed {
    /// A comment in the source says so, for this reason.
    Comment(String),
    /// It is in the baseline.
    Baseline,
}

#[derive(Debug)]
pub(super) struct Finding {
    pub(super) start: Place,
    pub(super) end: Place,
    /// With spans in bytes of the file, and without secrets.
    pub(super) diagnostic: Diagnostic,
    /// The scope that it is about, in plain characters; what looks secret is covered.
    pub(super) scope: String,
    /// What stays the same when lines move.
    pub(super) fingerprint: String,
    /// What a machine may do about it in the file.
    pub(super) fix: Option<Replacement>,
    pub(super) suppressed: Option<Suppressed>,
    pub(super) excerpt: Arc<Excerpt>,
}

/// A fix, with its place.
#[derive(Debug)]
pub(super) struct Replacement {
    pub(super) fix: Suggestion,
    pub(super) start: Place,
    pub(super) end: Place,
}

impl Finding {
    /// Whether it counts.
    pub(super) fn is_new(&self) -> bool {
        self.suppressed.is_none()
    }

    pub(super) fn is_error(&self) -> bool {
        self.is_new() && self.diagnostic.severity() == Severity::Error
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            line: usize,
            column: usize,
            end_line: usize,
            end_column: usize,
            fingerprint: &'a str,
            #[serde(flatten)]
            diagnostic: &'a Diagnostic,
        }
        let Self { start, end, diagnostic, fingerprint, .. } = self;
        Flat {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            fingerprint,
            diagnostic,
        }
        .serialize(serializer)
    }
}
