//! From the text of a file to its lists, validated, with lines and columns.

use std::sync::Arc;

use zoho_scopes::{
    Catalogue, Entry, Report,
    find::{Finder, Form, Kind, List},
    report::{Code, Diagnostic, Item, Span, Suggestion},
};
use zoho_scopes_data::text::normalise::normalise;

use super::{
    file::{Asked, FileReport, FoundList},
    finding::{Excerpt, Finding, Place, Replacement, Suppressed},
    fingerprint::Fingerprints,
    fix::edits,
    ignores::Ignores,
    rules::FileRules,
    walk::File,
};
use crate::program::{lines::Cursor, redact};

/// What is found in the text of a file; nothing where there is nothing to say.
pub(super) fn read(
    file: &File<'_>,
    text: &str,
    finder: &Finder,
    catalogue: Catalogue,
    rules: &FileRules<'_>,
) -> Option<FileReport> {
    let found = finder.find(text);
    let mut ignores = Ignores::of(text, &found);
    if found.is_empty() && ignores.is_empty() {
        return None;
    }
    let mut reader =
        Reader { text, catalogue, rules, cursor: Cursor::new(text), fingerprints: Fingerprints::default() };
    let lists = found.lists().iter().map(|list| reader.list(list, &mut ignores)).collect();
    let unused = ignores.unused(|code| rules.is_looked_for(code));
    let others = unused.into_iter().filter_map(|(diagnostic, comment)| reader.unused(diagnostic, comment)).collect();
    let path = file.path.to_string_lossy().replace('\\', "/");
    Some(FileReport { path, absolute: file.absolute.clone(), lists, others })
}

/// Reads a text from its beginning to its end.
struct Reader<'a> {
    text: &'a str,
    catalogue: Catalogue,
    rules: &'a FileRules<'a>,
    cursor: Cursor<'a>,
    fingerprints: Fingerprints,
}

impl Reader<'_> {
    fn place(&mut self, place: usize) -> Place {
        self.cursor.position(place).into()
    }

    fn list(&mut self, list: &List<'_>, ignores: &mut Ignores) -> FoundList {
        let report = self.catalogue.validate_list(list, &self.rules.policy);
        let start = report.start();
        let line = self.place(start).line;
        let scopes = self.scopes(list, &report);
        let mut kept: Vec<(Diagnostic, Option<Suppressed>)> = Vec::new();
        for diagnostic in report.diagnostics() {
            let line = self.place(start + diagnostic.span().start).line;
            let reason = ignores.reason(line, diagnostic.code());
            let adjusted = self.rules.adjusted(in_file(diagnostic, &report, &scopes));
            kept.extend(adjusted.map(|diagnostic| (diagnostic, reason.map(Suppressed::Comment))));
        }
        let counted = kept.iter().filter(|(_, suppressed)| suppressed.is_none()).map(|(diagnostic, _)| diagnostic);
        let fixes = edits::safe(&report, counted, self.catalogue);
        // It is made once for all findings, of which there are few.
        let mut excerpt: Option<Arc<Excerpt>> = None;
        let findings = kept.into_iter().map(|(diagnostic, suppressed)| {
            let fix = fixes.iter().find(|fix| diagnostic.suggestions().contains(fix)).filter(|_| suppressed.is_none());
            let scope = scope_of(&report, diagnostic.span());
            let fix = fix.map(|fix| self.replacement(fix, start));
            let excerpt = excerpt.get_or_insert_with(|| Arc::new(Excerpt::around(self.text, list.span(), line)));
            let excerpt = Arc::clone(excerpt);
            let diagnostic = diagnostic.with_spans(|span| moved(span, start));
            Finding { fix, suppressed, ..self.finding(diagnostic, &scope, excerpt) }
        });
        let findings = findings.collect();
        FoundList { line, choice: list.form() == Form::Map, scopes, findings }
    }

    /// The entries of a list.
    fn scopes(&mut self, list: &List<'_>, report: &Report<'_>) -> Vec<Asked> {
        let mut items = report.items().iter().peekable();
        let mut scopes = Vec::with_capacity(list.matches().len());
        for entry in list.matches() {
            let kind = match entry.kind {
                Kind::Template => "template",
                Kind::Commented => "commented",
                _ => "scope",
            };
            let start = entry.span.start - report.start();
            let item = items.next_if(|item| item.span.start == start);
            let wire = item.filter(|item| !matches!(item.entry, Entry::Unknown(_))).map(|item| item.entry.to_string());
            let Place { line, column } = self.place(entry.span.start);
            let text = redact::covered(&normalise(&self.text[entry.span.range()]).text).into_owned();
            scopes.push(Asked { text, wire, kind, line, column, start: entry.span.start });
        }
        scopes
    }

    /// What is said of an ignore comment, if anything is.
    fn unused(&mut self, diagnostic: Diagnostic, comment: Span) -> Option<Finding> {
        let diagnostic = self.rules.adjusted(diagnostic)?;
        let line = self.place(comment.start).line;
        let excerpt = Excerpt::around(self.text, comment, line);
        let scope = &self.text[diagnostic.span().range()];
        Some(self.finding(diagnostic, scope, Arc::new(excerpt)))
    }

    /// A fix of a list that begins at this place.
    fn replacement(&mut self, fix: &Suggestion, start: usize) -> Replacement {
        let span = moved(fix.span, start);
        let (start, end) = (self.place(span.start), self.place(span.end));
        Replacement { fix: Suggestion::new(span, &*fix.replacement, fix.applicability), start, end }
    }

    fn finding(&mut self, diagnostic: Diagnostic, scope: &str, excerpt: Arc<Excerpt>) -> Finding {
        let span = diagnostic.span();
        let (start, end) = (self.place(span.start), self.place(span.end));
        let fingerprint = self.fingerprints.of(diagnostic.code(), scope);
        let (diagnostic, scope) = (redact::diagnostic(diagnostic), redact::covered(scope).into_owned());
        Finding { start, end, diagnostic, scope, fingerprint, fix: None, suppressed: None, excerpt }
    }
}

fn moved(span: Span, start: usize) -> Span {
    Span::new(span.start + start, span.end + start)
}

/// A diagnostic of a list in words that fit a file, which has lines.
fn in_file(diagnostic: &Diagnostic, report: &Report<'_>, scopes: &[Asked]) -> Diagnostic {
    let diagnostic = diagnostic.clone();
    if diagnostic.code() != Code::Duplicate {
        return diagnostic;
    }
    let items = report.items();
    let own = items.partition_point(|item| item.span.end <= diagnostic.span().start);
    let same = |item: &&Item<'_>| {
        items.get(own).is_some_and(|own| own.entry.as_str().eq_ignore_ascii_case(item.entry.as_str()))
    };
    let first = items.iter().find(same).map(|first| first.span.start + report.start());
    let first = first.and_then(|first| scopes.get(scopes.partition_point(|scope| scope.start < first)));
    diagnostic.with_help(first.map(|first| format!("also at line {}, column {}", first.line, first.column)))
}

/// The entry in which a place is, in plain characters.
fn scope_of(report: &Report<'_>, span: Span) -> String {
    let items = report.items();
    let behind = items.partition_point(|item| item.span.end <= span.start);
    let item = items.get(behind).filter(|item| item.span.start <= span.start);
    let text = &report.input()[item.map_or(span, |item| item.span).range()];
    normalise(text).text.into_owned()
}
