//! The scopes that files ask for, for other commands.

use std::path::{Path, PathBuf};

use zoho_scopes::{Catalogue, Policy, find::Finder};

use super::{
    found::FileLists,
    walk::{Outcome, Reader, each_text},
};
use crate::program::{
    answer::{Failure, Result},
    commands::adjustments::Adjustments,
    stderr,
};

/// Larger files are skipped.
const MAX_BYTES: u64 = 16 << 20;

/// The files below a path that ask for scopes, and what each asks for: in wire form where the catalogue knows it. Texts
/// may be left out.
pub(in crate::program::commands) fn asked_below(
    path: &Path,
    catalogue: Catalogue,
    is_left_out: impl Fn(&str) -> bool + Sync,
) -> Result<Vec<(PathBuf, Vec<String>)>> {
    if !path.exists() {
        return Err(Failure::Usage(format!("there is no `{}`", path.display())));
    }
    let finder = Finder::new(catalogue);
    let reader = Reader { finder: &finder, max_bytes: MAX_BYTES };
    let none = Adjustments::default();
    let found = each_text(&[path.to_owned()], &reader, |_, text| {
        (!is_left_out(text)).then(|| FileLists::of(text, &finder, catalogue, &Policy::LAX, &none)).flatten()
    });
    let mut files = Vec::new();
    for (path, outcome) in found {
        match outcome {
            Outcome::Read(lists) => {
                let texts = lists.asked().map(|scope| scope.wire.clone().unwrap_or_else(|| scope.text.clone()));
                files.push((path, texts.collect()));
            }
            Outcome::Skipped(reason) => stderr::print(&format!("skipped {}: {reason}", path.display())),
        }
    }
    Ok(files)
}
