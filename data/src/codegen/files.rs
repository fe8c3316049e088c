//! The built-in catalogue as files of Rust: one a service, since that is where an editor leads whoever asks for
//! the definition of a constant.

use std::collections::HashMap;

use quote::quote;

use super::{enums, print, tables};
use crate::files::{Catalogue, ServiceRow, TooLarge, calls::Calls};

/// A generated file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct File {
    /// Its path in `OUT_DIR`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Generates what [`generate`](super::generate()) does for the library itself, as files. `services.rs` declares
/// the modules, each of which includes its own file, and includes the table, which knows of the calls what wrong scope
/// names are explained by. `sources` are the catalogue files
/// as name and text: generated files are named after them, and say so.
///
/// # Errors
///
/// As [`generate`](super::generate()).
pub fn files(catalogue: &Catalogue, calls: &Calls, sources: &[(&str, &str)]) -> Result<Vec<File>, TooLarge> {
    let rows = calls.beside(catalogue.rows()?);
    let format = quote!(crate::__private::v1);
    let names: HashMap<&str, &str> =
        sources.iter().filter_map(|(file, text)| Some((service_of(text)?, file.strip_suffix(".json")?))).collect();
    let mut files = Vec::new();
    let mut all = print(quote!(include!(concat!(env!("OUT_DIR"), "/table.rs"));));
    for row in &rows.services {
        let Some(module) = enums::module(row, &rows, &format) else { continue };
        // A name that differs from another in case alone has a file of its own name, as on disks that ignore case.
        let stem = names.get(module.service.service.as_str()).map_or_else(|| fallback(row), |stem| (*stem).to_owned());
        let inside = format!("/{stem}.rs");
        all += "\n";
        all += &print(module.with(&quote!(include!(concat!(env!("OUT_DIR"), #inside));)));
        let from = format!("data/{stem}.json");
        files.push(File { text: marked(&from, "that file", &print(module.items)), path: format!("{stem}.rs") });
    }
    let table = print(tables::table(rows.leaked_table(), &format));
    for (path, text) in [("services.rs", all), ("table.rs", table)] {
        files.push(File { path: path.to_owned(), text: marked("data/services/*.json", "those files", &text) });
    }
    Ok(files)
}

/// Says first where a file comes from.
fn marked(from: &str, edited: &str, text: &str) -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!("// @generated from {from} by zoho-scopes-data {version}; edit {edited}, not this one.\n\n{text}")
}

/// The service that a catalogue file describes, as `fmt` lays it out.
fn service_of(text: &str) -> Option<&str> {
    Some(text.split_once("\"service\": \"")?.1.split_once('"')?.0)
}

/// The file that a service should have.
fn fallback(row: &ServiceRow<'_>) -> String {
    format!("services/{}", row.service.service.to_ascii_lowercase())
}
