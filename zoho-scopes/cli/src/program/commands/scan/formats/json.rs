//! Every list with its scopes and findings, for programs.

use std::io;

use serde::Serialize;

use crate::program::{
    answer::{Out, Result},
    commands::scan::{
        file::{FileReport, FoundList, new_ones},
        finding::Finding,
        scanned::Scanned,
    },
};

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    files: Vec<File<'a>>,
    skipped: Vec<Skipped<'a>>,
}

#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "file")]
    path: &'a str,
    lists: &'a [FoundList],
    /// Those that belong to no list.
    #[serde(serialize_with = "new_ones")]
    diagnostics: &'a [Finding],
}

#[derive(Serialize)]
struct Skipped<'a> {
    file: &'a str,
    reason: &'a str,
}

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let files = scanned.files.iter();
    let files = files.map(|FileReport { path, lists, others, .. }| File { path, lists, diagnostics: others });
    let skipped = scanned.skipped.iter().map(|(file, reason)| Skipped { file, reason });
    let document = Document { version: 1, files: files.collect(), skipped: skipped.collect() };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}
