//! The minimal list for several calls, with the reason for each scope.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::{
    call::Call,
    field::Field,
    search::{Options, Search},
};
use crate::{
    catalogue::Entry,
    set::{
        Requirement, ScopeSet,
        closure::{Claims, Closure},
    },
};

/// A call has no more ways to be satisfied than these; what is beyond is not tried.
const MAX_OPTIONS: usize = 64;

/// The minimal set of scopes that satisfies all calls, as the documentation of this module says what is least. It
/// does not hang on the order of the calls, nor on how often one is there.
///
/// ```
/// use zoho_scopes::calls::{Call, minimal_scopes};
///
/// let calls = ["GET /crm/v8/settings/fields", "GET /crm/v8/org/currencies"].map(|call| Call::parse(call).unwrap());
/// let least = minimal_scopes(&calls);
/// assert!(least.reasons().iter().all(|reason| !reason.calls.is_empty()));
/// ```
#[must_use]
pub fn minimal_scopes(calls: &[Call]) -> MinimalScopes {
    let requirements: Vec<Option<Requirement>> = calls.iter().map(Call::requirement).collect();
    let mut least = MinimalScopes::of(&requirements);
    let is_unclear =
        |(index, call): (usize, &Call)| (call.unclear().is_some() || requirements[index].is_none()).then_some(index);
    least.unclear = calls.iter().enumerate().filter_map(is_unclear).collect();
    least
}

/// The minimal set of scopes that meets all requirements, in the same sense.
///
/// ```
/// use zoho_scopes::{calls::minimal_scopes_of, requires};
///
/// let read = requires!(any("ZohoCliq.Reminders.ALL", "ZohoCliq.Reminders.READ"));
/// let create = requires!(any("ZohoCliq.Reminders.ALL", "ZohoCliq.Reminders.CREATE"));
/// let least = minimal_scopes_of(&[read, create]);
/// assert_eq!(least.scopes().to_string(), "ZohoCliq.Reminders.CREATE,ZohoCliq.Reminders.READ");
/// ```
#[must_use]
pub fn minimal_scopes_of(requirements: &[Requirement]) -> MinimalScopes {
    MinimalScopes::of(&requirements.iter().cloned().map(Some).collect::<Vec<_>>())
}

/// The minimal scopes for several calls; see [`minimal_scopes`]. Calls are given by their indices in what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinimalScopes {
    scopes: ScopeSet,
    by_call: Vec<Vec<Entry<'static>>>,
    unclear: Vec<usize>,
    is_exact: bool,
}

/// A scope of the minimal list, and why it is there.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reason {
    /// The scope.
    pub entry: Entry<'static>,
    /// The places of the calls that need it; one at least would fail without it.
    pub calls: Vec<usize>,
}

impl MinimalScopes {
    fn of(requirements: &[Option<Requirement>]) -> Self {
        let mut entries = Vec::new();
        requirements.iter().flatten().for_each(|requirement| name(requirement, &mut entries));
        entries.sort();
        entries.dedup();
        let field = Field::new(entries);
        let mut all_ways = true;
        let ways = requirements.iter().flatten().map(|requirement| field.ways(requirement, &mut all_ways));
        let mut ways: Vec<Options> = ways.filter(|ways| !ways.is_empty()).collect();
        ways.sort();
        ways.dedup();
        let mut search = Search::new(&field);
        let members = search.minimal_scopes(&ways);
        let scopes: ScopeSet = members.into_iter().map(|candidate| field.entries[candidate].clone()).collect();
        let closure = scopes.closure(Claims::Documented).saturated();
        let needed = |requirement: &Option<Requirement>| {
            let through = requirement.as_ref().and_then(|requirement| through(requirement, &closure));
            scopes.at(&through.unwrap_or_default())
        };
        let by_call = requirements.iter().map(needed).collect();
        Self { by_call, unclear: Vec::new(), is_exact: all_ways && !search.gave_up, scopes }
    }

    /// The scopes: enough for every call whose needs are known, and none of them superfluous.
    #[must_use]
    pub fn scopes(&self) -> &ScopeSet {
        &self.scopes
    }

    /// Each scope with the calls that need it, in output order.
    #[must_use]
    pub fn reasons(&self) -> Vec<Reason> {
        let of = |entry: Entry<'static>| {
            let calls = (0..self.by_call.len()).filter(|index| self.by_call[*index].contains(&entry)).collect();
            Reason { entry, calls }
        };
        self.scopes.iter().map(of).collect()
    }

    /// The scopes of the list that a call needs: an empty slice where its needs are not known, nothing where there was no
    /// call at this place.
    #[must_use]
    pub fn of_call(&self, index: usize) -> Option<&[Entry<'static>]> {
        self.by_call.get(index).map(Vec::as_slice)
    }

    /// The places of calls whose needs are not settled: [`Call::unclear`] has a reason, or
    /// [`Call::requirement`] is none. For those that have a requirement it is met.
    #[must_use]
    pub fn unclear(&self) -> &[usize] {
        &self.unclear
    }

    /// Whether every set was tried or is known to be no better.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.is_exact
    }
}

/// The entries that a requirement names.
fn name(requirement: &Requirement, entries: &mut Vec<Entry<'static>>) {
    match requirement {
        Requirement::Scope(entry) => entries.push(entry.clone()),
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in parts.iter() {
                name(part, entries);
            }
        }
    }
}

/// The places in a set through which it meets a requirement, as few as one way needs.
fn through(requirement: &Requirement, closure: &Closure<'_>) -> Option<BTreeSet<usize>> {
    match requirement {
        Requirement::Scope(entry) => closure.by(entry),
        Requirement::Any(parts) => parts.iter().filter_map(|part| through(part, closure)).min_by_key(BTreeSet::len),
        Requirement::All(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(|part| through(part, closure)).collect();
            Some(parts?.into_iter().flatten().collect())
        }
    }
}

impl Field {
    /// The ways to meet a requirement, as elements that must be covered.
    fn ways(&self, requirement: &Requirement, all_ways: &mut bool) -> Options {
        let mut ways = match requirement {
            Requirement::Scope(entry) => self.ways_to(entry),
            Requirement::Any(parts) => parts.iter().flat_map(|part| self.ways(part, all_ways)).collect(),
            Requirement::All(parts) => parts.iter().fold(vec![Vec::new()], |ways, part| {
                let more = self.ways(part, all_ways);
                let joined = ways.iter().flat_map(|way| more.iter().map(|more| [way.as_slice(), more].concat()));
                // One more than there may be, so that it is seen.
                joined.take(MAX_OPTIONS + 1).collect()
            }),
        };
        for way in &mut ways {
            way.sort_unstable();
            way.dedup();
        }
        ways.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        ways.dedup();
        *all_ways &= ways.len() <= MAX_OPTIONS;
        ways.truncate(MAX_OPTIONS);
        ways
    }

    /// An entry itself, or the parts that Zoho may spell an ALL out as, where none of them is enough.
    fn ways_to(&self, entry: &Entry<'static>) -> Options {
        let Ok(candidate) = self.entries.binary_search(entry) else { return Vec::new() };
        let element = self.own[candidate];
        let is_way = |parts: &[usize; 4]| {
            parts.iter().all(|part| {
                let coverers = &self.coverers[*part];
                !coverers.is_empty() && coverers.iter().any(|coverer| !self.covers[*coverer].holds(element))
            })
        };
        let wholes = self.may_be_covered_by_wholes[element].iter().map(|whole| &self.wholes[*whole]);
        let wholes = wholes.filter(|whole| whole.covers.holds(element) && is_way(&whole.parts));
        core::iter::once(vec![element]).chain(wholes.map(|whole| whole.parts.to_vec())).collect()
    }
}
