//! Tables: what a catalogue says, as static rows and columns.
//!
//! Generated code fills these types, so they are public under `__private` and stable only there.

#![expect(clippy::exhaustive_enums, clippy::exhaustive_structs, reason = "generated code builds them")]

use crate::catalogue::{
    Completeness, Source,
    columns::{Lists, Numbers, Texts},
};

/// One catalogue's worth of services. A [`Catalogue`](crate::Catalogue) is a chain of these.
#[doc(hidden)]
pub struct Layer {
    /// When any of the facts were last checked.
    pub date: &'static str,
    /// Sorted by name without case.
    pub services: &'static [ServiceRow],
    pub names: Names,
    /// Sorted by wire form without case; the place is the id.
    pub scopes: &'static [ScopeRow],
    /// The name of each scope.
    pub scope_names: Numbers,
    /// What each scope permits.
    pub scope_summaries: Texts,
    /// The sources of each scope, best first.
    pub scope_sources: Lists,
    /// What few scopes have, with their ids, which rise.
    pub more: &'static [(u16, More)],
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
    /// What finds a scope by the hash of its text: see [`index`](crate::catalogue::index).
    pub index: Numbers,
}

/// Scope names, and patterns where they have a hole, service by service, sorted without case.
#[doc(hidden)]
pub struct Names {
    /// The service of each.
    pub services: Numbers,
    pub names: Texts,
    /// What data each opens.
    pub summaries: Texts,
    /// The ids of each one's scopes, in the order of the catalogue file.
    pub scopes: Lists,
}

#[cfg(feature = "json")]
impl Layer {
    /// Knows nothing.
    pub(crate) const EMPTY: Self = Self {
        date: "",
        services: &[],
        names: Names {
            services: Numbers(&[]),
            names: Texts { text: "", ends: &[] },
            summaries: Texts { text: "", ends: &[] },
            scopes: Lists { items: Numbers(&[]), ends: &[] },
        },
        scopes: &[],
        scope_names: Numbers(&[]),
        scope_summaries: Texts { text: "", ends: &[] },
        scope_sources: Lists { items: Numbers(&[]), ends: &[] },
        more: &[],
        operations: &[],
        sources: &[],
        spellings: &[],
        mistakes: &[],
        doubtful: &[],
        index: Numbers(&[u8::MAX; 4]),
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
            Self::Loaded(number) => crate::catalogue::overlay::loaded(number),
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

/// A scope, or a pattern where its name has a hole: what constants are made of. The rest stands in columns.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct ScopeRow {
    pub wire: &'static str,
    /// What it has in common with the other scopes of its layer.
    pub head: &'static Head,
    /// Its place among the rows.
    pub id: u16,
    /// Its status and more, as bits of [`format`](crate::catalogue::format).
    pub marks: u8,
}

/// What all scopes of a layer can reach, also in const evaluation. It holds numbers alone, which the compiler
/// need not look through for every constant scope.
#[doc(hidden)]
pub struct Head {
    /// Tells layers apart.
    pub fingerprint: u64,
    /// The way back to the layer.
    pub home: Home,
    /// Ids that are covered, as first and last ones of ranges.
    pub covers: Lists,
    /// Ids that may be covered: no source says yes or no.
    pub may_cover: Lists,
}

/// The rows of scopes; `N` is their number.
#[must_use]
pub const fn scope_rows<const N: usize>(
    head: &'static Head,
    wires: &[&'static str; N],
    marks: &[u8; N],
) -> [ScopeRow; N] {
    let mut rows = [ScopeRow { wire: "", head, id: 0, marks: 0 }; N];
    let mut place = 0;
    while place < N {
        #[expect(clippy::cast_possible_truncation, reason = "the generator refuses larger catalogues")]
        {
            rows[place] = ScopeRow { wire: wires[place], head, id: place as u16, marks: marks[place] };
        }
        place += 1;
    }
    rows
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
