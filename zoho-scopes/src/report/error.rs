//! The error of parsing: a report with everything that is wrong.

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::fmt;

use crate::{
    printable::Printable,
    report::{Diagnostic, Report, Severity},
};

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

    /// Those of them that are told where no report is shown.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Diagnostic> {
        /// Who mends these sees the next.
        const MOST: usize = 3;
        self.worst().take(MOST)
    }

    /// What is wrong in one line that is fit for terminals, in these words for each finding.
    pub(crate) fn in_line(&self, words: impl Fn(&Diagnostic) -> String) -> String {
        let told: Vec<String> = self.told().map(words).collect();
        if told.is_empty() {
            return "no scope of the catalogue".into();
        }
        let more = self.worst().count() - told.len();
        let told = Printable::line(&told.join("; ")).text.into_owned();
        if more == 0 { told } else { format!("{told}; and {more} more") }
    }
}

impl fmt::Display for Error {
    /// What is wrong in one line that is fit for terminals: the first findings, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_line(Diagnostic::words))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {}
