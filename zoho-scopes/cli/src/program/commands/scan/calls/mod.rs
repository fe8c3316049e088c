//! `scan --calls`: what the code of a repository calls against what it asks for.

mod compare;
mod found;
mod print;

use self::{
    compare::Comparison,
    found::{FileCalls, FoundCall},
};
use super::{scanner::Scanner, walk::Outcome};
use crate::{
    program::{
        answer::{Answer, Failure, Out, Result},
        stderr,
    },
    requests::finder,
};

pub(super) fn run(scanner: &Scanner<'_>, as_json: bool, out: Out<'_>) -> Result {
    let walked = scanner.each_text(&finder::may_hold, |file, text| {
        let (report, calls) = (scanner.read(file, text), FoundCall::all(text));
        (report.is_some() || !calls.is_empty()).then(|| FileCalls { path: file.path.to_owned(), report, calls })
    });
    let mut files = Vec::new();
    for (path, outcome) in walked.outcomes {
        match outcome {
            Outcome::Read(calls) => files.push(calls),
            Outcome::Skipped(reason) => stderr::print(&format!("skipped {}: {reason}", path.display())),
            Outcome::Unreadable(message) => return Err(Failure::Usage(message)),
        }
    }
    if files.iter().all(|file| file.calls.is_empty()) {
        // A check of nothing may not look like one that passed.
        return Err(Failure::Usage("no API call was found".into()));
    }
    let comparison = Comparison::of(&files, scanner.catalogue);
    if as_json {
        print::json(&comparison, out)?;
    } else {
        print::human(&comparison, out)?;
    }
    Ok(Answer::from(!comparison.has_certain_lack()))
}
