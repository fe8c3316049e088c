//! Files that are written again, and what would change in them.

use std::{fs, io::Write, path::Path};

use similar::TextDiff;
use tempfile::NamedTempFile;
use zoho_scopes_data::text::chars::is_hidden;

use super::answer::{Out, Result};

/// Shows how a file would change, as a patch; nothing if it would not.
pub(super) fn show_difference(file: &Path, old: &str, new: &str, out: Out<'_>) -> Result<()> {
    let name = file.display().to_string();
    let difference = TextDiff::from_lines(old, new);
    let shown = difference.unified_diff().header(&name, &name).to_string();
    write!(out, "{}", shown.replace(commands, "\u{fffd}"))?;
    Ok(())
}

/// Whether a character would tell a terminal what to do.
fn commands(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\r' | '\t')
}

/// Writes a file again as a whole: who reads it sees the old text or the new one.
pub(super) fn replace(file: &Path, text: &str) -> std::io::Result<()> {
    // A link stays a link.
    let file = fs::canonicalize(file)?;
    let mut beside = NamedTempFile::new_in(file.parent().unwrap_or(Path::new("")))?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().set_permissions(fs::metadata(&file)?.permissions())?;
    beside.persist(&file)?;
    Ok(())
}
