//! What is known of scopes and services beside their names: where it was seen, and what that makes of it.

use crate::words;

/// What is to be known before a scope is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// An official table, list or call description has it, or Zoho's server accepted it.
    Documented,
    /// Only integrators or public code have it.
    Observed,
    /// An official example alone has it, Zoho's server refused it, or sources contradict each other.
    Disputed,
    /// It is going to be withdrawn.
    Deprecated,
}

/// How much of a service the catalogue holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Completeness {
    /// All that the service documents.
    Complete,
    /// Most of it; known to lack some.
    Partial,
    /// A few scopes only.
    Sparse,
}

/// Who speaks in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum SourceKind {
    /// Zoho's own pages.
    OfficialDocs,
    /// Zoho's `OpenAPI` files, or verbatim copies.
    OfficialOas,
    /// Zoho's own SDKs, tools, plugins and connectors.
    OfficialSdk,
    /// Zoho's server, which was asked whether it knows the scope.
    Probe,
    /// A maintained integration platform.
    Integrator,
    /// Other public code.
    Community,
}

impl SourceKind {
    /// Whether Zoho itself speaks, where everybody can read it.
    #[must_use]
    pub const fn is_official(self) -> bool {
        matches!(self, Self::OfficialDocs | Self::OfficialOas | Self::OfficialSdk)
    }
}

/// In which form a source says that a scope exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Evidence {
    /// A table or list of scopes.
    Table,
    /// The description of an API call, which names the scope it needs.
    Call,
    /// Code or configuration that asks for the scope.
    Code,
    /// An example only.
    Example,
    /// The server accepted a request for the scope, on the day.
    Accepted,
    /// The server refused a request for the scope, on the day.
    Refused,
}

impl Evidence {
    /// Whether it is the answer of a server, the form of a [`SourceKind::Probe`] and of no other.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Accepted | Self::Refused)
    }
}

/// Where a fact was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[expect(clippy::exhaustive_structs, reason = "generated code builds it")]
pub struct Source {
    /// `https://…`, a package URL, or `code-index:NUMBER` for public code of an unknown repository.
    pub address: &'static str,
    /// Who speaks.
    pub kind: SourceKind,
    /// In which form.
    #[cfg_attr(feature = "serde", serde(rename = "shows"))]
    pub evidence: Evidence,
    /// When it was seen, `YYYY-MM` or `YYYY-MM-DD`.
    #[cfg_attr(feature = "serde", serde(rename = "seen"))]
    pub retrieved: &'static str,
}

/// Whether one scope covers another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no fourth answer, and all three are to be thought of")]
pub enum Covers {
    /// A source says so, or a chain of sources does.
    Yes,
    /// Nothing suggests it.
    No,
    /// It is likely, and no source says so.
    Undocumented,
}

words! {
    Status { Documented => "documented", Observed => "observed", Disputed => "disputed", Deprecated => "deprecated" }
    Completeness { Complete => "complete", Partial => "partial", Sparse => "sparse" }
    SourceKind {
        OfficialDocs => "official-docs",
        OfficialOas => "official-oas",
        OfficialSdk => "official-sdk",
        Probe => "probe",
        Integrator => "integrator",
        Community => "community",
    }
    Evidence {
        Table => "table",
        Call => "call",
        Code => "code",
        Example => "example",
        Accepted => "accepted",
        Refused => "refused",
    }
    Covers { Yes => "yes", No => "no", Undocumented => "undocumented" }
}
