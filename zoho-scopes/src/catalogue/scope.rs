//! What is known of a scope, and of a pattern.

use zoho_scopes_data::{
    table::{MatchKind, Table},
    text::hash::hash,
};

use super::{
    Covers, Source, Status,
    handles::{Pattern, Scope, ScopeName, Service},
};
use crate::{macros::message::Message, services};

impl Scope {
    pub(crate) const fn new(table: &'static Table, id: u16) -> Self {
        Self(&table.scopes[id as usize])
    }

    /// Some scope, where one has to stand.
    pub(crate) const FIRST: Self = Self::new(&services::TABLE, 0);

    /// The scope of the built-in catalogue with this wire form, for those who avoid macros.
    ///
    /// ```
    /// const READ: zoho_scopes::Scope = zoho_scopes::Scope::from_static("ZohoCliq.Channels.READ");
    /// ```
    ///
    /// # Panics
    ///
    /// If no scope of the catalogue has exactly this wire form: in a constant, that is a compile error.
    ///
    /// ```compile_fail
    /// const TYPO: zoho_scopes::Scope = zoho_scopes::Scope::from_static("ZohoCliq.Chanels.READ");
    /// ```
    #[must_use]
    #[track_caller]
    pub const fn from_static(wire: &'static str) -> Self {
        match services::TABLE.find_exactly(hash(wire.as_bytes()), wire.as_bytes()) {
            Some((id, MatchKind::Wire)) => Self::new(&services::TABLE, id),
            _ => panic!("{}", Message::of(&["`", wire, "` is not a scope of the catalogue"]).as_str()),
        }
    }

    /// Itself: lets macros treat scopes and typed constants alike.
    #[doc(hidden)]
    #[must_use]
    pub const fn scope(self) -> Self {
        self
    }

    /// The service it belongs to; none for a word without a dot, such as `openid`.
    #[must_use]
    pub fn service(self) -> Option<Service> {
        self.operation().map(|_| self.listed_under().service())
    }

    /// The scope name, as the catalogue spells it; none for a word without a dot.
    #[must_use]
    pub fn name(self) -> Option<ScopeName> {
        self.operation().map(|_| self.listed_under())
    }

    /// The operation, as the wire form spells it; none for a word without a dot.
    #[must_use]
    pub fn operation(self) -> Option<&'static str> {
        self.0.operation()
    }

    /// Whether a token with this scope may do all that `other` allows. A scope covers itself.
    #[must_use]
    pub const fn covers(self, other: Self) -> Covers {
        self.0.covers(other.0)
    }

    /// The other scopes that this one covers, with a source, in output order.
    pub fn covered(self) -> impl Iterator<Item = Self> {
        self.others(self.0.covers_ids().ids())
    }

    /// The other scopes that this one may cover: no source says yes or no; in output order.
    pub fn may_cover(self) -> impl Iterator<Item = Self> {
        self.others(self.0.may_cover_ids().ids())
    }

    /// The scopes of these ids, without patterns.
    fn others(self, ids: impl Iterator<Item = u16>) -> impl Iterator<Item = Self> {
        ids.map(move |id| Self::new(self.0.table(), id)).filter(|scope| !scope.0.is_pattern())
    }

    /// The other scopes that cover this one, with a source, in output order.
    pub fn covered_by(self) -> impl Iterator<Item = Self> {
        let scopes = self.0.service().scopes().map(Self);
        let mut above: alloc::vec::Vec<Self> =
            scopes.filter(|upper| *upper != self && upper.covers(self) == Covers::Yes).collect();
        above.sort_unstable();
        above.into_iter()
    }
}

impl Pattern {
    /// The service it belongs to.
    #[must_use]
    pub fn service(self) -> Service {
        self.listed_under().service()
    }

    /// The scope name with its placeholder, as the catalogue spells it.
    #[must_use]
    pub fn name(self) -> ScopeName {
        self.listed_under()
    }

    /// The operation, as the catalogue spells it.
    #[must_use]
    pub fn operation(self) -> &'static str {
        self.0.operation().unwrap_or_default()
    }
}

/// What is known of scopes and of patterns alike.
macro_rules! described {
    ($($type:ident)*) => {$(
        impl $type {
            /// The wire form: the spelling that is sent to Zoho.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.0.wire
            }

            /// The scope name it stands under in its catalogue file, also for words without a dot.
            #[must_use]
            pub fn listed_under(self) -> ScopeName {
                ScopeName(self.0.name())
            }

            /// What it permits, in a sentence without a full stop.
            #[must_use]
            pub fn summary(self) -> &'static str {
                self.0.summary()
            }

            /// The page that documents the service's scopes.
            #[must_use]
            pub fn docs_url(self) -> &'static str {
                self.0.service().docs
            }

            /// What is to be known before it is used.
            #[must_use]
            pub const fn status(self) -> Status {
                self.0.status()
            }

            /// Why it is disputed or deprecated, where somebody said it.
            #[must_use]
            pub fn reason(self) -> Option<&'static str> {
                self.0.reason()
            }

            /// Since when it is deprecated: a date or an API version.
            #[must_use]
            pub fn deprecated_since(self) -> Option<&'static str> {
                self.0.details().and_then(|details| details.since)
            }

            /// The scope to use instead, if it is deprecated.
            #[must_use]
            pub fn replacement(self) -> Option<&'static str> {
                self.0.replacement()
            }

            /// Scopes, also of other services, that calls with this one need also.
            #[must_use]
            pub fn requires(self) -> &'static [&'static str] {
                self.0.details().map_or(&[], |details| details.requires)
            }

            /// Where it was seen, best first.
            #[must_use]
            pub fn sources(self) -> impl ExactSizeIterator<Item = &'static Source> {
                self.0.sources()
            }
        }

        impl From<$type> for &'static str {
            fn from(scope: $type) -> Self {
                scope.as_str()
            }
        }
    )*};
}

described! { Scope Pattern }

/// Compares with the wire form, letter for letter.
impl PartialEq<str> for Scope {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Scope {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<Scope> for str {
    fn eq(&self, other: &Scope) -> bool {
        other.as_str() == self
    }
}

impl PartialEq<Scope> for &str {
    fn eq(&self, other: &Scope) -> bool {
        other.as_str() == *self
    }
}
