//! The error of parsing: a report with everything that is wrong.

use alloc::boxed::Box;
use core::fmt;

use crate::{diagnostic::Severity, report::Report};

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
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let worst = self.0.diagnostics().iter().map(crate::Diagnostic::severity).max().unwrap_or(Severity::Error);
        let mut first = true;
        for diagnostic in self.0.diagnostics().iter().filter(|diagnostic| diagnostic.severity() == worst) {
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
