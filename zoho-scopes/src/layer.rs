//! Tables: what a catalogue says, as static rows.
//!
//! Generated code fills these types, so they are public under `__private` and stable only there.

use crate::source::{Completeness, Source, Status};

/// One catalogue's worth of services. A [`Catalogue`](crate::Catalogue) is a chain of these.
#[doc(hidden)]
pub struct Layer {
    /// When any of the facts were last checked.
    pub date: &'static str,
    /// Sorted by name without case.
    pub services: &'static [ServiceRow],
    /// Service by service, sorted by name without case.
    pub names: &'static [NameRow],
    /// Sorted by wire form without case; the place is the id.
    pub scopes: &'static [ScopeRow],
    /// Every word that some scope has for its operation, once without case.
    pub operations: &'static [&'static str],
    /// Service by service.
    pub sources: &'static [Source],
    /// Official spellings that are no wire form, with the id they spell.
    pub spellings: &'static [(&'static str, u16)],
    /// Known misspellings with the wire form they mean.
    pub mistakes: &'static [(&'static str, &'static str)],
    /// Scopes that were left out on purpose.
    pub doubtful: &'static [Doubtful],
    /// What [`index`](crate::index) builds.
    pub index: &'static [u16],
}

impl Layer {
    /// Knows nothing.
    pub(crate) const EMPTY: Self = Self {
        date: "",
        services: &[],
        names: &[],
        scopes: &[],
        operations: &[],
        sources: &[],
        spellings: &[],
        mistakes: &[],
        doubtful: &[],
        index: &[u16::MAX; 2],
    };
}

/// How a row finds its layer. A plain reference would make the compiler look through the whole layer for
/// every constant scope.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Home {
    /// A layer that was generated.
    Generated(fn() -> &'static Layer),
    /// A layer that was made at run time, by its number.
    #[cfg(feature = "json")]
    Loaded(usize),
}

impl Home {
    pub(crate) fn layer(self) -> &'static Layer {
        match self {
            Self::Generated(layer) => layer(),
            #[cfg(feature = "json")]
            Self::Loaded(number) => crate::overlay::loaded(number),
        }
    }
}

/// A service.
#[doc(hidden)]
pub struct ServiceRow {
    pub name: &'static str,
    pub aliases: &'static [&'static str],
    pub misnomers: &'static [&'static str],
    pub product: &'static str,
    pub summary: &'static str,
    pub docs: &'static str,
    pub completeness: Completeness,
    pub checked: &'static str,
    /// Its first name, and the one after its last.
    pub names: (u16, u16),
}

/// A scope name, or a pattern where it has a hole.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct NameRow {
    pub service: u16,
    pub name: &'static str,
    pub summary: &'static str,
    /// Ids, in the order of the catalogue file.
    pub scopes: &'static [u16],
}

/// A scope, or a pattern where its name has a hole.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct ScopeRow {
    /// Its place among the rows.
    pub id: u16,
    /// Tells layers apart, also in const evaluation.
    pub fingerprint: u64,
    /// The way back to the layer.
    pub home: Home,
    pub wire: &'static str,
    pub name: u16,
    pub status: Status,
    pub summary: &'static str,
    pub sources: &'static [u16],
    /// Ids that are covered, as inclusive ranges.
    pub covers: &'static [(u16, u16)],
    /// Ids that may be covered: no source says yes or no.
    pub may_cover: &'static [(u16, u16)],
    /// Whether its name has a hole.
    pub pattern: bool,
    pub more: Option<&'static More>,
}

impl ScopeRow {
    /// What most rows have.
    pub const PLAIN: Self = Self {
        id: 0,
        fingerprint: 0,
        home: Home::Generated(|| &Layer::EMPTY),
        wire: "",
        name: 0,
        status: Status::Documented,
        summary: "",
        sources: &[],
        covers: &[],
        may_cover: &[],
        pattern: false,
        more: None,
    };
}

/// What few scopes have.
#[doc(hidden)]
pub struct More {
    pub requires: &'static [&'static str],
    pub because: Option<&'static str>,
    pub since: Option<&'static str>,
    pub replacement: Option<&'static str>,
}

/// A scope that is left out of the catalogue on purpose.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Doubtful {
    pub scope: &'static str,
    pub because: &'static str,
    pub better: Option<&'static str>,
}
