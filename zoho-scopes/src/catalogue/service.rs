//! Services and scope names: the upper two parts of a scope, as handles.

use core::{cmp::Ordering, fmt, hash};

use zoho_scopes_data::{table, text::order::output_order};

use super::{Completeness, Pattern, Scope};

/// A service of the catalogue: the first segment of its scopes.
#[derive(Clone, Copy)]
pub struct Service(pub(crate) table::Service);

impl Service {
    /// The first segment of its scopes, such as `ZohoSubscriptions`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.name
    }

    /// Other official spellings of the service; they differ in case alone.
    #[must_use]
    pub fn aliases(self) -> &'static [&'static str] {
        self.0.aliases
    }

    /// Words people write for this service that were never valid.
    #[must_use]
    pub fn misnomers(self) -> &'static [&'static str] {
        self.0.misnomers
    }

    /// The product as its users know it, such as "Zoho Billing".
    #[must_use]
    pub fn product(self) -> &'static str {
        self.0.product
    }

    /// What the product is for.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.0.summary
    }

    /// The page that documents the scopes.
    #[must_use]
    pub fn docs_url(self) -> &'static str {
        self.0.docs
    }

    /// How much of the service the catalogue holds.
    #[must_use]
    pub fn completeness(self) -> Completeness {
        self.0.completeness
    }

    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[must_use]
    pub fn verified(self) -> &'static str {
        self.0.verified
    }

    /// The scope names, those of patterns among them, sorted without regard to case.
    pub fn names(self) -> impl Iterator<Item = ScopeName> {
        self.0.names().map(ScopeName)
    }

    /// The scopes, in the order of the catalogue file.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.0.scopes().map(Scope)
    }

    /// The patterns, in the order of the catalogue file.
    pub fn patterns(self) -> impl Iterator<Item = Pattern> {
        self.names().flat_map(ScopeName::patterns)
    }
}

/// A scope name of a service: all between the first and the last dot of its scopes.
#[derive(Clone, Copy)]
pub struct ScopeName(pub(crate) table::Name);

impl ScopeName {
    /// The name, such as `settings.fields`. A pattern's has a placeholder: `modules.{module_api_name}`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0.as_str()
    }

    /// The service it belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        Service(self.0.service())
    }

    /// What data it opens: a noun phrase.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.0.summary()
    }

    /// Whether it has a placeholder that any one segment may fill.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        self.0.is_pattern()
    }

    /// Its scopes, one for each operation, in the order of the catalogue file; none if it is that of a pattern.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        self.0.scopes().filter(|row| !row.is_pattern()).map(Scope)
    }

    /// Its patterns, one for each operation, in the order of the catalogue file; none if it has no placeholder.
    pub fn patterns(self) -> impl Iterator<Item = Pattern> {
        self.0.scopes().filter(|row| row.is_pattern()).map(Pattern)
    }
}

/// Handles print as what they stand for, are equal when they stand for the same row, and are ordered as text is.
macro_rules! handle {
    ($($type:ident)*) => {$(
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

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.0.key() == other.0.key()
            }
        }

        impl Eq for $type {}

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> Ordering {
                output_order(self.as_str(), other.as_str()).then_with(|| self.0.key().cmp(&other.0.key()))
            }
        }

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl hash::Hash for $type {
            fn hash<H: hash::Hasher>(&self, state: &mut H) {
                self.0.key().hash(state);
            }
        }
    )*};
}

handle! { Service ScopeName }
