//! `zoho-scopes search`: finds scopes by words, best first.

use std::io;

use clap::Args;
use zoho_scopes::{Catalogue, Scope};

use crate::program::{
    answer::{Answer, Out, Result},
    export::{ExportedScope, MAX_FOUND},
    format::Format,
    stderr::print,
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes search crm field metadata")]
pub(crate) struct Arguments {
    /// Parts of names, products or descriptions; typos are forgiven.
    #[arg(required = true)]
    words: Vec<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let mut found = Catalogue::builtin().search(&arguments.words.join(" "));
    found.truncate(MAX_FOUND);
    match arguments.format {
        Format::Human => {
            let width = found.iter().map(|scope| scope.as_str().len()).max().unwrap_or(0);
            found.iter().try_for_each(|scope| writeln!(out, "{scope:width$}  {}", describe(*scope)))?;
        }
        Format::Json => {
            let found: Vec<ExportedScope> = found.iter().copied().map(ExportedScope::from).collect();
            serde_json::to_writer_pretty(&mut *out, &found).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    if found.is_empty() {
        print("nothing found; fewer or other words may help");
    }
    Ok(Answer::from(!found.is_empty()))
}

fn describe(scope: Scope) -> String {
    match scope.service() {
        Some(service) => format!("{}; {}", scope.summary(), service.product()),
        None => scope.summary().to_owned(),
    }
}
