//! All that is known of a scope, for those who have no catalogue at hand: other scopes are given by their wire forms.

use serde::Serialize;
use zoho_scopes::{Scope, catalogue::ScopeName};

use super::{calls, known::Known};
use crate::export::ExportedScope;

/// What is known of a scope.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Described {
    #[serde(flatten)]
    scope: ExportedScope,
    docs: &'static str,
    requires: &'static [&'static str],
    /// Those of the same name, itself among them.
    operations: Vec<Scope>,
    covers: Vec<Scope>,
    may_cover: Vec<Scope>,
    covered_by: Vec<Scope>,
    /// As `GET /path`.
    calls: Vec<String>,
}

/// What is known of the scope that a text spells.
pub(super) fn describe(known: &Known, text: &str) -> Option<Described> {
    let scope = known.catalogue.find(text.trim())?;
    Some(Described {
        scope: ExportedScope::from(scope),
        docs: scope.docs_url(),
        requires: scope.requires(),
        operations: scope.name().into_iter().flat_map(ScopeName::scopes).collect(),
        covers: scope.covered().collect(),
        may_cover: scope.may_cover().collect(),
        covered_by: scope.covered_by().collect(),
        calls: calls::opened_by(scope),
    })
}
