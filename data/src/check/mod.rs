//! Whether a file means something: the faults that serde cannot see, in files of services and of Zoho Accounts; those
//! of calls check themselves with what is here.

#[cfg(feature = "accounts")]
mod accounts;
mod covering;
#[cfg(feature = "accounts")]
mod data_centres;
mod names;
pub(crate) mod sources;

#[cfg(feature = "accounts")]
pub(crate) use accounts::check as check_accounts;
#[cfg(feature = "accounts")]
pub(crate) use data_centres::check as check_data_centres;
pub(crate) use names::rank;

use std::ops::RangeInclusive;

use crate::{
    locate::{Path, at},
    model::Service,
};

/// A fault whose place is still a path, not a line.
#[derive(Debug)]
pub(crate) struct Finding {
    pub(crate) path: Path,
    pub(crate) message: String,
    pub(crate) expected: String,
    pub(crate) is_order: bool,
}

/// Collects findings about one file.
pub(crate) struct Findings(pub(crate) Vec<Finding>);

impl Findings {
    pub(crate) fn add(&mut self, path: Path, message: impl Into<String>, expected: impl Into<String>) {
        self.0.push(Finding { path, message: message.into(), expected: expected.into(), is_order: false });
    }

    /// When the facts of a file were checked.
    pub(crate) fn checked(&mut self, day: &str) {
        if !is_date(day, 3) {
            self.add(at!["checked"], format!("`{day}` is no date"), "YYYY-MM-DD");
        }
    }

    fn out_of_order(&mut self, path: Path, item: &str, expected: impl Into<String>) {
        let message = format!("`{item}` is out of order");
        self.0.push(Finding { path, message, expected: expected.into(), is_order: true });
    }

    /// `items` must rise without regard to case; `place` is where they stand.
    fn sorted<'a>(&mut self, place: &Path, items: impl Iterator<Item = (Path, &'a str)>) {
        let mut last: Option<&str> = None;
        for (below, item) in items {
            if let Some(before) = last.filter(|before| order(before) > order(item)) {
                let path = [place.clone(), below].concat();
                self.out_of_order(path, item, format!("it before `{before}`"));
            }
            last = Some(item);
        }
    }

    fn sorted_list(&mut self, place: &Path, items: &[String]) {
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

/// Checks one file by itself; references to other services are checked when files are put together.
pub(crate) fn check(service: &Service) -> Vec<Finding> {
    let mut findings = Findings(Vec::new());
    head(service, &mut findings);
    sources::check(&service.sources, &sources::citations(service), &mut findings);
    names::check(service, &mut findings);
    covering::check(service, &mut findings);
    let texts = service.mistakes.iter().enumerate().map(|(index, mistake)| (at![index, "text"], mistake.text.as_str()));
    findings.sorted(&at!["mistakes"], texts);
    findings.0
}

/// What stands at the top of the file.
fn head(service: &Service, findings: &mut Findings) {
    if !is_segment(&service.service) {
        findings.add(at!["service"], format!("`{}` is no service name", service.service), SEGMENT);
    }
    for (index, alias) in service.aliases.iter().enumerate() {
        if !alias.eq_ignore_ascii_case(&service.service) || *alias == service.service {
            findings.add(
                at!["aliases", index],
                format!("`{alias}` is no other spelling of `{}`", service.service),
                "a spelling that differs in case alone; a service of another name has a file of its own",
            );
        }
    }
    findings.sorted_list(&at!["aliases"], &service.aliases);
    findings.sorted_list(&at!["misnomers"], &service.misnomers);
    for (field, text) in [("product", &service.product), ("summary", &service.summary)] {
        if text.trim().is_empty() {
            findings.add(at![field], format!("`{field}` is empty"), "a few words");
        }
    }
    if !is_web_address(&service.docs) {
        findings.add(at!["docs"], format!("`{}` is no address", service.docs), "https://…");
    }
    findings.checked(&service.checked);
}

const SEGMENT: &str = "a letter, then letters, digits and `_`";

/// Whether `text` can be a segment of a scope.
fn is_segment(text: &str) -> bool {
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
fn is_date(text: &str, parts: usize) -> bool {
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
