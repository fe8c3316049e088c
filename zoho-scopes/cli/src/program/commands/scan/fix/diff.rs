//! What fixes would change, as a difference that `patch` and `git apply --unidiff-zero` take, but for lines with a secret,
//! which is covered.

use std::{fs, path::Path};

use similar::TextDiff;
use zoho_scopes_data::text::printable::Printable;

use super::{edits::made, write::fixes};
use crate::program::{
    answer::{Failure, Out, Result},
    commands::scan::file::FileReport,
    difference::commands,
    redact,
};

/// Prints the lines that fixes of a file would change, and no others: these may hold secrets. How many fixes they are.
pub(in crate::program::commands::scan) fn show(path: &Path, report: &FileReport, out: Out<'_>) -> Result<usize> {
    let fixes = fixes(report);
    let count = fixes.len();
    if count == 0 {
        return Ok(0);
    }
    let old = fs::read(path).map_err(|error| Failure::file(path.display(), &error))?;
    let new = made(&old, fixes);
    let (old, new) = (String::from_utf8_lossy(&old), String::from_utf8_lossy(&new));
    let difference = TextDiff::from_lines(&*old, &*new);
    let name = Printable::line(&report.path).text;
    let shown =
        difference.unified_diff().context_radius(0).header(&format!("a/{name}"), &format!("b/{name}")).to_string();
    write!(out, "{}", redact::source(&shown).replace(commands, "\u{fffd}"))?;
    Ok(count)
}
