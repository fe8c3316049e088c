//! How a scan is printed, one format a file.

mod csv;
mod github;
mod human;
mod json;
mod list;
mod markdown;
mod sarif;

use clap::ValueEnum;

use super::scanned::Scanned;
use crate::program::answer::{Out, Result};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Each finding with the line in which it stands.
    Human,
    /// A line for each finding.
    Concise,
    /// For programs: every list, with what is wrong.
    Json,
    /// SARIF 2.1.0, which code scanning services read.
    Sarif,
    /// Annotations of a GitHub workflow.
    Github,
    /// A report for a ticket.
    Markdown,
    /// For spreadsheets.
    Csv,
}

/// Prints findings, or with `list` the scopes that are asked for.
pub(super) fn print(scanned: &Scanned, format: Format, list: bool, out: Out<'_>) -> Result<()> {
    match (format, list) {
        (Format::Json, _) => json::write(scanned, out),
        (Format::Csv, false) => csv::findings(scanned, out),
        (Format::Csv, true) => csv::scopes(scanned, out),
        (_, true) => list::write(scanned, out),
        (Format::Human, false) => human::full(scanned, out),
        (Format::Concise, false) => human::concise(scanned, out),
        (Format::Sarif, false) => sarif::write(scanned, out),
        (Format::Github, false) => github::write(scanned, out),
        (Format::Markdown, false) => markdown::write(scanned, out),
    }
}
