//! What a scan came to: what every format prints.

use zoho_scopes::report::Severity;

use crate::program::counted::counted;

use super::{
    file::{Asked, FileReport},
    finding::{Finding, Suppressed},
};

pub(super) struct Scanned {
    /// In the order of their paths; those in which something was found.
    pub(super) files: Vec<FileReport>,
    /// What was not read, and why.
    pub(super) skipped: Vec<(String, String)>,
    /// Whether the text of any file was read.
    pub(super) has_read: bool,
}

impl Scanned {
    /// The findings that count, each with its file.
    pub(super) fn findings(&self) -> impl Iterator<Item = (&FileReport, &Finding)> {
        self.files.iter().flat_map(|file| file.findings().map(move |finding| (file, finding)))
    }

    /// What is asked for, each with its file.
    pub(super) fn asked(&self) -> impl Iterator<Item = (&FileReport, &Asked)> {
        self.files.iter().flat_map(|file| file.asked().map(move |asked| (file, asked)))
    }

    pub(super) fn is_valid(&self) -> bool {
        self.files.iter().all(FileReport::is_valid)
    }

    /// How much was found, on one line.
    pub(super) fn summary(&self) -> String {
        let severity = |wanted| self.findings().filter(|(_, found)| found.diagnostic.severity() == wanted).count();
        let counts = self.files.iter().map(FileReport::count).filter(|scopes| *scopes > 0);
        let mut summary = format!(
            "{} in {}: {}, {}, {}",
            counted(counts.clone().sum(), "scope"),
            counted(counts.count(), "file"),
            counted(severity(Severity::Error), "error"),
            counted(severity(Severity::Warning), "warning"),
            counted(severity(Severity::Note), "note"),
        );
        let (ignored, known) = (self.suppressed(|by| *by != Suppressed::Baseline), self.in_baseline());
        for (known, by) in [(ignored, "ignored by comments"), (known, "in the baseline")] {
            if known > 0 {
                summary.extend(["; ", &known.to_string(), " ", by]);
            }
        }
        summary
    }

    /// How many findings the baseline holds.
    pub(super) fn in_baseline(&self) -> usize {
        self.suppressed(|by| *by == Suppressed::Baseline)
    }

    /// How many findings `--fix` would fix.
    pub(super) fn fixable(&self) -> usize {
        self.findings().filter(|(_, finding)| finding.fix.is_some()).count()
    }

    fn suppressed(&self, by: impl Fn(&Suppressed) -> bool) -> usize {
        let findings = self.files.iter().flat_map(FileReport::all_findings);
        findings.filter(|finding| finding.suppressed.as_ref().is_some_and(&by)).count()
    }
}
