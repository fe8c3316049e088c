//! What a scope list holds: a known scope, text that a pattern admits, or unknown text.

use alloc::{borrow::Cow, format};
use core::{cmp::Ordering, fmt, hash};

use zoho_scopes_data::{
    classify::Class,
    table::{LookUp, Row},
    text::order::folded_order,
};

use super::{Catalogue, Covers, Pattern, Scope};

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
    Unknown(UnknownText<'a>),
}

/// Text that a pattern admits, such as `ZohoCRM.modules.visits.READ`.
#[derive(Debug, Clone)]
pub struct Admitted<'a> {
    pattern: Row,
    text: Cow<'a, str>,
}

/// Text that a catalogue does not know: [`Catalogue::entry`] makes it, and so it is never that of a scope.
#[derive(Debug, Clone)]
pub struct UnknownText<'a>(Cow<'a, str>);

impl Catalogue {
    /// What a text is: a scope in whatever spelling, text that a pattern admits, or unknown text. Nothing is
    /// reported; [`Catalogue::validate`] does that.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, Entry, ZohoCliq};
    ///
    /// let catalogue = Catalogue::builtin();
    /// assert_eq!(catalogue.entry("zohocliq.chats.read"), Entry::from(ZohoCliq::Chats::READ));
    /// assert!(matches!(catalogue.entry("ZohoCRM.modules.visits.READ"), Entry::Admitted(_)));
    /// assert!(matches!(catalogue.entry("Acme.orders.READ"), Entry::Unknown(_)));
    /// ```
    #[must_use]
    pub fn entry<'a>(&self, text: &'a str) -> Entry<'a> {
        let class = match self.tables.look_up(text) {
            LookUp::Scope(scope, _) => Class::Known(scope),
            LookUp::CaseVariants(..) | LookUp::Nothing => {
                self.tables.admit(text).map_or(Class::Unknown, Class::Admitted)
            }
        };
        Entry::of(class, text)
    }
}

impl<'a> Admitted<'a> {
    pub(crate) const fn from_parts(pattern: Row, text: Cow<'a, str>) -> Self {
        Self { pattern, text }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The pattern, such as `ZohoCRM.modules.{module_api_name}.READ`.
    #[must_use]
    pub const fn pattern(&self) -> Pattern {
        Pattern(self.pattern)
    }

    /// What the pattern permits, in a sentence without a full stop.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.pattern.summary()
    }

    pub(crate) const fn row(&self) -> Row {
        self.pattern
    }

    /// All but the operation.
    pub(crate) fn stem(&self) -> &str {
        self.text.rsplit_once('.').map_or(&self.text, |(stem, _)| stem)
    }

    /// The same name with the operation of another scope of the pattern.
    pub(crate) fn sibling(&self, pattern: Row) -> Admitted<'static> {
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

impl UnknownText<'_> {
    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> Entry<'a> {
    /// An entry of what the engine says a text is.
    pub(crate) const fn of(class: Class, text: &'a str) -> Self {
        match class {
            Class::Known(scope) => Self::Known(Scope(scope)),
            Class::Admitted(pattern) => Self::Admitted(Admitted { pattern, text: Cow::Borrowed(text) }),
            Class::Unknown => Self::Unknown(UnknownText(Cow::Borrowed(text))),
        }
    }
}

impl Entry<'_> {
    /// The wire form of a known scope, else the text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(scope) => scope.as_str(),
            Self::Admitted(admitted) => admitted.as_str(),
            Self::Unknown(text) => text.as_str(),
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
        self.row().map(zoho_scopes_data::table::ScopeRow::summary)
    }

    /// The row of the catalogue that says what is known of it: its own, or that of the pattern.
    pub(crate) const fn row(&self) -> Option<Row> {
        match self {
            Self::Known(scope) => Some(scope.0),
            Self::Admitted(admitted) => Some(admitted.pattern),
            Self::Unknown(_) => None,
        }
    }

    /// Service, scope name and operation; none where it has not all three. What is not known is cut as a
    /// scope would be.
    ///
    /// ```
    /// let entry = zoho_scopes::Catalogue::builtin().entry("Acme.orders.lines.READ");
    /// assert_eq!(entry.parts(), Some(["Acme", "orders.lines", "READ"]));
    /// ```
    #[must_use]
    pub fn parts(&self) -> Option<[&str; 3]> {
        if let Self::Known(scope) = self {
            let (operation, name) = (scope.operation()?, scope.listed_under());
            return Some([name.service().as_str(), name.as_str(), operation]);
        }
        let (service, rest) = self.as_str().split_once('.')?;
        let (name, operation) = rest.rsplit_once('.')?;
        Some([service, name, operation])
    }

    /// Whether a token with this entry may do all that `other` allows.
    ///
    /// Admitted text is covered, and covers, as its pattern says. Unknown text is covered by itself, and perhaps by a
    /// known scope that covers names beside it.
    #[must_use]
    pub fn covers(&self, other: &Entry<'_>) -> Covers {
        match (self, other) {
            (Self::Known(upper), Entry::Known(lower)) => upper.covers(*lower),
            (Self::Known(upper), Entry::Admitted(lower)) => upper.0.covers(lower.pattern),
            (Self::Admitted(upper), Entry::Admitted(lower)) if upper.stem().eq_ignore_ascii_case(lower.stem()) => {
                upper.pattern.covers(lower.pattern)
            }
            (Self::Known(upper), Entry::Unknown(lower)) if upper.0.may_cover_unknown(&lower.0) => Covers::Undocumented,
            (Self::Unknown(upper), Entry::Unknown(lower)) if upper.0.eq_ignore_ascii_case(&lower.0) => Covers::Yes,
            _ => Covers::No,
        }
    }

    /// The entry with text of `given` where that is the same, else of its own.
    pub(crate) fn over(self, given: &str) -> Entry<'_> {
        match self {
            Self::Unknown(text) if text.0 == given => Entry::Unknown(UnknownText(Cow::Borrowed(given))),
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
            Self::Unknown(text) => Entry::Unknown(UnknownText(owned(text.0))),
        }
    }

    /// Tells a known scope, admitted and unknown text apart where their texts do not.
    const fn kind(&self) -> u8 {
        match self {
            Self::Known(_) => 0,
            Self::Admitted(_) => 1,
            Self::Unknown(_) => 2,
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
        match (self, other) {
            (Self::Known(one), Self::Known(other)) => one.cmp(other),
            _ => folded_order(self.as_str(), other.as_str()).then_with(|| self.kind().cmp(&other.kind())),
        }
    }
}

impl PartialOrd for Entry<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl hash::Hash for Entry<'_> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        state.write_u8(self.kind());
        self.as_str().bytes().for_each(|byte| state.write_u8(byte.to_ascii_lowercase()));
    }
}

impl AsRef<str> for Entry<'_> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// A scope, or a typed constant.
impl<S: Into<Scope>> From<S> for Entry<'_> {
    fn from(scope: S) -> Self {
        Self::Known(scope.into())
    }
}

impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
