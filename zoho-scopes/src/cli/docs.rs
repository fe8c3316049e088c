//! `zoho-scopes docs`: documentation tables.

use std::{fs, path::PathBuf};

use clap::{Args, ValueEnum};

use super::{Answer, Failure, Out, Result, service};
use crate::{Catalogue, Policy, Service, docs};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes docs --service ZohoCliq -o SCOPES.md")]
pub(super) struct Arguments {
    /// Only this service; may be repeated. All where none is named.
    #[arg(long = "service")]
    services: Vec<String>,
    /// A table of this list instead, with room for a reason per scope.
    #[arg(long, value_name = "LIST", conflicts_with = "services")]
    scopes: Option<String>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// Write to this file instead of standard output.
    #[arg(long, short)]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Markdown,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let Format::Markdown = arguments.format;
    let text = match &arguments.scopes {
        Some(list) => list_table(list)?,
        None => service_tables(&arguments.services)?,
    };
    match &arguments.output {
        Some(path) => fs::write(path, text).map_err(|error| Failure::file(path.display(), &error))?,
        None => out.write_all(text.as_bytes())?,
    }
    Ok(Answer::Yes)
}

fn service_tables(words: &[String]) -> Result<String> {
    let chosen: Vec<Service> = words.iter().map(|word| service(word)).collect::<Result<_>>()?;
    let services = if chosen.is_empty() { Catalogue::builtin().services().collect() } else { chosen };
    Ok(services.into_iter().map(docs::markdown).collect::<Vec<_>>().join("\n"))
}

fn list_table(list: &str) -> Result<String> {
    let report = Catalogue::builtin().validate(list, &Policy::LAX);
    if report.is_valid() {
        return Ok(docs::markdown_list(report.to_set().scopes()));
    }
    Err(Failure::Usage(format!("the list is invalid: {}", crate::Error::new(report))))
}
