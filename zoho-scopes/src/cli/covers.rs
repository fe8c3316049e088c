//! `zoho-scopes covers`: whether granted scopes allow what is required.

use std::io;

use clap::Args;

use super::{Answer, Failure, Format, Out, Result, fmt::tell_faults, input};
use crate::{Catalogue, Code, Coverage, CoveredBy, Entry, Policy, ScopeSet, printable::Printable};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes covers --granted 'ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ' \
                        --required ZohoCliq.Reminders.READ")]
pub(super) struct Arguments {
    /// The scopes of a token, as a token response spells them; `-` reads them from standard input.
    #[arg(long, value_name = "LIST")]
    granted: String,
    /// The scopes that a task needs; `-` reads them from standard input.
    #[arg(long, value_name = "LIST")]
    required: String,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    if arguments.granted == "-" && arguments.required == "-" {
        return Err(Failure::Usage("only one of the lists can come from standard input".into()));
    }
    let granted = read("granted", &input::list(&arguments.granted)?, &Policy::GRANTED, &[Code::TooLong])?;
    let without_answer = [Code::TooLong, Code::EmptyList];
    let required = read("required", &input::list(&arguments.required)?, &Policy::LAX, &without_answer)?;
    let coverage = granted.coverage(&required);
    match arguments.format {
        Format::Human => human(&coverage, out)?,
        Format::Json => {
            serde_json::to_writer(&mut *out, &coverage).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Answer::from(coverage.is_covered()))
}

/// The set that a list spells. What is wrong with it goes to standard error; some of that leaves
/// nothing to answer.
fn read(which: &str, list: &str, policy: &Policy, without_answer: &[Code]) -> Result<ScopeSet> {
    let report = Catalogue::builtin().validate(list, policy);
    if let Some(fault) = report.diagnostics().iter().find(|diagnostic| without_answer.contains(&diagnostic.code())) {
        return Err(Failure::Usage(format!("the {which} list cannot be used: {}", fault.message())));
    }
    tell_faults(&report);
    Ok(report.to_set())
}

fn human(coverage: &Coverage, out: Out<'_>) -> io::Result<()> {
    let line = |item: &CoveredBy, perhaps: &str| {
        let by: Vec<&str> = item.by.iter().map(Entry::as_str).collect();
        format!("{}  {perhaps}by {}", item.entry, by.join(", "))
    };
    let covered = coverage.covered().iter().map(|item| line(item, "")).collect();
    let undocumented = coverage.undocumented().iter().map(|item| line(item, "perhaps ")).collect();
    let plain = |set: &ScopeSet| set.entries().map(|entry| entry.to_string()).collect();
    let parts: [(&str, Vec<String>); 4] = [
        ("covered", covered),
        ("missing", plain(coverage.missing())),
        ("undocumented: no source says whether it is covered", undocumented),
        ("excess: granted, and nothing that is required needs it", plain(coverage.excess())),
    ];
    for (title, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "{title}")?;
        lines.iter().try_for_each(|line| writeln!(out, "  {}", Printable::line(line).text))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", if coverage.is_covered() { "everything is covered" } else { "not everything is covered" })
}
