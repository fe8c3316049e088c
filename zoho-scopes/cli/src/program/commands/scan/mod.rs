//! `zoho-scopes scan`: every scope and list of a repository, in any language.
//!
//! `walk` reads the files, `file` finds and validates their lists as `rules` and `settings` want it, `ignores` and
//! `baseline` take out what does not count, `formats` prints what is left, and `fix` changes files.

mod baseline;
mod file;
mod finding;
mod fingerprint;
mod fix;
mod formats;
mod ignores;
mod rules;
mod scanned;
mod settings;
mod text;
mod walk;

use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Args;
use zoho_scopes::{Catalogue, find::Finder};

use self::{
    baseline::Baseline,
    file::FileReport,
    fix::{diff, write},
    formats::Format,
    rules::Rules,
    scanned::{Scanned, count},
    settings::{NAME, Settings},
    walk::{File, Outcome, Walk},
};
use super::{adjustments::Adjustments, policy::PolicyName};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    input, stderr,
};

/// Files that are larger are skipped where nothing else is said.
const MAX_BYTES: u64 = 16 << 20;

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files and folders. What .gitignore names is left out, and so are hidden and binary files.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Print the scopes that are asked for instead, one a line: the input of `covers` and `narrow`. With the format `csv`
    /// each with its places.
    #[arg(long)]
    list: bool,
    /// Make the certain fixes in the files. Nothing but the text of scopes changes.
    #[arg(long, conflicts_with_all = ["list", "diff"])]
    fix: bool,
    /// Show the lines that `--fix` would change, as they stand, and exit with 1 if there are any.
    #[arg(long, conflicts_with = "list")]
    diff: bool,
    /// Findings in this file do not count; `--write-baseline` writes it.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write all findings to the baseline, so that only new ones count from now on.
    #[arg(long, conflicts_with_all = ["list", "fix", "diff"])]
    write_baseline: bool,
    /// How strictly lists are checked: `lax` where neither this nor the settings say anything.
    #[arg(long, value_enum)]
    policy: Option<PolicyName>,
    #[command(flatten)]
    adjustments: Adjustments,
    /// A catalogue file of your own, on top of the built-in catalogue and those of the settings; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// Skip files that are larger, and say so; 16777216 where nothing is said.
    #[arg(long, value_name = "BYTES")]
    max_bytes: Option<u64>,
    /// Read hidden files and folders too.
    #[arg(long)]
    hidden: bool,
    /// Settings, in place of the `zoho-scopes.toml` in the folder of the paths or above it.
    #[arg(long, value_name = "FILE", conflicts_with = "no_settings")]
    settings: Option<PathBuf>,
    /// Look for no settings.
    #[arg(long)]
    no_settings: bool,
    /// Print the JSON Schema of `zoho-scopes.toml`.
    #[arg(long)]
    settings_schema: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

const AFTER_HELP: &str = "\
Comments such as `zoho-scopes: ignore[redundant] reason`, on the line of a finding or above it, take findings out; without
brackets they take all.

Example: zoho-scopes scan src docs";

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    if arguments.settings_schema {
        out.write_all(settings::schema().as_bytes())?;
        return Ok(Answer::Yes);
    }
    if let Some(missing) = arguments.paths.iter().find(|path| !path.exists()) {
        return Err(Failure::Usage(format!("there is no `{}`", missing.display())));
    }
    let settings = arguments.settings()?;
    let scanner = Scanner::new(arguments, &settings)?;
    let (mut scanned, unreadable) = scanner.scan();
    for (path, reason) in &scanned.skipped {
        stderr::print(&if path.is_empty() {
            format!("skipped: {reason}")
        } else {
            format!("skipped {path}: {reason}")
        });
    }
    let answer = if arguments.write_baseline {
        scanner.write_baseline(&scanned)?
    } else if arguments.diff {
        scanner.diff(&scanned, out)?
    } else {
        if arguments.fix {
            scanner.fix(&mut scanned)?;
        }
        scanner.print_stale(&scanned);
        formats::print(&scanned, arguments.format, arguments.list, out)?;
        Answer::from(arguments.list || scanned.is_valid())
    };
    // What could be read was printed.
    match unreadable {
        None => Ok(answer),
        Some(message) => {
            out.flush()?;
            Err(Failure::Usage(message))
        }
    }
}

impl Arguments {
    fn settings(&self) -> Result<Settings> {
        match &self.settings {
            _ if self.no_settings => Ok(Settings::default()),
            Some(file) => Settings::read(file),
            None => Settings::find(&self.paths),
        }
    }
}

/// All that a file is read with.
struct Scanner<'a> {
    arguments: &'a Arguments,
    settings: &'a Settings,
    rules: Rules<'a>,
    catalogue: Catalogue,
    finder: Finder,
    /// Where the baseline is or will be.
    baseline_file: Option<&'a PathBuf>,
    baseline: Baseline,
}

impl<'a> Scanner<'a> {
    fn new(arguments: &'a Arguments, settings: &'a Settings) -> Result<Self> {
        let catalogues: Vec<PathBuf> = settings.catalogues.iter().chain(&arguments.catalogues).cloned().collect();
        let catalogue = input::catalogue(&catalogues)?;
        let baseline_file = arguments.baseline.as_ref().or(settings.baseline.as_ref());
        let baseline = match baseline_file {
            Some(file) if !arguments.write_baseline => Baseline::read(file)?,
            None if arguments.write_baseline => {
                return Err(Failure::Usage(format!(
                    "`--write-baseline` wants the file: give `--baseline FILE`, or `baseline` in `{NAME}`"
                )));
            }
            _ => Baseline::default(),
        };
        let rules = Rules { policy: arguments.policy, adjustments: &arguments.adjustments, settings };
        Ok(Self { arguments, settings, rules, catalogue, finder: Finder::new(catalogue), baseline_file, baseline })
    }

    /// Reads all files; and what is wrong with a path that was given.
    fn scan(&self) -> (Scanned, Option<String>) {
        let baseline = self.baseline_file.and_then(|file| fs::canonicalize(file).ok());
        let walk = Walk {
            paths: &self.arguments.paths,
            hidden: self.arguments.hidden || self.settings.hidden,
            max_bytes: self.arguments.max_bytes.or(self.settings.max_bytes).unwrap_or(MAX_BYTES),
            // A baseline names the scopes of its findings.
            excludes: &|path, is_folder| self.settings.excludes(path, is_folder) || baseline.as_deref() == Some(path),
            may_hold: &|bytes| self.finder.may_hold(bytes) || ignores::may_hold(bytes),
        };
        let mut scanned = Scanned { files: Vec::new(), skipped: Vec::new() };
        let mut unreadable = None;
        for (path, outcome) in walk.each_text(|file, text| self.read(file, text)) {
            match outcome {
                Outcome::Read(report) => scanned.files.push(report),
                Outcome::Skipped(reason) => scanned.skipped.push((path.display().to_string(), reason)),
                Outcome::Unreadable(reason) => unreadable = Some(format!("{}: {reason}", path.display())),
            }
        }
        (scanned, unreadable)
    }

    /// What is in the text of a file.
    fn read(&self, file: &File<'_>, text: &str) -> Option<FileReport> {
        let rules = self.rules.of(&file.absolute);
        let mut report = FileReport::of(file, text, &self.finder, self.catalogue, &rules)?;
        self.baseline.mark(&file.absolute, &mut report);
        Some(report)
    }

    /// Makes the fixes, and puts what is left in the place of what was found.
    fn fix(&self, scanned: &mut Scanned) -> Result<()> {
        let (mut fixes, mut files) = (0, 0);
        for report in scanned.files.iter_mut().filter(|report| !write::fixes(report).is_empty()) {
            let (path, absolute) = (report.path.clone(), report.absolute.clone());
            let read = |bytes: &[u8]| {
                let file = File { path: Path::new(&path), absolute: absolute.clone() };
                self.read(&file, &text::text(bytes))
            };
            let fixed = write::fix(&absolute, read).map_err(|error| Failure::file(&path, &error))?;
            fixes += fixed.count;
            files += usize::from(fixed.count > 0);
            match fixed.left {
                Some(left) => *report = left,
                None => {
                    report.lists.clear();
                    report.others.clear();
                }
            }
        }
        stderr::print(&format!("fixed {} in {}", count(fixes, "finding"), count(files, "file")));
        Ok(())
    }

    fn diff(&self, scanned: &Scanned, out: Out<'_>) -> Result {
        let mut fixes = 0;
        for report in &scanned.files {
            fixes += diff::show(&report.absolute, report, out)?;
        }
        stderr::print(&format!("{} can be fixed", count(fixes, "finding")));
        Ok(Answer::from(fixes == 0))
    }

    fn write_baseline(&self, scanned: &Scanned) -> Result {
        let Some(path) = self.baseline_file else { return Ok(Answer::Yes) };
        let findings = scanned.findings().map(|(file, finding)| (file.absolute.as_path(), finding));
        let written = Baseline::write(path, &self.roots(), findings)?;
        stderr::print(&format!("{} in {}", count(written, "finding"), path.display()));
        Ok(Answer::Yes)
    }

    /// Says how much of the baseline is not found any more.
    fn print_stale(&self, scanned: &Scanned) {
        let (Some(path), stale) = (self.baseline_file, self.baseline.stale(&self.roots(), scanned.in_baseline()))
        else {
            return;
        };
        if stale > 0 {
            let findings = count(stale, "finding");
            let path = path.display();
            stderr::print(&format!(
                "`{path}` holds {findings} that nothing matches; `--write-baseline` removes what is gone"
            ));
        }
    }

    /// The paths that were given, from the root.
    fn roots(&self) -> Vec<PathBuf> {
        self.arguments.paths.iter().filter_map(|path| fs::canonicalize(path).ok()).collect()
    }
}
