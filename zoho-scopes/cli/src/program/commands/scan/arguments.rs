//! The arguments of `scan`.

use std::path::PathBuf;

use clap::Args;

use super::{formats::Format, settings::Settings};
use crate::{adjustments::Adjustments, policy::PolicyName, program::answer::Result};

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files and folders. What .gitignore names is left out, and so are hidden and binary files, baselines and
    /// reports of `scan`.
    #[arg(default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Print the scopes that are asked for instead, one a line: the input of `covers` and `narrow`. With the format `csv`
    /// each with its places.
    #[arg(long)]
    pub(super) list: bool,
    /// Compare the API calls that the code makes with the scopes that it asks for: which are lacking, which no call needs,
    /// and which are broader than the calls need.
    #[arg(long, conflicts_with_all = ["list", "fix", "diff", "baseline", "write_baseline"])]
    pub(super) calls: bool,
    /// Make the certain fixes in the files. Nothing but the text of scopes changes.
    #[arg(long, conflicts_with_all = ["list", "diff"])]
    pub(super) fix: bool,
    /// Show the lines that `--fix` would change, as they stand, and exit with 1 if there are any.
    #[arg(long, conflicts_with = "list")]
    pub(super) diff: bool,
    /// Findings in this file do not count; `--write-baseline` writes it.
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write all findings to the baseline, so that only new ones count from now on. One that settings name is written in
    /// their folder or below only, links followed; one that `--baseline` names anywhere.
    #[arg(long, conflicts_with_all = ["list", "fix", "diff"])]
    pub(super) write_baseline: bool,
    /// How strictly lists are checked: `lax` where neither this nor the settings say anything.
    #[arg(long, value_enum)]
    pub(super) policy: Option<PolicyName>,
    #[command(flatten)]
    pub(super) adjustments: Adjustments,
    /// A catalogue file of your own, on top of the built-in catalogue and those of the settings; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    pub(super) catalogues: Vec<PathBuf>,
    /// Skip files that are larger, and say so; 16777216 where nothing is said.
    #[arg(long, value_name = "BYTES")]
    pub(super) max_bytes: Option<u64>,
    /// Read hidden files and folders too.
    #[arg(long)]
    pub(super) hidden: bool,
    /// Settings, in place of the `zoho-scopes.toml` in the folder of the paths or above it.
    #[arg(long, value_name = "FILE", conflicts_with = "no_settings")]
    pub(super) settings: Option<PathBuf>,
    /// Look for no settings.
    #[arg(long)]
    pub(super) no_settings: bool,
    /// Print the JSON Schema of `zoho-scopes.toml`.
    #[arg(long)]
    pub(super) settings_schema: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(super) format: Format,
}

const AFTER_HELP: &str = "\
Comments such as `zoho-scopes: ignore[redundant] reason`, on the line of a finding or above it, take findings out; without
brackets they take all.

A folder in which no text is read exits with 2: a check of nothing may not pass.

Example: zoho-scopes scan src docs";

impl Arguments {
    /// What the settings say, where they are wanted.
    pub(super) fn settings(&self) -> Result<Settings> {
        match &self.settings {
            _ if self.no_settings => Ok(Settings::default()),
            Some(file) => Settings::read(file),
            None => Settings::find(&self.paths),
        }
    }
}
