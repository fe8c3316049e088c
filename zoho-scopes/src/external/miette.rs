//! The diagnostics of a list as [miette](https://docs.rs/miette) shows them, beside other diagnostics of a program.
//!
//! An [`Error`] becomes a `miette::Report` by `?`:
//!
//! ```
//! use zoho_scopes::ScopeSet;
//!
//! fn read(list: &str) -> miette::Result<ScopeSet> {
//!     Ok(list.parse::<ScopeSet>()?)
//! }
//!
//! let report = read("ZohoCliq.Chanels.READ").expect_err("a misspelling");
//! assert_eq!(report.to_string(), "1 error in a list of 1 scope");
//! let diagnostic = report.related().into_iter().flatten().next().expect("what is wrong");
//! assert_eq!(diagnostic.to_string(), "service `ZohoCliq` has no scope name `Chanels`");
//! ```
//!
//! A [`Report`] with warnings alone becomes [`DiagnosticsOfList`] by `DiagnosticsOfList::from`.

use alloc::{boxed::Box, string::String, sync::Arc, vec::Vec};
use core::{fmt, iter};

use miette::{LabeledSpan, SourceCode};

use zoho_scopes_data::text::printable::Printable;

use crate::report::{Diagnostic, Error, Report, Severity, Span};

/// One diagnostic, with the list it is about.
#[derive(Debug, Clone)]
pub struct DiagnosticInList {
    diagnostic: Diagnostic,
    /// Fit for a terminal, and so the place in it.
    list: Arc<str>,
    span: Span,
}

impl DiagnosticInList {
    /// The diagnostic itself.
    #[must_use]
    pub const fn diagnostic(&self) -> &Diagnostic {
        &self.diagnostic
    }
}

impl fmt::Display for DiagnosticInList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Printable::line(self.diagnostic.message()).text)
    }
}

impl core::error::Error for DiagnosticInList {}

impl miette::Diagnostic for DiagnosticInList {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(severity(self.diagnostic.severity()))
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let help = Printable::line(self.diagnostic.help()?).text;
        Some(Box::new(help))
    }

    /// The code's page in the documentation.
    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let (version, code) = (env!("CARGO_PKG_VERSION"), self.diagnostic.code());
        let url =
            alloc::format!("https://docs.rs/zoho-scopes/{version}/zoho_scopes/report/enum.Code.html#variant.{code:?}");
        Some(Box::new(url))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.list)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(iter::once(LabeledSpan::underline(self.span.range()))))
    }
}

/// All diagnostics of a list.
#[derive(Debug, Clone)]
pub struct DiagnosticsOfList {
    all: Vec<DiagnosticInList>,
    list: Arc<str>,
    scopes: usize,
    /// Why the list is wrong, where no diagnostic says so.
    why: Option<String>,
}

impl DiagnosticsOfList {
    /// Each diagnostic, in the order of the list.
    #[must_use]
    pub fn diagnostics(&self) -> &[DiagnosticInList] {
        &self.all
    }

    fn count(&self, severity: Severity) -> usize {
        self.all.iter().filter(|diagnostic| diagnostic.diagnostic.severity() == severity).count()
    }

    fn worst(&self) -> Option<Severity> {
        self.all.iter().map(|diagnostic| diagnostic.diagnostic.severity()).max()
    }
}

impl From<Report<'_>> for DiagnosticsOfList {
    fn from(report: Report<'_>) -> Self {
        let printable = Printable::lines(&report.input);
        let list: Arc<str> = Arc::from(&*printable.text);
        let diagnostics = report.diagnostics.into_iter().map(|diagnostic| {
            let Span { start, end } = diagnostic.span();
            let span = Span::new(printable.offset(start), printable.offset(end));
            DiagnosticInList { diagnostic, list: Arc::clone(&list), span }
        });
        Self { all: diagnostics.collect(), scopes: report.items.len(), list: Arc::clone(&list), why: None }
    }
}

impl From<Error> for DiagnosticsOfList {
    fn from(error: Error) -> Self {
        let why = error.why_not_one();
        Self { why, ..error.into_report().into() }
    }
}

impl From<Error> for miette::Report {
    fn from(error: Error) -> Self {
        DiagnosticsOfList::from(error).into()
    }
}

impl fmt::Display for DiagnosticsOfList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(why) = &self.why {
            return f.write_str(why);
        }
        let plural = |count| if count == 1 { "" } else { "s" };
        match self.worst().map(|worst| (worst, self.count(worst))) {
            Some((worst, count)) => write!(f, "{count} {worst}{}", plural(count))?,
            None => f.write_str("no diagnostics")?,
        }
        write!(f, " in a list of {} scope{}", self.scopes, plural(self.scopes))
    }
}

impl core::error::Error for DiagnosticsOfList {}

impl miette::Diagnostic for DiagnosticsOfList {
    fn severity(&self) -> Option<miette::Severity> {
        if self.why.is_some() { Some(miette::Severity::Error) } else { self.worst().map(severity) }
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.list)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        Some(Box::new(self.all.iter().map(|diagnostic| diagnostic as &dyn miette::Diagnostic)))
    }
}

fn severity(severity: Severity) -> miette::Severity {
    match severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
        Severity::Note => miette::Severity::Advice,
    }
}
