//! A file in which lists stand: where they are in it, and how it is shown.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use zoho_scopes::{
    Catalogue, Policy, Report,
    report::{Code, Diagnostic, Severity},
};

use crate::program::{answer::Result, input, lines::Lines, redact};

/// A file, in which lists stand.
pub(super) struct ListFile<'a> {
    path: &'a Path,
    text: String,
    /// The text as it is shown: what looks secret is covered.
    shown: String,
    lines: Lines,
}

/// Where a diagnostic stands: the file, and line and column, both from 1.
pub(in crate::program::commands) struct Position<'a> {
    pub(in crate::program::commands) file: &'a Path,
    pub(in crate::program::commands) line: usize,
    pub(in crate::program::commands) column: usize,
}

impl<'a> ListFile<'a> {
    pub(super) fn read(path: &'a PathBuf) -> Result<Self> {
        let text = input::file(path)?;
        let shown = redact::source(&text);
        let lines = Lines::of(&text);
        Ok(Self { path, text, shown, lines })
    }

    /// A report on each list of the file, of which there is one at least.
    pub(super) fn reports(&self, catalogue: Catalogue, policy: &Policy) -> Vec<Report<'_>> {
        catalogue.validate_all(&self.text, policy)
    }

    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    pub(super) fn path(&self) -> &'a Path {
        self.path
    }

    /// Where in the file a place of the report's input is.
    pub(super) fn position(&self, report: &Report<'_>, place: usize) -> Position<'a> {
        let (line, column) = self.lines.position(&self.text, report.start() + place);
        Position { file: self.path, line, column }
    }

    /// A report as JSON that also says which file it is of, and for each diagnostic the line and column.
    pub(super) fn placed(&self, report: &Report<'_>) -> io::Result<Value> {
        let mut json = serde_json::to_value(report)?;
        json["file"] = json!(self.path.to_string_lossy());
        for (diagnostic, found) in
            report.diagnostics().iter().zip(json["diagnostics"].as_array_mut().into_iter().flatten())
        {
            let Position { line, column, .. } = self.position(report, diagnostic.span().start);
            found["line"] = json!(line);
            found["column"] = json!(column);
        }
        Ok(json)
    }
}

/// Leaves out what is said of how a file writes its list: that is how files do.
pub(super) fn without_remarks(report: Report<'_>) -> Report<'_> {
    let is_remark = |found: &Diagnostic| {
        found.severity() == Severity::Note && matches!(found.code(), Code::Markup | Code::TakenOut | Code::EmptyEntry)
    };
    report.map_diagnostics(|found| (!is_remark(&found)).then_some(found))
}
