//! What a scope list holds: a known scope, text that a pattern admits, or unknown text.

use alloc::{borrow::Cow, format};
use core::{cmp::Ordering, fmt};

use crate::{
    catalogue::{Covers, Scope},
    text::folded_order,
};

/// One entry of a scope list. Unknown text is kept, never dropped.
///
/// Texts are equal without regard to case, as they are when looked up. Entries are ordered as they are
/// printed.
#[derive(Debug, Clone)]
#[expect(clippy::exhaustive_enums, reason = "text is known, admitted or neither")]
pub enum Entry<'a> {
    /// A scope of the catalogue.
    Known(Scope),
    /// Text that a documented pattern admits.
    Admitted(Admitted<'a>),
    /// Any other text.
    Unknown(Cow<'a, str>),
}

/// Text that a pattern admits, such as `ZohoCRM.modules.visits.READ`.
#[derive(Debug, Clone)]
pub struct Admitted<'a> {
    pattern: Scope,
    text: Cow<'a, str>,
}

impl<'a> Admitted<'a> {
    pub(crate) const fn new(pattern: Scope, text: &'a str) -> Self {
        Self { pattern, text: Cow::Borrowed(text) }
    }

    pub(crate) const fn from_parts(pattern: Scope, text: Cow<'a, str>) -> Self {
        Self { pattern, text }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The pattern, such as `ZohoCRM.modules.{module_api_name}.READ`.
    #[must_use]
    pub fn pattern(&self) -> &'static str {
        self.pattern.as_str()
    }

    /// What the pattern permits, in a sentence without a full stop.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.pattern.summary()
    }

    pub(crate) fn scope(&self) -> Scope {
        self.pattern
    }

    /// All but the operation.
    pub(crate) fn stem(&self) -> &str {
        self.text.rsplit_once('.').map_or(&self.text, |(stem, _)| stem)
    }

    /// The same name with the operation of another scope of the pattern.
    pub(crate) fn sibling(&self, pattern: Scope) -> Admitted<'static> {
        let operation = pattern.operation().unwrap_or_default();
        Admitted { pattern, text: Cow::Owned(format!("{}.{operation}", self.stem())) }
    }
}

impl PartialEq for Admitted<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.text.eq_ignore_ascii_case(&other.text)
    }
}

impl Eq for Admitted<'_> {}

impl Entry<'_> {
    /// The wire form of a known scope, else the text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(scope) => scope.as_str(),
            Self::Admitted(admitted) => admitted.as_str(),
            Self::Unknown(text) => text,
        }
    }

    /// The scope, if it is a known one.
    #[must_use]
    pub const fn scope(&self) -> Option<Scope> {
        match self {
            Self::Known(scope) => Some(*scope),
            Self::Admitted(_) | Self::Unknown(_) => None,
        }
    }

    /// What it permits, in a sentence without a full stop; none for unknown text.
    ///
    /// ```
    /// let report = zoho_scopes::validate("ZohoCliq.Channels.READ,ZohoCRM.modules.visits.READ,Acme.x.READ");
    /// let summaries: Vec<_> = report.items().iter().map(|item| item.entry.summary()).collect();
    /// assert_eq!(summaries[0], Some("Read channels, their members and settings"));
    /// assert!(summaries[1].is_some(), "its pattern has one");
    /// assert_eq!(summaries[2], None);
    /// ```
    #[must_use]
    pub fn summary(&self) -> Option<&'static str> {
        self.described_by().map(Scope::summary)
    }

    /// The scope of the catalogue that says what is known of it: itself, or the pattern.
    pub(crate) const fn described_by(&self) -> Option<Scope> {
        match self {
            Self::Known(scope) => Some(*scope),
            Self::Admitted(admitted) => Some(admitted.pattern),
            Self::Unknown(_) => None,
        }
    }

    /// Service, scope name and operation; none where it has not all three. What is not known is cut as a
    /// scope would be.
    pub(crate) fn parts(&self) -> Option<[&str; 3]> {
        if let Self::Known(scope) = self {
            return Some([scope.service()?.as_str(), scope.name()?.as_str(), scope.operation()?]);
        }
        let (service, rest) = self.as_str().split_once('.')?;
        let (name, operation) = rest.rsplit_once('.')?;
        Some([service, name, operation])
    }

    /// Whether a token with this entry may do all that `other` allows.
    ///
    /// Admitted text is covered, and covers, as its pattern says. Unknown text is covered by itself only.
    #[must_use]
    pub fn covers(&self, other: &Entry<'_>) -> Covers {
        match (self, other) {
            (Self::Known(upper), Entry::Known(lower)) => upper.covers(*lower),
            (Self::Known(upper), Entry::Admitted(lower)) => upper.covers(lower.scope()),
            (Self::Admitted(upper), Entry::Admitted(lower)) if upper.stem().eq_ignore_ascii_case(lower.stem()) => {
                upper.scope().covers(lower.scope())
            }
            (Self::Unknown(upper), Entry::Unknown(lower)) if upper.eq_ignore_ascii_case(lower) => Covers::Yes,
            _ => Covers::No,
        }
    }

    /// The entry with text of `given` where that is the same, else of its own.
    pub(crate) fn over(self, given: &str) -> Entry<'_> {
        match self {
            Self::Unknown(text) if text == given => Entry::Unknown(Cow::Borrowed(given)),
            Self::Admitted(Admitted { pattern, text }) if text == given => {
                Entry::Admitted(Admitted { pattern, text: Cow::Borrowed(given) })
            }
            other => other.into_owned(),
        }
    }

    /// The entry with text of its own.
    #[must_use]
    pub fn into_owned(self) -> Entry<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Known(scope) => Entry::Known(scope),
            Self::Admitted(Admitted { pattern, text }) => Entry::Admitted(Admitted { pattern, text: owned(text) }),
            Self::Unknown(text) => Entry::Unknown(owned(text)),
        }
    }
}

impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry<'_> {}

impl Ord for Entry<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let kind = |entry: &Self| match entry {
            Self::Known(_) => 0,
            Self::Admitted(_) => 1,
            Self::Unknown(_) => 2,
        };
        match (self, other) {
            (Self::Known(one), Self::Known(other)) => one.cmp(other),
            _ => folded_order(self.as_str(), other.as_str()).then_with(|| kind(self).cmp(&kind(other))),
        }
    }
}

impl PartialOrd for Entry<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Scope> for Entry<'_> {
    fn from(scope: Scope) -> Self {
        Self::Known(scope)
    }
}

impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
