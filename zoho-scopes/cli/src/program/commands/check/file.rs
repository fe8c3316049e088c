//! A list that stands in a file, such as a setting in YAML, TOML or `.env`: what is not a part of it, and where it is.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use zoho_scopes::{
    Report,
    report::{Code, Diagnostic, Severity},
};

use crate::program::{answer::Result, input};

/// The text of a file, without its comments.
pub(super) struct ListFile<'a> {
    path: &'a Path,
    text: String,
}

/// Where a diagnostic stands: the file, and line and column, both from 1.
pub(super) struct Position<'a> {
    pub(super) file: &'a Path,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl<'a> ListFile<'a> {
    pub(super) fn read(path: &'a PathBuf) -> Result<Self> {
        Ok(Self { path, text: without_comments(&input::file(path)?) })
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn path(&self) -> &'a Path {
        self.path
    }

    /// Where in the file a place of the report's input is.
    pub(super) fn position(&self, report: &Report<'_>, place: usize) -> Position<'a> {
        let before = self.text.get(..report.start() + place).unwrap_or_default();
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        Position { file: self.path, line: before.matches('\n').count() + 1, column }
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

/// The text with spaces for each comment, so that places stay: from a `#` at the beginning of a line or behind white
/// space to the end of the line.
fn without_comments(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let begins = |(place, _): &(usize, &str)| line[..*place].chars().next_back().is_none_or(char::is_whitespace);
        let start = line.match_indices('#').find(begins).map_or(line.len(), |(place, _)| place);
        let (kept, comment) = line.split_at(start);
        plain.push_str(kept);
        plain.extend(comment.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_become_spaces() {
        assert_eq!(without_comments("a # b\n#é\nc#d\n"), "a    \n   \nc#d\n");
        assert_eq!(without_comments("a\t#b"), "a\t  ");
    }
}
