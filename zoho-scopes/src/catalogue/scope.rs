//! A scope of the catalogue: a small handle, copied like a number.

use core::{cmp::Ordering, fmt, hash, ptr};

use crate::{
    catalogue::{
        ScopeName, Service, Source, Status,
        columns::Ranges,
        format::{self, hash},
        index::Spelt,
        layer::{Layer, More, ScopeRow},
    },
    services, text,
};

/// A scope that the catalogue knows, such as `ZohoCliq.Channels.READ`.
///
/// Two scopes are equal when their wire forms are. They are ordered as they are printed: by wire
/// form without regard to case.
///
/// ```
/// use zoho_scopes::{Scope, ZohoCliq};
///
/// const READ: Scope = ZohoCliq::Channels::READ.scope();
/// assert_eq!(READ.as_str(), "ZohoCliq.Channels.READ");
/// assert_eq!(READ.operation(), Some("READ"));
/// assert_eq!("zohocliq.channels.read".parse(), Ok(READ));
/// ```
///
/// A constant of this type is no pattern: compare with `==`, or match [`Scope::as_str`].
#[derive(Clone, Copy)]
pub struct Scope {
    row: &'static ScopeRow,
}

impl Scope {
    pub(crate) const fn new(layer: &'static Layer, id: u16) -> Self {
        Self::of(&layer.scopes[id as usize])
    }

    /// The scope that stands in a row.
    pub(crate) const fn of(row: &'static ScopeRow) -> Self {
        Self { row }
    }

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
        match services::LAYER.find_exactly(hash(wire.as_bytes()), wire.as_bytes()) {
            Some((id, Spelt::Wire)) => Self::new(&services::LAYER, id),
            _ => panic!("{}", text::Message::of(&["`", wire, "` is no scope of the catalogue"]).as_str()),
        }
    }

    /// The table it stands in.
    pub(crate) fn layer(self) -> &'static Layer {
        self.row.head.home.layer()
    }

    /// Its place in that table.
    pub(crate) const fn id(self) -> u16 {
        self.row.id
    }

    /// The row of its name.
    fn name_id(self) -> u16 {
        self.layer().scope_names.get(usize::from(self.id()))
    }

    /// Its status and more, as bits.
    pub(crate) const fn marks(self) -> u8 {
        self.row.marks
    }

    /// What few scopes have.
    fn more(self) -> Option<&'static More> {
        let rows = self.layer().more;
        rows.binary_search_by_key(&self.id(), |(id, _)| *id).ok().map(|place| &rows[place].1)
    }

    /// The ids of what it covers.
    #[inline]
    pub(crate) const fn covers_ids(self) -> Ranges {
        Ranges(self.row.head.covers.get(self.row.id as usize))
    }

    /// The ids of what it may cover.
    pub(crate) const fn may_cover_ids(self) -> Ranges {
        Ranges(self.row.head.may_cover.get(self.row.id as usize))
    }

    /// Itself: lets macros treat scopes and typed constants alike.
    #[doc(hidden)]
    #[must_use]
    pub const fn scope(self) -> Self {
        self
    }

    /// The wire form: the spelling that is sent to Zoho.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row.wire
    }

    /// The service it belongs to; none for a word without a dot, such as `openid`.
    #[must_use]
    pub fn service(self) -> Option<Service> {
        self.operation().map(|_| self.owner())
    }

    /// The catalogue file it comes from, also for words without a dot.
    pub(crate) fn owner(self) -> Service {
        ScopeName::new(self.layer(), self.name_id()).service()
    }

    /// The scope name, as the catalogue spells it; none for a word without a dot.
    #[must_use]
    pub fn name(self) -> Option<ScopeName> {
        self.operation().map(|_| self.listed_under())
    }

    /// The scope name it stands under in its catalogue file, also for words without a dot.
    pub(crate) fn listed_under(self) -> ScopeName {
        ScopeName::new(self.layer(), self.name_id())
    }

    /// The operation, as the wire form spells it; none for a word without a dot.
    #[must_use]
    pub fn operation(self) -> Option<&'static str> {
        self.as_str().rsplit_once('.').map(|(_, operation)| operation)
    }

    /// What it permits, in a sentence without a full stop.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.layer().scope_summaries.get(usize::from(self.id()))
    }

    /// The page that documents the service's scopes.
    #[must_use]
    pub fn docs_url(self) -> &'static str {
        self.owner().docs_url()
    }

    /// What is to be known before it is used.
    #[must_use]
    pub fn status(self) -> Status {
        match self.marks() & format::STATUS {
            format::DOCUMENTED => Status::Documented,
            format::OBSERVED => Status::Observed,
            format::DISPUTED => Status::Disputed,
            _ => Status::Deprecated,
        }
    }

    /// Why it is disputed or deprecated, where somebody said it.
    #[must_use]
    pub fn because(self) -> Option<&'static str> {
        self.more().and_then(|more| more.because)
    }

    /// Since when it is deprecated: a date or an API version.
    #[must_use]
    pub fn deprecated_since(self) -> Option<&'static str> {
        self.more().and_then(|more| more.since)
    }

    /// The scope to use instead, if it is deprecated.
    #[must_use]
    pub fn replacement(self) -> Option<&'static str> {
        self.more().and_then(|more| more.replacement)
    }

    /// Scopes, also of other services, that calls with this one need besides.
    #[must_use]
    pub fn requires(self) -> &'static [&'static str] {
        self.more().map_or(&[], |more| more.requires)
    }

    /// Where it was seen, best first.
    #[must_use]
    pub fn sources(self) -> impl ExactSizeIterator<Item = &'static Source> {
        let places = self.layer().scope_sources.get(usize::from(self.id()));
        places.iter().map(move |place| &self.layer().sources[usize::from(place)])
    }

    /// Whether this is a pattern such as `ZohoCRM.modules.{module_api_name}.READ`.
    #[must_use]
    pub(crate) fn is_pattern(self) -> bool {
        self.marks() & format::PATTERN != 0
    }

    /// Whether a token with this scope may do all that `other` allows. A scope covers itself.
    #[must_use]
    pub const fn covers(self, other: Self) -> Covers {
        if self.row.head.fingerprint != other.row.head.fingerprint {
            let same = text::equal(self.as_str().as_bytes(), other.as_str().as_bytes());
            return if same { Covers::Yes } else { Covers::No };
        }
        if self.row.id == other.row.id || self.covers_ids().holds(other.row.id) {
            Covers::Yes
        } else if self.may_cover_ids().holds(other.row.id) {
            Covers::Undocumented
        } else {
            Covers::No
        }
    }

    /// The other scopes that this one covers, with a source, in output order.
    pub fn covered(self) -> impl Iterator<Item = Self> {
        self.others(self.covers_ids())
    }

    /// The other scopes that this one may cover: no source says yes or no; in output order.
    pub fn may_cover(self) -> impl Iterator<Item = Self> {
        self.others(self.may_cover_ids())
    }

    /// The scopes of these ids, without patterns.
    fn others(self, ranges: Ranges) -> impl Iterator<Item = Self> {
        ranges.ids().map(move |id| Self::new(self.layer(), id)).filter(|scope| !scope.is_pattern())
    }

    /// The other scopes that cover this one, with a source, in output order.
    pub fn covered_by(self) -> impl Iterator<Item = Self> {
        let names = self.owner().names();
        let mut above: alloc::vec::Vec<Self> = names
            .flat_map(ScopeName::scopes)
            .filter(|upper| *upper != self && upper.covers(self) == Covers::Yes)
            .collect();
        above.sort_unstable();
        above.into_iter()
    }
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

impl PartialEq for Scope {
    fn eq(&self, other: &Self) -> bool {
        ptr::eq(self.row, other.row) || self.as_str() == other.as_str()
    }
}

impl Eq for Scope {}

impl hash::Hash for Scope {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Ord for Scope {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.row.head.fingerprint == other.row.head.fingerprint {
            self.row.id.cmp(&other.row.id)
        } else {
            text::output_order(self.as_str(), other.as_str())
        }
    }
}

impl PartialOrd for Scope {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scope({})", self.as_str())
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Scope {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<Scope> for &'static str {
    fn from(scope: Scope) -> Self {
        scope.as_str()
    }
}
