//! A scope, or a pattern, as `list`, `search` and the page give it to programs.

use serde::Serialize;
use zoho_scopes::{
    Scope,
    catalogue::{Pattern, ScopeName, Service, Source, Status},
};

/// Of scopes that are searched for, more are not given: who has not found it among these wants other words.
pub(crate) const MAX_FOUND: usize = 20;

/// What the export holds of a scope: its form changes only with the version of the export.
#[derive(Serialize)]
pub(crate) struct ExportedScope {
    pub(crate) wire: &'static str,
    pub(crate) service: Option<&'static str>,
    pub(crate) name: Option<&'static str>,
    pub(crate) operation: Option<&'static str>,
    pub(crate) summary: &'static str,
    pub(crate) status: Status,
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
