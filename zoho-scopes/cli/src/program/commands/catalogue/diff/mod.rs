//! `zoho-scopes catalogue diff`: what changed between two catalogues, or what `OpenAPI` files say otherwise.

mod changes;
mod covering;
mod format;
mod known;
mod openapi;
mod print;
mod renamed;

use std::path::PathBuf;

use clap::Args;

use self::{changes::Changes, format::Format, known::Known};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    stderr::print as note,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// The catalogue before: what `list --format json` printed, or a folder of catalogue files.
    #[arg(required_unless_present = "openapi", conflicts_with = "openapi", requires = "new")]
    old: Option<PathBuf>,
    /// The catalogue after.
    new: Option<PathBuf>,
    /// Compare the built-in catalogue with these files instead: OpenAPI 3 or 2, JSON or YAML; `-` is standard input.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    openapi: Vec<PathBuf>,
    /// How to print; `markdown` is a section of a changelog.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

const AFTER_HELP: &str = "\
A scope is respelled when its wire form changes in case alone, or what a placeholder is called does. It is renamed when its replacement, as the old catalogue \
names it, is new; or when a new scope of the same service and operation has the nearest name, and is near as typos are. \
A removed scope, a renamed one and a changed covering make a major version, a new or respelled one a minor version, a \
changed status a patch.

Examples: zoho-scopes catalogue diff old.json new.json
          zoho-scopes catalogue diff old/data new/data --format markdown
          zoho-scopes catalogue diff --openapi crm-oas/*.json";

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let Arguments { old: Some(old), new: Some(new), format, .. } = arguments else {
        return openapi::run(&arguments.openapi, arguments.format, out);
    };
    if old == new && old.as_os_str() == "-" {
        return Err(Failure::Usage("only one of the catalogues can come from standard input".into()));
    }
    let (old, new) = (Known::read(old)?, Known::read(new)?);
    if !(old.has_covering && new.has_covering) {
        note("note: an export of an earlier version does not say what covers what; that is not compared");
    }
    let changes = Changes::between(&old, &new);
    print::changes(&changes, *format, out)?;
    Ok(Answer::from(changes.is_empty()))
}
