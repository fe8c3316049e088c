//! Finds the line and column of a value in JSON text, which `serde_json` gives only for errors of syntax.

use std::collections::HashSet;

use crate::files::json::{Parts, Value};

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

/// The way from the whole file to the value an error is about.
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

/// The line and column of the member or item that `serde_json` refused when it had read up to a line and column. It
/// stops behind a key that it does not know and behind a value that does not fit, or before one of another kind.
pub(crate) fn refused(text: &str, reached: (usize, usize)) -> (usize, usize) {
    let Some(root) = Value::of(text) else { return (reached.0, reached.1.max(1)) };
    let line_start = text.split_inclusive('\n').take(reached.0 - 1).map(str::len).sum::<usize>();
    let end = line_start + reached.1;
    let holds = |value: &Value<'_>| (value.slice.start..=value.slice.end()).contains(&end);
    let (mut value, mut offset) = (&root, root.slice.start);
    loop {
        let next = match &value.parts {
            Parts::Object(members) => members
                .iter()
                .find(|(key, value)| key.end() == end || holds(value))
                .map(|(key, value)| (key.start, (key.end() != end).then_some(value))),
            Parts::Array(items) => items.iter().find(|item| holds(item)).map(|item| (item.slice.start, Some(item))),
            Parts::Scalar => None,
        };
        let Some((place, inner)) = next else { break };
        offset = place;
        match inner {
            Some(inner) => value = inner,
            None => break,
        }
    }
    line_and_column(text, offset)
}

/// Every key that an object holds twice, as the path to it with the position of the second.
pub(crate) fn duplicate_keys(text: &str) -> Vec<(String, (usize, usize))> {
    let mut found = Vec::new();
    if let Some(root) = Value::of(text) {
        collect_duplicates(text, &root, &mut found);
    }
    found
}

fn collect_duplicates(text: &str, value: &Value<'_>, found: &mut Vec<(String, (usize, usize))>) {
    match &value.parts {
        Parts::Object(members) => {
            let mut seen = HashSet::new();
            for (key, value) in members {
                if !seen.insert(key.unquoted()) {
                    found.push((key.unquoted().into_owned(), line_and_column(text, key.start)));
                }
                collect_duplicates(text, value, found);
            }
        }
        Parts::Array(items) => items.iter().for_each(|item| collect_duplicates(text, item, found)),
        Parts::Scalar => {}
    }
}

fn offset(text: &str, path: &[Step]) -> usize {
    let Some(root) = Value::of(text) else { return 0 };
    let (mut value, mut offset) = (&root, root.slice.start);
    for step in path {
        let next = match (step, &value.parts) {
            (Step::Key(name), Parts::Object(members)) => {
                members.iter().find(|(key, _)| key.unquoted() == *name).map(|(key, value)| (*key, value))
            }
            (Step::Index(index), Parts::Array(items)) => items.get(*index).map(|item| (item.slice, item)),
            _ => None,
        };
        let Some((place, inner)) = next else { break };
        offset = place.start;
        value = inner;
    }
    offset
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, offset - line_start + 1)
}
