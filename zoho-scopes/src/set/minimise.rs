//! Leaving out what other entries cover.

use alloc::vec::Vec;
use core::cell::LazyCell;

use zoho_scopes_data::table::Row;

use super::{ScopeSet, closure::Claims};
use crate::catalogue::{Covers, Entry};

impl ScopeSet {
    /// This set without the entries that another single entry covers, as a source says. It covers the
    /// same. Of entries that cover each other, the first in output order stays.
    ///
    /// ```
    /// use zoho_scopes::{ScopeSet, scopes};
    ///
    /// let list: ScopeSet = "ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ,ZohoCliq.Chats.READ".parse()?;
    /// let minimised = list.minimised();
    /// assert_eq!(minimised.kept.to_string(), "ZohoCliq.Chats.READ,ZohoCliq.Reminders.ALL");
    /// assert_eq!(minimised.dropped[0].entry.as_str(), "ZohoCliq.Reminders.READ");
    /// assert_eq!(minimised.dropped[0].by.as_str(), "ZohoCliq.Reminders.ALL");
    /// # Ok::<(), zoho_scopes::Error>(())
    /// ```
    #[must_use]
    pub fn minimised(&self) -> Minimised {
        let broad: Vec<Row> = self.scopes().map(|scope| scope.0).filter(|row| !row.covers_ids().is_empty()).collect();
        let closure = LazyCell::new(|| self.closure(Claims::Documented));
        let is_dispensable = |entry: &Entry<'_>| match entry {
            Entry::Known(scope) => broad.iter().any(|upper| makes_dispensable(upper, scope.0)),
            Entry::Admitted(admitted) => {
                let texts = closure.named_like(admitted.stem());
                let upper = broad.iter().copied().chain(texts.into_iter().map(|(_, pattern)| pattern));
                upper.into_iter().any(|upper| makes_dispensable(upper, admitted.row()))
            }
            Entry::Unknown(_) => false,
        };
        let (dispensable, kept): (Vec<_>, Vec<_>) = self.into_iter().partition(is_dispensable);
        if dispensable.is_empty() {
            return Minimised { kept: self.clone(), dropped: Vec::new() };
        }
        let kept: ScopeSet = kept.into_iter().collect();
        let closure = kept.closure(Claims::Documented);
        let coverer = |entry: &Entry<'_>| kept.at(&closure.by(entry)?).into_iter().next();
        let dropped = dispensable.into_iter().filter_map(|entry| coverer(&entry).map(|by| Dropped { entry, by }));
        let dropped = dropped.collect();
        Minimised { kept, dropped }
    }
}

/// Whether one scope makes another superfluous. Of two that cover each other the first stays.
pub(super) fn makes_dispensable(upper: Row, lower: Row) -> bool {
    let covers = |upper: Row, lower: Row| upper.covers(lower) == Covers::Yes;
    upper != lower && covers(upper, lower) && (upper < lower || !covers(lower, upper))
}

/// A set without what its own entries cover.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Minimised {
    /// What is left. It covers all that was there.
    pub kept: ScopeSet,
    /// What was left out, in output order.
    pub dropped: Vec<Dropped>,
}

/// An entry that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dropped {
    /// The entry.
    pub entry: Entry<'static>,
    /// The first entry, in output order, of those that were kept and cover it.
    pub by: Entry<'static>,
}
