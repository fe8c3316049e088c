//! Search: scopes by words: names, products, descriptions. Typos are forgiven.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};
use core::cmp::Reverse;

use zoho_scopes_data::text::distance::distance;

use super::{Catalogue, Scope, ScopeName, Service, Status};

/// More words of a query than these are not read, and of a word no more letters than `LONGEST`.
const MAX_WORDS: usize = 12;
const LONGEST: usize = 40;

/// Words of questions that no scope is found by.
const EMPTY_WORDS: [&str; 24] = [
    "a", "an", "and", "api", "can", "do", "does", "for", "from", "how", "i", "in", "is", "my", "need", "of", "oauth",
    "scope", "scopes", "the", "to", "what", "which", "with",
];

// How much a word counts, by where it stands.
const OF_NAME: u32 = 5;
const OF_SERVICE: u32 = 4;
const OF_NAME_SUMMARY: u32 = 3;
const OF_SCOPE_SUMMARY: u32 = 2;
const OF_SERVICE_SUMMARY: u32 = 1;

impl Catalogue {
    /// The scopes that words describe, best first: by service, scope name, operation, product, and
    /// what the summaries say. More than half of the words must be found, or half where no scope has more.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, ZohoCRM};
    ///
    /// let found = Catalogue::builtin().search("setings.feilds");
    /// assert!(found[..10].contains(&ZohoCRM::settings_fields::READ.scope()));
    /// ```
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Scope> {
        SearchIndex::of(*self).search(words)
    }
}

/// The words of a catalogue, made once for many searches.
pub struct SearchIndex {
    catalogue: Catalogue,
    /// Every word once; others refer to it by its place.
    vocabulary: Vec<String>,
    services: Vec<Vec<Word>>,
    names: Vec<Named>,
}

/// A word of the vocabulary with its weight.
type Word = (usize, u32);

/// A scope name.
struct Named {
    service: usize,
    words: Vec<Word>,
    /// The number of words in the name itself.
    length: usize,
    scopes: Vec<Described>,
}

/// A scope, with the words that are not its name's.
struct Described {
    scope: Scope,
    words: Vec<Word>,
    deprecated: bool,
    is_certain: bool,
    is_read: bool,
    /// The number of scopes of its service.
    siblings: usize,
}

/// What decides between two scopes, the most important first; less is better.
type Rank = (Reverse<usize>, bool, Reverse<u32>, (usize, bool), Reverse<usize>, bool);

impl SearchIndex {
    /// The words of this catalogue.
    #[must_use]
    pub fn of(catalogue: Catalogue) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (mut services, mut names) = (Vec::new(), Vec::new());
        for (index, service) in catalogue.services().enumerate() {
            services.push(vocabulary.of_service(service));
            let siblings = service.scopes().count();
            names.extend(service.names().filter(|name| !name.is_pattern()).map(|name| Named {
                service: index,
                words: vocabulary.of_name(name),
                length: cut(name.as_str()).count(),
                scopes: name.scopes().map(|scope| vocabulary.describe(scope, siblings)).collect(),
            }));
        }
        Self { catalogue, vocabulary: vocabulary.in_order(), services, names }
    }

    /// As [`Catalogue::search`].
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Scope> {
        let exact = self.catalogue.find(words.trim());
        let mut asked: Vec<String> = cut(words).take(MAX_WORDS).collect();
        if asked.iter().any(|word| !is_empty(word)) {
            asked.retain(|word| !is_empty(word));
        }
        let query: Vec<Wanted> = asked.iter().map(|word| Wanted::new(word, &self.vocabulary)).collect();
        let of_service = |words: &Vec<Word>| query.iter().map(|wanted| wanted.best(words)).collect();
        let of_services: Vec<Vec<u32>> = self.services.iter().map(of_service).collect();
        let mut found: Vec<(Rank, Scope)> = Vec::new();
        for name in &self.names {
            let of_service = of_services[name.service].iter();
            let scores: Vec<u32> =
                query.iter().zip(of_service).map(|(wanted, score)| wanted.best(&name.words).max(*score)).collect();
            found.extend(
                name.scopes.iter().filter_map(|scope| Some((scope.rank(name.length, &query, &scores)?, scope.scope))),
            );
        }
        let most = found.iter().map(|((Reverse(matched), ..), _)| *matched).max().unwrap_or(0);
        found.retain(|((Reverse(matched), ..), _)| *matched == most || 2 * matched > query.len());
        found.sort_unstable();
        let mut seen = BTreeSet::new();
        let ranked = exact.into_iter().chain(found.into_iter().map(|(_, scope)| scope));
        ranked.filter(|scope| seen.insert(*scope)).collect()
    }
}

impl Described {
    /// The rank where the name is so long, and service and name have these scores for the words of a query.
    fn rank(&self, length: usize, query: &[Wanted], scores: &[u32]) -> Option<Rank> {
        let scores = || query.iter().zip(scores).map(|(wanted, score)| wanted.same(&self.words).max(*score));
        let matched = scores().filter(|score| *score > 0).count();
        let enough = matched > 0 && 2 * matched >= query.len();
        let score = Reverse(scores().sum());
        let plain = (length, !self.is_certain);
        enough.then_some((Reverse(matched), self.deprecated, score, plain, Reverse(self.siblings), !self.is_read))
    }
}

/// A word of a query: how well each word of the vocabulary fits it.
struct Wanted {
    likeness: Vec<u32>,
}

impl Wanted {
    fn new(word: &str, vocabulary: &[String]) -> Self {
        Self { likeness: vocabulary.iter().map(|known| likeness(word, known)).collect() }
    }

    /// The score of the word that fits best; 0 if none does.
    fn best(&self, words: &[Word]) -> u32 {
        words.iter().map(|(word, weight)| weight * self.likeness[*word]).max().unwrap_or(0)
    }

    /// The same where typos are not forgiven.
    fn same(&self, words: &[Word]) -> u32 {
        let same = words.iter().filter(|(word, _)| self.likeness[*word] == SAME);
        same.map(|(_, weight)| weight * SAME).max().unwrap_or(0)
    }
}

/// The words met so far, with their places.
#[derive(Default)]
struct Vocabulary {
    indices: BTreeMap<String, usize>,
}

impl Vocabulary {
    fn index(&mut self, word: String) -> usize {
        let next = self.indices.len();
        *self.indices.entry(word).or_insert(next)
    }

    fn words(&mut self, words: impl Iterator<Item = String>, weight: u32) -> Vec<Word> {
        words.map(|word| (self.index(word), weight)).collect()
    }

    fn of_service(&mut self, service: Service) -> Vec<Word> {
        let named = [service.as_str(), service.product()].into_iter().chain(service.misnomers().iter().copied());
        let mut words = self.words(named.flat_map(parts), OF_SERVICE);
        words.extend(self.words(cut(service.summary()), OF_SERVICE_SUMMARY));
        words
    }

    fn of_name(&mut self, name: ScopeName) -> Vec<Word> {
        let mut words = self.words(parts(name.as_str()).into_iter(), OF_NAME);
        words.extend(self.words(cut(name.summary()), OF_NAME_SUMMARY));
        words
    }

    fn describe(&mut self, scope: Scope, siblings: usize) -> Described {
        let operation = scope.operation().unwrap_or_default().to_ascii_lowercase();
        let is_read = operation == "read";
        let mut words = self.words(cut(scope.summary()), OF_SCOPE_SUMMARY);
        words.push((self.index(operation), OF_NAME));
        let (deprecated, is_certain) = (scope.status() == Status::Deprecated, scope.status() == Status::Documented);
        Described { scope, words, deprecated, is_certain, is_read, siblings }
    }

    fn in_order(self) -> Vec<String> {
        let mut words: Vec<(String, usize)> = self.indices.into_iter().collect();
        words.sort_unstable_by_key(|(_, index)| *index);
        words.into_iter().map(|(word, _)| word).collect()
    }
}

fn is_empty(word: &str) -> bool {
    EMPTY_WORDS.contains(&word)
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

const SAME: u32 = 4;

/// How well a word fits a known one: the same, its beginning or with another ending, misspelt, a part of it.
fn likeness(word: &str, known: &str) -> u32 {
    let begins = |longer: &str, shorter: &str| shorter.len() >= 3 && longer.starts_with(shorter);
    if word == known {
        SAME
    } else if begins(known, word) || (begins(word, known) && word.len() - known.len() <= 2) {
        3
    } else if word.len() >= 4 && known.len() >= 4 && distance(word, known).is_some() {
        2
    } else {
        u32::from(word.len() >= 4 && known.contains(word))
    }
}
