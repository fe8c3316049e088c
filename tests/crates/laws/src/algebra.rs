//! Sets of scopes: the laws of what covers what, and what the oracle says.

use std::sync::LazyLock;

use zoho_scopes::{Catalogue, Covers, Entry, Policy, ScopeSet};
use zoho_scopes_data as data;

use crate::{
    bytes::Bytes,
    made,
    oracle::{Oracle, Texts},
};

/// Sets of scopes of the built-in catalogue.
///
/// # Panics
///
/// Where a law is broken, or the oracle says something else.
pub fn set_algebra(bytes: &[u8]) {
    static BUILTIN: LazyLock<World> = LazyLock::new(|| {
        let files = data::files::Catalogue::builtin().expect("the catalogue is sound");
        World { catalogue: Catalogue::builtin(), oracle: Oracle::new(files.services()) }
    });
    BUILTIN.keeps_laws(&mut Bytes(bytes));
}

/// Sets of scopes of a catalogue that the bytes make.
///
/// # Panics
///
/// Where a law is broken, or the oracle says something else.
pub fn made_algebra(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let file = data::files::layout("made.json", &made::file(&mut bytes)).expect("JSON");
    let files = data::files::Catalogue::from_files([("made.json", file.as_str())]).expect("a sound file");
    let catalogue = Catalogue::builtin().with_json("made.json", &file).expect("a sound file");
    World { catalogue, oracle: Oracle::new(files.services()) }.keeps_laws(&mut bytes);
}

/// A catalogue with its oracle.
struct World {
    catalogue: Catalogue,
    oracle: Oracle,
}

impl World {
    /// Tries all laws on three sets.
    fn keeps_laws(&self, bytes: &mut Bytes<'_>) {
        let pool = self.pool(bytes);
        let [a, b, c] = [(); 3].map(|()| bytes.some(&pool).into_iter().collect::<Texts>());
        self.coverage_is_what_the_oracle_says(&a, &b);
        self.sets_are_sets(&a, &b);
        let pool: Texts = pool.into_iter().collect();
        let [a, b, c, pool] = [&a, &b, &c, &pool].map(|texts| self.set(texts));
        what_is_named_as_covering_does_cover(&a, &b);
        covers_is_an_order(&a, &b, &c, &pool);
        minimised_covers_the_same_with_less(&a);
        union_is_the_least_upper_bound(&a, &b, &c);
        wider_replaces_what_it_says(&b);
        for entry in &c {
            narrower_is_narrower(&entry, &[]);
            narrower_is_narrower(&entry, &["read"]);
        }
    }

    /// Texts that have something to do with each other: names of one or two services with all their
    /// operations, and text that nobody knows.
    fn pool(&self, bytes: &mut Bytes<'_>) -> Vec<String> {
        let mut pool = Texts::from(["ZohoNowhere.things.READ", "ZohoNowhere.things.ALL"].map(String::from));
        for _ in 0..=bytes.below(2) {
            let names = bytes.choose(&self.oracle.services);
            pool.extend(names.iter().find(|name| name[0].split('.').count() == 3).into_iter().flatten().cloned());
            for _ in 0..=bytes.below(4) {
                pool.extend(bytes.choose(names).iter().cloned());
            }
        }
        pool.into_iter().collect()
    }

    fn set(&self, texts: &Texts) -> ScopeSet {
        let list: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.catalogue.validate(&list.join(" "), &Policy::GRANTED).to_set()
    }

    fn coverage_is_what_the_oracle_says(&self, granted: &Texts, required: &Texts) {
        let (yes, perhaps) = (self.oracle.covered(granted), self.oracle.perhaps_covered(granted));
        let (held, everything) = (self.set(granted), self.set(required));
        let coverage = held.coverage(&everything);
        let covered = texts(coverage.covered().iter().map(|item| item.entry.clone()));
        let undocumented = texts(coverage.undocumented().iter().map(|item| item.entry.clone()));
        let missing = texts(coverage.missing());
        assert_eq!(covered, required & &yes, "covered by {granted:?}");
        assert_eq!(undocumented, &(required & &perhaps) - &yes, "perhaps covered by {granted:?}");
        assert_eq!(missing, required - &perhaps, "not covered by {granted:?}");
        assert_eq!(covered.len() + undocumented.len() + missing.len(), required.len());

        assert_eq!(coverage.is_covered(), required.is_subset(&yes));
        assert_eq!(held.covers(&everything), coverage.is_covered());
        assert_eq!(texts(held.missing(&everything)), &undocumented | &missing);
        for entry in &everything {
            let answer = held.coverage_of(&entry);
            assert_eq!(answer == Covers::Yes, covered.contains(entry.as_str()), "{entry}");
            assert_eq!(answer == Covers::Undocumented, undocumented.contains(entry.as_str()), "{entry}");
        }
    }

    fn sets_are_sets(&self, one: &Texts, other: &Texts) {
        let [a, b] = [one, other].map(|texts| self.set(texts));
        assert_eq!(texts(&a | &b), one | other);
        assert_eq!(texts(&a & &b), one & other);
        assert_eq!(texts(&a - &b), one - other);
        assert_eq!(a.is_subset(&b), one.is_subset(other));
        assert!((&a & &b).is_subset(&a) && a.is_subset(&(&a | &b)));
        let mut grown = a.clone();
        grown.extend(&b);
        assert_eq!(grown, b.union(&a));
    }
}

fn texts(entries: impl IntoIterator<Item = Entry<'static>>) -> Texts {
    entries.into_iter().map(|entry| entry.as_str().to_owned()).collect()
}

/// What a set covers of a pool.
fn within(set: &ScopeSet, pool: &ScopeSet) -> ScopeSet {
    set.coverage(pool).covered().iter().map(|item| item.entry.clone()).collect()
}

fn what_is_named_as_covering_does_cover(granted: &ScopeSet, required: &ScopeSet) {
    let coverage = granted.coverage(required);
    for item in coverage.covered() {
        assert!(!item.by.is_empty());
        let by: ScopeSet = item.by.iter().cloned().collect();
        assert!(by.covers(&ScopeSet::from([item.entry.clone()])), "{by} is said to cover {}", item.entry);
        assert_eq!(by.difference(granted), ScopeSet::new());
    }
    let needed = granted.difference(coverage.excess());
    assert!(needed.covers(&within(granted, required)));
    assert!(granted.coverage(granted).excess().is_empty());
}

/// Reflexive, transitive, and antisymmetric up to equivalence: sets that cover each other cover the same.
fn covers_is_an_order(a: &ScopeSet, b: &ScopeSet, c: &ScopeSet, pool: &ScopeSet) {
    assert!(a.covers(a) && a.covers(&ScopeSet::new()));
    // Random sets hardly ever cover each other; parts of what they cover do.
    let below = |set: &ScopeSet, choice: &ScopeSet| within(set, &choice.union(set));
    let reached = within(a, pool);
    let (lower, lowest) = (below(a, b), below(&below(a, b), c));
    assert!(a.covers(&lower) && lower.covers(&lowest) && a.covers(&lowest));
    for (one, other) in [(a, b), (b, c), (a, c)] {
        assert!(!(one.covers(other) && other.covers(a)) || one.covers(a));
        assert!(!(one.covers(other) && other.covers(one)) || within(one, pool) == within(other, pool));
    }
    let other = a.minimised().kept.union(&reached.intersection(b));
    assert!(a.covers(&other) && other.covers(a));
    assert_eq!(reached, within(&other, pool));
    assert!(a.minimised().kept.covers(&other));
}

fn minimised_covers_the_same_with_less(whole: &ScopeSet) {
    let minimised = whole.minimised();
    let dropped: ScopeSet = minimised.dropped.iter().map(|dropped| dropped.entry.clone()).collect();
    assert_eq!(&minimised.kept.union(&dropped), whole);
    assert!(minimised.kept.intersection(&dropped).is_empty());
    assert!(minimised.kept.covers(whole));
    assert_eq!(minimised.kept.minimised().kept, minimised.kept);
    for dropped in &minimised.dropped {
        assert_eq!(dropped.by.covers(&dropped.entry), Covers::Yes);
        assert!(minimised.kept.iter().any(|kept| kept == dropped.by));
    }
    for entry in &minimised.kept {
        let mut others = minimised.kept.iter().filter(|other| *other != entry);
        assert!(others.all(|other| other.covers(&entry) != Covers::Yes), "{entry} is still redundant");
    }
}

fn union_is_the_least_upper_bound(a: &ScopeSet, b: &ScopeSet, more: &ScopeSet) {
    let union = a.union(b);
    assert!(union.covers(a) && union.covers(b));
    for upper in [&union.union(more), &union.minimised().kept, more, a, b] {
        assert_eq!(upper.covers(a) && upper.covers(b), upper.covers(&union), "{upper} above {a} and {b}");
    }
}

fn narrower_is_narrower(entry: &Entry<'static>, operations: &[&str]) {
    let narrower = entry.narrower(operations);
    for lower in narrower.direct.iter().chain(&narrower.below) {
        assert_eq!(entry.covers(lower), Covers::Yes);
        assert_ne!(lower.covers(entry), Covers::Yes);
        assert!(operations.is_empty() || lower.as_str().to_lowercase().ends_with(".read"));
    }
    for below in &narrower.below {
        assert!(narrower.direct.iter().any(|upper| upper.covers(below) == Covers::Yes));
    }
    let direct: ScopeSet = narrower.direct.iter().cloned().collect();
    assert_eq!(direct.minimised().dropped, []);
    assert!(narrower.undocumented.iter().all(|lower| entry.covers(lower) == Covers::Undocumented));
}

fn wider_replaces_what_it_says(set: &ScopeSet) {
    for wider in set.wider() {
        assert!(!set.contains(wider.scope));
        assert!(wider.replaces.len() > 1);
        assert_eq!(wider.replaces.intersection(set), wider.replaces);
        assert!(ScopeSet::from(wider.scope).covers(&wider.replaces));
    }
}
