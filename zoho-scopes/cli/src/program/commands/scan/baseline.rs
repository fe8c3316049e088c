//! The baseline: findings that were there before, and do not count.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{
    file::FileReport,
    finding::{Finding, Suppressed},
};
use crate::program::{
    answer::{Failure, Result},
    input,
    replace::replace,
};

/// The version of the file's form.
const VERSION: u32 = 1;

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    version: u32,
    findings: Vec<Entry>,
}

/// A finding. What it is about stands beside its fingerprint for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// From the folder of the baseline.
    file: String,
    code: String,
    scope: String,
    fingerprint: String,
}

/// What is in a baseline, if there is one.
#[derive(Default)]
pub(super) struct Baseline {
    folder: PathBuf,
    entries: Vec<Entry>,
    known: BTreeSet<(String, String)>,
}

impl Baseline {
    pub(super) fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            let message = format!("there is no baseline `{}`; `--write-baseline` writes it", path.display());
            return Err(Failure::Usage(message));
        }
        let text = input::file(path)?;
        let Model { version, findings } = input::json(path, &text, "a baseline")?;
        if version != VERSION {
            let path = path.display();
            let message = format!("{path}: version {version} of a baseline; this program reads version {VERSION}");
            return Err(Failure::Usage(message));
        }
        let known = findings.iter().map(|entry| (entry.file.clone(), entry.fingerprint.clone())).collect();
        Ok(Self { folder: folder(path), entries: findings, known })
    }

    /// Marks what is in the baseline. `absolute` is the path of the file.
    pub(super) fn mark(&self, absolute: &Path, report: &mut FileReport) {
        if self.known.is_empty() {
            return;
        }
        let file = relative(&self.folder, absolute);
        for finding in report.findings_mut().filter(|finding| finding.is_new()) {
            if self.known.contains(&(file.clone(), finding.fingerprint.clone())) {
                finding.suppressed = Some(Suppressed::Baseline);
                finding.fix = None;
            }
        }
    }

    /// How many entries no finding matches, of files below these absolute paths.
    pub(super) fn stale(&self, scanned: &[PathBuf], matched: usize) -> usize {
        self.entries.iter().filter(|entry| self.is_below(entry, scanned)).count().saturating_sub(matched)
    }

    fn is_below(&self, entry: &Entry, paths: &[PathBuf]) -> bool {
        let file = self.folder.join(&entry.file);
        paths.iter().any(|path| file.starts_with(path))
    }

    /// Writes the findings that count; entries of files that were not scanned stay. How many it then holds.
    pub(super) fn write<'a>(
        path: &Path,
        scanned: &[PathBuf],
        findings: impl Iterator<Item = (&'a Path, &'a Finding)>,
    ) -> Result<usize> {
        let before = if path.exists() { Self::read(path)? } else { Self::default() };
        let folder = folder(path);
        let entry = |(absolute, finding): (&Path, &Finding)| Entry {
            file: relative(&folder, absolute),
            code: finding.diagnostic.code().to_string(),
            scope: finding.scope.clone(),
            fingerprint: finding.fingerprint.clone(),
        };
        let kept = before.entries.iter().filter(|entry| !before.is_below(entry, scanned)).cloned();
        let mut entries: Vec<Entry> = kept.chain(findings.map(entry)).collect();
        entries.sort();
        entries.dedup();
        let count = entries.len();
        let model = Model { version: VERSION, findings: entries };
        let text = serde_json::to_string_pretty(&model).unwrap_or_default() + "\n";
        replace(path, text.as_bytes()).map_err(|error| Failure::file(path.display(), &error))?;
        Ok(count)
    }
}

/// The folder in which a file is or will be.
fn folder(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

fn relative(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
