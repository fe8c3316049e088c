//! `zoho-scopes scan`: every scope and list of a repository, in any language.

mod calls;
mod found;
mod print;
mod walk;

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use zoho_scopes::{Policy, find::Finder};

use self::{
    found::FileLists,
    walk::{Outcome, Reader, each_text},
};
use super::adjustments::Adjustments;
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    input, stderr,
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes scan src docs")]
pub(crate) struct Arguments {
    /// Files and folders. What .gitignore names is left out, and so are hidden and binary files.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Print the scopes that are asked for instead, one a line: the input of `covers` and `narrow`.
    #[arg(long)]
    list: bool,
    /// Hold the API calls that the code makes against the scopes that it asks for.
    #[arg(long, conflicts_with = "list")]
    calls: bool,
    #[command(flatten)]
    adjustments: Adjustments,
    /// A catalogue file of your own, on top of the built-in catalogue; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// Skip files that are larger, and say so.
    #[arg(long, value_name = "BYTES", default_value_t = 16 << 20)]
    max_bytes: u64,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
    Github,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    if let Some(missing) = arguments.paths.iter().find(|path| !path.exists()) {
        return Err(Failure::Usage(format!("there is no `{}`", missing.display())));
    }
    let catalogue = input::catalogue(&arguments.catalogues)?;
    let finder = Finder::new(catalogue);
    let adjustments = &arguments.adjustments;
    let policy = adjustments.applied_to(Policy::LAX);
    let reader = Reader { finder: &finder, max_bytes: arguments.max_bytes, with_calls: arguments.calls };
    let lists = |text: &str| FileLists::of(text, &finder, catalogue, &policy, adjustments);
    if arguments.calls {
        if !matches!(arguments.format, Format::Human | Format::Json) {
            return Err(Failure::Usage("`--calls` prints `human` or `json`".into()));
        }
        return calls::run(&arguments.paths, &reader, lists, matches!(arguments.format, Format::Json), out);
    }
    let outcomes = each_text(&arguments.paths, &reader, |_, text| lists(text));
    let mut files = Vec::new();
    for (path, outcome) in outcomes {
        match outcome {
            Outcome::Read(lists) => files.push((path, lists)),
            Outcome::Skipped(reason) => stderr::print(&format!("skipped {}: {reason}", path.display())),
        }
    }
    match (arguments.list, arguments.format) {
        (_, Format::Json) => print::json(&files, out)?,
        (true, _) => print::list(&files, out)?,
        (false, Format::Human) => print::human(&files, out)?,
        (false, Format::Github) => print::github(&files, out)?,
    }
    Ok(Answer::from(arguments.list || files.iter().all(|(_, lists)| lists.is_valid())))
}
