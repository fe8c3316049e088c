//! What was found in one file: its lists, validated, with lines and columns.

use serde::Serialize;
use zoho_scopes::{
    Catalogue, Policy,
    find::{Finder, Form, Kind, List, Match},
    report::{Diagnostic, Severity},
};

use crate::program::{commands::adjustments::Adjustments, lines::Lines};

/// The lists of a file.
#[derive(Serialize)]
pub(super) struct FileLists {
    pub(super) lists: Vec<FoundList>,
}

#[derive(Serialize)]
pub(super) struct FoundList {
    pub(super) line: usize,
    /// Whether it is a choice of scopes, such as those of an `OpenAPI` file.
    pub(super) choice: bool,
    pub(super) scopes: Vec<Asked>,
    pub(super) diagnostics: Vec<Placed>,
}

/// A scope that is asked for.
#[derive(Serialize)]
pub(super) struct Asked {
    pub(super) text: String,
    /// As it is sent; nothing where the catalogue does not know it.
    pub(super) wire: Option<String>,
    pub(super) kind: &'static str,
    pub(super) line: usize,
    pub(super) column: usize,
}

#[derive(Serialize)]
pub(super) struct Placed {
    pub(super) line: usize,
    pub(super) column: usize,
    #[serde(flatten)]
    pub(super) diagnostic: Diagnostic,
}

impl FileLists {
    /// The lists of a text; nothing where there are none.
    pub(super) fn of(
        text: &str,
        finder: &Finder,
        catalogue: Catalogue,
        policy: &Policy,
        adjustments: &Adjustments,
    ) -> Option<Self> {
        let found = finder.find(text);
        let lines = Lines::of(text);
        let validated = |list: &List<'_>| {
            let report = adjustments.adjusted(catalogue.validate_list(list, policy));
            let start = report.start();
            let placed = |diagnostic: &Diagnostic| {
                let (line, column) = lines.position(text, start + diagnostic.span().start);
                let diagnostic = diagnostic.clone().with_spans(|mut span| {
                    span.start += start;
                    span.end += start;
                    span
                });
                Placed { line, column, diagnostic }
            };
            let asked = |entry: &Match| {
                let (line, column) = lines.position(text, entry.span.start);
                let text = &text[entry.span.range()];
                let kind = match entry.kind {
                    Kind::Template => "template",
                    Kind::Commented => "commented",
                    _ => "scope",
                };
                let wire = catalogue.find(text).map(|scope| scope.as_str().to_owned());
                Asked { text: text.to_owned(), wire, kind, line, column }
            };
            FoundList {
                line: lines.position(text, start).0,
                choice: list.form() == Form::Map,
                scopes: list.matches().iter().map(asked).collect(),
                diagnostics: report.diagnostics().iter().map(placed).collect(),
            }
        };
        let lists: Vec<FoundList> = found.lists().iter().map(validated).collect();
        (!lists.is_empty()).then_some(Self { lists })
    }

    pub(super) fn diagnostics(&self) -> impl Iterator<Item = &Placed> {
        self.lists.iter().flat_map(|list| &list.diagnostics)
    }

    /// What is asked for: neither templates nor what is in comments.
    pub(super) fn asked(&self) -> impl Iterator<Item = &Asked> {
        self.lists.iter().flat_map(|list| &list.scopes).filter(|scope| scope.kind == "scope")
    }

    pub(super) fn is_valid(&self) -> bool {
        self.diagnostics().all(|placed| placed.diagnostic.severity() < Severity::Error)
    }
}
