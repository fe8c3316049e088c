//! A list that stands in a file, such as a setting in YAML, TOML or `.env`: what is not a part of it, and where it is.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use zoho_scopes::{
    Catalogue, Policy, Report,
    find::{Kind, List},
    report::{Code, Diagnostic, Severity},
};

use crate::program::{answer::Result, github::Position, input, lines::Lines};

/// A file, in which lists stand.
pub(super) struct ListFile<'a> {
    path: &'a Path,
    text: String,
    /// The text without its comments.
    plain: String,
    lines: Lines,
}

impl<'a> ListFile<'a> {
    pub(super) fn read(path: &'a PathBuf) -> Result<Self> {
        let text = input::file(path)?;
        let plain = without_comments(&text);
        let lines = Lines::of(&text);
        Ok(Self { path, text, plain, lines })
    }

    /// A report on each list of the file, of which there is one at least. Where the file is a setting, or a list by
    /// itself, it is read without its comments; of everything else what the finder finds.
    pub(super) fn reports(&self, catalogue: Catalogue, policy: &Policy) -> Vec<Report<'_>> {
        let reports = catalogue.validate_all(&self.plain, policy);
        let found = catalogue.find_all(&self.text);
        let live = |list: &List<'_>| list.matches().iter().filter(|entry| entry.kind != Kind::Commented).count();
        let all: usize = found.lists().iter().map(live).sum();
        if all <= reports.iter().map(|report| report.items().len()).sum() {
            return reports;
        }
        let lists = found.lists().iter().filter(|list| live(list) > 0);
        lists.map(|list| catalogue.validate_list(list, policy)).collect()
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
