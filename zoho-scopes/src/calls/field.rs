//! The scopes among which the minimal list is chosen, and what each `may_cover`, as bits.
//!
//! An element is a scope or pattern of the catalogue, or text that a pattern admits. A candidate is an entry
//! that some call names; its element is one of those it `may_cover`.

use alloc::{string::String, vec, vec::Vec};

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
    /// Beginnings of admitted texts in lower case, with a pattern of their name.
    admitted: Vec<(String, Row)>,
    first_admitted: usize,
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
        let mut admitted: Vec<(String, Row)> = Vec::new();
        for text in entries.iter().filter_map(admitted_text) {
            let stem = text.stem().to_ascii_lowercase();
            for pattern in text.row().name().scopes() {
                if !admitted.iter().any(|(other, held)| *other == stem && *held == pattern) {
                    admitted.push((stem.clone(), pattern));
                }
            }
        }
        let is_other = |entry: &&Entry<'static>| builtin(entry).is_none() && admitted_text(entry).is_none();
        let others = entries.iter().filter(is_other).cloned().collect();
        Self { known, first_admitted: count, admitted, others }
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
        let is_it = |(other, held): &(String, Row)| other.eq_ignore_ascii_case(stem) && *held == pattern;
        self.admitted.iter().position(is_it).map(|index| self.first_admitted + index)
    }

    /// Each admitted element with its beginning and pattern.
    fn texts(&self) -> impl Iterator<Item = (usize, &(String, Row))> {
        self.admitted.iter().enumerate().map(|(index, text)| (self.first_admitted + index, text))
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
        for (element, (_, pattern)) in self.texts() {
            mark(scope.covers(pattern), element, &mut covers, &mut may_cover);
        }
        [covers, may_cover]
    }

    fn bits_of_text(&self, stem: &str, own: Row) -> [Bits; 2] {
        let mut covers = Bits::new(self.count());
        let mut may_cover = covers.clone();
        for (element, (other, pattern)) in self.texts() {
            if other.eq_ignore_ascii_case(stem) {
                mark(own.covers(pattern), element, &mut covers, &mut may_cover);
            }
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
        let of_texts = self.texts().filter_map(|(_, (stem, pattern))| {
            let whole = Whole::of(pattern.name()).filter(|whole| whole.all == *pattern)?;
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
        let nothing = Bits::new(elements.count());
        for (candidate, bits) in covers.iter().enumerate() {
            candidates[own[candidate]] = Some(candidate);
            bits.without(&nothing).for_each(|element| coverers[element].push(candidate));
            may_cover[candidate].without(&nothing).for_each(|element| near[element].push(candidate));
        }
        let wholes = elements.together(&entries);
        Self { entries, own, covers, may_cover, weights, wholes, coverers, may_be_covered_by: near, candidates }
    }

    pub(super) fn nothing(&self) -> Chosen {
        let bits = Bits::new(self.coverers.len());
        Chosen { members: Vec::new(), covers: bits.clone(), may_cover: bits }
    }

    /// Adds a candidate, and what it brings with those that are there.
    pub(super) fn add(&self, chosen: &mut Chosen, candidate: usize) {
        if let Err(index) = chosen.members.binary_search(&candidate) {
            chosen.members.insert(index, candidate);
        }
        chosen.covers.add(&self.covers[candidate]);
        chosen.may_cover.add(&self.may_cover[candidate]);
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
        for candidate in members {
            chosen.members.push(candidate);
            chosen.covers.add(&self.covers[candidate]);
            chosen.may_cover.add(&self.may_cover[candidate]);
        }
        chosen.members.sort_unstable();
        self.saturate(&mut chosen.covers, |whole| &whole.covers);
        self.saturate(&mut chosen.may_cover, |whole| &whole.may_cover);
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
