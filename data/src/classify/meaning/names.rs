//! The scope names of a service that a text means.

use alloc::{format, string::String, vec::Vec};

use super::{
    evidence::{Evidence, Reason, evidence},
    operation::{Serves, serves},
    wanted::wanted,
};
use crate::{
    classify::keywords,
    table::{Name, Service},
};

/// What all words together must say for a name, of a hundred.
const ENOUGH: u32 = 45;
/// Beside the best name, those are meant that say at least this much of what it says, in percent.
const BESIDE: u32 = 55;

/// A scope name that may be meant.
pub(super) struct Meant {
    pub(super) name: Name,
    /// How much speaks for it, of a hundred.
    pub(super) strength: u32,
    reason: Reason,
    /// What serves for the operation.
    pub(super) serves: Serves,
}

/// The scope names of a service that a text means, best first; each serves for the operation.
pub(super) fn names(service: Service, text: &str, operation: Option<&str>) -> Vec<Meant> {
    let wanted = wanted(text);
    let asked = operation.unwrap_or("READ");
    let names: Vec<Name> = service.plain_names().collect();
    let keywords: Vec<(Name, &str)> = keywords::keywords(service).collect();
    let of_name = |name: &Name| {
        let own =
            keywords.iter().filter(|(known, _)| known.key() == name.key()).map(|(_, word)| *word).collect::<Vec<_>>();
        wanted.iter().map(|word| evidence(*name, &own, word, asked)).collect()
    };
    let found: Vec<Vec<Option<Evidence>>> = names.iter().map(of_name).collect();
    // A word that few names have says more.
    let rare: Vec<u32> = (0..wanted.len())
        .map(|word| {
            let have = found.iter().filter(|found| found[word].is_some()).count();
            names.len().checked_div(have).map_or(2, |share| 2 + share.ilog2())
        })
        .collect();
    let words = wanted.iter().filter(|wanted| wanted.words.1 - wanted.words.0 == 1).count();
    let mut meant: Vec<Meant> = Vec::new();
    for (name, found) in names.iter().zip(&found) {
        let for_word = |place: usize| {
            let holds = |index: &usize| wanted[*index].words.0 <= place && place < wanted[*index].words.1;
            (0..wanted.len()).filter(holds).filter_map(|index| found[index]).max_by_key(|found| found.strength)
        };
        let all: u32 = rare[..words].iter().sum();
        let sum: u32 = (0..words).filter_map(|place| Some(for_word(place)?.strength * rare[place])).sum();
        let strength = sum.checked_div(all).unwrap_or(0);
        if strength < ENOUGH {
            continue;
        }
        let best = (0..words).filter_map(for_word).max_by_key(|found| found.strength);
        if let Some((best, serves)) = best.zip(serves(*name, operation)) {
            meant.push(Meant { name: *name, strength, reason: best.reason, serves });
        }
    }
    // Of names that differ in their beginning alone, those of the beginning that most names have.
    let beginning = |name: Name| name.as_str().split_once('.').map_or("", |(beginning, _)| beginning);
    let siblings = |meant: &Meant| names.iter().filter(|name| beginning(**name) == beginning(meant.name)).count();
    meant.sort_by_cached_key(|meant| {
        (u32::MAX - meant.strength, !meant.serves.is_exact, usize::MAX - siblings(meant), meant.name.calls().count())
    });
    let least = meant.first().map_or(0, |best| best.strength * BESIDE / 100);
    meant.retain(|meant| meant.strength >= least);
    meant
}

impl Meant {
    /// Why it is meant.
    pub(super) fn reason(&self) -> String {
        let Self { name, serves, .. } = self;
        let service = name.service();
        if let Reason::Call(call) = self.reason {
            let mut methods = call.methods();
            let served = methods.find(|(_, needed)| serves.operations().any(|operation| operation == *needed));
            if let Some((method, operation)) = served {
                return format!("`{method} {}` needs `{service}.{name}.{operation}`", call.path());
            }
        }
        format!("`{service}.{name}` opens {}", name.summary())
    }
}
