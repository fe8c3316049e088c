//! Sets of scopes, and what one set allows of another.

pub(crate) mod bits;
pub(crate) mod closure;
mod coverage;
mod minimise;
mod narrow;
mod operators;
mod requirement;

pub use coverage::{Coverage, CoveredBy};
pub use minimise::{Dropped, Minimised};
pub use narrow::{Narrower, Wider};
pub use requirement::{Requirement, Unmet};

use alloc::{
    borrow::Cow,
    string::String,
    vec::{IntoIter, Vec},
};
use core::fmt;

use crate::catalogue::{Entry, Scope};

/// A set of scopes. Text that the catalogue does not know is kept beside them.
///
/// It prints in wire form, sorted without regard to case, joined by commas as Zoho wants it.
///
/// ```
/// use zoho_scopes::{ScopeSet, scopes};
///
/// const NEEDED: ScopeSet = scopes!["ZohoCliq.Reminders.READ", "ZohoCliq.Chats.READ"];
///
/// let granted: ScopeSet = "ZohoCliq.Chats.READ,ZohoCliq.Reminders.ALL".parse()?;
/// assert!(granted.covers(&NEEDED));
/// assert_eq!(NEEDED.to_string(), "ZohoCliq.Chats.READ,ZohoCliq.Reminders.READ");
/// # Ok::<(), zoho_scopes::Error>(())
/// ```
///
/// Sets are joined and cut entry by entry, by methods and by operators:
///
/// ```
/// use zoho_scopes::{ScopeSet, scopes};
///
/// const CHATS: ScopeSet = scopes!["ZohoCliq.Chats.READ", "ZohoCliq.Messages.READ"];
/// const BOTS: ScopeSet = scopes!["ZohoCliq.Bots.READ", "ZohoCliq.Messages.READ"];
///
/// assert_eq!((&CHATS | &BOTS).to_string(), "ZohoCliq.Bots.READ,ZohoCliq.Chats.READ,ZohoCliq.Messages.READ");
/// assert_eq!((&CHATS & &BOTS).to_string(), "ZohoCliq.Messages.READ");
/// assert_eq!((&CHATS - &BOTS).to_string(), "ZohoCliq.Chats.READ");
/// assert!((&CHATS & &BOTS).is_subset(&BOTS));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ScopeSet {
    /// Sorted, without repeats.
    known: Cow<'static, [Scope]>,
    /// Admitted and unknown text: sorted, without repeats.
    others: Cow<'static, [Entry<'static>]>,
}

impl ScopeSet {
    /// The empty set.
    #[must_use]
    pub const fn new() -> Self {
        Self { known: Cow::Borrowed(&[]), others: Cow::Borrowed(&[]) }
    }

    /// A set of scopes and of admitted texts, both sorted and without repeats; macros see to that.
    pub(crate) const fn from_sorted(known: &'static [Scope], admitted: &'static [Entry<'static>]) -> Self {
        Self { known: Cow::Borrowed(known), others: Cow::Borrowed(admitted) }
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len() + self.others.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it holds this very scope; one that covers it does not count. See [`ScopeSet::contains_entry`] for text.
    #[must_use]
    pub fn contains(&self, scope: impl Into<Scope>) -> bool {
        self.place(scope.into()).is_ok()
    }

    /// Whether it holds this very entry: a scope, or text in any case. What covers it does not count.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, ScopeSet};
    ///
    /// let granted = ScopeSet::granted("ZohoCliq.Chats.READ Acme.orders.READ");
    /// assert!(granted.contains_entry(&Catalogue::builtin().entry("acme.orders.read")));
    /// ```
    #[must_use]
    pub fn contains_entry(&self, entry: &Entry<'_>) -> bool {
        match entry {
            Entry::Known(scope) => self.place(*scope).is_ok(),
            other => self.others.binary_search_by(|held| held.cmp(other)).is_ok(),
        }
    }

    /// Whether the other set holds all that this one holds, entry by entry. What covers what does not count, see
    /// [`ScopeSet::covers`].
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        // Both are sorted: one walk through the other set meets all of this one.
        let mut held = other.known.iter();
        self.len() <= other.len()
            && self.known.iter().all(|scope| held.by_ref().find(|held| *held >= scope) == Some(scope))
            && self.others.iter().all(|entry| other.contains_entry(entry))
    }

    /// Whether this set holds all that the other one holds, entry by entry.
    #[must_use]
    pub fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// Whether no entry is in both sets.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.known.iter().any(|scope| other.contains(*scope))
            && !self.others.iter().any(|entry| other.contains_entry(entry))
    }

    /// Where a scope stands, or else would. Rows of one table lie in memory in their order, so that addresses lead there
    /// without a look at any row; where the neighbours show that they did not, the set is of several tables.
    #[inline]
    fn place(&self, scope: Scope) -> Result<usize, usize> {
        let (known, row) = (&*self.known, core::ptr::from_ref(scope.0));
        let place = known.partition_point(|held| core::ptr::from_ref(held.0) < row);
        let next = known.get(place);
        if next.is_some_and(|held| core::ptr::eq(held.0, row)) {
            return Ok(place);
        }
        let before = place.checked_sub(1).map(|before| &known[before]);
        let is_between = before.is_none_or(|before| *before < scope) && next.is_none_or(|next| scope < *next);
        if is_between { Err(place) } else { known.binary_search(&scope) }
    }

    /// The known ones among the entries.
    pub(crate) fn known(&self) -> &[Scope] {
        &self.known
    }

    /// The scopes of the catalogue in it, in output order.
    #[must_use]
    pub fn scopes(&self) -> impl ExactSizeIterator<Item = Scope> {
        self.known.iter().copied()
    }

    /// Admitted and unknown text in it, in output order.
    #[must_use]
    pub fn others(&self) -> &[Entry<'static>] {
        &self.others
    }

    /// Every entry, in output order.
    #[must_use]
    pub fn iter(&self) -> IntoIter<Entry<'static>> {
        let mut entries: Vec<Entry<'static>> = self.known.iter().map(|scope| Entry::Known(*scope)).collect();
        entries.extend(self.others.iter().cloned());
        // Two sorted runs.
        entries.sort();
        entries.into_iter()
    }

    /// Adds an entry; says whether it is new.
    pub fn insert(&mut self, entry: impl Into<Entry<'static>>) -> bool {
        match entry.into() {
            Entry::Known(scope) => match self.known.binary_search(&scope) {
                Ok(_) => false,
                Err(index) => {
                    self.known.to_mut().insert(index, scope);
                    true
                }
            },
            other => match self.others.binary_search(&other) {
                Ok(_) => false,
                Err(index) => {
                    self.others.to_mut().insert(index, other);
                    true
                }
            },
        }
    }

    /// Takes an entry out; says whether it was there.
    ///
    /// ```
    /// use zoho_scopes::{ZohoCliq, scopes};
    ///
    /// let mut set = scopes![ZohoCliq.Chats.READ, ZohoCliq.Bots.READ];
    /// assert!(set.remove(&ZohoCliq::Bots::READ.into()));
    /// assert_eq!(set.to_string(), "ZohoCliq.Chats.READ");
    /// ```
    pub fn remove(&mut self, entry: &Entry<'_>) -> bool {
        let before = self.len();
        match entry {
            Entry::Known(scope) => {
                if let Ok(index) = self.known.binary_search(scope) {
                    self.known.to_mut().remove(index);
                }
            }
            other => {
                if let Ok(index) = self.others.binary_search_by(|held| held.cmp(other)) {
                    self.others.to_mut().remove(index);
                }
            }
        }
        self.len() < before
    }

    /// Keeps the entries for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&Entry<'static>) -> bool) {
        self.known.to_mut().retain(|scope| keep(&Entry::Known(*scope)));
        self.others.to_mut().retain(keep);
    }

    /// All that either set holds.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.iter().chain(other.iter()).collect()
    }

    /// What this set holds and the other does not, entry by entry; what covers what does not count, see
    /// [`ScopeSet::missing`].
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        self.iter().filter(|entry| !other.contains_entry(entry)).collect()
    }

    /// What both sets hold, entry by entry; what covers what does not count.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.iter().filter(|entry| other.contains_entry(entry)).collect()
    }
}

impl<E: Into<Entry<'static>>> Extend<E> for ScopeSet {
    fn extend<I: IntoIterator<Item = E>>(&mut self, entries: I) {
        let (mut known, mut others) = (self.known.to_vec(), self.others.to_vec());
        for entry in entries {
            match entry.into() {
                Entry::Known(scope) => known.push(scope),
                other => others.push(other),
            }
        }
        known.sort_unstable();
        known.dedup();
        // Of texts that differ in case the first stays.
        others.sort();
        others.dedup();
        *self = Self { known: Cow::Owned(known), others: Cow::Owned(others) };
    }
}

impl<E: Into<Entry<'static>>> FromIterator<E> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = E>>(entries: I) -> Self {
        let mut set = Self::new();
        set.extend(entries);
        set
    }
}

/// Constants of different enums need no more than `into`:
///
/// ```
/// use zoho_scopes::{ScopeSet, ZohoCRM, ZohoCliq};
///
/// let set = ScopeSet::from([ZohoCliq::Channels::READ.into(), ZohoCRM::modules::ALL.into()]);
/// assert_eq!(set.to_string(), "ZohoCliq.Channels.READ,ZohoCRM.modules.ALL");
/// ```
impl<const N: usize> From<[Entry<'static>; N]> for ScopeSet {
    fn from(entries: [Entry<'static>; N]) -> Self {
        entries.into_iter().collect()
    }
}

impl From<Entry<'static>> for ScopeSet {
    fn from(entry: Entry<'static>) -> Self {
        Self::from([entry])
    }
}

impl From<Scope> for ScopeSet {
    fn from(scope: Scope) -> Self {
        Self { known: Cow::Owned([scope].into()), others: Cow::Borrowed(&[]) }
    }
}

impl IntoIterator for &ScopeSet {
    type Item = Entry<'static>;
    type IntoIter = IntoIter<Entry<'static>>;

    /// Every entry, in output order.
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for ScopeSet {
    type Item = Entry<'static>;
    type IntoIter = IntoIter<Entry<'static>>;

    /// Every entry, in output order.
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for ScopeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let entries: Vec<Entry<'_>> = self.iter().collect();
        f.pad(&entries.iter().map(Entry::as_str).collect::<Vec<&str>>().join(","))
    }
}

impl From<&ScopeSet> for String {
    fn from(set: &ScopeSet) -> Self {
        alloc::format!("{set}")
    }
}
