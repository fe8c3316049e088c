//! Search: scope names by words: names, products, descriptions, calls. Typos are forgiven.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};
use core::cmp::Reverse;

use zoho_scopes_data::{
    classify::{keywords, operation_of_verb, synonyms, without_vendor},
    table::{self, NameCall},
    text::{
        distance::distance,
        words::{stem, stems, words},
    },
};

use super::{Catalogue, Scope, ScopeName, Service, Status};

/// More words of a query than these are not read, and of a word no more letters than `LONGEST`.
const MAX_WORDS: usize = 12;
const LONGEST: usize = 40;

/// Words of questions that no scope is found by.
const STOP_WORDS: [&str; 53] = [
    "a",
    "all",
    "an",
    "and",
    "api",
    "are",
    "as",
    "at",
    "be",
    "by",
    "can",
    "do",
    "does",
    "every",
    "for",
    "from",
    "get",
    "how",
    "i",
    "in",
    "into",
    "is",
    "it",
    "me",
    "my",
    "need",
    "new",
    "of",
    "on",
    "one",
    "or",
    "our",
    "oauth",
    "permission",
    "scope",
    "some",
    "that",
    "the",
    "their",
    "this",
    "to",
    "up",
    "us",
    "use",
    "via",
    "want",
    "what",
    "when",
    "which",
    "who",
    "with",
    "your",
    "zoho",
];

// How much a word counts, by where it stands.
const OF_NAME: u32 = 6;
const OF_KEYWORDS: u32 = 5;
const OF_SERVICE: u32 = 4;
const OF_NAME_SUMMARY: u32 = 4;
const OF_CALLS: u32 = 2;
const OF_SCOPE_SUMMARY: u32 = 2;
const OF_SERVICE_SUMMARY: u32 = 1;

impl Catalogue {
    /// The scopes that words describe, best first, scope name by scope name: see [`Catalogue::search_names`].
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

    /// The scope names that words describe, best first: by service, scope name, operation, product, what the summaries say,
    /// and the calls that need it. More than half of the words must be found, or half where no scope name has more. A verb asks
    /// for an operation, which comes first.
    ///
    /// ```
    /// use zoho_scopes::{Catalogue, ZohoMail};
    ///
    /// let found = Catalogue::builtin().search_names("send an email with Zoho Mail");
    /// assert_eq!(found[0].scopes[0], ZohoMail::messages::CREATE.scope());
    /// ```
    #[must_use]
    pub fn search_names(&self, words: &str) -> Vec<NameFound> {
        SearchIndex::of(*self).search_names(words)
    }
}

/// A scope name that was searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameFound {
    /// The scope name.
    pub name: ScopeName,
    /// Its scopes: that of the operation that was asked for first.
    pub scopes: Vec<Scope>,
}

/// The words of a catalogue, made once for many searches.
pub struct SearchIndex {
    catalogue: Catalogue,
    /// Every word once; others refer to it by its place.
    vocabulary: Vec<String>,
    services: Vec<Called>,
    names: Vec<Named>,
}

/// What a service is called.
struct Called {
    words: Vec<Word>,
    /// Its word and its product, by their stems without the vendor's name: each names it alone.
    names: Vec<Vec<String>>,
}

/// A word of the vocabulary with its weight.
type Word = (usize, u32);

/// A scope name.
struct Named {
    name: ScopeName,
    service: usize,
    words: Vec<Word>,
    /// The number of words in the name itself.
    length: usize,
    deprecated: bool,
    is_certain: bool,
    /// The number of scopes of its service.
    siblings: usize,
}

/// What decides between two scope names, the most important first; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// The number of words that were found.
    matched: Reverse<usize>,
    is_deprecated: bool,
    /// Whether its service is not the one that is asked for.
    is_elsewhere: bool,
    score: Reverse<u32>,
    length: usize,
    is_uncertain: bool,
    siblings: Reverse<usize>,
}

impl SearchIndex {
    /// The words of this catalogue.
    #[must_use]
    pub fn of(catalogue: Catalogue) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (mut services, mut names) = (Vec::new(), Vec::new());
        for (index, service) in catalogue.services().enumerate() {
            services.push(vocabulary.of_service(service));
            let siblings = service.scopes().count();
            let plain = service.names().filter(|name| !name.is_pattern());
            let keywords: Vec<(table::Name, &str)> = keywords(service.0).collect();
            names.extend(plain.map(|name| vocabulary.describe(name, &keywords, index, siblings)));
        }
        Self { catalogue, vocabulary: vocabulary.in_order(), services, names }
    }

    /// As [`Catalogue::search`].
    #[must_use]
    pub fn search(&self, words: &str) -> Vec<Scope> {
        let exact = self.catalogue.find(words.trim());
        let found = self.search_names(words);
        let mut seen = BTreeSet::new();
        let ranked = exact.into_iter().chain(found.into_iter().flat_map(|found| found.scopes));
        ranked.filter(|scope| seen.insert(*scope)).collect()
    }

    /// As [`Catalogue::search_names`].
    #[must_use]
    pub fn search_names(&self, text: &str) -> Vec<NameFound> {
        let exact = self.catalogue.find(text.trim());
        let asked = asked(text);
        let is_product = |word: &String| {
            self.services.iter().any(|service| service.names.iter().any(|name| *name == [word.as_str()]))
        };
        let wanted =
            |word: &String| Wanted::new(word, &self.vocabulary, operation_of(word).is_some() && !is_product(word));
        let query: Vec<Wanted> = asked.iter().map(wanted).collect();
        let operation = exact.and_then(Scope::operation).or_else(|| asked.iter().find_map(|word| operation_of(word)));
        // A verb says the operation; that something has it in its name counts, that nothing has it does not.
        let needed = query.iter().filter(|wanted| !wanted.is_verb).count();
        let of_service = |service: &Called| query.iter().map(|wanted| wanted.best(&service.words)).collect();
        let of_services: Vec<Vec<u32>> = self.services.iter().map(of_service).collect();
        let is_named = |service: &Called| service.names.iter().any(|name| name.iter().all(|word| asked.contains(word)));
        let named_services: Vec<bool> = self.services.iter().map(is_named).collect();
        let mut found: Vec<(Rank, &Named)> = Vec::new();
        for named in &self.names {
            let scores = || {
                query
                    .iter()
                    .zip(&of_services[named.service])
                    .map(|(wanted, service)| (wanted, wanted.best(&named.words).max(*service)))
            };
            let matched = scores().filter(|(wanted, score)| *score > 0 && (!wanted.is_verb || needed == 0)).count();
            if matched > 0 && 2 * matched >= needed {
                let score = scores().map(|(wanted, score)| if wanted.is_verb { score / 2 } else { score }).sum();
                let rank = Rank {
                    matched: Reverse(matched),
                    is_deprecated: named.deprecated,
                    is_elsewhere: !named_services[named.service],
                    score: Reverse(score),
                    length: named.length,
                    is_uncertain: !named.is_certain,
                    siblings: Reverse(named.siblings),
                };
                found.push((rank, named));
            }
        }
        let most = found.iter().map(|(rank, _)| rank.matched.0).max().unwrap_or(0);
        found.retain(|(rank, _)| rank.matched.0 == most || 2 * rank.matched.0 > needed);
        found.sort_by_key(|(rank, named)| (exact.is_none_or(|scope| scope.name() != Some(named.name)), *rank));
        one_of_a_family(found)
            .into_iter()
            .map(|named| NameFound { name: named.name, scopes: in_order(named.name, operation) })
            .collect()
    }
}

/// The words of a question that say something.
fn asked(text: &str) -> Vec<String> {
    let mut asked: Vec<String> = cut(text).take(2 * MAX_WORDS).collect();
    if asked.iter().any(|word| !is_stop_word(word)) {
        asked.retain(|word| !is_stop_word(word));
    }
    asked.truncate(MAX_WORDS);
    asked
}

/// Of names that differ in their last segment alone, and are as good, the first; the others come behind all.
fn one_of_a_family(found: Vec<(Rank, &Named)>) -> Vec<&Named> {
    let mut seen = BTreeSet::new();
    let family = |(rank, named): &(Rank, &Named)| {
        let (beginning, _) = named.name.as_str().rsplit_once('.')?;
        Some((named.service, beginning, rank.matched, rank.score))
    };
    let (first, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|found| family(found).is_none_or(|family| seen.insert(family)));
    first.into_iter().chain(others).map(|(_, named)| named).collect()
}

/// The scopes of a name: that of the operation first, or one that serves for it, then READ, then as the catalogue has them.
fn in_order(name: ScopeName, operation: Option<&str>) -> Vec<Scope> {
    let is = |scope: &Scope, word: &str| scope.operation().is_some_and(|own| own.eq_ignore_ascii_case(word));
    let mut scopes: Vec<Scope> = name.scopes().collect();
    let offers = operation.is_some_and(|word| scopes.iter().any(|scope| is(scope, word)));
    scopes.sort_by_key(|scope| {
        let first = match operation {
            Some(word) if offers => is(scope, word),
            Some(_) => is(scope, "ALL"),
            None => is(scope, "READ"),
        };
        (scope.status() == Status::Deprecated, !first)
    });
    scopes
}

/// The operation that a word of a question asks for.
fn operation_of(word: &str) -> Option<&'static str> {
    const OPERATIONS: [&str; 4] = ["CREATE", "READ", "UPDATE", "DELETE"];
    OPERATIONS.into_iter().find(|known| known.eq_ignore_ascii_case(word)).or_else(|| operation_of_verb(word))
}

/// A word of a query: how well each word of the vocabulary fits it.
struct Wanted {
    likeness: Vec<u32>,
    is_verb: bool,
}

impl Wanted {
    fn new(word: &str, vocabulary: &[String], is_verb: bool) -> Self {
        let others = synonyms(word);
        // What is a word of the catalogue is no other one misspelled.
        let is_known = vocabulary.iter().any(|known| known == word);
        let fits = |known: &String| match likeness(word, known) {
            _ if others.contains(known) => SYNONYM,
            MISSPELLED if is_known => 0,
            likeness => likeness,
        };
        Self { likeness: vocabulary.iter().map(fits).collect(), is_verb }
    }

    /// The score of the word that fits best; 0 if none does.
    fn best(&self, words: &[Word]) -> u32 {
        words.iter().map(|(word, weight)| weight * self.likeness[*word]).max().unwrap_or(0)
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

    fn words(&mut self, words: impl IntoIterator<Item = String>, weight: u32) -> Vec<Word> {
        words.into_iter().map(|word| (self.index(word), weight)).collect()
    }

    fn of_service(&mut self, service: Service) -> Called {
        let named = [service.as_str(), service.product()].into_iter().chain(service.misnomers().iter().copied());
        let mut words = self.words(named.flat_map(parts), OF_SERVICE);
        words.extend(self.words(cut(service.summary()), OF_SERVICE_SUMMARY));
        let (product, _remark) = service.product().split_once(" (").unwrap_or((service.product(), ""));
        let own = service.as_str();
        let without_remark = |text: &str| cut(text).filter(|word| !is_stop_word(word)).collect::<Vec<_>>();
        let alone = [without_remark(product), [stem(without_vendor(own).unwrap_or(own))].into()];
        Called { words, names: alone.into_iter().filter(|name| !name.is_empty()).collect() }
    }

    fn describe(
        &mut self,
        name: ScopeName,
        keywords: &[(table::Name, &str)],
        service: usize,
        siblings: usize,
    ) -> Named {
        let mut words = self.words(parts(name.as_str()), OF_NAME);
        let own = keywords.iter().filter(|(known, _)| known.key() == name.0.key());
        words.extend(self.words(own.flat_map(|(_, word)| stems(word)), OF_KEYWORDS));
        words.extend(self.words(stems(name.summary()), OF_NAME_SUMMARY));
        let mut segments: BTreeSet<&str> = name.0.calls().flat_map(NameCall::segments).collect();
        // What has a scope name of its own below this one is found there.
        let below = |known: ScopeName| known.as_str().strip_prefix(name.as_str())?.strip_prefix('.');
        for known in name.service().names().filter_map(below) {
            segments.remove(known);
        }
        words.extend(self.words(segments.into_iter().flat_map(parts), OF_CALLS));
        words.extend(self.words(name.scopes().flat_map(|scope| cut(scope.summary())), OF_SCOPE_SUMMARY));
        words.sort_unstable_by_key(|(word, weight)| (*word, Reverse(*weight)));
        words.dedup_by_key(|(word, _)| *word);
        let all = |status| name.scopes().all(|scope| scope.status() == status);
        Named {
            name,
            service,
            words,
            length: cut(name.as_str()).count(),
            deprecated: all(Status::Deprecated),
            is_certain: name.scopes().any(|scope| scope.status() == Status::Documented),
            siblings,
        }
    }

    fn in_order(self) -> Vec<String> {
        let mut words: Vec<(String, usize)> = self.indices.into_iter().collect();
        words.sort_unstable_by_key(|(_, index)| *index);
        words.into_iter().map(|(word, _)| word).collect()
    }
}

fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(&word)
}

/// The stems of a text.
fn cut(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|word| stem(&word.chars().take(LONGEST).collect::<String>()))
}

/// The words of a name, those that are written together as a whole too: `UserFields` holds `user`, `field` and `userfield`.
fn parts(name: &str) -> Vec<String> {
    let whole = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(stem);
    whole.chain(stems(name)).collect()
}

const SAME: u32 = 4;
const SYNONYM: u32 = 3;
const MISSPELLED: u32 = 2;

/// How well a word fits a known one: the same, its beginning or with another ending, misspelled, a part of it.
fn likeness(word: &str, known: &str) -> u32 {
    let begins = |longer: &str, shorter: &str| shorter.len() >= 3 && longer.starts_with(shorter);
    if word == known {
        SAME
    } else if begins(known, word) || (begins(word, known) && word.len() - known.len() <= 2) {
        3
    } else if word.len() >= 4 && known.len() >= 4 && distance(word, known).is_some() {
        MISSPELLED
    } else {
        u32::from(word.len() >= 4 && known.contains(word))
    }
}
