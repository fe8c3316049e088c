//! Workflow commands, which GitHub shows as annotations.

use std::{io, path::Path};

use zoho_scopes::report::{Diagnostic, Severity};
use zoho_scopes_data::text::printable::Printable;

use super::answer::Out;

/// Where a diagnostic stands: the file, and line and column, both from 1.
pub(super) struct Position<'a> {
    pub(super) file: &'a Path,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// A workflow command.
pub(super) fn annotate(diagnostic: &Diagnostic, position: Option<&Position<'_>>, out: Out<'_>) -> io::Result<()> {
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let help = diagnostic.help().map(|help| format!(" ({help})")).unwrap_or_default();
    let text = format!("{}{help}", diagnostic.message());
    let escaped = Printable::line(&text).text.replace('%', "%25");
    let place = position.map(|Position { file, line, column }| {
        let file = Printable::line(&file.display().to_string()).text.replace('%', "%25");
        format!("file={},line={line},col={column},", file.replace(':', "%3A").replace(',', "%2C"))
    });
    writeln!(out, "::{command} {}title={}::{escaped}", place.unwrap_or_default(), diagnostic.code())
}
