//! `zoho-scopes catalogue merge`: what `probe` was answered becomes sources in catalogue files.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use clap::Args;
use zoho_scopes::accounts::{DataCentre, Endpoint};
use zoho_scopes_data::{
    files::{self as data, ServerAnswer},
    text::printable::Printable,
};

use super::folder;
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    counted::counted,
    probe_file::{Answered, ProbeFile, Verdict},
    replace::replace,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// Files that `probe --save` wrote.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The folder of catalogue files, which are rewritten.
    #[arg(long, value_name = "FOLDER")]
    into: PathBuf,
}

const AFTER_HELP: &str = "\
An answer becomes a source of the kind `probe` where it changes the status of a scope: one that was observed and is \
accepted is documented, one that is refused is disputed. Scopes that the catalogue lacks are listed, not added.

Example: zoho-scopes catalogue merge answers.json --into data/services";

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let old = folder::read(&arguments.into)?;
    let mut new = old.clone();
    let (mut asked, mut changed) = (BTreeSet::new(), 0);
    for path in &arguments.files {
        let probed = ProbeFile::read(path)?;
        let centre = DataCentre::from_location(&probed.data_centre).ok_or_else(|| {
            Failure::Usage(format!("{}: `{}` is not a data centre", path.display(), probed.data_centre))
        })?;
        let address = centre.url(Endpoint::DeviceCode);
        let answer = |answered| server_answer(answered, centre, &address);
        let answers: Vec<ServerAnswer<'_>> = probed.answers.iter().filter_map(answer).collect();
        for (file, text) in &mut new {
            let merged = data::merge(&file.display().to_string(), text, &answers);
            let (merged, scopes) = merged.map_err(|errors| Failure::Usage(errors.to_string()))?;
            changed += scopes.len();
            *text = merged;
        }
        asked.extend(answers.iter().map(|answer| (answer.wire.to_owned(), answer.is_accepted)));
    }
    // Nothing is written unless all can be.
    let mut known = BTreeSet::new();
    for (file, text) in &new {
        known.extend(scopes_of(file, text)?);
    }
    for ((file, text), _) in new.iter().zip(&old).filter(|(new, old)| new != old) {
        replace(file, text.as_bytes()).map_err(|error| Failure::file(file.display(), &error))?;
        writeln!(out, "{}: rewritten", file.display())?;
    }
    for (scope, is_accepted) in asked.iter().filter(|(scope, _)| !known.contains(scope)) {
        let answer = if *is_accepted { Verdict::Accepted } else { Verdict::Refused };
        writeln!(out, "{}, not in the catalogue: {}", answer.as_str(), Printable::line(scope).text)?;
    }
    writeln!(out, "changed by {}: {}", counted(asked.len(), "answer"), counted(changed, "scope"))?;
    Ok(Answer::Yes)
}

fn server_answer<'a>(answered: &'a Answered, centre: DataCentre, address: &'a str) -> Option<ServerAnswer<'a>> {
    let is_accepted = match answered.answer {
        Verdict::Accepted => true,
        Verdict::Refused => false,
        Verdict::Unclear => return None,
    };
    Some(ServerAnswer { wire: &answered.scope, is_accepted, day: &answered.date, centre: centre.as_str(), address })
}

fn scopes_of(file: &Path, text: &str) -> Result<Vec<String>> {
    let service = data::read(&file.display().to_string(), text);
    let service = service.map_err(|errors| Failure::Usage(errors.to_string()))?;
    Ok(service.scopes().map(|scope| scope.wire()).collect())
}
