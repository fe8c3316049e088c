//! Finds the line and column of a value in JSON text, which `serde_json` gives only for errors of syntax.
//!
//! The text is walked again as slices of itself (`RawValue`), so a slice's address is its position.

use std::{borrow::Cow, collections::HashSet, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

/// A step from a JSON value to one inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into the member of an object.
    Key(String),
    /// Into the item of an array.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// The way from the whole file to the value a error is about.
pub type Path = Vec<Step>;

/// Makes a [`Path`] from keys and indices.
macro_rules! at {
    ($($step:expr),* $(,)?) => { vec![$($crate::files::locate::Step::from($step)),*] };
}
pub(crate) use at;

/// The line and column, from 1, of the member or item at the end of `path`, or of the last step that exists.
pub(crate) fn position(text: &str, path: &[Step]) -> (usize, usize) {
    line_and_column(text, offset(text, path))
}

/// Every key that an object holds twice, as the path to it with the position of the second.
pub(crate) fn duplicate_keys(text: &str) -> Vec<(String, (usize, usize))> {
    let mut found = Vec::new();
    if let Ok(root) = serde_json::from_str::<&RawValue>(text) {
        collect_duplicates(text, root, &mut found);
    }
    found
}

fn collect_duplicates(text: &str, value: &RawValue, found: &mut Vec<(String, (usize, usize))>) {
    match Parts::of(value) {
        Parts::Object(members) => {
            let mut seen = HashSet::new();
            for (key, value) in members {
                if !seen.insert(unquoted(key)) {
                    found.push((unquoted(key).into_owned(), line_and_column(text, start(text, key))));
                }
                collect_duplicates(text, value, found);
            }
        }
        Parts::Array(items) => items.into_iter().for_each(|item| collect_duplicates(text, item, found)),
        Parts::Scalar => {}
    }
}

fn offset(text: &str, path: &[Step]) -> usize {
    let Ok(mut value) = serde_json::from_str::<&RawValue>(text) else { return 0 };
    let mut offset = start(text, value);
    for step in path {
        let next = match (step, Parts::of(value)) {
            (Step::Key(name), Parts::Object(members)) => members.into_iter().find(|(key, _)| unquoted(key) == *name),
            (Step::Index(index), Parts::Array(items)) => items.get(*index).map(|item| (*item, *item)),
            _ => None,
        };
        let Some((place, inner)) = next else { break };
        offset = start(text, place);
        value = inner;
    }
    offset
}

/// Where a slice of `text` begins in it.
fn start(text: &str, slice: &RawValue) -> usize {
    slice.get().as_ptr() as usize - text.as_ptr() as usize
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, offset - line_start + 1)
}

pub(crate) fn unquoted(key: &RawValue) -> Cow<'_, str> {
    serde_json::from_str(key.get()).map_or(Cow::Borrowed(key.get()), Cow::Owned)
}

/// What a JSON value consists of, as slices of the text.
pub(crate) enum Parts<'a> {
    Object(Vec<(&'a RawValue, &'a RawValue)>),
    Array(Vec<&'a RawValue>),
    Scalar,
}

impl<'a> Parts<'a> {
    pub(crate) fn of(value: &'a RawValue) -> Self {
        let text = value.get();
        match text.as_bytes().first() {
            Some(b'{') => serde_json::from_str(text).map_or(Self::Scalar, |Members(members)| Self::Object(members)),
            Some(b'[') => serde_json::from_str(text).map_or(Self::Scalar, Self::Array),
            _ => Self::Scalar,
        }
    }
}

struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
