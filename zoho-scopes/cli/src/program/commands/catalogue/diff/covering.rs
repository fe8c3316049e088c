//! How covering changed, between scopes that both catalogues have.

use std::collections::BTreeSet;

use serde::Serialize;

use super::known::Known;

/// What a scope covers otherwise than before.
#[derive(Serialize)]
pub(super) struct CoveringChange {
    pub(super) scope: String,
    /// It covers these, with a source.
    pub(super) covers: Vec<String>,
    /// It does not cover these any more.
    pub(super) no_longer: Vec<String>,
    /// It may cover these; before, it did not.
    pub(super) may_cover: Vec<String>,
    /// It may not cover these any more, nor does it.
    pub(super) may_no_longer: Vec<String>,
}

/// What changed; `now` says what a scope of the old catalogue is called.
pub(super) fn changes(old: &Known, new: &Known, now: &dyn Fn(&str) -> String) -> Vec<CoveringChange> {
    if !(old.has_covering && new.has_covering) {
        return Vec::new();
    }
    let common: BTreeSet<String> =
        old.scopes.keys().map(|wire| now(wire)).filter(|wire| new.scopes.contains_key(wire)).collect();
    let of_old = |wires: &BTreeSet<String>| -> BTreeSet<String> {
        wires.iter().map(|wire| now(wire)).filter(|wire| common.contains(wire)).collect()
    };
    let of_new = |wires: &BTreeSet<String>| -> BTreeSet<String> { wires.intersection(&common).cloned().collect() };
    let change = |(wire, before): (&String, &super::known::KnownScope)| {
        let scope = now(wire);
        let after = new.scopes.get(&scope)?;
        let (covered, may) = (of_old(&before.covers), of_old(&before.may_cover));
        let (covers, may_now) = (of_new(&after.covers), of_new(&after.may_cover));
        let less = |one: &BTreeSet<String>, two: &BTreeSet<String>, three: &BTreeSet<String>| -> Vec<String> {
            one.iter().filter(|wire| !two.contains(*wire) && !three.contains(*wire)).cloned().collect()
        };
        let none = BTreeSet::new();
        let change = CoveringChange {
            covers: less(&covers, &covered, &none),
            no_longer: less(&covered, &covers, &none),
            may_cover: less(&may_now, &may, &covered),
            may_no_longer: less(&may, &may_now, &covers),
            scope,
        };
        (!change.parts().iter().all(|(_, scopes)| scopes.is_empty())).then_some(change)
    };
    old.scopes.iter().filter_map(change).collect()
}

impl CoveringChange {
    /// Its parts, with words for each.
    pub(super) fn parts(&self) -> [(&'static str, &[String]); 4] {
        [
            ("now covers", &self.covers),
            ("no longer covers", &self.no_longer),
            ("may cover", &self.may_cover),
            ("no longer may cover", &self.may_no_longer),
        ]
    }
}
