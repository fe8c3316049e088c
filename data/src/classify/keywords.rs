//! Words of the trade: what people call a thing, a scope name or an operation where neither calls nor summaries say so.

use alloc::{string::String, vec::Vec};

use crate::{
    table::{Name, Service},
    text::words::{may_hold, stem},
};

/// `keywords.tsv`, which explains itself. It is read where something is explained or searched.
pub const KEYWORDS: &str = include_str!("../../keywords.tsv");

/// A line of the file.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// `*` for synonyms, `=OPERATION` for verbs, else a scope name with its service.
    of: &'static str,
    words: &'static str,
}

fn lines() -> impl Iterator<Item = Line> {
    let lines = KEYWORDS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut fields = line.split('\t');
        Some(Line { of: fields.next()?, words: fields.next()? })
    })
}

impl Line {
    fn words(self) -> impl Iterator<Item = &'static str> {
        self.words.split(", ")
    }
}

/// The stems that mean the same as one, in whatever service.
#[must_use]
pub fn synonyms(of: &str) -> Vec<String> {
    let groups = lines()
        .filter(|line| line.of == "*" && may_hold(line.words, of))
        .map(|line| line.words().map(joined_stem).collect::<Vec<_>>());
    let groups = groups.filter(|group| group.iter().any(|word| word == of));
    groups.flatten().filter(|word| word != of).collect()
}

/// What people call the data of each scope name of a service that has such words.
pub fn keywords(service: Service) -> impl Iterator<Item = (Name, &'static str)> {
    let of_service = move |line: Line| {
        let (of, name) = line.of.split_once('.')?;
        if service.matches(of) { service.name_of(name).map(|name| (name, line)) } else { None }
    };
    lines().filter_map(of_service).flat_map(|(name, line)| line.words().map(move |word| (name, word)))
}

/// The operation that a verb asks for: `send` is CREATE.
#[must_use]
pub fn operation(verb: &str) -> Option<&'static str> {
    let verb = stem(verb);
    let line = lines().find(|line| line.of.starts_with('=') && line.words().any(|word| word == verb))?;
    line.of.strip_prefix('=')
}

/// The stem of several words written as one.
fn joined_stem(words: &str) -> String {
    stem(&words.replace(' ', ""))
}
