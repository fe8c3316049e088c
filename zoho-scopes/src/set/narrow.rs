//! What an over-broad entry includes, and what would include several entries.

use alloc::vec::Vec;

use zoho_scopes_data::table::{Row, Service};

use super::{ScopeSet, minimise::makes_dispensable};
use crate::catalogue::{Covers, Entry, Scope, Status};

/// The narrower entries that an entry includes. Deprecated scopes are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Narrower {
    /// What a reviewer would cut it down to first: the entries it covers, with a source, that none of
    /// the others covers. In output order.
    pub direct: Vec<Entry<'static>>,
    /// The other entries that it covers, with a source; one of the direct ones covers each. In output
    /// order.
    pub below: Vec<Entry<'static>>,
    /// What it may cover: no source says yes or no. In output order.
    pub undocumented: Vec<Entry<'static>>,
}

impl Entry<'_> {
    /// Whether it covers other entries of the catalogue, with a source.
    #[must_use]
    pub fn is_over_broad(&self) -> bool {
        match self {
            Self::Known(scope) => scope.covered().next().is_some(),
            Self::Admitted(admitted) => !admitted.row().covers_ids().is_empty(),
            Self::Unknown(_) => false,
        }
    }

    /// The narrower entries that this one includes, all or those of some operations (in any case).
    /// None where it covers nothing but itself.
    ///
    /// ```
    /// use zoho_scopes::{Entry, scope};
    ///
    /// let narrower = Entry::from(scope!("ZohoCRM.modules.leads.ALL")).narrower(&["READ", "CREATE"]);
    /// let wires: Vec<&str> = narrower.direct.iter().map(Entry::as_str).collect();
    /// assert_eq!(wires, ["ZohoCRM.modules.leads.CREATE", "ZohoCRM.modules.leads.READ"]);
    /// ```
    #[must_use]
    pub fn narrower(&self, operations: &[&str]) -> Narrower {
        let wanted = |scope: &Row| {
            let offered = operations.is_empty() || operations.iter().any(|word| scope.has_operation(word));
            offered && scope.status() != Status::Deprecated
        };
        match self {
            Self::Known(scope) => {
                let covered = scope.covered().map(|lower| lower.0);
                let covered: Vec<Row> = covered.filter(|lower| wanted(lower) && !covers(lower, scope.0)).collect();
                let perhaps = scope.may_cover().map(|lower| lower.0).filter(wanted).collect();
                Narrower::of(&covered, perhaps, &|row| Entry::Known(Scope(row)))
            }
            Self::Admitted(admitted) => {
                let pattern = admitted.row();
                let siblings = || pattern.name().scopes().filter(wanted);
                let covered: Vec<Row> =
                    siblings().filter(|lower| covers(pattern, lower) && !covers(lower, pattern)).collect();
                let perhaps = siblings().filter(|lower| pattern.covers(lower) == Covers::Undocumented).collect();
                Narrower::of(&covered, perhaps, &|pattern| Entry::Admitted(admitted.sibling(pattern)))
            }
            Self::Unknown(_) => Narrower::default(),
        }
    }
}

impl Narrower {
    fn of(covered: &[Row], perhaps: Vec<Row>, entry: &dyn Fn(Row) -> Entry<'static>) -> Self {
        let is_below = |lower: &Row| covered.iter().any(|upper| makes_dispensable(upper, lower));
        let (below, direct) = covered.iter().partition(|scope| is_below(scope));
        let entries = |scopes: Vec<Row>| {
            let mut entries: Vec<Entry<'static>> = scopes.into_iter().map(entry).collect();
            entries.sort();
            entries
        };
        Self { direct: entries(direct), below: entries(below), undocumented: entries(perhaps) }
    }
}

fn covers(upper: Row, lower: Row) -> bool {
    upper.covers(lower) == Covers::Yes
}

/// Whether one scope covers another and is not covered by it. Of two that cover each other the second
/// is above the first.
fn is_above(upper: Row, lower: Row) -> bool {
    covers(upper, lower) && (upper > lower || !covers(lower, upper))
}

impl ScopeSet {
    /// The scopes of the catalogue any of which would replace several entries: each covers, with a
    /// source, at least two entries and is not among them. Where one of two covers the other and
    /// replaces no more, the narrower is given. None is made up; deprecated and disputed ones are left
    /// out. In output order.
    ///
    /// ```
    /// use zoho_scopes::scopes;
    ///
    /// let wider = scopes![ZohoCliq.Reminders.READ, ZohoCliq.Reminders.CREATE, ZohoCliq.Chats.READ].wider();
    /// assert_eq!(wider[0].scope.as_str(), "ZohoCliq.Reminders.ALL");
    /// assert_eq!(wider[0].replaces.to_string(), "ZohoCliq.Reminders.CREATE,ZohoCliq.Reminders.READ");
    /// ```
    #[must_use]
    pub fn wider(&self) -> Vec<Wider> {
        let patterns = self.others().iter().filter_map(|entry| match entry {
            Entry::Admitted(admitted) => Some(admitted.row()),
            _ => None,
        });
        let known = self.scopes().map(|scope| scope.0);
        let mut services: Vec<Service> =
            known.chain(patterns).map(zoho_scopes_data::table::ScopeRow::service).collect();
        services.dedup_by_key(|service| service.key());
        let is_usual = |scope: &Row| matches!(scope.status(), Status::Documented | Status::Observed);
        let candidates = services.into_iter().flat_map(Service::scopes);
        let candidates = candidates.filter(|scope| is_usual(scope) && !scope.covers_ids().is_empty());
        let mut wider: Vec<Wider> = candidates.filter_map(|row| self.replaced_by(Scope(row))).collect();
        wider.sort_by_key(|wider| wider.scope);
        wider.dedup();
        let is_needless = |one: &Wider| {
            wider.iter().any(|other| {
                one.scope != other.scope && one.replaces == other.replaces && is_above(one.scope.0, other.scope.0)
            })
        };
        wider.iter().filter(|one| !is_needless(one)).cloned().collect()
    }

    /// The entries that a scope would replace, if they are several and it is not among them.
    fn replaced_by(&self, scope: Scope) -> Option<Wider> {
        if self.contains(scope) {
            return None;
        }
        let replaces: Self =
            self.into_iter().filter(|entry| Entry::Known(scope).covers(entry) == Covers::Yes).collect();
        (replaces.len() > 1).then_some(Wider { scope, replaces })
    }
}

/// A scope that would replace several entries of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wider {
    /// The scope.
    pub scope: Scope,
    /// The entries it covers.
    pub replaces: ScopeSet,
}
