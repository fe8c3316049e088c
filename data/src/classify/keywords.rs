//! Words of the trade: what people call a thing, a scope name or an operation where neither calls nor summaries say so.

use alloc::{string::String, vec::Vec};

use super::lines;
use crate::{
    table::{Name, Service},
    text::words::{may_hold, stem},
};

/// `keywords.tsv`, which explains itself. It is read where something is explained or searched.
pub const KEYWORDS: &str = include_str!("../../keywords.tsv");

const LINES: [usize; lines::count(KEYWORDS)] = lines::starts(KEYWORDS);

/// The texts behind what the words are for: `*` for synonyms, `=` for verbs with the operation behind it, else a scope name
/// with its service.
fn of(begins: &'static str) -> impl Iterator<Item = &'static str> {
    LINES.iter().filter_map(move |start| KEYWORDS[*start..].strip_prefix(begins))
}

/// What a line is for behind that, and its words.
fn fields(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (of, rest) = line.split_once('\t')?;
    Some((of, rest.split_once('\t')?.0))
}

fn words(words: &'static str) -> impl Iterator<Item = &'static str> {
    words.split(',').map(str::trim_start)
}

/// The stems that mean the same as one, in whatever service.
#[must_use]
pub fn synonyms(stem: &str) -> Vec<String> {
    let texts = of("*").filter_map(fields).map(|(_, text)| text).filter(|text| may_hold(text, stem));
    let groups = texts.map(|text| words(text).map(joined_stem).collect::<Vec<_>>());
    let groups = groups.filter(|group| group.iter().any(|word| word == stem));
    groups.flatten().filter(|word| word != stem).collect()
}

/// What people call the data of each scope name of a service that has such words.
pub fn keywords(service: Service) -> impl Iterator<Item = (Name, &'static str)> {
    let of_service = move |(of, text): (&'static str, &'static str)| {
        let (of, name) = of.split_once('.')?;
        if service.matches(of) { service.name_of(name).map(|name| (name, text)) } else { None }
    };
    of("").filter_map(fields).filter_map(of_service).flat_map(|(name, text)| words(text).map(move |word| (name, word)))
}

/// The operation that a verb asks for: `send` is CREATE.
#[must_use]
pub fn operation(verb: &str) -> Option<&'static str> {
    let verb = stem(verb);
    let mut verbs = of("=").filter_map(fields);
    verbs.find(|(_, text)| words(text).any(|word| word == verb)).map(|(operation, _)| operation)
}

/// The stem of several words written as one.
fn joined_stem(words: &str) -> String {
    stem(&words.replace(' ', ""))
}
