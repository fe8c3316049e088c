//! Finding scopes by words: names, products, descriptions. Slips of the pen are forgiven.

use alloc::{collections::BTreeSet, string::String, vec::Vec};
use core::cmp::Reverse;

use crate::{
    catalogue::Catalogue,
    scope::Scope,
    service::{ScopeName, Service},
    source::Status,
    suggest,
};

/// More words of a query than these are not read, and of a word no more letters than `LONGEST`.
const MOST_WORDS: usize = 12;
const LONGEST: usize = 40;

// How much a word counts, by where it stands.
const OF_NAME: u32 = 5;
const OF_SERVICE: u32 = 4;
const OF_NAME_SUMMARY: u32 = 3;
const OF_SCOPE_SUMMARY: u32 = 2;
const OF_SERVICE_SUMMARY: u32 = 1;

impl Catalogue {
    /// The scopes that words describe, best first: by service, scope name, operation, product, and
    /// what the summaries say. At least half of the words must be found.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, ZohoCRM};
    ///
    /// let found = Catalogue::builtin().search("setings.feilds");
    /// assert!(found[..10].contains(&ZohoCRM::settings_fields::READ.scope()));
    /// ```
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Scope> {
        let exact = self.find(words.trim());
        let query: Vec<String> = cut(words).take(MOST_WORDS).collect();
        let mut found: Vec<(Rank, Scope)> = Vec::new();
        for service in self.services() {
            let of_service = service_words(service);
            let size = service.scopes().count();
            for name in service.names().filter(|name| !name.is_pattern()) {
                let of_name = name_words(name);
                let scores: Vec<u32> =
                    query.iter().map(|word| best(word, &of_service).max(best(word, &of_name))).collect();
                found.extend(name.scopes().filter_map(|scope| Some((rank(scope, size, &query, &scores)?, scope))));
            }
        }
        found.sort_unstable();
        let mut seen = BTreeSet::new();
        let ranked = exact.into_iter().chain(found.into_iter().map(|(_, scope)| scope));
        ranked.filter(|scope| seen.insert(*scope)).collect()
    }
}

/// What decides between two scopes, the most important first; less is better.
type Rank = (Reverse<usize>, bool, Reverse<u32>, usize, Reverse<usize>, bool);

/// The rank of a scope whose service and name have these scores for the words of a query.
fn rank(scope: Scope, size: usize, query: &[String], scores: &[u32]) -> Option<Rank> {
    let operation = scope.operation().unwrap_or_default();
    let own = || cut(scope.summary()).map(|word| (word, OF_SCOPE_SUMMARY));
    let own: Vec<Word> = own().chain([(operation.to_ascii_lowercase(), OF_NAME)]).collect();
    let scores = || query.iter().zip(scores).map(|(word, score)| best_exact(word, &own).max(*score));
    let matched = scores().filter(|score| *score > 0).count();
    let segments = scope.as_str().split('.').count();
    let is_read = operation.eq_ignore_ascii_case("READ");
    let deprecated = scope.status() == Status::Deprecated;
    let enough = matched > 0 && 2 * matched >= query.len();
    enough.then(|| (Reverse(matched), deprecated, Reverse(scores().sum()), segments, Reverse(size), !is_read))
}

/// A word with its weight.
type Word = (String, u32);

fn service_words(service: Service) -> Vec<Word> {
    let named = [service.as_str(), service.product()].into_iter().chain(service.misnomers().iter().copied());
    let named = named.flat_map(parts).map(|word| (word, OF_SERVICE));
    named.chain(cut(service.summary()).map(|word| (word, OF_SERVICE_SUMMARY))).collect()
}

fn name_words(name: ScopeName) -> Vec<Word> {
    let named = parts(name.as_str()).into_iter().map(|word| (word, OF_NAME));
    named.chain(cut(name.summary()).map(|word| (word, OF_NAME_SUMMARY))).collect()
}

/// The words of a text in lower case.
fn cut(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().take(LONGEST).collect::<String>().to_lowercase())
}

/// The words of a name, and the parts of those written together: `UserFields` holds `user` and `fields`.
fn parts(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if before.is_lowercase() && c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let mut words: Vec<String> = cut(name).chain(cut(&spaced)).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The score of the known word that fits a word best; 0 if none does.
fn best(word: &str, known: &[Word]) -> u32 {
    known.iter().map(|(known, weight)| weight * likeness(word, known)).max().unwrap_or(0)
}

/// The same where slips are not forgiven.
fn best_exact(word: &str, known: &[Word]) -> u32 {
    known.iter().filter(|(known, _)| known == word).map(|(_, weight)| weight * SAME).max().unwrap_or(0)
}

const SAME: u32 = 4;

/// How well a word fits a known one: the same, its beginning or with another ending, misspelt, a part of it.
fn likeness(word: &str, known: &str) -> u32 {
    let begins = |longer: &str, shorter: &str| shorter.len() >= 3 && longer.starts_with(shorter);
    if word == known {
        SAME
    } else if begins(known, word) || (begins(word, known) && word.len() - known.len() <= 2) {
        3
    } else if word.len() >= 4 && known.len() >= 4 && suggest::distance(word, known).is_some() {
        2
    } else {
        u32::from(word.len() >= 4 && known.contains(word))
    }
}
