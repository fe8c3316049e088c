//! `zoho-scopes catalogue diff`: what `OpenAPI` files say of scopes that the catalogue does not.

use std::{collections::BTreeMap, io, path::PathBuf};

use serde::Serialize;
use zoho_scopes::{Catalogue, Entry, Policy, Report, report::Code};

use super::format::Format;
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    counted::counted,
    input,
    openapi::{Document, Place},
    pattern::pattern,
    stderr::print,
};

/// How a file and the catalogue differ about a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    /// The catalogue lacks it.
    Lacking,
    /// The catalogue has it in another case.
    OtherSpelling,
    /// Another scope is meant, by the looks of it.
    Misspelled,
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
    /// Files that could not be compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    skipped: Vec<String>,
}

pub(super) fn run(files: &[PathBuf], format: Format, out: Out<'_>) -> Result {
    if format == Format::Markdown {
        return Err(Failure::Usage("a comparison with OpenAPI files has no Markdown form".into()));
    }
    let (documents, skipped) = documents(files)?;
    let mut places: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for used in documents.iter().flat_map(Document::uses) {
        // Some files write several scopes into one string.
        let report = checked(&used.text);
        let scopes = report.items().iter().map(|item| &report.input()[item.span.range()]);
        for scope in scopes {
            places.entry(scope.to_owned()).or_default().push(used.place.clone());
        }
    }
    let scopes = places.len();
    let mut differences: Vec<Difference> =
        places.into_iter().filter_map(|(scope, places)| difference(scope, places)).collect();
    differences.sort_by_key(|difference| difference.kind);
    let answers = Answers { files: documents.len(), scopes, differences, skipped };
    match format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &answers).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        _ => answers.write(out)?,
    }
    Ok(Answer::from(answers.differences.is_empty()))
}

/// The `OpenAPI` files and the parts that they refer to; and the names of the others, which are skipped.
fn documents(files: &[PathBuf]) -> Result<(Vec<Document>, Vec<String>)> {
    let failure = |path: &PathBuf, error: String| Failure::Usage(format!("{}: {error}", path.display()));
    let mut parts = Vec::new();
    let mut documents = Vec::new();
    for path in files {
        let document = Document::read(path, &input::file(path)?).map_err(|error| failure(path, error))?;
        if document.is_openapi() { &mut documents } else { &mut parts }.push(document);
    }
    if documents.is_empty() {
        let error = "neither `openapi` nor `swagger` says that this is an OpenAPI file".to_owned();
        return Err(files.first().map_or_else(|| Failure::Usage(error.clone()), |path| failure(path, error.clone())));
    }
    // Parts may refer to parts.
    while let Some(place) = parts.iter().position(|part| documents.iter().any(|other| other.refers_to(part))) {
        documents.push(parts.remove(place));
    }
    let skipped: Vec<String> = parts.iter().map(|part| part.path().display().to_string()).collect();
    for file in &skipped {
        print(&format!("note: {file}: skipped, since it is not an OpenAPI file and none of the others refers to it"));
    }
    Ok((documents, skipped))
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
    if pattern(Catalogue::builtin(), &scope).is_some() {
        return None;
    }
    let report = checked(&scope);
    // Deprecated and disputed scopes are known, and so is another official spelling.
    let is_new = |code| !matches!(code, Code::OtherSpelling | Code::Deprecated | Code::Disputed | Code::CloseToKnown);
    let said = report.diagnostics().iter().find(|said| is_new(said.code()))?;
    let (kind, suggestion) = match report.items() {
        [item] if !matches!(item.entry, Entry::Unknown(_)) => (Kind::OtherSpelling, Some(item.entry.to_string())),
        _ => {
            let first = report.diagnostics().iter().filter_map(|said| said.suggestions().first());
            let meant = Some(report.apply(first)).filter(|meant| is_known(meant));
            (if meant.is_some() { Kind::Misspelled } else { Kind::Lacking }, meant)
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
                Kind::OtherSpelling => {
                    writeln!(out, "in another spelling: `{scope}` is `{suggestion}` in the catalogue")?;
                }
                Kind::Misspelled => writeln!(out, "misspelled: `{scope}`, did you mean `{suggestion}`? ({message})")?,
            }
            for Place { file, operation, pointer } in places {
                let operation = operation.as_deref().map(|operation| format!("{operation}  ")).unwrap_or_default();
                writeln!(out, "  {file}: {operation}{pointer}")?;
            }
        }
        let (scopes, files) = (counted(self.scopes, "scope"), counted(self.files, "file"));
        writeln!(out, "{scopes} in {files}: {}", counted(self.differences.len(), "difference"))
    }
}
