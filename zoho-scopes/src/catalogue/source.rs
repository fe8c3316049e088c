//! Where a fact was seen, and what that makes of it.

use crate::words::words;

/// What is to be known before a scope is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Status {
    /// An official table, list or call description has it.
    Documented,
    /// Only integrators or public code have it.
    Observed,
    /// An official example alone has it, refusals are reported, or sources contradict each other.
    Disputed,
    /// On its way out.
    Deprecated,
}

/// How much of a service the catalogue holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Kind {
    /// Zoho's own pages.
    OfficialDocs,
    /// Zoho's `OpenAPI` files.
    OfficialOas,
    /// Zoho's own SDKs and tools.
    OfficialSdk,
    /// A maintained integration platform.
    Integrator,
    /// Other public code.
    Community,
}

/// In which form a source says that a scope exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Shows {
    /// A table or list of scopes.
    Table,
    /// The description of an API call.
    Call,
    /// Code or configuration that asks for it.
    Code,
    /// An example only.
    Example,
}

/// Where a fact was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[expect(clippy::exhaustive_structs, reason = "generated code builds it")]
pub struct Source {
    /// `https://…`, a package URL, or `code-index:NUMBER` for public code of an unknown repository.
    pub address: &'static str,
    /// Who speaks.
    pub kind: Kind,
    /// In which form.
    pub shows: Shows,
    /// When it was seen, `YYYY-MM` or `YYYY-MM-DD`.
    pub seen: &'static str,
}

words! {
    Status { Documented => "documented", Observed => "observed", Disputed => "disputed", Deprecated => "deprecated" }
    Completeness { Complete => "complete", Partial => "partial", Sparse => "sparse" }
    Kind {
        OfficialDocs => "official-docs",
        OfficialOas => "official-oas",
        OfficialSdk => "official-sdk",
        Integrator => "integrator",
        Community => "community",
    }
    Shows { Table => "table", Call => "call", Code => "code", Example => "example" }
}
