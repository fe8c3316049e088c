//! `scan --calls`: what the code of a repository calls against what it asks for.

mod compare;
mod found;
mod print;

use std::path::PathBuf;

use self::{
    compare::Comparison,
    found::{FileCalls, FoundCall},
};
use super::{
    found::FileLists,
    walk::{Outcome, Reader, each_text},
};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    stderr,
};

pub(super) fn run(
    paths: &[PathBuf],
    reader: &Reader<'_>,
    lists: impl Fn(&str) -> Option<FileLists> + Sync,
    as_json: bool,
    out: Out<'_>,
) -> Result {
    let outcomes = each_text(paths, reader, |_, text| {
        let (lists, calls) = (lists(text), FoundCall::all(text));
        (lists.is_some() || !calls.is_empty()).then_some((lists, calls))
    });
    let mut files = Vec::new();
    for (path, outcome) in outcomes {
        match outcome {
            Outcome::Read((lists, calls)) => files.push(FileCalls { path, lists, calls }),
            Outcome::Skipped(reason) => stderr::print(&format!("skipped {}: {reason}", path.display())),
        }
    }
    if files.iter().all(|file| file.calls.is_empty()) {
        // A check of nothing may not look like one that passed.
        return Err(Failure::Usage("no API call was found".into()));
    }
    let comparison = Comparison::of(&files);
    if as_json {
        print::json(&comparison, out)?;
    } else {
        print::human(&comparison, out)?;
    }
    Ok(Answer::from(!comparison.has_certain_lack()))
}
