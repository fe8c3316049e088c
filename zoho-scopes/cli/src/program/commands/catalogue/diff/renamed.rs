//! Which of the scopes that are gone live on under another spelling or another name.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use zoho_scopes_data::{table::pattern::is_placeholder, text::distance::segment_distance};

use super::known::Known;

/// A scope before and after.
#[derive(Serialize)]
pub(super) struct Pair {
    pub(super) from: String,
    pub(super) to: String,
}

/// More pairs of scopes are not compared by name.
const MAX_PAIRS: usize = 1_000_000;

/// Takes out the pairs that differ in case alone, or in what a placeholder is called.
pub(super) fn take_respelled(removed: &mut Vec<String>, added: &mut Vec<String>) -> Vec<Pair> {
    let mut spellings: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for to in added.iter() {
        spellings.entry(folded(to)).or_default().push(to);
    }
    let same = |from: &String| match spellings.get(&folded(from))?[..] {
        [to] => Some((from.clone(), to.to_owned())),
        _ => None,
    };
    let candidates: Vec<(String, String)> = removed.iter().filter_map(same).collect();
    take(removed, added, candidates)
}

fn folded(wire: &str) -> String {
    let segment = |segment: &str| if is_placeholder(segment) { "{}".to_owned() } else { segment.to_ascii_lowercase() };
    wire.split('.').map(segment).collect::<Vec<_>>().join(".")
}

/// Takes out scopes whose replacement is new, then, of each service and operation, pairs with near names, the nearest
/// first.
pub(super) fn take_renamed(removed: &mut Vec<String>, added: &mut Vec<String>, old: &Known) -> Vec<Pair> {
    let replaced = |from: &String| Some((from.clone(), old.scopes.get(from)?.replacement.clone()?));
    let candidates = removed.iter().filter_map(replaced).collect();
    let mut pairs = take(removed, added, candidates);
    if removed.len().saturating_mul(added.len()) <= MAX_PAIRS {
        let mut near: Vec<(usize, (String, String))> = Vec::new();
        for from in removed.iter() {
            let near_one = |to: &String| Some((name_distance(from, to)?, (from.clone(), to.clone())));
            near.extend(added.iter().filter_map(near_one));
        }
        near.sort();
        pairs.extend(take(removed, added, near.into_iter().map(|(_, pair)| pair).collect()));
    }
    pairs.sort_by(|one, other| one.from.cmp(&other.from));
    pairs
}

/// Makes pairs of those that have none yet, in order.
fn take(removed: &mut Vec<String>, added: &mut Vec<String>, candidates: Vec<(String, String)>) -> Vec<Pair> {
    let gone: BTreeSet<String> = removed.iter().cloned().collect();
    let come: BTreeSet<String> = added.iter().cloned().collect();
    let (mut from_taken, mut to_taken, mut pairs) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
    for (from, to) in candidates {
        let is_open = gone.contains(&from) && come.contains(&to);
        if is_open && !from_taken.contains(&from) && !to_taken.contains(&to) {
            from_taken.insert(from.clone());
            to_taken.insert(to.clone());
            pairs.push(Pair { from, to });
        }
    }
    removed.retain(|scope| !from_taken.contains(scope));
    added.retain(|scope| !to_taken.contains(scope));
    pairs
}

/// How far the names of two scopes are apart, if service and operation are the same and they are near.
fn name_distance(from: &str, to: &str) -> Option<usize> {
    let parts = |scope: &str| -> Option<(String, String, String)> {
        let (service, rest) = scope.split_once('.')?;
        let (name, operation) = rest.rsplit_once('.')?;
        Some((service.to_ascii_lowercase(), operation.to_ascii_lowercase(), name.to_owned()))
    };
    let ((service, operation, name), (new_service, new_operation, new_name)) = (parts(from)?, parts(to)?);
    (service == new_service && operation == new_operation).then(|| segment_distance(&name, &new_name))?
}
