//! The error of parsing: a report with everything that is wrong.

use alloc::boxed::Box;
#[cfg(feature = "serde")]
use alloc::format;
use core::fmt;

use crate::report::{Diagnostic, Report, Severity};
#[cfg(feature = "serde")]
use crate::{printable::Printable, report::Span};

/// A text that is no valid scope or scope list, with the report on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Report<'static>>);

impl Error {
    pub(crate) fn new(report: Report<'_>) -> Self {
        Self(Box::new(report.into_owned()))
    }

    /// Everything that was found, with places and suggestions.
    #[must_use]
    pub fn report(&self) -> &Report<'static> {
        &self.0
    }

    /// The report itself, as an answer to whoever supplied the text.
    #[must_use]
    pub fn into_report(self) -> Report<'static> {
        *self.0
    }

    /// The findings that made it an error.
    pub(crate) fn worst(&self) -> impl Iterator<Item = &Diagnostic> {
        let worst = self.0.diagnostics().iter().map(Diagnostic::severity).max().unwrap_or(Severity::Error);
        self.0.diagnostics().iter().filter(move |diagnostic| diagnostic.severity() == worst)
    }
}

/// What is wrong in one line, for those who show no report: of each finding the code, the place and the words.
#[cfg(feature = "serde")]
pub(crate) struct OneLine<'a>(pub(crate) &'a Error);

#[cfg(feature = "serde")]
impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Who mends these sees the next.
        const MOST: usize = 3;
        let Self(error) = self;
        let count = error.worst().count();
        if count == 0 {
            return error.fmt(f);
        }
        for (place, diagnostic) in error.worst().take(MOST).enumerate() {
            let Span { start, end } = diagnostic.span();
            let words = match diagnostic.help() {
                Some(help) => format!("{} ({help})", diagnostic.message()),
                None => diagnostic.message().into(),
            };
            let separator = if place == 0 { "" } else { "; " };
            let code = diagnostic.code();
            write!(f, "{separator}{code} at {start}..{end}: {}", Printable::line(&words).text)?;
        }
        if count > MOST { write!(f, "; and {} more", count - MOST) } else { Ok(()) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        for diagnostic in self.worst() {
            if !core::mem::take(&mut first) {
                f.write_str("; ")?;
            }
            f.write_str(diagnostic.message())?;
            if let Some(help) = diagnostic.help() {
                write!(f, " ({help})")?;
            }
        }
        if first { f.write_str("no scope of the catalogue") } else { Ok(()) }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {}
