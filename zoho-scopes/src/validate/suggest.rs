//! What was probably meant, where it is more than one slip. Whole scopes are never compared, since all
//! of a service share long beginnings: segments are rearranged by look-ups, then compared one by one.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use crate::{
    catalogue::{Catalogue, Scope, ScopeName, Service},
    validate::slip::Slip,
};

/// Stands in front of most services' names.
const VENDOR: &str = "Zoho";

/// Words of other vocabularies that stand where an operation belongs.
const FOREIGN_OPERATIONS: [(&str, &str); 12] = [
    ("GET", "READ"),
    ("VIEW", "READ"),
    ("LIST", "READ"),
    ("FETCH", "READ"),
    ("POST", "CREATE"),
    ("ADD", "CREATE"),
    ("INSERT", "CREATE"),
    ("PUT", "UPDATE"),
    ("PATCH", "UPDATE"),
    ("EDIT", "UPDATE"),
    ("MODIFY", "UPDATE"),
    ("REMOVE", "DELETE"),
];

/// A scope with its distance from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Near {
    pub(crate) distance: usize,
    /// How much of the distance lies in the operation: other words are better mended first.
    operation: usize,
    pub(crate) scope: Scope,
}

impl From<Slip> for Near {
    fn from(slip: Slip) -> Self {
        Self { distance: 1, operation: 0, scope: slip.scope }
    }
}

/// The scopes near to a text of three segments or more, best first.
pub(crate) fn scopes(catalogue: Catalogue, segments: &[&str]) -> Vec<Near> {
    let [service_word, name_words @ .., operation_word] = segments else { return Vec::new() };
    if name_words.is_empty() {
        return Vec::new();
    }
    let name_word = name_words.join(".");
    let mut near = Vec::new();
    for (service, from_service) in services(catalogue, service_word) {
        for name in service.names().filter(|name| !name.is_pattern()) {
            let Some(from_name) = name_distance(&name_word, name.as_str()) else { continue };
            for scope in name.scopes() {
                let Some(from_operation) = scope.operation().and_then(|word| operation(operation_word, word)) else {
                    continue;
                };
                near.push(Near {
                    distance: from_service + from_name + from_operation,
                    operation: from_operation,
                    scope,
                });
            }
        }
    }
    near.sort_unstable();
    near
}

/// How far a text is from a scope name: segment by segment, so that a long one before allows no more for the next.
fn name_distance(text: &str, known: &str) -> Option<usize> {
    if text.split('.').count() == known.split('.').count() {
        text.split('.').zip(known.split('.')).map(|(text, known)| distance(text, known)).sum()
    } else {
        distance(text, known)
    }
}

/// The scope nearest to a text whose service and operation are right.
pub(crate) fn with_same_ends(catalogue: Catalogue, segments: &[&str]) -> Option<Scope> {
    let [service, name_words @ .., operation] = segments else { return None };
    let name_word = name_words.join(".");
    let offers = |scope: &Scope| scope.operation().is_some_and(|word| word.eq_ignore_ascii_case(operation));
    let names = catalogue.service(service)?.names().filter(|name| !name.is_pattern());
    let near = names.filter_map(|name| Some((name_distance(&name_word, name.as_str())?, name)));
    let near = near.flat_map(|(distance, name)| name.scopes().filter(offers).map(move |scope| (distance, scope)));
    near.min().map(|(_, scope)| scope)
}

/// How far a word is from an operation; a word that means it elsewhere is near.
fn operation(word: &str, known: &str) -> Option<usize> {
    let foreign = |(from, to): &(&str, &str)| from.eq_ignore_ascii_case(word) && to.eq_ignore_ascii_case(known);
    if FOREIGN_OPERATIONS.iter().any(foreign) { Some(1) } else { distance(word, known) }
}

/// The operation of a scope name that is near to a word.
pub(crate) fn operation_of(name: ScopeName, word: &str) -> Option<&'static str> {
    let near = name.scopes().filter_map(Scope::operation).filter_map(|known| Some((operation(word, known)?, known)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// The service near to a word.
#[must_use]
pub fn service(catalogue: Catalogue, word: &str) -> Option<Service> {
    services(catalogue, word).into_iter().min_by_key(|(_, distance)| *distance).map(|(service, _)| service)
}

/// The scope name of a service near to a text.
pub(crate) fn name(service: Service, text: &str) -> Option<ScopeName> {
    let names = service.names().filter(|name| !name.is_pattern());
    let near = names.filter_map(|name| Some((name_distance(text, name.as_str())?, name)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The service that a word spells, or else those near to it. A misnomer, the product's name without
/// its spaces, and the vendor's name left out or put in front are at distance one.
fn services(catalogue: Catalogue, word: &str) -> Vec<(Service, usize)> {
    if let Some(service) = catalogue.service(word) {
        return [(service, 0)].into();
    }
    let is_product = |service: Service| {
        let letters = service.product().chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase());
        letters.eq(word.chars().map(|c| c.to_ascii_lowercase()))
    };
    let is_prefixed = |longer: &str, shorter: &str| {
        let (vendor, rest) = longer.split_at_checked(VENDOR.len()).unwrap_or_default();
        vendor.eq_ignore_ascii_case(VENDOR) && rest.eq_ignore_ascii_case(shorter)
    };
    let misnamed = |service: Service| {
        service.misnomers().iter().any(|name| name.eq_ignore_ascii_case(word))
            || is_product(service)
            || is_prefixed(word, service.as_str())
            || is_prefixed(service.as_str(), word)
    };
    let near =
        |service: Service| Some((service, if misnamed(service) { 1 } else { distance(word, service.as_str())? }));
    catalogue.services().filter_map(near).collect()
}

/// The scopes that a text becomes when its segments are rearranged: the service taken away where it
/// stands twice, put in front where it is missing, segments swapped, or the beginning of the scope
/// name filled in. Those of the first kind that brings any, the most likely first.
pub(crate) fn rearranged(catalogue: Catalogue, segments: &[&str]) -> Vec<Scope> {
    if segments.len() < 2 || segments.len() > 6 {
        return Vec::new();
    }
    let kinds = [repeated_service, missing_service, swapped, missing_beginning];
    kinds.iter().map(|kind| kind(catalogue, segments)).find(|scopes| !scopes.is_empty()).unwrap_or_default()
}

fn repeated_service(catalogue: Catalogue, segments: &[&str]) -> Vec<Scope> {
    let twice = segments[0].eq_ignore_ascii_case(segments[1]);
    twice.then(|| find(catalogue, &[&segments[1..]])).flatten().into_iter().collect()
}

/// Services with more scopes come first.
fn missing_service(catalogue: Catalogue, segments: &[&str]) -> Vec<Scope> {
    let rest = segments.join(".");
    let mut candidate = String::new();
    let in_service = |service: Service| {
        candidate.clear();
        candidate.extend([service.as_str(), ".", &rest]);
        catalogue.find(&candidate)
    };
    let mut scopes: Vec<Scope> = catalogue.services().filter_map(in_service).collect();
    scopes.sort_by_cached_key(|scope| usize::MAX - scope.owner().scopes().count());
    scopes
}

/// `ZohoCRM.leads.READ` lacks `modules`. Beginnings that more names have come first.
fn missing_beginning(catalogue: Catalogue, segments: &[&str]) -> Vec<Scope> {
    let Some(service) = catalogue.service(segments[0]) else { return Vec::new() };
    let beginnings = service.names().filter_map(|name| name.as_str().rsplit_once('.')).map(|(beginning, _)| beginning);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for beginning in beginnings {
        *counts.entry(beginning).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| usize::MAX - count);
    let filled = |(beginning, _)| find(catalogue, &[&segments[..1], &[beginning], &segments[1..]]);
    counts.into_iter().filter_map(filled).collect()
}

/// The scope of these segments.
fn find(catalogue: Catalogue, segments: &[&[&str]]) -> Option<Scope> {
    catalogue.find(&segments.concat().join("."))
}

/// Two segments that changed places.
fn swapped(catalogue: Catalogue, segments: &[&str]) -> Vec<Scope> {
    let mut found = Only::default();
    for first in 0..segments.len() {
        for second in first + 1..segments.len() {
            let mut order = segments.to_vec();
            order.swap(first, second);
            found.add(find(catalogue, &[&order]));
        }
    }
    found.scope().into_iter().collect()
}

/// The word without a dot that is near to a text.
pub(crate) fn word(catalogue: Catalogue, text: &str) -> Option<Scope> {
    let words = catalogue.scopes().filter(|scope| scope.operation().is_none());
    words.filter_map(|scope| Some((distance(text, scope.as_str())?, scope))).min().map(|(_, scope)| scope)
}

/// Remembers a scope as long as it is the only one.
#[derive(Default)]
struct Only {
    scope: Option<Scope>,
    several: bool,
}

impl Only {
    fn add(&mut self, scope: Option<Scope>) {
        let Some(scope) = scope else { return };
        self.several |= self.scope.is_some_and(|other| other != scope);
        self.scope = Some(scope);
    }

    fn scope(self) -> Option<Scope> {
        self.scope.filter(|_| !self.several)
    }
}

/// Optimal string alignment distance without regard to case, if it is within a third of the length.
#[cfg(feature = "suggest")]
pub(crate) fn distance(text: &str, known: &str) -> Option<usize> {
    let limit = (known.len() / 3).max(1);
    if text.len().abs_diff(known.len()) > limit {
        return None;
    }
    if text.eq_ignore_ascii_case(known) {
        return Some(0);
    }
    let (text, known_part) = unlike(text, known);
    // One edit brings or takes one letter at most, so most texts are told apart by their letters.
    if letters_apart(text, known_part) > limit {
        return None;
    }
    let distance = strsim::osa_distance(&text.to_ascii_lowercase(), &known_part.to_ascii_lowercase());
    (distance <= limit && distance < known.len()).then_some(distance)
}

/// What is left of two texts without the characters that both begin with, or end with. The distance of these
/// is that of the texts: an edit of characters that are alike never makes it smaller.
#[cfg(feature = "suggest")]
fn unlike<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let alike = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let mut start = one.bytes().zip(other.bytes()).take_while(alike).count();
    while !one.is_char_boundary(start) {
        start -= 1;
    }
    let (one, other) = (&one[start..], &other[start..]);
    let mut end = one.bytes().rev().zip(other.bytes().rev()).take_while(alike).count();
    while !one.is_char_boundary(one.len() - end) {
        end -= 1;
    }
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// How many letters one of two texts has more than the other; case does not count, and some characters
/// count as the same.
#[cfg(feature = "suggest")]
fn letters_apart(one: &str, other: &str) -> usize {
    let mut more = [0_isize; 32];
    one.chars().for_each(|c| more[c as usize % 32] += 1);
    other.chars().for_each(|c| more[c as usize % 32] -= 1);
    let sum = |sign: isize| more.iter().map(|count| (count * sign).max(0).unsigned_abs()).sum::<usize>();
    sum(1).max(sum(-1))
}

/// Without the feature `suggest` only case may differ.
#[cfg(not(feature = "suggest"))]
pub(crate) fn distance(text: &str, known: &str) -> Option<usize> {
    text.eq_ignore_ascii_case(known).then_some(0)
}

#[cfg(all(test, feature = "suggest"))]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use super::{distance, unlike};

    #[test]
    fn alike_ends_do_not_count() {
        assert_eq!(unlike("modules.Laeds", "MODULES.leads"), ("ae", "ea"));
        assert_eq!(unlike("aa", "aaa"), ("", "a"));
        assert_eq!(unlike("\u{e9}b", "\u{e8}b"), ("\u{e9}", "\u{e8}"));
        assert_eq!(unlike("b\u{e9}", "b\u{129}"), ("\u{e9}", "\u{129}"));
    }

    /// Every pair of short texts is as far apart as the whole texts are.
    #[test]
    fn distances_are_those_of_the_whole_texts() {
        let words: Vec<String> = (0..81u32)
            .map(|number| (0..4).map(|place| char::from(b"ab."[number as usize / 3usize.pow(place) % 3])).collect())
            .collect();
        for one in &words {
            for other in words.iter().flat_map(|word| [word.clone(), word[1..].into(), format!("{word}ab")]) {
                let whole = strsim::osa_distance(one, &other);
                let limit = (other.len() / 3).max(1);
                let near = whole <= limit && one.len().abs_diff(other.len()) <= limit && whole < other.len();
                assert_eq!(distance(one, &other), near.then_some(whole), "{one} {other}");
            }
        }
    }
}
