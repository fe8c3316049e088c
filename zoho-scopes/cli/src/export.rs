//! A scope, or a pattern, as `list`, `search` and the page give it to programs.

use serde::Serialize;
use zoho_scopes::{
    Scope,
    catalogue::{NameFound, Pattern, ScopeName, Service, Source, Status},
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

/// A scope name that was found, by the scope of it that is meant.
#[derive(Serialize)]
pub(crate) struct FoundName {
    #[serde(flatten)]
    scope: ExportedScope,
    /// The other scopes of the name.
    others: Vec<&'static str>,
}

impl FoundName {
    pub(crate) fn of(found: &NameFound) -> Option<Self> {
        let (first, others) = found.scopes.split_first()?;
        Some(Self { scope: (*first).into(), others: others.iter().map(|scope| scope.as_str()).collect() })
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
