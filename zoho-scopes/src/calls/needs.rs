//! What a call needs, as numbers: the id of a scope, or a word with what belongs to it.

use alloc::{borrow::Cow, boxed::Box, format, string::String, vec::Vec};

use zoho_scopes_data::{
    table::{
        Row,
        format::{ALL, ANY, FILLED, OPEN},
    },
    text::chars::is_segment,
};

use crate::{
    catalogue::{Catalogue, Covers, Entry, Scope},
    services::TABLE,
    set::Requirement,
};

/// The needs of a call. No id and no count is as high as a word.
pub(super) struct Needs {
    words: &'static [u16],
}

/// How an entry opens a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opening {
    /// Whatever fills its parameters.
    AsItIs,
    /// With this text for the parameter of this index.
    Filled(usize, String),
}

/// One part of them.
enum Part {
    Scope(Row),
    Filled(usize, Row),
    Open(Row),
    Any(Vec<Part>),
    All(Vec<Part>),
}

impl Needs {
    pub(super) fn new(words: &'static [u16]) -> Self {
        Self { words }
    }

    fn part(&self) -> Part {
        read(&mut self.words.iter().copied())
    }

    /// Whether a scope among them takes up what the request has for a parameter of its path.
    pub(super) fn takes_up_parameters(&self) -> bool {
        self.words.contains(&FILLED)
    }

    /// The scopes and patterns that they name.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row> {
        fn collect(part: &Part, rows: &mut Vec<Row>) {
            match part {
                Part::Scope(scope) | Part::Filled(_, scope) | Part::Open(scope) => rows.push(scope),
                Part::Any(parts) | Part::All(parts) => {
                    for part in parts {
                        collect(part, rows);
                    }
                }
            }
        }
        let mut rows = Vec::new();
        collect(&self.part(), &mut rows);
        rows.into_iter()
    }

    /// Whether one of the scope names is this word, and none of the service lies below it: then it is what they open.
    pub(super) fn names_alone(&self, word: &str) -> bool {
        let is_above = |name: &str| name.split_once('.').is_some_and(|(first, _)| first.eq_ignore_ascii_case(word));
        self.rows().any(|row| {
            let name = row.name();
            name.as_str().eq_ignore_ascii_case(word) && !name.service().names().any(|other| is_above(other.as_str()))
        })
    }

    /// The requirement, without alternatives that the request leaves open; none if nothing is left.
    pub(super) fn requirement(&self, filled: &[Box<str>]) -> Option<Requirement> {
        self.part().requirement(filled)
    }

    /// How an entry opens the call, alone or with others; none where it does not.
    pub(super) fn opened_by(&self, entry: &Entry<'_>) -> Option<Opening> {
        fn opening(part: &Part, entry: &Entry<'_>) -> Option<Opening> {
            match part {
                Part::Scope(scope) => {
                    (entry.covers(&Entry::Known(Scope(scope))) == Covers::Yes).then_some(Opening::AsItIs)
                }
                Part::Open(pattern) => filling(pattern, entry).map(|_| Opening::AsItIs),
                Part::Filled(parameter, pattern) => filling(pattern, entry).map(|filling| match filling {
                    Filling::One(segment) => Opening::Filled(*parameter, segment),
                    Filling::All => Opening::AsItIs,
                }),
                Part::Any(parts) | Part::All(parts) => {
                    let found: Vec<Opening> = parts.iter().filter_map(|part| opening(part, entry)).collect();
                    let as_it_is = found.iter().position(|opening| *opening == Opening::AsItIs);
                    found.into_iter().nth(as_it_is.unwrap_or(0))
                }
            }
        }
        opening(&self.part(), entry)
    }

    /// The patterns that are left open.
    pub(super) fn open_patterns(&self, filled: &[Box<str>]) -> Vec<&'static str> {
        fn collect(part: &Part, filled: &[Box<str>], open: &mut Vec<&'static str>) {
            match part {
                Part::Open(pattern) => open.push(pattern.wire),
                Part::Filled(parameter, pattern)
                    if fill(pattern, filled.get(*parameter).map(Box::as_ref)).is_none() =>
                {
                    open.push(pattern.wire);
                }
                Part::Any(parts) | Part::All(parts) => {
                    for part in parts {
                        collect(part, filled, open);
                    }
                }
                Part::Scope(_) | Part::Filled(..) => {}
            }
        }
        let mut open = Vec::new();
        collect(&self.part(), filled, &mut open);
        open.sort_unstable();
        open.dedup();
        open
    }
}

impl Part {
    fn requirement(&self, filled: &[Box<str>]) -> Option<Requirement> {
        match self {
            Self::Scope(scope) => Some(Requirement::Scope(Entry::Known(Scope(scope)))),
            Self::Filled(parameter, pattern) => {
                fill(pattern, filled.get(*parameter).map(Box::as_ref)).map(Requirement::Scope)
            }
            Self::Open(_) => None,
            Self::Any(parts) => {
                let parts: Vec<Requirement> = parts.iter().filter_map(|part| part.requirement(filled)).collect();
                if parts.len() > 1 { Some(Requirement::Any(Cow::Owned(parts))) } else { parts.into_iter().next() }
            }
            Self::All(parts) => {
                let parts: Option<Vec<Requirement>> = parts.iter().map(|part| part.requirement(filled)).collect();
                parts.map(|parts| Requirement::All(Cow::Owned(parts)))
            }
        }
    }
}

/// Reads one part. The generator nests as the files do, which are read with a limit of their own.
fn read(words: &mut impl Iterator<Item = u16>) -> Part {
    let mut next = || words.next().unwrap_or_default();
    match next() {
        FILLED => Part::Filled(next().into(), row(next())),
        OPEN => Part::Open(row(next())),
        word @ (ANY | ALL) => {
            let count = next();
            let parts = (0..count).map(|_| read_dyn(words)).collect();
            if word == ANY { Part::Any(parts) } else { Part::All(parts) }
        }
        id => Part::Scope(row(id)),
    }
}

fn row(id: u16) -> Row {
    &TABLE.scopes[usize::from(id)]
}

/// Without this the iterator's type would grow with each step down.
fn read_dyn(words: &mut dyn Iterator<Item = u16>) -> Part {
    read(&mut { words })
}

/// What of a pattern an entry covers.
enum Filling {
    All,
    /// This text in place of the placeholder.
    One(String),
}

/// What of a pattern an entry covers, if anything.
fn filling(pattern: Row, entry: &Entry<'_>) -> Option<Filling> {
    if entry.scope().is_some_and(|scope| scope.0.covers(pattern) == Covers::Yes) {
        return Some(Filling::All);
    }
    let (pattern_stem, _) = pattern.wire.rsplit_once('.')?;
    let (stem, _) = entry.as_str().rsplit_once('.')?;
    let (mut own, mut other) = (stem.split('.'), pattern_stem.split('.'));
    let mut filled = None;
    loop {
        match (own.next(), other.next()) {
            (None, None) => break,
            (Some(own), Some(other)) if other.starts_with('{') => filled = Some(own),
            (Some(own), Some(other)) if own.eq_ignore_ascii_case(other) => {}
            _ => return None,
        }
    }
    let lower = fill(pattern, filled)?;
    (entry.covers(&lower) == Covers::Yes).then(|| Filling::One(filled.unwrap_or_default().into()))
}

/// The scope that a pattern becomes with a segment of a request for its placeholder: a known one, or text that the
/// pattern admits. None where the segment is missing or can be no segment of a scope.
fn fill(pattern: Row, segment: Option<&str>) -> Option<Entry<'static>> {
    let segment = segment.filter(|text| is_segment(text))?;
    let (before, rest) = pattern.wire.split_once('{')?;
    let (_, after) = rest.split_once('}')?;
    let with = |segment: &str| format!("{before}{segment}{after}");
    let text = with(segment);
    let catalogue = Catalogue::builtin();
    // Where a path joins words with underscores, the scope may write them together.
    let known = catalogue.find(&text).or_else(|| catalogue.find(&with(&segment.replace('_', "")))).map(Entry::Known);
    known.or_else(|| Some(catalogue.entry(&text).into_owned()).filter(|entry| matches!(entry, Entry::Admitted(_))))
}
