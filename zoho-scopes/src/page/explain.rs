//! All that is known of a scope.

use core::ptr;

use serde::Serialize;
use zoho_scopes_data::{BARE_ENUM, rust_name};

use super::{Page, calls};
use crate::{
    Scope,
    catalogue::{ScopeName, Source},
    services::LAYER,
};

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

impl Page {
    /// What is known of the scope that a text spells.
    pub(super) fn explain(&self, text: &str) -> Option<Explained> {
        let scope = self.catalogue.find(text.trim())?;
        let name = scope.name();
        Some(Explained {
            place: self.places.get(scope.as_str()).copied()?,
            name: name.map(ScopeName::as_str),
            opens: name.map(ScopeName::summary),
            rust: rust_path(scope),
            because: scope.because(),
            since: scope.deprecated_since(),
            replacement: scope.replacement(),
            requires: scope.requires(),
            operations: self.places(name.into_iter().flat_map(ScopeName::scopes)),
            covers: self.places(scope.covered()),
            may_cover: self.places(scope.may_cover()),
            covered_by: self.places(scope.covered_by()),
            calls: calls::opened_by(scope),
            sources: scope.sources().collect(),
        })
    }
}

/// The constant of a built-in scope. A test compares it with what the generator writes.
fn rust_path(scope: Scope) -> Option<String> {
    let parts = match (scope.name(), scope.operation()) {
        (Some(name), Some(operation)) => [scope.owner().as_str(), name.as_str(), operation],
        _ => [scope.owner().as_str(), BARE_ENUM, scope.as_str()],
    };
    ptr::eq(scope.layer(), &raw const LAYER).then(|| parts.map(rust_name).join("::"))
}
