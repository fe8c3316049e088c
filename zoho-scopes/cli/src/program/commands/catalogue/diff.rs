//! `zoho-scopes catalogue diff`: what `OpenAPI` files say of scopes that the catalogue does not.

use std::{collections::BTreeMap, io, path::PathBuf};

use clap::Args;
use serde::Serialize;
use zoho_scopes::{Catalogue, Entry, Policy, Report, report::Code};

use crate::program::{
    answer::{Answer, Failure, Out, Result},
    format::Format,
    input,
    openapi::{self, Place},
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes catalogue diff --openapi crm-oas/*.json")]
pub(crate) struct Arguments {
    /// The files: OpenAPI 3 or 2, JSON or YAML; `-` is standard input.
    #[arg(long, required = true, num_args = 1.., value_name = "FILE")]
    openapi: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How a file and the catalogue differ about a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// The catalogue lacks it.
    Lacking,
    /// The catalogue has it in another case.
    OtherSpelling,
    /// Another scope is meant, by the looks of it.
    Misspelt,
}

#[derive(Serialize)]
struct Difference {
    kind: Kind,
    scope: String,
    /// The scope of the catalogue that is the same, or is meant.
    suggestion: Option<String>,
    /// What `check` says of it.
    message: String,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Answers {
    files: usize,
    /// How many scopes the files speak of.
    scopes: usize,
    differences: Vec<Difference>,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for path in &arguments.openapi {
        let file = path.display().to_string();
        let text = input::file(path)?;
        for used in openapi::uses(&file, &text).map_err(|error| Failure::Usage(format!("{file}: {error}")))? {
            // Some files write several scopes into one string.
            let report = checked(&used.text);
            let scopes = report.items().iter().map(|item| &report.input()[item.span.range()]);
            for scope in scopes {
                places.entry(scope.to_owned()).or_default().push(used.place.clone());
            }
        }
    }
    let scopes = places.len();
    let mut differences: Vec<Difference> =
        places.into_iter().filter_map(|(scope, places)| difference(scope, places)).collect();
    differences.sort_by_key(|difference| difference.kind);
    let answers = Answers { files: arguments.openapi.len(), scopes, differences };
    match arguments.format {
        Format::Human => answers.write(out)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &answers).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Answer::from(answers.differences.is_empty()))
}

fn checked(text: &str) -> Report<'_> {
    Catalogue::builtin().validate(text, &Policy::LAX.redundant(false))
}

/// Whether a text is a scope of the catalogue, or a pattern admits it.
fn is_known(text: &str) -> bool {
    matches!(checked(text).items(), [item] if !matches!(item.entry, Entry::Unknown(_)))
}

/// How the catalogue differs, if it does.
fn difference(scope: String, places: Vec<Place>) -> Option<Difference> {
    let report = checked(&scope);
    // Deprecated and disputed scopes are known, and so is another official spelling.
    let is_new = |code| !matches!(code, Code::OtherSpelling | Code::Deprecated | Code::Disputed | Code::CloseToKnown);
    let said = report.diagnostics().iter().find(|said| is_new(said.code()))?;
    let (kind, suggestion) = match report.items() {
        [item] if !matches!(item.entry, Entry::Unknown(_)) => (Kind::OtherSpelling, Some(item.entry.to_string())),
        _ => {
            let first = report.diagnostics().iter().filter_map(|said| said.suggestions().first());
            let meant = Some(report.apply(first)).filter(|meant| is_known(meant));
            (if meant.is_some() { Kind::Misspelt } else { Kind::Lacking }, meant)
        }
    };
    let message = said.message().to_owned();
    Some(Difference { kind, scope, suggestion, message, places })
}

impl Answers {
    fn write(&self, out: Out<'_>) -> io::Result<()> {
        for Difference { kind, scope, suggestion, message, places } in &self.differences {
            let suggestion = suggestion.as_deref().unwrap_or_default();
            match kind {
                Kind::Lacking => writeln!(out, "lacking: `{scope}` ({message})")?,
                Kind::OtherSpelling => writeln!(out, "spelt otherwise: `{scope}` is `{suggestion}` in the catalogue")?,
                Kind::Misspelt => writeln!(out, "misspelt: `{scope}`, did you mean `{suggestion}`? ({message})")?,
            }
            for Place { file, operation, pointer } in places {
                let operation = operation.as_deref().map(|operation| format!("{operation}  ")).unwrap_or_default();
                writeln!(out, "  {file}: {operation}{pointer}")?;
            }
        }
        writeln!(out, "{} scopes in {} files: {} differences", self.scopes, self.files, self.differences.len())
    }
}
