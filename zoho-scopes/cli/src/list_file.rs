//! A file in which lists stand: and where they are in it.

use std::path::Path;

use serde_json::{Value, json};
use zoho_scopes::{
    Catalogue, Policy, Report,
    report::{Code, Diagnostic, Severity},
};

use crate::lines::Lines;

/// A file, in which lists stand.
pub(crate) struct ListFile<'a> {
    path: &'a Path,
    text: String,
    lines: Lines,
}

impl<'a> ListFile<'a> {
    pub(crate) fn new(path: &'a Path, text: String) -> Self {
        let lines = Lines::of(&text);
        Self { path, text, lines }
    }

    /// A report on each list of the file, of which there is one at least.
    pub(crate) fn reports(&self, catalogue: Catalogue, policy: &Policy) -> Vec<Report<'_>> {
        catalogue.validate_all(&self.text, policy)
    }

    #[cfg(feature = "program")]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn path(&self) -> &'a Path {
        self.path
    }

    /// The line and column of a place of the report's input.
    pub(crate) fn position(&self, report: &Report<'_>, place: usize) -> (usize, usize) {
        self.lines.position(&self.text, report.start() + place)
    }

    /// The JSON of a report that also says which file it is of, and for each diagnostic the line and column.
    pub(crate) fn placed(&self, report: &Report<'_>, mut json: Value) -> Value {
        json["file"] = json!(self.path().to_string_lossy());
        for (diagnostic, found) in
            report.diagnostics().iter().zip(json["diagnostics"].as_array_mut().into_iter().flatten())
        {
            let (line, column) = self.position(report, diagnostic.span().start);
            found["line"] = json!(line);
            found["column"] = json!(column);
        }
        json
    }
}

/// Leaves out what is said of how a file writes its list: that is how files do.
pub(crate) fn without_remarks(report: Report<'_>) -> Report<'_> {
    let is_remark = |found: &Diagnostic| {
        found.severity() == Severity::Note && matches!(found.code(), Code::Markup | Code::TakenOut | Code::EmptyEntry)
    };
    report.map_diagnostics(|found| (!is_remark(&found)).then_some(found))
}
