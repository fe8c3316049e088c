//! `zoho-scopes docs --inject`: tables between the marker comments of documents.

use std::path::{Path, PathBuf};

use clap::Parser;

use super::{blocks, calls, options::Options};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    commands::services,
    difference, input,
    replace::replace,
};

/// What a block holds: the words of its first marker.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true, disable_help_subcommand = true)]
enum Block {
    Docs(Options),
    Services,
    Calls,
}

/// Rewrites the blocks of all files, or of none where one is wrong; with `check`, only shows what would change.
pub(super) fn run(files: &[PathBuf], check: bool, out: Out<'_>) -> Result {
    let (mut changed, mut errors) = (Vec::new(), Vec::new());
    for file in files {
        let old = input::file(file)?;
        let folder = file.parent().unwrap_or(Path::new(""));
        match blocks::rewritten(&old, &|words| table(words, folder)) {
            Ok(new) if new == old => {}
            Ok(new) => changed.push((file, old, new)),
            Err(found) => errors.extend(found.into_iter().map(|error| error.in_file(file))),
        }
    }
    if !errors.is_empty() {
        return Err(Failure::Usage(errors.join("\n")));
    }
    for (file, old, new) in &changed {
        if check {
            difference::show(file, old, new, out)?;
        } else {
            replace(file, new.as_bytes()).map_err(|error| Failure::file(file.display(), &error))?;
        }
    }
    Ok(Answer::from(!check || changed.is_empty()))
}

/// The text of a block.
fn table(words: &str, folder: &Path) -> std::result::Result<String, String> {
    let words = shlex::split(words).ok_or("a quotation mark is not closed")?;
    let block = Block::try_parse_from(words).map_err(|error| in_a_line(&error.to_string()))?;
    let text = match block {
        Block::Services => Ok(services::markdown()),
        Block::Calls => return calls::markdown().map_err(|errors| errors.to_string()),
        Block::Docs(options) if options.is_for_documents() => options.print(Some(folder)),
        Block::Docs(_) => return Err("documents can have the formats markdown and html only".into()),
    };
    text.map_err(|failure| match failure {
        Failure::Usage(message) | Failure::Invalid(message) => message,
        Failure::Output(error) => error.to_string(),
    })
}

/// What clap says over several lines: the error, and the tip if it has one.
fn in_a_line(error: &str) -> String {
    let paragraphs = error.split("\n\n").take_while(|paragraph| !paragraph.starts_with("Usage:"));
    let lines = paragraphs.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join("; ");
    line.strip_prefix("error: ").unwrap_or(&line).replace('\'', "`")
}
