//! Reading the files that were asked for, each as the settings want it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use zoho_scopes::{Catalogue, find::Finder};

use super::{
    arguments::Arguments,
    baseline::Baseline,
    file::FileReport,
    ignores, reader,
    rules::Rules,
    scanned::Scanned,
    settings::{NAME, Settings},
    text::text,
    walk::{File, Outcome, Walk, Walked},
};
use crate::program::{
    answer::{Answer, Failure, Result},
    counted::counted,
    input, stderr,
};

/// Files that are larger are skipped where nothing else is said.
pub(super) const MAX_BYTES: u64 = 16 << 20;

/// All that a file is read with.
pub(super) struct Scanner<'a> {
    arguments: &'a Arguments,
    settings: &'a Settings,
    rules: Rules<'a>,
    pub(super) catalogue: Catalogue,
    finder: Finder,
    /// Where the baseline is or will be.
    baseline_file: Option<&'a PathBuf>,
    baseline: Baseline,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(arguments: &'a Arguments, settings: &'a Settings) -> Result<Self> {
        let catalogues: Vec<PathBuf> = settings.catalogues.iter().chain(&arguments.catalogues).cloned().collect();
        let catalogue = input::catalogue(&catalogues)?;
        let baseline_file = arguments.baseline.as_ref().or(settings.baseline.as_ref());
        let baseline = match baseline_file {
            Some(file) if !arguments.write_baseline => Baseline::read(file)?,
            None if arguments.write_baseline => {
                return Err(Failure::Usage(format!(
                    "`--write-baseline` needs a file: give `--baseline FILE`, or `baseline` in `{NAME}`"
                )));
            }
            _ => Baseline::default(),
        };
        let rules = Rules { policy: arguments.policy, adjustments: &arguments.adjustments, settings };
        Ok(Self { arguments, settings, rules, catalogue, finder: Finder::new(catalogue), baseline_file, baseline })
    }

    /// Reads all files; and what is wrong with a path that was given.
    pub(super) fn scan(&self) -> (Scanned, Option<String>) {
        let walked = self.each_text(&ignores::may_hold, |file, text| self.read(file, text));
        let mut scanned = Scanned { files: Vec::new(), skipped: Vec::new(), has_read: walked.has_read };
        let mut unreadable = None;
        for (path, outcome) in walked.outcomes {
            match outcome {
                Outcome::Read(report) => scanned.files.push(report),
                Outcome::Skipped(reason) => scanned.skipped.push((path.display().to_string(), reason)),
                Outcome::Unreadable(message) => unreadable = Some(message),
            }
        }
        (scanned, unreadable)
    }

    /// Uses each text that may hold scopes or something else.
    pub(super) fn each_text<T: Send>(
        &self,
        may_hold: &(dyn Fn(&[u8]) -> bool + Sync),
        use_text: impl Fn(&File<'_>, &str) -> Option<T> + Sync,
    ) -> Walked<T> {
        let baseline = self.baseline_file.and_then(|file| fs::canonicalize(file).ok());
        let walk = Walk {
            paths: &self.arguments.paths,
            hidden: self.arguments.hidden || self.settings.hidden,
            max_bytes: self.arguments.max_bytes.or(self.settings.max_bytes).unwrap_or(MAX_BYTES),
            // A baseline names the scopes of its findings.
            excludes: &|path, is_folder| self.settings.excludes(path, is_folder) || baseline.as_deref() == Some(path),
            may_hold: &|bytes| self.finder.may_hold(bytes) || may_hold(bytes),
        };
        walk.each_text(use_text)
    }

    /// What is in the text of a file.
    pub(super) fn read(&self, file: &File<'_>, text: &str) -> Option<FileReport> {
        let rules = self.rules.of(&file.absolute);
        let mut report = reader::read(file, text, &self.finder, self.catalogue, &rules)?;
        self.baseline.mark(&file.absolute, &mut report);
        Some(report)
    }

    /// What is in a file that was read before, and now has these bytes.
    pub(super) fn read_again(&self, report: &FileReport, bytes: &[u8]) -> Option<FileReport> {
        let file = File { path: Path::new(&report.path), absolute: report.absolute.clone() };
        self.read(&file, &text(bytes))
    }

    /// Writes what counts to the baseline.
    pub(super) fn write_baseline(&self, scanned: &Scanned) -> Result {
        let Some(path) = self.baseline_file else { return Ok(Answer::Yes) };
        // Settings come with a repository, which may not have other files written.
        if self.arguments.baseline.is_none() && !self.settings.hold(path) {
            let path = path.display();
            let message = format!("`{path}` leads out of the folder of `{NAME}`; `--baseline {path}` writes it there");
            return Err(Failure::Usage(message));
        }
        let findings = scanned.findings().map(|(file, finding)| (file.absolute.as_path(), finding));
        let written = Baseline::write(path, &self.roots(), findings)?;
        stderr::print(&format!("{} in {}", counted(written, "finding"), path.display()));
        Ok(Answer::Yes)
    }

    /// Says how much of the baseline is not found any more.
    pub(super) fn print_stale(&self, scanned: &Scanned) {
        let (Some(path), stale) = (self.baseline_file, self.baseline.stale(&self.roots(), scanned.in_baseline()))
        else {
            return;
        };
        if stale > 0 {
            let findings = counted(stale, "finding");
            let path = path.display();
            stderr::print(&format!(
                "`{path}` has {findings} that nothing matches; `--write-baseline` removes what is gone"
            ));
        }
    }

    /// The paths that were given, from the root.
    fn roots(&self) -> Vec<PathBuf> {
        self.arguments.paths.iter().filter_map(|path| fs::canonicalize(path).ok()).collect()
    }
}
