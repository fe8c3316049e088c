//! Documentation tables, made from the catalogue so that they never go stale.

use alloc::{format, string::String, vec::Vec};
use core::fmt::Write;

use crate::{
    scope::Scope,
    service::Service,
    source::{Completeness, Status},
};

/// The scopes of a service as a Markdown section (GitHub flavoured): a heading, and a table with a row
/// for each scope name. Patterns are listed with their hole.
///
/// ```
/// use zoho_scopes::{Catalogue, docs};
///
/// let lens = Catalogue::builtin().service("ZohoLens").unwrap();
/// assert!(docs::markdown(lens).contains("| `ZohoLens.orgs.READ`<br>`ZohoLens.orgs.UPDATE` |"));
/// ```
#[must_use]
pub fn markdown(service: Service) -> String {
    let mut out = format!(
        "## {}\n\n{} ([documentation]({})). Checked on {}{}.\n\n",
        cell(service.product()),
        cell(service.summary()),
        service.docs_url(),
        service.checked(),
        if service.completeness() == Completeness::Complete { "" } else { "; some scopes may be missing" }
    );
    out.push_str("| scope name | opens | scopes | status |\n|---|---|---|---|\n");
    for name in service.names() {
        let scopes: Vec<Scope> = name.scopes().collect();
        let wires: Vec<String> = scopes.iter().map(|scope| format!("`{scope}`")).collect();
        let _ =
            writeln!(out, "| `{name}` | {} | {} | {} |", cell(name.summary()), wires.join("<br>"), statuses(&scopes));
    }
    out
}

/// A list of scopes as a Markdown table, with room for the reason each is asked for.
#[must_use]
pub fn markdown_list(scopes: impl IntoIterator<Item = Scope>) -> String {
    let mut out = String::from("| scope | permits | status | reason |\n|---|---|---|---|\n");
    for scope in scopes {
        let _ = writeln!(out, "| `{scope}` | {} | {} | |", cell(scope.summary()), scope.status());
    }
    out
}

/// The status that all have, or each operation's own.
fn statuses(scopes: &[Scope]) -> String {
    let first = scopes.first().map_or(Status::Documented, |scope| scope.status());
    if scopes.iter().all(|scope| scope.status() == first) {
        return String::from(first.as_str());
    }
    let each = |scope: &Scope| format!("{}: {}", scope.operation().unwrap_or_default(), scope.status());
    scopes.iter().map(each).collect::<Vec<_>>().join("<br>")
}

/// Words as the text of a table cell: nothing in them is Markdown or HTML.
fn cell(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' => escaped.extend(['\\', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
