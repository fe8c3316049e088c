//! A scope, or a pattern, as `list` and `search` give it to programs.

use serde::Serialize;
use zoho_scopes::{
    Scope,
    catalogue::{Pattern, ScopeName, Service, Source, Status},
};

/// What the export holds of a scope: its form changes only with the version of the export.
#[derive(Serialize)]
pub(super) struct ExportedScope {
    pub(super) wire: &'static str,
    pub(super) service: Option<&'static str>,
    pub(super) name: Option<&'static str>,
    pub(super) operation: Option<&'static str>,
    pub(super) summary: &'static str,
    pub(super) status: Status,
    reason: Option<&'static str>,
    replacement: Option<&'static str>,
    sources: Vec<&'static Source>,
}

impl From<Scope> for ExportedScope {
    fn from(scope: Scope) -> Self {
        Self {
            wire: scope.as_str(),
            service: scope.service().map(Service::as_str),
            name: scope.name().map(ScopeName::as_str),
            operation: scope.operation(),
            summary: scope.summary(),
            status: scope.status(),
            reason: scope.reason(),
            replacement: scope.replacement(),
            sources: scope.sources().collect(),
        }
    }
}

impl From<Pattern> for ExportedScope {
    fn from(pattern: Pattern) -> Self {
        Self {
            wire: pattern.as_str(),
            service: Some(pattern.service().as_str()),
            name: Some(pattern.name().as_str()),
            operation: Some(pattern.operation()),
            summary: pattern.summary(),
            status: pattern.status(),
            reason: pattern.reason(),
            replacement: pattern.replacement(),
            sources: pattern.sources().collect(),
        }
    }
}
