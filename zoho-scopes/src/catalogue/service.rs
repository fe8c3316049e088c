//! Services and scope names: the upper two parts of a scope, as handles.

use core::{fmt, hash, ptr};

use crate::catalogue::{
    Completeness, Scope,
    layer::{Layer, ServiceRow},
};

/// A service of the catalogue: the first segment of its scopes.
#[derive(Clone, Copy)]
pub struct Service {
    layer: &'static Layer,
    id: u16,
}

impl Service {
    pub(crate) const fn new(layer: &'static Layer, id: u16) -> Self {
        Self { layer, id }
    }

    fn row(self) -> &'static ServiceRow {
        &self.layer.services[usize::from(self.id)]
    }

    /// The first segment of its scopes, such as `ZohoSubscriptions`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().name
    }

    /// Other official spellings of the service; they differ in case alone.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// Words people write for this service that were never valid.
    #[must_use]
    pub fn misnomers(self) -> &'static [&'static str] {
        self.row().misnomers
    }

    /// The product as its users know it, such as "Zoho Billing".
    #[must_use]
    pub fn product(self) -> &'static str {
        self.row().product
    }

    /// What the product is for.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.row().summary
    }

    /// The page that documents the scopes.
    #[must_use]
    pub fn docs_url(self) -> &'static str {
        self.row().docs
    }

    /// How much of the service the catalogue holds.
    #[must_use]
    pub fn completeness(self) -> Completeness {
        self.row().completeness
    }

    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[must_use]
    pub fn checked(self) -> &'static str {
        self.row().checked
    }

    /// The scope names, patterns among them, sorted without regard to case.
    pub fn names(self) -> impl Iterator<Item = ScopeName> {
        let (first, end) = self.row().names;
        (first..end).map(move |id| ScopeName::new(self.layer, id))
    }

    /// The scopes, without patterns, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.names().flat_map(ScopeName::scopes).filter(|scope| !scope.is_pattern())
    }

    /// Whether `word` spells this service in any case.
    pub(crate) fn is_spelt(self, word: &str) -> bool {
        self.as_str().eq_ignore_ascii_case(word)
    }
}

/// A scope name of a service: all between the first and the last dot of its scopes.
#[derive(Clone, Copy)]
pub struct ScopeName {
    layer: &'static Layer,
    id: u16,
}

impl ScopeName {
    pub(crate) const fn new(layer: &'static Layer, id: u16) -> Self {
        Self { layer, id }
    }

    /// The name, such as `settings.fields`. A pattern's has a hole: `modules.{module_api_name}`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.layer.names.names.get(usize::from(self.id))
    }

    /// The service it belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service::new(self.layer, self.layer.names.services.get(usize::from(self.id)))
    }

    /// What data it opens: a noun phrase.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.layer.names.summaries.get(usize::from(self.id))
    }

    /// Whether it has a hole that any one segment may fill.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        self.as_str().contains('{')
    }

    /// Its scopes, one for each operation, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.layer.names.scopes.get(usize::from(self.id)).iter().map(move |id| Scope::new(self.layer, id))
    }
}

/// Handles print as what they stand for, and are equal when they stand for the same row.
macro_rules! handle {
    ($($type:ident),*) => {$(
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self.as_str())
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                ptr::eq(self.layer, other.layer) && self.id == other.id
            }
        }

        impl Eq for $type {}

        impl hash::Hash for $type {
            fn hash<H: hash::Hasher>(&self, state: &mut H) {
                ptr::hash(self.layer, state);
                self.id.hash(state);
            }
        }
    )*};
}

handle!(Service, ScopeName);
