//! The search for the minimal set: what must be chosen is chosen, what is too broad is left out, what has nothing
//! to do with each other is solved apart, and the rest is branch and bound.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use super::{
    field::{Chosen, Field},
    measure::Measure,
};
use crate::set::bits::Bits;

/// What satisfies a call: all elements of one of these.
pub(super) type Options = Vec<Vec<usize>>;

/// So many steps are made in all; then the best set that was found is taken.
const MAX_STEPS: usize = 10_000;

/// A search, with the steps it has left.
pub(super) struct Search<'f> {
    field: &'f Field,
    steps: usize,
    /// Whether it ended before all was tried.
    pub(super) gave_up: bool,
}

impl<'f> Search<'f> {
    pub(super) fn new(field: &'f Field) -> Self {
        Self { field, steps: MAX_STEPS, gave_up: false }
    }

    /// The minimal set that satisfies all; no member of it can be left out.
    pub(super) fn minimal_scopes(&mut self, calls: &[Options]) -> Vec<usize> {
        let allowed = vec![true; self.field.entries.len()];
        let chosen = self.solve(self.field.nothing(), calls.to_vec(), allowed);
        self.irredundant(chosen, calls).members
    }

    fn solve(&mut self, mut chosen: Chosen, mut open: Vec<Options>, mut allowed: Vec<bool>) -> Chosen {
        loop {
            open = self.open(&open, &chosen, &allowed).unwrap_or_default();
            if open.is_empty() {
                return chosen;
            }
            let forced: Vec<usize> = open.iter().filter_map(|options| self.forced(options, &allowed)).collect();
            if !forced.is_empty() {
                self.field.add(&mut chosen, forced);
                continue;
            }
            if !self.disallow_too_broad(&chosen, &open, &mut allowed) {
                break;
            }
        }
        let mut parts = self.parts(&chosen, &open, &allowed);
        if parts.len() > 1 {
            let mut whole = chosen.clone();
            for part in parts {
                let solved = self.solve(chosen.clone(), part, allowed.clone());
                self.field.add(&mut whole, solved.members);
            }
            return whole;
        }
        let open = parts.pop().unwrap_or_default();
        let greedy = self.greedy(&chosen, &open, &allowed);
        let mut best = (self.field.measure(&greedy), greedy);
        self.branch(&chosen, &open, &mut allowed, &mut best);
        best.1
    }

    /// The calls that are not satisfied yet, with what each option still lacks. None if one cannot be satisfied.
    fn open(&self, calls: &[Options], chosen: &Chosen, allowed: &[bool]) -> Option<Vec<Options>> {
        let lacking = |option: &Vec<usize>| -> Vec<usize> {
            option.iter().copied().filter(|element| !chosen.covers.holds(*element)).collect()
        };
        let is_possible = |option: &Vec<usize>| {
            option.iter().all(|element| self.allowed_coverers(*element, allowed).next().is_some())
        };
        let mut open: Vec<Options> = Vec::new();
        for options in calls {
            let mut options: Options = options.iter().map(lacking).filter(is_possible).collect();
            if options.iter().any(Vec::is_empty) {
                continue;
            }
            options.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
            let mut least: Options = Vec::new();
            for option in options {
                if !least.iter().any(|smaller| smaller.iter().all(|element| option.contains(element))) {
                    least.push(option);
                }
            }
            open.push(least);
        }
        open.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        open.dedup();
        open.first().is_none_or(|options| !options.is_empty()).then_some(open)
    }

    fn allowed_coverers<'a>(&'a self, element: usize, allowed: &'a [bool]) -> impl Iterator<Item = usize> + 'a {
        self.field.coverers[element].iter().copied().filter(|candidate| allowed[*candidate])
    }

    /// Leaves out candidates that are in no minimal set, the broadest first; says whether there was one.
    fn disallow_too_broad(&self, chosen: &Chosen, open: &[Options], allowed: &mut [bool]) -> bool {
        let mut order: Vec<usize> = (0..allowed.len()).filter(|candidate| allowed[*candidate]).collect();
        order.sort_by_key(|candidate| (u32::MAX - self.field.may_cover(*candidate).count(), *candidate));
        let mut by_element: BTreeMap<usize, Vec<&Options>> = BTreeMap::new();
        for options in open {
            for element in options.iter().flatten() {
                by_element.entry(*element).or_default().push(options);
            }
        }
        let mut is_any = false;
        for candidate in order {
            let covers = self.field.covers[candidate].iter();
            let calls = covers.filter_map(|element| by_element.get(&element)).flatten().copied();
            if self.is_too_broad(candidate, chosen, calls, allowed) {
                allowed[candidate] = false;
                is_any = true;
            }
        }
        is_any
    }

    /// Whether narrower candidates can always take the place of this one, so that the set reaches less: all that
    /// it covers can be covered by some which it covers, and nothing but itself would still reach it. `calls` are those of
    /// which it covers something.
    fn is_too_broad<'c>(
        &self,
        candidate: usize,
        chosen: &Chosen,
        mut calls: impl Iterator<Item = &'c Options>,
        allowed: &[bool],
    ) -> bool {
        let field = self.field;
        let (own, covers, may_cover) = (field.own[candidate], &field.covers[candidate], field.may_cover(candidate));
        let others =
            |candidates: &'f [usize]| candidates.iter().copied().filter(|other| *other != candidate && allowed[*other]);
        let is_reached =
            |part: &usize| chosen.may_cover.holds(*part) || others(&field.may_be_covered_by[*part]).next().is_some();
        let is_reached_anyhow = chosen.may_cover.holds(own)
            || others(&field.may_be_covered_by[own]).any(|other| !field.covers[other].holds(own))
            || field.may_be_covered_by_wholes[own]
                .iter()
                .any(|whole| field.wholes[*whole].parts.iter().all(is_reached));
        if is_reached_anyhow {
            return false;
        }
        let is_narrower =
            |other: usize| !field.may_cover(other).holds(own) && field.may_cover(other).is_within(may_cover);
        let has_narrower = |element: usize| element != own && others(&field.coverers[element]).any(is_narrower);
        calls.all(|options| {
            options.iter().all(|option| {
                if option.contains(&own) {
                    let is_kept = |element: &usize| {
                        (*element != own && option.contains(element))
                            || (covers.holds(*element) && has_narrower(*element))
                    };
                    options.iter().any(|other| other.iter().all(is_kept))
                } else {
                    option.iter().all(|element| !covers.holds(*element) || has_narrower(*element))
                }
            })
        })
    }

    /// The candidate without which a call cannot be satisfied.
    fn forced(&self, options: &Options, allowed: &[bool]) -> Option<usize> {
        let [option] = options.as_slice() else { return None };
        option.iter().find_map(|element| {
            let mut coverers = self.allowed_coverers(*element, allowed);
            coverers.next().filter(|_| coverers.next().is_none())
        })
    }

    /// What every set reaches that satisfies the calls.
    fn certain(&self, chosen: &Chosen, open: &[Options]) -> Bits {
        let mut may_cover = chosen.may_cover.clone();
        for options in open {
            if let [option] = options.as_slice() {
                for element in option {
                    self.field.closure_of(*element, &mut may_cover);
                }
            }
        }
        may_cover
    }

    /// Some set that satisfies the calls: for each the option that makes it the least broad.
    fn greedy(&self, chosen: &Chosen, open: &[Options], allowed: &[bool]) -> Chosen {
        let mut chosen = chosen.clone();
        for options in open {
            let is_covered = |option: &Vec<usize>| option.iter().all(|element| chosen.covers.holds(*element));
            if options.iter().any(is_covered) {
                continue;
            }
            let with = |option: &Vec<usize>| {
                let mut with = chosen.clone();
                for element in option {
                    if with.covers.holds(*element) {
                        continue;
                    }
                    let coverers = self.allowed_coverers(*element, allowed);
                    let narrowest = coverers
                        .min_by_key(|candidate| (self.field.breadth_with(&with.may_cover, *candidate), *candidate));
                    if let Some(candidate) = narrowest {
                        self.field.add(&mut with, [candidate]);
                    }
                }
                with
            };
            let least = options.iter().map(with).min_by_key(|chosen| self.field.measure(chosen));
            chosen = least.unwrap_or(chosen);
        }
        chosen
    }

    /// Calls that have nothing to do with each other: no candidate of one reaches what one of the other does.
    fn parts(&self, chosen: &Chosen, open: &[Options], allowed: &[bool]) -> Vec<Vec<Options>> {
        let mut groups = Groups::new(self.field.coverers.len());
        let mut all = chosen.may_cover.clone();
        for options in open {
            let elements = options.iter().flatten();
            let coverers = elements.flat_map(|element| self.allowed_coverers(*element, allowed));
            let mut reached = chosen.may_cover.clone();
            coverers.for_each(|candidate| reached.add(self.field.may_cover(candidate)));
            groups.join(reached.without(&chosen.covers));
            all.add(&reached);
        }
        for whole in self.field.wholes.iter().filter(|whole| whole.parts.iter().all(|part| all.holds(*part))) {
            let parts = whole.parts.iter().copied().filter(|part| !chosen.covers.holds(*part));
            groups.join(parts.chain(whole.may_cover.without(&chosen.covers)));
        }
        let mut parts: BTreeMap<usize, Vec<Options>> = BTreeMap::new();
        for options in open {
            let first = options.first().and_then(|option| option.first()).copied().unwrap_or_default();
            parts.entry(groups.find(first)).or_default().push(options.clone());
        }
        parts.into_values().collect()
    }

    fn branch(&mut self, chosen: &Chosen, open: &[Options], allowed: &mut [bool], best: &mut (Measure, Chosen)) {
        if self.steps == 0 {
            self.gave_up = true;
            return;
        }
        self.steps -= 1;
        let Some(open) = self.open(open, chosen, allowed) else { return };
        let measure = self.field.measure(chosen);
        if open.is_empty() {
            if measure < best.0 {
                *best = (measure, chosen.clone());
            }
            return;
        }
        let least = (self.certain(chosen, &open).count(), measure.scopes + 1, measure.weight);
        if least > (best.0.breadth, best.0.scopes, best.0.weight) {
            return;
        }
        let choices = |options: &Options| -> Vec<usize> {
            let firsts = options.iter().filter_map(|option| option.first());
            let mut choices: Vec<usize> = firsts.flat_map(|element| self.allowed_coverers(*element, allowed)).collect();
            choices.sort_by_key(|candidate| (self.field.breadth_with(&chosen.may_cover, *candidate), *candidate));
            choices.dedup();
            choices
        };
        let choices = open.iter().map(choices).min_by_key(Vec::len).unwrap_or_default();
        for candidate in &choices {
            let mut with = chosen.clone();
            self.field.add(&mut with, [*candidate]);
            self.branch(&with, &open, allowed, best);
            // Every set with this one has been tried.
            allowed[*candidate] = false;
        }
        for candidate in choices {
            allowed[candidate] = true;
        }
    }

    /// The set without members that others make superfluous, the broadest first.
    fn irredundant(&self, chosen: Chosen, calls: &[Options]) -> Chosen {
        let satisfies = |chosen: &Chosen| {
            let is_covered = |option: &Vec<usize>| option.iter().all(|element| chosen.covers.holds(*element));
            calls.iter().all(|options| options.iter().any(is_covered))
        };
        let indispensable = self.indispensable(&chosen, calls);
        let mut order: Vec<usize> = chosen.members.clone();
        order.retain(|member| !indispensable.contains(member));
        order.sort_by_key(|candidate| (u32::MAX - self.field.may_cover(*candidate).count(), usize::MAX - candidate));
        order.into_iter().fold(chosen, |chosen, candidate| {
            let rest = chosen.members.iter().copied().filter(|member| *member != candidate);
            let without = self.field.of_members(rest);
            if satisfies(&without) { without } else { chosen }
        })
    }

    /// Members that are certainly needed: in each way to satisfy a call something is covered by nothing else.
    fn indispensable(&self, chosen: &Chosen, calls: &[Options]) -> BTreeSet<usize> {
        let field = self.field;
        let is_together = |element: usize| {
            let mut wholes = field.may_be_covered_by_wholes[element].iter().map(|whole| &field.wholes[*whole]);
            wholes.any(|whole| whole.parts.iter().all(|part| chosen.covers.holds(*part)))
        };
        let only = |element: &usize| {
            let is_member = |candidate: &&usize| chosen.members.binary_search(candidate).is_ok();
            let mut members = field.coverers[*element].iter().filter(is_member);
            members.next().filter(|_| members.next().is_none() && !is_together(*element)).copied()
        };
        let of_call = |options: &Options| {
            let is_covered = |option: &&Vec<usize>| option.iter().all(|element| chosen.covers.holds(*element));
            let ways = options.iter().filter(is_covered);
            let needed = ways.map(|way| way.iter().filter_map(only).collect::<BTreeSet<usize>>());
            needed.reduce(|one, other| &one & &other).unwrap_or_default()
        };
        calls.iter().flat_map(of_call).collect()
    }
}

/// Numbers joined into groups.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn find(&mut self, mut number: usize) -> usize {
        while self.0[number] != number {
            self.0[number] = self.0[self.0[number]];
            number = self.0[number];
        }
        number
    }

    fn join(&mut self, mut numbers: impl Iterator<Item = usize>) {
        let Some(first) = numbers.next() else { return };
        for number in numbers {
            let (one, other) = (self.find(first), self.find(number));
            self.0[one.max(other)] = one.min(other);
        }
    }
}
