//! All that is known of a scope.

use serde::Serialize;
use zoho_scopes::{
    __private::program::{is_builtin, owner},
    Scope,
    catalogue::{ScopeName, Source},
};
use zoho_scopes_data::{BARE_ENUM, rust_name};

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
    because: Option<&'static str>,
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
        because: scope.because(),
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

/// The constant of a built-in scope. A test compares it with what the generator writes.
fn rust_path(scope: Scope) -> Option<String> {
    let parts = match (scope.name(), scope.operation()) {
        (Some(name), Some(operation)) => [owner(scope).as_str(), name.as_str(), operation],
        _ => [owner(scope).as_str(), BARE_ENUM, scope.as_str()],
    };
    is_builtin(scope).then(|| parts.map(rust_name).join("::"))
}
