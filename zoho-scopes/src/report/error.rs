//! The error of parsing: a report with everything that is wrong.

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::fmt;

use zoho_scopes_data::text::printable::Printable;

use super::{
    Diagnostic, Severity,
    checked::{Item, Report},
};
use crate::catalogue::Entry;

/// A text that is not a valid scope or scope list, with the report on it.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Report<'static>>);

impl Error {
    pub(crate) fn new(report: Report<'_>) -> Self {
        Self(Box::new(report.into_owned()))
    }

    /// Everything that was found, with places and suggestions.
    pub fn report(&self) -> &Report<'static> {
        &self.0
    }

    /// The report itself, as an answer to whoever supplied the text.
    pub fn into_report(self) -> Report<'static> {
        *self.0
    }

    /// The diagnostics that made it an error.
    fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.diagnostics().iter().filter(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Those of them that are shown where no report is.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Diagnostic> {
        /// Who fixes these sees the next.
        const MAX_SHOWN: usize = 3;
        self.errors().take(MAX_SHOWN)
    }

    /// Why a list without errors is not one scope of the catalogue, which was asked for.
    pub(crate) fn why_not_one(&self) -> Option<String> {
        self.0.is_valid().then(|| match self.0.items() {
            [Item { entry: Entry::Admitted(admitted), .. }] => {
                format!("not a scope of the catalogue, but the pattern `{}` admits it", admitted.pattern())
            }
            [_, _, ..] => format!("one scope is wanted, the text has {}", self.0.items().len()),
            _ => "not a scope of the catalogue".into(),
        })
    }

    /// What is wrong in one line that is fit for terminals, in these words for each diagnostic.
    pub(crate) fn in_line(&self, words: impl Fn(&Diagnostic) -> String) -> String {
        if let Some(why) = self.why_not_one() {
            return why;
        }
        let shown: Vec<String> = self.shown().map(words).collect();
        let more = self.errors().count() - shown.len();
        let shown = Printable::line(&shown.join("; ")).text.into_owned();
        if more == 0 { shown } else { format!("{shown}; and {more} more") }
    }
}

impl fmt::Display for Error {
    /// What is wrong in one line that is fit for terminals: the first diagnostics, and how many more there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_line(Diagnostic::in_words))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl core::error::Error for Error {}
