//! The scopes that files ask for, for other commands.

use std::path::{Path, PathBuf};

use zoho_scopes::{
    Catalogue,
    find::{Finder, Kind},
};

use super::{
    scanner::MAX_BYTES,
    walk::{Outcome, Walk},
};
use crate::program::{
    answer::{Failure, Result},
    stderr,
};

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
    let walk = Walk {
        paths: &[path.to_owned()],
        hidden: false,
        max_bytes: MAX_BYTES,
        excludes: &|_, _| false,
        may_hold: &|bytes| finder.may_hold(bytes),
    };
    let asked = |text: &str| {
        let found = finder.find(text);
        let live = found.matches().filter(|entry| entry.kind == Kind::Scope).map(|entry| &text[entry.span.range()]);
        let wire = |text: &str| catalogue.find(text).map_or(text, |scope| scope.as_str()).to_owned();
        let scopes: Vec<String> = live.map(wire).collect();
        (!scopes.is_empty()).then_some(scopes)
    };
    let mut files = Vec::new();
    for (path, outcome) in walk.each_text(|_, text| if is_left_out(text) { None } else { asked(text) }).outcomes {
        match outcome {
            Outcome::Read(scopes) => files.push((path, scopes)),
            Outcome::Skipped(reason) => stderr::print(&format!("skipped {}: {reason}", path.display())),
            Outcome::Unreadable(message) => return Err(Failure::Usage(message)),
        }
    }
    Ok(files)
}
