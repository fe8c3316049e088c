//! Operations by the words that options give.

use std::collections::BTreeSet;

use zoho_scopes::{Catalogue, Scope, catalogue::Pattern};

use super::answer::{Failure, Result};

/// Refuses words that are not an operation of any scope: with one of them nothing would be left, and that would look like
/// an answer.
pub(super) fn known_operations(catalogue: Catalogue, words: &[&str]) -> Result<()> {
    let operations = catalogue.scopes().filter_map(Scope::operation);
    let operations = operations.chain(catalogue.patterns().map(Pattern::operation));
    let known: BTreeSet<String> = operations.map(str::to_ascii_uppercase).collect();
    let Some(word) = words.iter().find(|word| !known.contains(&word.to_ascii_uppercase())) else { return Ok(()) };
    let known: Vec<String> = known.into_iter().collect();
    Err(Failure::Usage(format!("unknown operation `{word}`; the operations are {}", known.join(", "))))
}
