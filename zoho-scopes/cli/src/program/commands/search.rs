//! `zoho-scopes search`: finds scope names by words, best first.

use std::io;

use clap::Args;
use zoho_scopes::Scope;

use super::catalogues::Catalogues;
use crate::program::{
    answer::{Answer, Out, Result},
    export::{FoundName, MAX_FOUND},
    format::Format,
    stderr::print,
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes search send an email with zoho mail")]
pub(crate) struct Arguments {
    /// Parts of names, products or descriptions, and verbs for operations; typos are forgiven.
    #[arg(required = true)]
    words: Vec<String>,
    #[command(flatten)]
    catalogues: Catalogues,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let mut found = arguments.catalogues.read()?.search_names(&arguments.words.join(" "));
    found.truncate(MAX_FOUND);
    match arguments.format {
        Format::Human => {
            let rows = found.iter().filter_map(|found| found.scopes.split_first());
            let rows: Vec<_> = rows.map(|(first, others)| (*first, operations(others))).collect();
            let width = |texts: &dyn Fn(&(Scope, String)) -> usize| rows.iter().map(texts).max().unwrap_or(0);
            let (wide, others_wide) = (width(&|(scope, _)| scope.as_str().len()), width(&|(_, others)| others.len()));
            rows.iter().try_for_each(|(scope, others)| {
                writeln!(out, "{scope:wide$}  {others:others_wide$}  {}", describe(*scope))
            })?;
        }
        Format::Json => {
            let found: Vec<FoundName> = found.iter().filter_map(FoundName::of).collect();
            serde_json::to_writer_pretty(&mut *out, &found).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    if found.is_empty() {
        print("nothing found; fewer or other words may help");
    }
    Ok(Answer::from(!found.is_empty()))
}

/// The operations that the name offers also.
fn operations(others: &[Scope]) -> String {
    let words: Vec<&str> = others.iter().filter_map(|scope| scope.operation()).collect();
    if words.is_empty() { String::new() } else { format!("or {}", words.join(", ")) }
}

fn describe(scope: Scope) -> String {
    match scope.service() {
        Some(service) => format!("{}; {}", scope.summary(), service.product()),
        None => scope.summary().to_owned(),
    }
}
