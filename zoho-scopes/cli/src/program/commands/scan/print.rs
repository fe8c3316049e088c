//! What was found, for people and for programs.

use std::{collections::BTreeSet, io, path::PathBuf};

use serde_json::json;
use zoho_scopes::report::Severity;
use zoho_scopes_data::text::printable::Printable;

use super::found::FileLists;
use crate::program::{
    answer::{Out, Result},
    commands::check::{Position, annotate},
};

type Files = [(PathBuf, FileLists)];

/// A diagnostic a line, as compilers print them, with its help below; then the count.
pub(super) fn human(files: &Files, out: Out<'_>) -> Result<()> {
    let (mut errors, mut warnings, mut notes) = (0, 0, 0);
    for (path, lists) in files {
        let path = path.display().to_string();
        let path = Printable::line(&path).text;
        for found in lists.diagnostics() {
            let severity = found.diagnostic.severity();
            *match severity {
                Severity::Error => &mut errors,
                Severity::Warning => &mut warnings,
                Severity::Note => &mut notes,
            } += 1;
            let (line, column, code) = (found.line, found.column, found.diagnostic.code());
            let message = Printable::line(found.diagnostic.message()).text;
            writeln!(out, "{path}:{line}:{column}: {severity}[{code}]: {message}")?;
            if let Some(help) = found.diagnostic.help() {
                writeln!(out, "  help: {}", Printable::line(help).text)?;
            }
        }
    }
    let scopes: usize = files.iter().map(|(_, lists)| lists.asked().count()).sum();
    let count = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let found = [count(errors, "error"), count(warnings, "warning"), count(notes, "note")].join(", ");
    writeln!(out, "{} in {}: {found}", count(scopes, "scope"), count(files.len(), "file"))?;
    Ok(())
}

/// The scopes that are asked for, each once, sorted.
pub(super) fn list(files: &Files, out: Out<'_>) -> Result<()> {
    let asked = files.iter().flat_map(|(_, lists)| lists.asked());
    let scopes: BTreeSet<&str> = asked.map(|scope| scope.wire.as_deref().unwrap_or(&scope.text)).collect();
    for scope in scopes {
        writeln!(out, "{}", Printable::line(scope).text)?;
    }
    Ok(())
}

pub(super) fn json(files: &Files, out: Out<'_>) -> Result<()> {
    let files = files.iter().map(|(path, lists)| json!({"file": path.to_string_lossy(), "lists": lists.lists}));
    let document = json!({"version": 1, "files": files.collect::<Vec<_>>()});
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

pub(super) fn github(files: &Files, out: Out<'_>) -> Result<()> {
    for (path, lists) in files {
        for found in lists.diagnostics() {
            let position = Position { file: path, line: found.line, column: found.column };
            annotate(&found.diagnostic, Some(&position), out)?;
        }
    }
    Ok(())
}
