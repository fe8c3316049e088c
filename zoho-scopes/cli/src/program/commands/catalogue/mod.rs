//! `zoho-scopes catalogue`: for people who edit catalogue files.

mod diff;
mod folder;
mod merge;
mod scopes;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use zoho_scopes_data::files::{self as data, FileErrors};

use crate::program::{
    answer::{Answer, Failure, Out, Result},
    counted::counted,
    input,
    replace::replace,
};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check catalogue files together: errors with file, line and column.
    #[command(after_help = "Example: zoho-scopes catalogue check data/services/*.json")]
    Check {
        /// The files, which may refer to each other; `-` is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Sort catalogue files and lay them out.
    #[command(after_help = "Example: zoho-scopes catalogue fmt data/services/zohocliq.json")]
    Fmt {
        /// The files, which are rewritten; `-` is standard input, which is printed laid out.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Show what changed between two catalogues, or what official OpenAPI files say otherwise.
    Diff(diff::Arguments),
    /// Write what Zoho answered to `probe` into catalogue files.
    Merge(merge::Arguments),
    /// Print the JSON Schema of catalogue files, or of scope lists.
    #[command(after_help = "Example: zoho-scopes catalogue schema --scopes --service ZohoCliq > scopes.schema.json")]
    Schema {
        /// The schema of files of calls instead.
        #[arg(long)]
        calls: bool,
        #[command(flatten)]
        scopes: scopes::Arguments,
    },
}

pub(super) fn run(command: &Command, out: Out<'_>) -> Result {
    match command {
        Command::Check { files } => check(files, out),
        Command::Fmt { files } => fmt(files, out),
        Command::Diff(arguments) => diff::run(arguments, out),
        Command::Merge(arguments) => merge::run(arguments, out),
        Command::Schema { scopes, .. } if scopes.are_asked_for() => scopes::run(scopes, out),
        Command::Schema { calls, .. } => {
            let schema = if *calls { data::calls::schema() } else { data::schema() };
            out.write_all(schema.as_bytes())?;
            Ok(Answer::Yes)
        }
    }
}

fn check(files: &[PathBuf], out: Out<'_>) -> Result {
    let texts: Vec<(String, String)> = files.iter().map(|path| read(path)).collect::<Result<_>>()?;
    let pairs = texts.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    let (calls, services): (Vec<_>, Vec<_>) = pairs.partition(|(_, text)| data::calls::is_call_file(text));
    let checked = check_services(&services, out).and_then(|of_services| Ok((of_services, check_calls(&calls, out)?)));
    match checked? {
        (Ok(()), Ok(())) => Ok(Answer::Yes),
        (of_services, of_calls) => {
            for errors in [of_services, of_calls].into_iter().filter_map(std::result::Result::err) {
                writeln!(out, "{errors}")?;
            }
            Ok(Answer::No)
        }
    }
}

/// Pairs of a file's name and its text.
type Files<'a> = [(&'a str, &'a str)];

/// What is wrong with files, after what is not was said.
type Checked = std::result::Result<(), FileErrors>;

fn check_services(files: &Files<'_>, out: Out<'_>) -> Result<Checked> {
    if files.is_empty() {
        return Ok(Ok(()));
    }
    let catalogue = match data::Catalogue::from_files(files.iter().copied()) {
        Ok(catalogue) => catalogue,
        Err(errors) => return Ok(Err(errors)),
    };
    let (services, scopes) = (catalogue.services().len(), catalogue.scopes().count());
    let scopes = if scopes == 1 { "1 scope or pattern" } else { &format!("{scopes} scopes and patterns") };
    writeln!(out, "{}, {scopes}: no errors", counted(services, "service"))?;
    Ok(Ok(()))
}

/// Calls are checked against the built-in catalogue.
fn check_calls(files: &Files<'_>, out: Out<'_>) -> Result<Checked> {
    if files.is_empty() {
        return Ok(Ok(()));
    }
    let builtin = data::Catalogue::builtin();
    let calls = match builtin.and_then(|catalogue| data::calls::Calls::from_files(files.iter().copied(), &catalogue)) {
        Ok(calls) => calls,
        Err(errors) => return Ok(Err(errors)),
    };
    let (services, calls) = (counted(calls.files().len(), "service"), counted(calls.iter().count(), "call"));
    writeln!(out, "{services} with {calls}: no errors")?;
    Ok(Ok(()))
}

fn fmt(files: &[PathBuf], out: Out<'_>) -> Result {
    let mut answer = Answer::Yes;
    for path in files {
        let (file, text) = read(path)?;
        match data::layout(&file, &text) {
            Ok(laid_out) if path.as_os_str() == "-" => out.write_all(laid_out.as_bytes())?,
            Ok(laid_out) if laid_out == text => {}
            Ok(laid_out) => {
                replace(path, laid_out.as_bytes()).map_err(|error| Failure::file(path.display(), &error))?;
            }
            Err(errors) => {
                writeln!(out, "{errors}")?;
                answer = Answer::No;
            }
        }
    }
    Ok(answer)
}

fn read(path: &Path) -> Result<(String, String)> {
    Ok((path.display().to_string(), input::file(path)?))
}
