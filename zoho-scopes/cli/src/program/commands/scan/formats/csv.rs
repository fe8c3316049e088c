//! Findings, or scopes with their places, as comma-separated values.

use std::io;

use zoho_scopes::docs::csv_field;

use crate::program::{
    answer::{Out, Result},
    commands::scan::{finding::Finding, scanned::Scanned},
};

pub(super) fn findings(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    row(out, ["file", "line", "column", "severity", "code", "scope", "message", "help", "fix"])?;
    for (file, Finding { start, diagnostic, scope, fix, .. }) in scanned.findings() {
        let (line, column) = (start.line.to_string(), start.column.to_string());
        row(
            out,
            [
                &file.path,
                &line,
                &column,
                diagnostic.severity().as_str(),
                diagnostic.code().as_str(),
                scope,
                diagnostic.message(),
                diagnostic.help().unwrap_or_default(),
                fix.as_ref().map_or("", |fix| &fix.fix.replacement),
            ],
        )?;
    }
    Ok(())
}

pub(super) fn scopes(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    row(out, ["scope", "file", "line", "column", "text"])?;
    for (file, asked) in scanned.asked() {
        let (line, column) = (asked.line.to_string(), asked.column.to_string());
        row(out, [asked.name(), &file.path, &line, &column, &asked.text])?;
    }
    Ok(())
}

fn row<const N: usize>(out: Out<'_>, fields: [&str; N]) -> io::Result<()> {
    writeln!(out, "{}", fields.map(csv_field).join(","))
}
