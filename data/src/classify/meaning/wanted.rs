//! What is looked for: the words of a scope name that does not exist.

use alloc::{string::String, vec::Vec};

use crate::{
    classify::keywords,
    text::words::{stem, words},
};

/// Words that every name could have.
const EMPTY: [&str; 15] =
    ["access", "all", "and", "api", "by", "data", "detail", "for", "full", "info", "list", "of", "the", "v1", "zoho"];
/// More words of a name are not read.
const MAX_WORDS: usize = 6;

/// A word, or two that stand together, by stem.
#[derive(Debug)]
pub(super) struct Wanted {
    pub(super) stem: String,
    /// Other words for it.
    pub(super) synonyms: Vec<String>,
    /// The words that it stands for, as places in the name.
    pub(super) words: (usize, usize),
}

/// The words of a name, then each two that follow each other. None where every name could have them all.
pub(super) fn wanted(name: &str) -> Vec<Wanted> {
    let words: Vec<&str> = words(name).collect();
    let is_verb = |word: &&str| keywords::operation(word).is_some();
    let told: Vec<&str> = words.iter().copied().filter(|word| !is_empty(word)).collect();
    let things: Vec<&str> = told.iter().copied().filter(|word| !is_verb(word)).collect();
    // A verb says the operation, but may be all that is said: `ZohoMail.send`.
    let told = if things.is_empty() { told } else { things };
    let told = &told[..told.len().min(MAX_WORDS)];
    let one = |(place, word): (usize, &&str)| Wanted::new(stem(word), (place, place + 1));
    let two = |(place, pair): (usize, &[&str])| Wanted::new(stem(&pair.concat()), (place, place + 2));
    told.iter().enumerate().map(one).chain(told.windows(2).enumerate().map(two)).collect()
}

impl Wanted {
    fn new(stem: String, words: (usize, usize)) -> Self {
        Self { synonyms: keywords::synonyms(&stem), stem, words }
    }
}

fn is_empty(word: &str) -> bool {
    EMPTY.iter().any(|empty| empty.eq_ignore_ascii_case(word))
}
