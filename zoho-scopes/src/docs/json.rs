//! Tables as JSON; [`Format`](super::Format) describes it.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use super::rows::{Item, Row, Section};
use zoho_scopes_data::text::chars::is_hidden;

use crate::catalogue::{Service, Source};

pub(super) fn write(sections: &[Section<'_>], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("{\n  \"version\": 1,\n  \"sections\": [")?;
    each(sections, "\n    ", f, |section, f| {
        let service = section.service;
        let members = [
            ("service", service.map(Service::as_str)),
            ("product", service.map(Service::product)),
            ("summary", service.map(Service::summary)),
            ("docs", service.map(Service::docs_url)),
            ("completeness", service.map(|service| service.completeness().as_str())),
            ("checked", service.map(Service::verified)),
        ];
        f.write_str("{")?;
        for (name, value) in members {
            write!(f, "\n      \"{name}\": {},", Value(value))?;
        }
        f.write_str("\n      \"rows\": [")?;
        each(&section.rows, "\n        ", f, row)?;
        f.write_str("\n      ]\n    }")
    })?;
    f.write_str("\n  ]\n}\n")
}

fn row(row: &Row<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let (service, name, opens) = (Value(row.service), Value(row.name), Value(row.opens));
    write!(f, "{{\"service\": {service}, \"name\": {name}, \"opens\": {opens}, \"reasons\": [")?;
    each(&row.reasons().collect::<Vec<_>>(), "", f, |reason, f| write!(f, "{}", Value(Some(reason))))?;
    f.write_str("], \"scopes\": [")?;
    each(&row.scopes().collect::<Vec<_>>(), "\n          ", f, |item, f| scope(item, f))?;
    f.write_str("\n        ]}")
}

fn scope(item: &Item<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let known = item.row();
    let members = [
        ("operation", item.operation()),
        ("summary", known.map(zoho_scopes_data::table::ScopeRow::summary)),
        ("status", known.map(|row| row.status().as_str())),
        ("reason", known.and_then(zoho_scopes_data::table::ScopeRow::reason)),
        ("replacement", known.and_then(zoho_scopes_data::table::ScopeRow::replacement)),
        ("pattern", item.admitted_by()),
    ];
    write!(f, "{{\"wire\": {}", Value(Some(item.as_str())))?;
    for (name, value) in members {
        write!(f, ", \"{name}\": {}", Value(value))?;
    }
    f.write_str(", \"sources\": [")?;
    each(
        &known.into_iter().flat_map(zoho_scopes_data::table::ScopeRow::sources).collect::<Vec<_>>(),
        "",
        f,
        |item, f| source(item, f),
    )?;
    f.write_str("]}")
}

fn source(source: &Source, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Source { address, kind, evidence, retrieved } = source;
    let [address, retrieved] = [address, retrieved].map(|text| Value(Some(text)));
    write!(f, "{{\"address\": {address}, \"kind\": \"{kind}\", \"shows\": \"{evidence}\", \"seen\": {retrieved}}}")
}

/// The items of an array, each behind `before` and with commas between.
fn each<T>(
    items: &[T],
    before: &str,
    f: &mut fmt::Formatter<'_>,
    write: impl Fn(&T, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        f.write_str(match (index, before) {
            (0, _) => "",
            (_, "") => ", ",
            _ => ",",
        })?;
        f.write_str(before)?;
        write(item, f)?;
    }
    Ok(())
}

/// A string, or null. What commands instead of showing, and what HTML would see, is escaped.
struct Value<'a>(Option<&'a str>);

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(text) = self.0 else { return f.write_str("null") };
        f.write_char('"')?;
        for c in text.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                c if is_hidden(c) || matches!(c, '<' | '>' | '&') => {
                    c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(f, "\\u{unit:04x}"))?;
                }
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')
    }
}
