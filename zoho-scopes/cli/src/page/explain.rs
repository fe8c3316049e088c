//! All that is known of a scope.

use serde::Serialize;
use zoho_scopes::{
    Catalogue, Scope,
    catalogue::{ScopeName, Source},
};
use zoho_scopes_data::files::rust_path as rust_path_of;

use super::{calls, known::Known};

/// What a list does not show. Other scopes are given by their places.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Explained {
    place: usize,
    name: Option<&'static str>,
    opens: Option<&'static str>,
    /// The constant; what a loaded file describes has none.
    rust: Option<String>,
    reason: Option<&'static str>,
    since: Option<&'static str>,
    replacement: Option<&'static str>,
    requires: &'static [&'static str],
    /// Those of the same name, itself among them.
    operations: Vec<usize>,
    covers: Vec<usize>,
    may_cover: Vec<usize>,
    covered_by: Vec<usize>,
    /// As `GET /path`.
    calls: Vec<String>,
    sources: Vec<&'static Source>,
}

/// What is known of the scope that a text spells.
pub(super) fn explain(known: &Known, text: &str) -> Option<Explained> {
    let scope = known.catalogue.find(text.trim())?;
    let name = scope.name();
    Some(Explained {
        place: known.place(scope)?,
        name: name.map(ScopeName::as_str),
        opens: name.map(ScopeName::summary),
        rust: rust_path(scope),
        reason: scope.reason(),
        since: scope.deprecated_since(),
        replacement: scope.replacement(),
        requires: scope.requires(),
        operations: known.places(name.into_iter().flat_map(ScopeName::scopes)),
        covers: known.places(scope.covered()),
        may_cover: known.places(scope.may_cover()),
        covered_by: known.places(scope.covered_by()),
        calls: calls::opened_by(scope),
        sources: scope.sources().collect(),
    })
}

/// The constant of a built-in scope.
fn rust_path(scope: Scope) -> Option<String> {
    let listed_under = scope.listed_under();
    let path = rust_path_of(listed_under.service().as_str(), listed_under.as_str(), scope.operation());
    Catalogue::builtin().find(scope.as_str()).map(|_| path.join("::"))
}
