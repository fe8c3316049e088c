//! How a file would change, as a patch.

use std::path::Path;

use similar::TextDiff;
use zoho_scopes_data::text::chars::is_hidden;

use super::answer::{Out, Result};

/// Shows how a file would change, as a patch; nothing if it would not.
pub(super) fn show(file: &Path, old: &str, new: &str, out: Out<'_>) -> Result<()> {
    let name = file.display().to_string();
    let difference = TextDiff::from_lines(old, new);
    let shown = difference.unified_diff().header(&name, &name).to_string();
    write!(out, "{}", shown.replace(commands, "\u{fffd}"))?;
    Ok(())
}

/// Whether a character would tell a terminal what to do.
pub(super) fn commands(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\r' | '\t')
}
