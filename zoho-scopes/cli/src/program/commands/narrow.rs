//! `zoho-scopes narrow`: what over-broad scopes include, so that a list can be cut down.

use std::io;

use clap::Args;
use zoho_scopes::{Entry, Policy};
use zoho_scopes_data::text::printable::Printable;

use super::catalogues::Catalogues;
use crate::program::{
    answer::{Answer, Out, Result},
    input,
    operation::known_operations,
    redact,
    stderr::print_errors,
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes narrow ZohoCRM.modules.ALL --operations READ,CREATE")]
pub(crate) struct Arguments {
    /// A scope list; `-` reads it from standard input.
    list: String,
    /// Only narrower scopes of these operations, in any case.
    #[arg(long, value_delimiter = ',')]
    operations: Vec<String>,
    #[command(flatten)]
    catalogues: Catalogues,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let list = input::list(&arguments.list)?;
    let catalogue = arguments.catalogues.read()?;
    let report = catalogue.validate(&list, &Policy::LAX);
    print_errors(&report);
    let operations: Vec<&str> = arguments.operations.iter().map(String::as_str).collect();
    known_operations(catalogue, &operations)?;
    // What is wrong with unknown ones was printed.
    let is_known = |entry: &Entry<'_>| !matches!(entry, Entry::Unknown(_));
    for (place, entry) in report.to_set().into_iter().filter(is_known).enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        narrow(&entry, &operations, out)?;
    }
    Ok(Answer::from(report.is_valid()))
}

fn narrow(entry: &Entry<'_>, operations: &[&str], out: Out<'_>) -> io::Result<()> {
    let narrower = entry.narrower(operations);
    let entry = redact::text(entry.as_str());
    let entry = Printable::line(&entry).text;
    if narrower.direct.is_empty() && narrower.undocumented.is_empty() {
        let of_these = if operations.is_empty() { "" } else { " of these operations" };
        return writeln!(out, "{entry} includes no narrower scopes{of_these}");
    }
    if narrower.direct.is_empty() {
        writeln!(out, "{entry}: no source says what it includes")?;
    } else {
        writeln!(out, "{entry} includes")?;
        listed(&narrower.direct, out)?;
    }
    if !narrower.below.is_empty() {
        writeln!(out, "\n  and, below these")?;
        listed(&narrower.below, out)?;
    }
    if !narrower.undocumented.is_empty() {
        writeln!(out, "\n  perhaps also; no source says so")?;
        listed(&narrower.undocumented, out)?;
    }
    Ok(())
}

fn listed(entries: &[Entry<'_>], out: Out<'_>) -> io::Result<()> {
    let width = entries.iter().map(|entry| entry.as_str().len()).max().unwrap_or(0);
    entries.iter().try_for_each(|entry| writeln!(out, "    {entry:width$}  {}", entry.summary().unwrap_or_default()))
}
