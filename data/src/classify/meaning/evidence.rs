//! What speaks for a scope name: its own words, the paths of calls that need it, what it opens, words of the trade.

use alloc::string::String;

use super::wanted::Wanted;
use crate::{
    table::{Name, NameCall},
    text::words::{may_hold, stem, words},
};

/// Why a scope name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// A call.
    Call(NameCall),
    /// What it opens.
    Summary,
}

/// How strongly something speaks for a scope name, of a hundred.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    pub(super) strength: u32,
    pub(super) reason: Reason,
}

const NAME: Weights = Weights { whole: 100, one: 85, end: 88, start: 64, holds: 60 };
const KEYWORD: Weights = Weights { whole: 92, one: 70, end: 0, start: 0, holds: 0 };
const PATH: Weights = Weights { whole: 92, one: 70, end: 55, start: 55, holds: 0 };
const SUMMARY: Weights = Weights { whole: 78, one: 78, end: 0, start: 0, holds: 0 };
/// What stands behind these words of a summary is what the thing has, or whose it is.
const HAS: [&str; 6] = ["with", "such", "their", "its", "which", "that"];
const BELONGS: [&str; 9] = ["of", "to", "from", "for", "by", "in", "on", "into", "against"];
const HAD: Weights = Weights { whole: 70, one: 70, ..SUMMARY };
const OWNER: Weights = Weights { whole: 56, one: 56, ..SUMMARY };
/// What a synonym says, of ten.
const SYNONYM: u32 = 7;
/// What a deeper segment of a path says less.
const DEEPER: u32 = 12;
/// What each segment beside it takes from a call: it may be about another thing.
const LONGER: u32 = 2;
/// What a call with the operation that is asked for adds.
const SAME_OPERATION: u32 = 6;
/// The shortest word that is looked for at an end of a longer one, and what is left of that at least.
const SHORTEST_END: usize = 4;
const SHORTEST_REST: usize = 3;
/// So much longer than its stem a word is at most: a plural in British spelling.
const LONGEST_ENDING: usize = 4;

/// What it says that a word is found.
struct Weights {
    /// It is the whole.
    whole: u32,
    /// It is one of several words.
    one: u32,
    /// It is the end of a longer word.
    end: u32,
    /// It is the beginning of one.
    start: u32,
    /// It begins or ends with a word that is there.
    holds: u32,
}

/// The best evidence that a word is what a scope name is for.
pub(super) fn evidence(name: Name, keywords: &[&str], wanted: &Wanted, operation: &str) -> Option<Evidence> {
    let own = best(name, keywords, &wanted.stem, operation);
    let others = wanted.synonyms.iter().filter_map(|synonym| best(name, keywords, synonym, operation));
    let others = others.map(|found| Evidence { strength: found.strength * SYNONYM / 10, ..found });
    own.into_iter().chain(others).max_by_key(|found| found.strength)
}

fn best(name: Name, keywords: &[&str], word: &str, operation: &str) -> Option<Evidence> {
    let of_summary = |strength| Evidence { strength, reason: Reason::Summary };
    let segments = name.as_str().split('.');
    let in_name = segments.filter_map(|segment| NAME.of(segment, word)).max().map(of_summary);
    let in_keywords = keywords.iter().filter_map(|known| KEYWORD.of(known, word)).max().map(of_summary);
    let in_summary = in_summary(name.summary(), word).map(of_summary);
    let own = in_name.into_iter().chain(in_keywords).chain(in_summary).max_by_key(|found| found.strength);
    let strongest = |calls: Option<Evidence>, call: NameCall| {
        let most = most_of_call(call);
        let is_beaten = own.is_some_and(|own| most <= own.strength) || calls.is_some_and(|best| most < best.strength);
        let found = if is_beaten { None } else { in_call(call, word, operation) };
        calls.into_iter().chain(found).max_by_key(|found| found.strength)
    };
    let calls = name.calls_with(word).fold(None, strongest);
    calls.into_iter().chain(own).max_by_key(|found| found.strength)
}

/// What a summary says: first come the things that a name opens, part by part, then what they have or whose they are.
fn in_summary(summary: &str, word: &str) -> Option<u32> {
    let in_part = |part: &str| {
        let mut weights = &SUMMARY;
        let mut start = 0;
        let mut best = None;
        for (end, next) in part.match_indices(' ').map(|(at, _)| (at, at + 1)).chain([(part.len(), part.len())]) {
            let before = part[start..end].rsplit(' ').next().unwrap_or_default();
            let then = if HAS.contains(&before) { Some(&HAD) } else { BELONGS.contains(&before).then_some(&OWNER) };
            if then.is_some() || end == part.len() {
                best = best.max(weights.of(&part[start..end], word));
                start = next;
            }
            weights = then.unwrap_or(weights);
        }
        best
    };
    if may_hold(summary, word) { summary.split(", ").filter_map(in_part).max() } else { None }
}

/// What a call can say at most: less, the more segments its path has.
fn most_of_call(call: NameCall) -> u32 {
    let others = u32::try_from(call.segments().count()).unwrap_or(u32::MAX).saturating_sub(1);
    (PATH.whole + SAME_OPERATION).saturating_sub(others.saturating_mul(LONGER))
}

fn in_call(call: NameCall, word: &str, operation: &str) -> Option<Evidence> {
    if !may_hold(call.path(), word) {
        return None;
    }
    let segments = call.segments().zip(0..);
    let (strength, depth) =
        segments.clone().filter_map(|(segment, depth)| Some((PATH.of(segment, word)?, depth))).max()?;
    let others = u32::try_from(segments.count()).unwrap_or(u32::MAX).saturating_sub(1 + depth);
    let less = depth.saturating_mul(DEEPER).saturating_add(others.saturating_mul(LONGER));
    let is_same = call.methods().any(|(_, needed)| needed.eq_ignore_ascii_case(operation));
    let more = if is_same { SAME_OPERATION } else { 0 };
    Some(Evidence { strength: (strength + more).saturating_sub(less), reason: Reason::Call(call) })
}

impl Weights {
    /// How well a word fits a text, if it does.
    fn of(&self, text: &str, wanted: &str) -> Option<u32> {
        if self.may_fit(text, wanted) { self.fit(text, wanted) } else { None }
    }

    /// Whether it may fit at all, by some letters: most texts are told apart so.
    fn may_fit(&self, text: &str, wanted: &str) -> bool {
        may_hold(text, wanted) || (self.holds > 0 && may_hold_end(text, wanted))
    }

    fn fit(&self, text: &str, wanted: &str) -> Option<u32> {
        let is = |word: &str| may_be(word, wanted) && stem(word) == wanted;
        if is(text) {
            return Some(self.whole);
        }
        let mut before = "";
        for word in words(text) {
            let joined = !before.is_empty()
                && same_start(before, wanted)
                && wanted.len() > before.len()
                && may_be_long(before.len() + word.len(), wanted)
                && stem(&[before, word].concat()) == wanted;
            if joined || is(word) {
                return Some(if joined && before.len() + word.len() + 1 >= text.len() { self.whole } else { self.one });
            }
            before = word;
        }
        if self.end == 0 && self.start == 0 && self.holds == 0 {
            return None;
        }
        // A stem is no longer than its word, and hardly shorter.
        let is_long = |word: &&str| is_longer_by(word.len(), wanted.len());
        let is_short = |word: &&str| self.holds > 0 && is_longer_by(wanted.len() + LONGEST_ENDING, word.len());
        let long = words(text).filter(|word| is_long(word) || is_short(word)).map(stem);
        let long = long.filter(|word| word.len() >= SHORTEST_END);
        let part = |word: String| {
            if is_longer(&word, wanted) && word.ends_with(wanted) {
                self.end
            } else if is_longer(&word, wanted) && word.starts_with(wanted) {
                self.start
            } else if is_longer(wanted, &word) && (wanted.ends_with(&word) || wanted.starts_with(&word)) {
                self.holds
            } else {
                0
            }
        };
        long.map(part).max().filter(|strength| *strength > 0)
    }
}

/// Whether a word is so much longer than another that this may be a part of it.
fn is_longer(long: &str, short: &str) -> bool {
    short.len() >= SHORTEST_END && is_longer_by(long.len(), short.len())
}

fn is_longer_by(long: usize, short: usize) -> bool {
    long >= short + SHORTEST_REST
}

/// Whether a text may hold a word that a longer one ends with, by the letters that it would begin with.
fn may_hold_end(text: &str, wanted: &str) -> bool {
    let ends = wanted.as_bytes().get(SHORTEST_REST..).filter(|ends| ends.len() >= SHORTEST_END).unwrap_or_default();
    let bit = |byte: &u8| 1_u32 << (byte % 32);
    let letters = ends.iter().map(bit).fold(0, |letters, letter| letters | letter);
    let begins = |part: &[u8]| ends.windows(part.len()).any(|end| end.eq_ignore_ascii_case(part));
    text.as_bytes().windows(3).any(|part| letters & bit(&part[0]) != 0 && begins(part))
}

/// Whether two words begin alike: most do not, and need no stem.
fn same_start(word: &str, wanted: &str) -> bool {
    word.bytes().zip(wanted.bytes()).take(3).all(|(one, other)| one.to_ascii_lowercase() == other)
}

/// Whether a word may have a stem.
fn may_be(word: &str, stem: &str) -> bool {
    same_start(word, stem) && may_be_long(word.len(), stem)
}

/// Whether a word of this length may.
fn may_be_long(length: usize, stem: &str) -> bool {
    !stem.is_ascii() || (stem.len()..=stem.len() + LONGEST_ENDING).contains(&length)
}

/// What is told apart by some letters is what words and stems tell apart.
#[cfg(all(test, feature = "files"))]
mod thorough {
    use alloc::{collections::BTreeSet, string::String, vec::Vec};

    use super::{KEYWORD, NAME, PATH, SUMMARY, Weights, may_be};
    use crate::{
        files::Catalogue,
        table::{NameCall, Service},
        text::words::{stem, stems, words},
    };

    #[test]
    fn what_may_not_fit_does_not() {
        let table = Catalogue::builtin().expect("files without errors").leaked_table().expect("few scopes");
        let services = (0u16..).zip(table.services).map(|(id, _)| Service::new(table, id));
        let names: Vec<_> = services.flat_map(Service::names).collect();
        let told: BTreeSet<String> = names.iter().flat_map(|name| stems(name.as_str())).collect();
        let told: Vec<&String> = told.iter().step_by(7).collect();
        let mut fitting = 0;
        let mut check = |weights: &Weights, text: &str| {
            assert!(words(text).all(|word| may_be(word, &stem(word))), "{text}");
            for wanted in &told {
                let found = weights.fit(text, wanted);
                fitting += usize::from(found.is_some());
                assert_eq!(weights.of(text, wanted), found, "{text}, {wanted}");
            }
        };
        for name in names.iter().step_by(3) {
            name.as_str().split('.').for_each(|segment| check(&NAME, segment));
            for weights in [&KEYWORD, &SUMMARY] {
                check(weights, name.summary());
            }
            name.calls().take(3).flat_map(NameCall::segments).for_each(|segment| check(&PATH, segment));
        }
        assert!(fitting > 1_000, "{fitting}");
    }
}
