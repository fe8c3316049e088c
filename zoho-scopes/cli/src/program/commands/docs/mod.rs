//! `zoho-scopes docs`: documentation tables.

mod blocks;
mod calls;
mod inject;
mod options;
mod reasons;

use std::path::PathBuf;

use clap::Args;

use self::options::Options;
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    replace::output,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(flatten)]
    options: Options,
    /// Write to this file instead of standard output; its folder is made where it is missing.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Rewrite what stands between marker comments in these files, see below.
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["Options", "output"])]
    inject: Vec<PathBuf>,
    /// With `--inject`: write nothing, show what would change, and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
}

const AFTER_HELP: &str = "\
A file of reasons holds `SCOPE: REASON` a line (empty lines and lines that begin with # are skipped), or a JSON object \
of scopes with their reasons.

With `--inject`, a block of a file is what two comments enclose, each on a line of its own; the first holds the options:

  <!-- zoho-scopes: docs --service ZohoCliq --columns name,operations --heading 3 -->
  <!-- zoho-scopes: end -->

`<!-- zoho-scopes: services -->` begins a block with the table of services, `<!-- zoho-scopes: calls -->` one with the \
numbers of calls that are known. Paths in a marker are relative to the file. Markers in fenced code are left alone.

Example: zoho-scopes docs --service ZohoCliq -o SCOPES.md";

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    if !arguments.inject.is_empty() {
        return inject::run(&arguments.inject, arguments.check, out);
    }
    if arguments.check {
        return Err(Failure::Usage("`--check` is for `--inject`".into()));
    }
    let text = arguments.options.print(None)?;
    match &arguments.output {
        Some(path) => output(path, text.as_bytes())?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(Answer::Yes)
}
