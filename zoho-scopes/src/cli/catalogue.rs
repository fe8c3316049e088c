//! `zoho-scopes catalogue`: for people who edit catalogue files.

use std::{fs, path::PathBuf};

use clap::Subcommand;
use zoho_scopes_data::{self as data, Faults};

use super::{Answer, Failure, Out, Result, diff};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Check catalogue files together: faults with file, line and column.
    #[command(after_help = "Example: zoho-scopes catalogue check data/services/*.json")]
    Check {
        /// The files; they may refer to each other.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Sort catalogue files and lay them out.
    #[command(after_help = "Example: zoho-scopes catalogue fmt data/services/zohocliq.json")]
    Fmt {
        /// The files, which are rewritten.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Compare the catalogue with official OpenAPI files: scopes it lacks, other spellings, misspellings.
    Diff(diff::Arguments),
    /// Print the JSON Schema of catalogue files.
    Schema,
}

pub(super) fn run(command: &Command, out: Out<'_>) -> Result {
    match command {
        Command::Check { files } => check(files, out),
        Command::Fmt { files } => fmt(files, out),
        Command::Diff(arguments) => diff::run(arguments, out),
        Command::Schema => {
            out.write_all(data::schema().as_bytes())?;
            Ok(Answer::Yes)
        }
    }
}

fn check(files: &[PathBuf], out: Out<'_>) -> Result {
    let texts: Vec<(String, String)> = files.iter().map(read).collect::<Result<_>>()?;
    let pairs = texts.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    match data::Catalogue::from_files(pairs) {
        Ok(catalogue) => {
            writeln!(
                out,
                "{} services, {} scopes and patterns: no faults",
                catalogue.services().len(),
                catalogue.scopes().count()
            )?;
            Ok(Answer::Yes)
        }
        Err(faults) => {
            writeln!(out, "{faults}")?;
            Ok(Answer::No)
        }
    }
}

fn fmt(files: &[PathBuf], out: Out<'_>) -> Result {
    let mut answer = Answer::Yes;
    for path in files {
        let (file, text) = read(path)?;
        match data::layout(&file, &text) {
            Ok(laid_out) if laid_out == text => {}
            Ok(laid_out) => fs::write(path, laid_out).map_err(|error| Failure::file(path.display(), &error))?,
            Err(faults @ Faults(_)) => {
                writeln!(out, "{faults}")?;
                answer = Answer::No;
            }
        }
    }
    Ok(answer)
}

fn read(path: &PathBuf) -> Result<(String, String)> {
    let text = fs::read_to_string(path).map_err(|error| Failure::file(path.display(), &error))?;
    Ok((format!("{}", path.display()), text))
}
