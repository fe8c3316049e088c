//! Numbers for scopes: their places in the order of wire forms without case.

use std::collections::HashMap;

use super::TooLarge;
use crate::{catalogue::Catalogue, model::Service, scope::Scope};

/// Ids above this are left to mark "none".
pub(super) const LIMIT: usize = 65_000;

/// The scopes of a catalogue by id. Ids mean something in one build only.
pub(super) struct Ids<'a> {
    pub(super) scopes: Vec<(String, Scope<'a>)>,
    by_place: HashMap<(*const Service, usize), u16>,
}

impl<'a> Ids<'a> {
    pub(super) fn of(catalogue: &'a Catalogue) -> Result<Self, TooLarge> {
        let mut scopes: Vec<(String, usize, Scope<'_>)> = catalogue
            .services()
            .iter()
            .flat_map(|service| service.scopes().enumerate().map(|(place, scope)| (scope.wire(), place, scope)))
            .collect();
        if scopes.len() > LIMIT {
            return Err(TooLarge { scopes: scopes.len() });
        }
        scopes.sort_by_cached_key(|(wire, ..)| (wire.to_ascii_lowercase(), wire.clone()));
        let key = |place: usize, scope: &Scope<'_>| (std::ptr::from_ref(scope.service), place);
        let by_place = (0u16..).zip(&scopes).map(|(id, (_, place, scope))| (key(*place, scope), id)).collect();
        Ok(Self { scopes: scopes.into_iter().map(|(wire, _, scope)| (wire, scope)).collect(), by_place })
    }

    /// The id of the scope that is number `place` of its service.
    pub(super) fn id(&self, service: &Service, place: usize) -> u16 {
        self.by_place[&(std::ptr::from_ref(service), place)]
    }

    /// The ids of places in a service, as inclusive ranges.
    pub(super) fn ranges(&self, service: &Service, places: &[usize]) -> Vec<(u16, u16)> {
        let mut ids: Vec<u16> = places.iter().map(|place| self.id(service, *place)).collect();
        ids.sort_unstable();
        let mut ranges: Vec<(u16, u16)> = Vec::new();
        for id in ids {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == id => *last = id,
                _ => ranges.push((id, id)),
            }
        }
        ranges
    }
}
