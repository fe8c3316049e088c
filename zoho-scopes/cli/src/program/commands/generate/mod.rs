//! `zoho-scopes generate`: the catalogue as constants of other languages.
//!
//! A language is a template in `cli/templates`, and an entry in `languages.rs` that says how it names things.

mod escape;
mod language;
mod languages;
mod model;
mod names;
mod packages;
mod selection;
mod template;

use std::path::{Path, PathBuf};

use clap::{Args, builder::TypedValueParser};

use self::{language::Language, model::Model, selection::Selection};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    commands::catalogues::Catalogues,
    difference, input,
    replace::output,
    word::word,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// The language.
    #[arg(value_parser = language())]
    language: &'static Language,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    catalogues: Catalogues,
    /// The package or namespace of the constants, in Go, PHP, Java and C#.
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Write to this file instead of standard output; its folder is made where it is missing.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write nothing, show how the file differs, and exit with 1 if it does.
    #[arg(long, requires = "output")]
    check: bool,
}

const AFTER_HELP: &str = "\
Constants are named by scope name and operation, as the language does it: `ZohoCliq.Channels.READ` is \
`ZohoCliq.CHANNELS_READ` in TypeScript and Python, `ZohoCliqChannelsRead` in Go. The name of a constant does not depend \
on which others are generated.

A Java file is called ZohoScopes.java. Beside a Python file called __init__.py, py.typed is written also.

Example: zoho-scopes generate typescript --service ZohoCliq -o src/zoho-scopes.ts";

fn language() -> impl TypedValueParser<Value = &'static Language> {
    word(languages::ALL, |language: &'static Language| language.name)
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let language = arguments.language;
    let file = arguments.output.as_deref();
    file.map_or(Ok(()), |path| fits(language, path))?;
    let catalogue = arguments.catalogues.read()?;
    let package = packages::package(language, arguments.package.as_deref())?;
    let entries = arguments.selection.entries(catalogue)?;
    let model = Model::new(language, package, catalogue, &entries);
    let text = template::render(language, &model)?;
    let Some(path) = file else {
        out.write_all(text.as_bytes())?;
        return Ok(Answer::Yes);
    };
    if arguments.check {
        return check(path, &text, out);
    }
    output(path, text.as_bytes())?;
    if let Some(marker) = marker(language, path) {
        output(&marker, b"")?;
    }
    Ok(Answer::Yes)
}

/// Whether the file is what would be generated; a file that is not there is an empty one.
fn check(path: &Path, text: &str, out: Out<'_>) -> Result {
    let old = if path.exists() { input::file(path)? } else { String::new() };
    // What a version control system does to line ends is no change.
    let old = old.replace("\r\n", "\n");
    difference::show(path, &old, text, out)?;
    Ok(Answer::from(old == text))
}

/// Refuses a file of a name under which the language would not take it.
fn fits(language: &Language, path: &Path) -> Result<()> {
    match language.file {
        Some(name) if path.file_name().is_some_and(|given| given != name) => {
            Err(Failure::Usage(format!("the file is to be called `{name}`, as the class in it is")))
        }
        _ => Ok(()),
    }
}

/// The file that marks the folder of a package.
fn marker(language: &Language, path: &Path) -> Option<PathBuf> {
    let (file, marker) = language.marker?;
    path.file_name().is_some_and(|name| name == file).then(|| path.with_file_name(marker))
}
