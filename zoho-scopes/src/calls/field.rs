//! The scopes among which the minimal list is chosen, and what each `may_cover`, as bits.
//!
//! An element is a scope or pattern of the catalogue, or text that a pattern admits. A candidate is an entry
//! that some call names; its element is one of those it `may_cover`.

use alloc::{collections::BTreeMap, string::String, vec, vec::Vec};

use super::measure::Measure;
use zoho_scopes_data::table::{Row, Service};

use crate::{
    catalogue::{Admitted, Covers, Entry, Status},
    services::TABLE,
    set::{bits::Bits, closure::Whole},
};

/// What the candidates are and reach.
pub(super) struct Field {
    /// In output order.
    pub(super) entries: Vec<Entry<'static>>,
    /// The element of each candidate.
    pub(super) own: Vec<usize>,
    /// What each covers, with a source.
    pub(super) covers: Vec<Bits>,
    /// What each may cover: no source rules it out.
    may_cover: Vec<Bits>,
    weights: Vec<u32>,
    /// The elements that together reach an ALL, with what that covers and `may_cover`.
    pub(super) wholes: Vec<Together>,
    /// For each element those of them that may cover it.
    pub(super) may_be_covered_by_wholes: Vec<Vec<usize>>,
    /// For each element the candidates that cover it.
    pub(super) coverers: Vec<Vec<usize>>,
    /// For each element the candidates that may cover it.
    pub(super) may_be_covered_by: Vec<Vec<usize>>,
    /// For each element the candidate that it is.
    candidates: Vec<Option<usize>>,
}

/// CREATE, READ, UPDATE and DELETE of a name, which together are its ALL.
pub(super) struct Together {
    pub(super) parts: [usize; 4],
    pub(super) covers: Bits,
    pub(super) may_cover: Bits,
}

/// A set of candidates, with what it covers and `may_cover`.
#[derive(Clone)]
pub(super) struct Chosen {
    pub(super) members: Vec<usize>,
    pub(super) covers: Bits,
    pub(super) may_cover: Bits,
}

/// Numbers the elements.
struct Elements {
    /// For each scope of the catalogue.
    known: Vec<Option<usize>>,
    /// Patterns of the names of admitted texts.
    admitted: Vec<Row>,
    first_admitted: usize,
    /// Beginnings of admitted texts in lower case, with the places of their patterns.
    stems: BTreeMap<String, Vec<usize>>,
    /// What the built-in catalogue knows nothing of.
    others: Vec<Entry<'static>>,
}

impl Elements {
    /// Those that the candidates reach, alone or together.
    fn of(entries: &[Entry<'static>]) -> Self {
        let mut known = vec![None; TABLE.scopes.len()];
        let mut count = 0;
        let mut mark = |scope: Row, known: &mut Vec<Option<usize>>| {
            let own = (scope.id, scope.id);
            let ranges = [own].into_iter().chain(scope.covers_ids().iter()).chain(scope.may_cover_ids().iter());
            for id in ranges.flat_map(|(first, last)| first..=last) {
                let known = &mut known[usize::from(id)];
                if known.is_none() && !TABLE.scopes[usize::from(id)].is_pattern() {
                    *known = Some(count);
                    count += 1;
                }
            }
        };
        entries.iter().filter_map(builtin).for_each(|scope| mark(scope, &mut known));
        loop {
            let is_marked = |scope: &Row, known: &[Option<usize>]| known[usize::from(scope.id)].is_some();
            let reached: Vec<Row> = wholes(entries)
                .filter(|whole| {
                    whole.parts.iter().all(|part| is_marked(part, &known)) && !is_marked(&whole.all, &known)
                })
                .map(|whole| whole.all)
                .collect();
            if reached.is_empty() {
                break;
            }
            for scope in reached {
                mark(scope, &mut known);
            }
        }
        let mut admitted: Vec<Row> = Vec::new();
        let mut stems: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for text in entries.iter().filter_map(admitted_text) {
            let own = stems.entry(text.stem().to_ascii_lowercase()).or_default();
            for pattern in text.row().name().scopes() {
                if !own.iter().any(|place| admitted[*place] == pattern) {
                    own.push(admitted.len());
                    admitted.push(pattern);
                }
            }
        }
        let is_other = |entry: &&Entry<'static>| builtin(entry).is_none() && admitted_text(entry).is_none();
        let others = entries.iter().filter(is_other).cloned().collect();
        Self { known, first_admitted: count, admitted, stems, others }
    }

    fn count(&self) -> usize {
        self.first_other() + self.others.len()
    }

    fn first_other(&self) -> usize {
        self.first_admitted + self.admitted.len()
    }

    fn of_other(&self, entry: &Entry<'_>) -> Option<usize> {
        self.others.iter().position(|other| other == entry).map(|index| self.first_other() + index)
    }

    fn of_text(&self, stem: &str, pattern: Row) -> Option<usize> {
        self.texts_of(stem).find(|(_, held)| *held == pattern).map(|(element, _)| element)
    }

    /// The admitted elements of a beginning, each with its pattern.
    fn texts_of(&self, stem: &str) -> impl Iterator<Item = (usize, Row)> {
        let places = self.stems.get(&stem.to_ascii_lowercase()).into_iter().flatten();
        places.map(|place| (self.first_admitted + place, self.admitted[*place]))
    }

    /// What a scope covers, and what it may reach.
    fn bits_of_scope(&self, scope: Row) -> [Bits; 2] {
        let mut covers = Bits::new(self.count());
        let add = |ranges: &mut dyn Iterator<Item = (u16, u16)>, bits: &mut Bits| {
            let ids = ranges.flat_map(|(first, last)| first..=last);
            ids.filter_map(|id| self.known[usize::from(id)]).for_each(|element| bits.insert(element));
        };
        add(&mut [(scope.id, scope.id)].into_iter().chain(scope.covers_ids().iter()), &mut covers);
        let mut may_cover = covers.clone();
        add(&mut scope.may_cover_ids().iter(), &mut may_cover);
        for (place, pattern) in self.admitted.iter().enumerate() {
            mark(scope.covers(pattern), self.first_admitted + place, &mut covers, &mut may_cover);
        }
        [covers, may_cover]
    }

    fn bits_of_text(&self, stem: &str, own: Row) -> [Bits; 2] {
        let mut covers = Bits::new(self.count());
        let mut may_cover = covers.clone();
        for (element, pattern) in self.texts_of(stem) {
            mark(own.covers(pattern), element, &mut covers, &mut may_cover);
        }
        [covers, may_cover]
    }

    fn bits_of_other(&self, entry: &Entry<'_>) -> [Bits; 2] {
        let mut covers = Bits::new(self.count());
        let mut may_cover = covers.clone();
        for (index, other) in self.others.iter().enumerate() {
            mark(entry.covers(other), self.first_other() + index, &mut covers, &mut may_cover);
        }
        [covers, may_cover]
    }

    fn together(&self, entries: &[Entry<'static>]) -> Vec<Together> {
        let of_catalogue = wholes(entries).filter_map(|whole| {
            let [create, read, update, delete] = whole.parts.map(|part| self.known[usize::from(part.id)]);
            self.known[usize::from(whole.all.id)]?;
            let [covers, may_cover] = self.bits_of_scope(whole.all);
            Some(Together { parts: [create?, read?, update?, delete?], covers, may_cover })
        });
        let texts = self.stems.iter().flat_map(|(stem, places)| places.iter().map(move |place| (stem, *place)));
        let of_texts = texts.filter_map(|(stem, place)| {
            let pattern = self.admitted[place];
            let whole = Whole::of(pattern.name()).filter(|whole| whole.all == pattern)?;
            let [create, read, update, delete] = whole.parts.map(|part| self.of_text(stem, part));
            let [covers, may_cover] = self.bits_of_text(stem, whole.all);
            Some(Together { parts: [create?, read?, update?, delete?], covers, may_cover })
        });
        of_catalogue.chain(of_texts).collect()
    }
}

fn mark(answer: Covers, element: usize, covers: &mut Bits, may_cover: &mut Bits) {
    if answer == Covers::Yes {
        covers.insert(element);
    }
    if answer != Covers::No {
        may_cover.insert(element);
    }
}

/// The names of the candidates' services whose operations may be spelled out.
fn wholes(entries: &[Entry<'static>]) -> impl Iterator<Item = Whole> {
    let mut services: Vec<_> =
        entries.iter().filter_map(builtin).map(zoho_scopes_data::table::ScopeRow::service).collect();
    services.dedup_by_key(|service: &mut Service| service.key());
    services.into_iter().flat_map(|service| service.names().filter_map(Whole::of))
}

/// A scope of the built-in catalogue.
fn builtin(entry: &Entry<'static>) -> Option<Row> {
    entry.scope().map(|scope| scope.0).filter(|row| core::ptr::eq(row.table(), &raw const TABLE))
}

/// Text that a pattern of the built-in catalogue admits.
fn admitted_text<'e>(entry: &'e Entry<'static>) -> Option<&'e Admitted<'static>> {
    match entry {
        Entry::Admitted(text) if core::ptr::eq(text.row().table(), &raw const TABLE) => Some(text),
        _ => None,
    }
}

/// See the documentation of the module `calls`.
fn weight(entry: &Entry<'_>) -> u32 {
    let Some(scope) = entry.row() else { return 1 };
    let operation = match scope {
        scope if scope.has_operation("READ") => 0,
        scope if scope.has_operation("ALL") => 2,
        _ => 1,
    };
    operation + if matches!(scope.status(), Status::Disputed | Status::Deprecated) { 4 } else { 0 }
}

impl Field {
    /// `entries` are sorted and without repeats.
    pub(super) fn new(entries: Vec<Entry<'static>>) -> Self {
        let elements = Elements::of(&entries);
        let (mut own, mut covers, mut may_cover, mut weights) =
            (Vec::new(), Vec::new(), Vec::<Bits>::new(), Vec::new());
        for entry in &entries {
            let (element, bits) = if let Some(scope) = builtin(entry) {
                (elements.known[usize::from(scope.id)], elements.bits_of_scope(scope))
            } else if let Some(text) = admitted_text(entry) {
                let pattern = text.row();
                (elements.of_text(text.stem(), pattern), elements.bits_of_text(text.stem(), pattern))
            } else {
                (elements.of_other(entry), elements.bits_of_other(entry))
            };
            own.push(element.unwrap_or_default());
            let [cover, may] = bits;
            covers.push(cover);
            may_cover.push(may);
            weights.push(weight(entry));
        }
        let mut coverers = vec![Vec::new(); elements.count()];
        let mut near = coverers.clone();
        let mut candidates = vec![None; elements.count()];
        for (candidate, bits) in covers.iter().enumerate() {
            candidates[own[candidate]] = Some(candidate);
            bits.iter().for_each(|element| coverers[element].push(candidate));
            may_cover[candidate].iter().for_each(|element| near[element].push(candidate));
        }
        let wholes = elements.together(&entries);
        let mut may_be_covered_by_wholes = vec![Vec::new(); elements.count()];
        for (place, whole) in wholes.iter().enumerate() {
            whole.may_cover.iter().for_each(|element| may_be_covered_by_wholes[element].push(place));
        }
        Self {
            entries,
            own,
            covers,
            may_cover,
            weights,
            wholes,
            may_be_covered_by_wholes,
            coverers,
            may_be_covered_by: near,
            candidates,
        }
    }

    pub(super) fn nothing(&self) -> Chosen {
        let bits = Bits::new(self.coverers.len());
        Chosen { members: Vec::new(), covers: bits.clone(), may_cover: bits }
    }

    /// Adds candidates, and what they bring with those that are there.
    pub(super) fn add(&self, chosen: &mut Chosen, candidates: impl IntoIterator<Item = usize>) {
        for candidate in candidates {
            if let Err(index) = chosen.members.binary_search(&candidate) {
                chosen.members.insert(index, candidate);
            }
            chosen.covers.add(&self.covers[candidate]);
            chosen.may_cover.add(&self.may_cover[candidate]);
        }
        self.saturate(&mut chosen.covers, |whole| &whole.covers);
        self.saturate(&mut chosen.may_cover, |whole| &whole.may_cover);
    }

    fn saturate(&self, bits: &mut Bits, brings: impl Fn(&Together) -> &Bits) {
        loop {
            let before = bits.count();
            for whole in &self.wholes {
                if whole.parts.iter().all(|part| bits.holds(*part)) {
                    bits.add(brings(whole));
                }
            }
            if self.wholes.is_empty() || bits.count() == before {
                return;
            }
        }
    }

    pub(super) fn of_members(&self, members: impl IntoIterator<Item = usize>) -> Chosen {
        let mut chosen = self.nothing();
        self.add(&mut chosen, members);
        chosen
    }

    pub(super) fn measure(&self, chosen: &Chosen) -> Measure {
        let weight = chosen.members.iter().map(|candidate| self.weights[*candidate]).sum();
        Measure {
            breadth: chosen.may_cover.count(),
            scopes: chosen.members.len(),
            weight,
            members: chosen.members.clone(),
        }
    }

    /// How far the set reaches with a candidate, at least.
    pub(super) fn breadth_with(&self, may_cover: &Bits, candidate: usize) -> u32 {
        may_cover.count_with(&self.may_cover[candidate])
    }

    /// What every set reaches that covers an element.
    pub(super) fn closure_of(&self, element: usize, may_cover: &mut Bits) {
        may_cover.insert(element);
        if let Some(candidate) = self.candidates[element] {
            may_cover.add(&self.may_cover[candidate]);
        }
    }

    pub(super) fn may_cover(&self, candidate: usize) -> &Bits {
        &self.may_cover[candidate]
    }
}
