//! `zoho-scopes fmt`: lists in wire form, sorted, without repeats.

use clap::{Args, ValueEnum};
use zoho_scopes::{Catalogue, Entry, Policy, Report, set::Dropped};
use zoho_scopes_data::text::printable::Printable;

use super::catalogues::Catalogues;
use crate::{
    formatted::Formatted,
    program::{
        answer::{Answer, Out, Result},
        input,
        progress::Progress,
        redact,
        stderr::{print, print_errors},
    },
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes fmt --fix 'zohocliq.chats.read; ZohoCliq.Chanels.READ'")]
pub(crate) struct Arguments {
    /// Scope lists, each printed on a line of its own; `-` reads one from standard input.
    #[arg(required_unless_present = "stdin")]
    lists: Vec<String>,
    /// Read lists from standard input, one a line.
    #[arg(long, conflicts_with = "lists")]
    stdin: bool,
    /// Fix what is certainly misspelled.
    #[arg(long)]
    fix: bool,
    /// Leave out what another entry covers, and say so on standard error.
    #[arg(long)]
    drop_covered: bool,
    /// What to put between scopes.
    #[arg(long, value_enum, default_value_t = Separator::Comma)]
    separator: Separator,
    #[command(flatten)]
    catalogues: Catalogues,
}

#[derive(Clone, Copy, ValueEnum)]
enum Separator {
    /// As requests are sent.
    Comma,
    /// As token responses come.
    Space,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let catalogue = arguments.catalogues.read()?;
    let mut all_known = true;
    let mut progress = Progress::new("lists", true);
    if arguments.stdin {
        input::each_line(&mut input::stdin(), Policy::LAX.byte_limit(), out, &mut |list, out| {
            progress.advance();
            all_known &= arguments.print(list, catalogue, &progress, out)?;
            Ok(())
        })?;
    }
    for list in input::lists(&arguments.lists)? {
        all_known &= arguments.print(&list?, catalogue, &progress, out)?;
    }
    Ok(Answer::from(all_known))
}

impl Arguments {
    /// Prints the lists of a text, each on a line; says whether the catalogue knows all of them. What is wrong with the
    /// rest goes to standard error.
    fn print(&self, list: &str, catalogue: Catalogue, progress: &Progress, out: Out<'_>) -> Result<bool> {
        let mut all_known = true;
        for report in catalogue.validate_all(list, &Policy::LAX) {
            all_known &= self.print_list(report, catalogue, progress, out)?;
        }
        Ok(all_known)
    }

    fn print_list(&self, report: Report<'_>, catalogue: Catalogue, progress: &Progress, out: Out<'_>) -> Result<bool> {
        let Formatted { report, all_known, set, dropped } =
            Formatted::of(report, self.fix, self.drop_covered, catalogue);
        if !report.diagnostics().is_empty() {
            progress.aside(|| print_errors(&report));
        }
        let say = |dropped: &Dropped| print(&format!("dropped `{}`: `{}` covers it", dropped.entry, dropped.by));
        if !dropped.is_empty() {
            progress.aside(|| dropped.iter().for_each(say));
        }
        let separator = match self.separator {
            Separator::Comma => ",",
            Separator::Space => " ",
        };
        let wires: Vec<Entry<'_>> = set.into_iter().collect();
        let shown = |entry: &Entry<'_>| Printable::line(&redact::text(entry.as_str())).text.into_owned();
        let wires: Vec<String> = wires.iter().map(shown).collect();
        writeln!(out, "{}", wires.join(separator))?;
        Ok(all_known)
    }
}
