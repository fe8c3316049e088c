//! What one set of scopes allows of another.

use alloc::vec::Vec;

use super::{
    ScopeSet,
    closure::{Claims, Closure, Indices},
};
use crate::catalogue::{Covers, Entry};

impl ScopeSet {
    /// Whether a token with this set may do all that `required` asks for, as far as sources say so.
    ///
    /// A set that covers CREATE, READ, UPDATE and DELETE of a scope name covers its ALL, since Zoho
    /// may spell a granted ALL out.
    #[must_use]
    pub fn covers(&self, required: &Self) -> bool {
        // What is held is covered, and that is the usual case; what entries spell out together is the rare one.
        required.is_subset(self) || {
            let closure = self.closure(Claims::Documented);
            closure.reaches_all(required) || closure.saturated().reaches_all(required)
        }
    }

    /// What `required` asks for and this set does not certainly allow. [`ScopeSet::coverage`] separates what
    /// it does not allow from what no source says.
    #[must_use]
    pub fn missing(&self, required: &Self) -> Self {
        let closure = self.closure(Claims::Documented).saturated();
        required.into_iter().filter(|entry| !closure.reaches(entry)).collect()
    }

    /// Whether a token with this set may do all that `entry` allows.
    #[must_use]
    pub fn coverage_of(&self, entry: &Entry<'_>) -> Covers {
        let reached = |claims| self.closure(claims).saturated().reaches(entry);
        if reached(Claims::Documented) {
            Covers::Yes
        } else if reached(Claims::Possible) {
            Covers::Undocumented
        } else {
            Covers::No
        }
    }

    /// What this set, taken as granted, allows of `required`: yes, no and undocumented apart.
    ///
    /// ```
    /// use zoho_scopes::{ScopeSet, scopes};
    ///
    /// let granted = ScopeSet::granted("ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ");
    /// let coverage = granted.coverage(&scopes![ZohoCliq.Reminders.READ, ZohoCliq.Bots.READ]);
    /// assert!(!coverage.is_covered());
    /// assert_eq!(coverage.covered()[0].by[0].as_str(), "ZohoCliq.Reminders.ALL");
    /// assert_eq!(coverage.missing().to_string(), "ZohoCliq.Bots.READ");
    /// assert_eq!(coverage.excess().to_string(), "ZohoCliq.Chats.READ");
    /// ```
    #[must_use]
    pub fn coverage(&self, required: &Self) -> Coverage {
        let [documented, possible] =
            [Claims::Documented, Claims::Possible].map(|claims| self.closure(claims).saturated());
        let mut needed = Indices::new();
        let mut coverage = Coverage::default();
        for entry in required {
            if let Some(indices) = documented.by(&entry) {
                coverage.covered.push(CoveredBy { entry, by: self.at(&indices) });
                needed.extend(indices);
            } else if let Some(indices) = possible.by(&entry) {
                coverage.undocumented.push(CoveredBy { entry, by: self.at(&indices) });
                needed.extend(indices);
            } else {
                coverage.missing.insert(entry);
            }
        }
        let excess = (0..self.len()).filter(|index| !needed.contains(index)).collect();
        coverage.excess = self.at(&excess).into_iter().collect();
        coverage
    }

    /// What this set covers.
    pub(crate) fn closure(&self, claims: Claims) -> Closure<'_> {
        Closure::of(self.known(), self.others(), claims)
    }

    /// The entries at these indices, in output order.
    pub(crate) fn at(&self, indices: &Indices) -> Vec<Entry<'static>> {
        let entry = |index: &usize| match self.known().get(*index) {
            Some(scope) => Entry::Known(*scope),
            None => self.others()[index - self.known().len()].clone(),
        };
        let mut entries: Vec<Entry<'static>> = indices.iter().map(entry).collect();
        entries.sort();
        entries
    }
}

/// What a granted set allows of a required one. Each required entry is covered, undocumented or missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    covered: Vec<CoveredBy>,
    undocumented: Vec<CoveredBy>,
    missing: ScopeSet,
    excess: ScopeSet,
}

/// A required entry with what covers it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CoveredBy {
    /// What is required.
    pub entry: Entry<'static>,
    /// The granted entries that cover it: itself if it is granted, else the first that covers it, else
    /// those that do it together. In output order, one at least.
    pub by: Vec<Entry<'static>>,
}

impl Coverage {
    /// Whether everything that is required is covered, with a source.
    #[must_use]
    pub fn is_covered(&self) -> bool {
        self.missing.is_empty() && self.undocumented.is_empty()
    }

    /// What is covered with a source, in output order.
    #[must_use]
    pub fn covered(&self) -> &[CoveredBy] {
        &self.covered
    }

    /// What may be covered, by what is named: no source says yes or no. In output order.
    #[must_use]
    pub fn undocumented(&self) -> &[CoveredBy] {
        &self.undocumented
    }

    /// What is not covered.
    #[must_use]
    pub fn missing(&self) -> &ScopeSet {
        &self.missing
    }

    /// Granted entries that no required one needs: what is covered stays covered without them.
    #[must_use]
    pub fn excess(&self) -> &ScopeSet {
        &self.excess
    }
}
