//! Leaving out what other entries cover.

use alloc::vec::Vec;

use crate::{
    catalogue::{Covers, Scope},
    set::{
        Entry, ScopeSet,
        reach::{Claims, Reach},
    },
};

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
        let broad: Vec<Scope> = self.scopes().filter(|scope| !scope.covers_ids().is_empty()).collect();
        let reach = Reach::of(self, Claims::Documented);
        let is_dispensable = |entry: &Entry<'_>| match entry {
            Entry::Known(scope) => broad.iter().any(|upper| makes_dispensable(*upper, *scope)),
            Entry::Admitted(admitted) => {
                let texts = reach.named_like(admitted.stem());
                let upper = broad.iter().copied().chain(texts.into_iter().map(|(_, pattern)| pattern));
                upper.into_iter().any(|upper| makes_dispensable(upper, admitted.scope()))
            }
            Entry::Unknown(_) => false,
        };
        let (dispensable, kept): (Vec<_>, Vec<_>) = self.into_iter().partition(is_dispensable);
        let kept: ScopeSet = kept.into_iter().collect();
        let reach = Reach::of(&kept, Claims::Documented);
        let coverer = |entry: &Entry<'_>| kept.at(&reach.by(entry)?).into_iter().next();
        let dropped = dispensable.into_iter().filter_map(|entry| coverer(&entry).map(|by| Dropped { entry, by }));
        let dropped = dropped.collect();
        Minimised { kept, dropped }
    }
}

/// Whether one scope makes another superfluous. Of two that cover each other the first stays.
pub(crate) fn makes_dispensable(upper: Scope, lower: Scope) -> bool {
    let covers = |upper: Scope, lower: Scope| upper.covers(lower) == Covers::Yes;
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
