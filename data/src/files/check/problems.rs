//! What is wrong with a file, while its place is still a path, and what several checks ask.

use core::ops::RangeInclusive;

use crate::files::locate::{Path, at};

/// An error whose place is still a path, not a line.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) path: Path,
    pub(crate) message: String,
    pub(crate) expected: String,
    pub(crate) is_order: bool,
}

/// Collects problems about one file.
pub(crate) struct Problems(pub(crate) Vec<Problem>);

impl Problems {
    pub(crate) fn add(&mut self, path: Path, message: impl Into<String>, expected: impl Into<String>) {
        self.0.push(Problem { path, message: message.into(), expected: expected.into(), is_order: false });
    }

    /// When the facts of a file were checked.
    pub(crate) fn verified(&mut self, day: &str) {
        if !is_date(day, 3) {
            self.add(at!["checked"], format!("`{day}` is not a date"), "YYYY-MM-DD");
        }
    }

    pub(super) fn out_of_order(&mut self, path: Path, item: &str, expected: impl Into<String>) {
        let message = format!("`{item}` is out of order");
        self.0.push(Problem { path, message, expected: expected.into(), is_order: true });
    }

    /// `items` must rise without regard to case; `place` is where they stand.
    pub(super) fn sorted<'a>(&mut self, place: &Path, items: impl Iterator<Item = (Path, &'a str)>) {
        let mut last: Option<&str> = None;
        for (below, item) in items {
            if let Some(before) = last.filter(|before| order(before) > order(item)) {
                let path = [place.clone(), below].concat();
                self.out_of_order(path, item, format!("it before `{before}`"));
            }
            last = Some(item);
        }
    }

    pub(super) fn sorted_list(&mut self, place: &Path, items: &[String]) {
        self.sorted(place, items.iter().enumerate().map(|(index, item)| (at![index], item.as_str())));
    }

    pub(crate) fn sorted_keys<'a>(&mut self, place: &Path, keys: impl Iterator<Item = &'a str>) {
        self.sorted(place, keys.map(|key| (at![key], key)));
    }
}

/// The order of everything that is sorted: without case first, then exactly.
pub(crate) fn order(text: &str) -> (String, &str) {
    (text.to_ascii_lowercase(), text)
}

pub(super) const SEGMENT: &str = "a letter, then letters, digits and `_`";

/// Whether `text` can be a segment of a scope.
pub(super) fn is_segment(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

pub(crate) fn is_web_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        let name = host.split('/').next().unwrap_or_default();
        name.contains('.') && !name.starts_with('.') && !text.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}

/// Whether `text` is a date of this millennium in so many parts: two are a month (`2026-11`), three a day (`2026-11-21`).
pub(super) fn is_date(text: &str, parts: usize) -> bool {
    text.starts_with('2') && is_written_as_date(text, parts)
}

/// Whether `text` is a day, written `YYYY-MM-DD`: of such, the order is that of the texts.
#[must_use]
pub fn is_day(text: &str) -> bool {
    is_written_as_date(text, 3)
}

fn is_written_as_date(text: &str, parts: usize) -> bool {
    let ranges = [(4, 0..=9999), (2, 1..=12), (2, 1..=31)];
    let is_number = |(digits, (length, range)): (&str, &(usize, RangeInclusive<u16>))| {
        let plain = digits.len() == *length && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain && digits.parse().is_ok_and(|number| range.contains(&number))
    };
    text.split('-').count() == parts && text.split('-').zip(&ranges[..parts]).all(is_number)
}
