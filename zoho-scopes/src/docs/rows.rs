//! What a table shows, before it has a format: sections of rows, and the lines of each cell.

use alloc::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec::Vec,
};

use zoho_scopes_data::table::Row as Known;

use super::{
    column::Column,
    plain,
    style::{Grouping, Rows, Style},
};
use crate::catalogue::{Entry, Pattern, Service, Source};

/// What a table lists: an entry of a list, or a pattern of a service that is shown whole.
#[derive(Debug, Clone)]
pub(super) enum Subject<'a> {
    Entry(Entry<'a>),
    Pattern(Pattern),
}

/// What is listed, with the reason for which it is asked; empty where there is none.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    pub subject: Subject<'a>,
    pub reason: Cow<'a, str>,
}

/// Rows under a heading.
pub(super) struct Section<'t> {
    /// None where all stand together, or where the catalogue knows of none.
    pub service: Option<Service>,
    /// Whether the service is shown whole, and introduced.
    pub whole: bool,
    pub rows: Vec<Row<'t>>,
}

/// One scope, or several of a scope name.
pub(super) struct Row<'t> {
    pub service: Option<&'t str>,
    pub name: Option<&'t str>,
    pub opens: Option<&'static str>,
    pub items: Vec<&'t Item<'t>>,
}

/// A line of a cell.
#[derive(Clone, Copy)]
pub(super) enum Line<'t> {
    Text(&'t str),
    Code(&'t str),
    /// Of one operation, where the operations of a row differ.
    Status(Option<&'t str>, Option<Known>),
    Source(&'static Source),
}

/// The items under their headings, those of `services` first and in this order; all in one table where a style says so.
pub(super) fn sections<'t>(services: Option<&[Service]>, items: &'t [Item<'_>], style: &Style) -> Vec<Section<'t>> {
    if style.grouping == Grouping::None {
        return [Section { service: None, whole: false, rows: rows(items, style.rows) }].into();
    }
    let mut groups: Vec<(Option<Service>, Vec<&Item<'_>>)> =
        services.into_iter().flatten().map(|service| (Some(*service), Vec::new())).collect();
    for item in items {
        let service = item.row().map(|row| Service(row.service()));
        match groups.iter_mut().find(|(found, _)| *found == service) {
            Some((_, items)) => items.push(item),
            None => groups.push((service, [item].into())),
        }
    }
    let whole = services.is_some();
    let section = |(service, items)| Section { service, whole, rows: rows(items, style.rows) };
    groups.into_iter().map(section).collect()
}

/// The items as rows, in the order in which each row's first item comes.
fn rows<'t>(items: impl IntoIterator<Item = &'t Item<'t>>, kind: Rows) -> Vec<Row<'t>> {
    let mut rows: Vec<Row<'t>> = Vec::new();
    let mut indices = BTreeMap::new();
    for item in items {
        let parts = item.parts();
        let (service, name) = (parts.map(|[service, ..]| service), parts.map(|[_, name, _]| name));
        let key = match kind {
            Rows::Names if name.is_some() => (service, name),
            _ => (None, Some(item.as_str())),
        };
        let index = *indices.entry(key).or_insert(rows.len());
        if index == rows.len() {
            let opens = item.row().map(|known| match kind {
                Rows::Names => known.name().summary(),
                Rows::Scopes => known.summary(),
            });
            rows.push(Row { service, name, opens, items: Vec::new() });
        }
        rows[index].items.push(item);
    }
    rows
}

impl Item<'_> {
    pub(super) fn as_str(&self) -> &str {
        match &self.subject {
            Subject::Entry(entry) => entry.as_str(),
            Subject::Pattern(pattern) => pattern.as_str(),
        }
    }

    /// The row of the catalogue that says what is known of it.
    pub(super) const fn row(&self) -> Option<Known> {
        match &self.subject {
            Subject::Entry(entry) => entry.row(),
            Subject::Pattern(pattern) => Some(pattern.0),
        }
    }

    /// The pattern that admits it, where one does.
    pub(super) fn admitted_by(&self) -> Option<&'static str> {
        match &self.subject {
            Subject::Entry(Entry::Admitted(admitted)) => Some(admitted.pattern().as_str()),
            Subject::Entry(_) | Subject::Pattern(_) => None,
        }
    }

    /// Service, scope name and operation.
    fn parts(&self) -> Option<[&str; 3]> {
        match &self.subject {
            Subject::Entry(entry) => entry.parts(),
            Subject::Pattern(pattern) => {
                let (service, name) = (pattern.service().as_str(), pattern.name().as_str());
                Some([service, name, pattern.operation()])
            }
        }
    }

    pub(super) fn operation(&self) -> Option<&str> {
        self.parts().map(|[_, _, operation]| operation)
    }
}

impl<'t> Row<'t> {
    /// What the row is called where it has an anchor.
    pub(super) fn anchor(&self, kind: Rows) -> String {
        match (kind, self.service, self.name) {
            (Rows::Names, Some(service), Some(name)) => plain::anchor(&format!("{service}.{name}")),
            _ => plain::anchor(self.items.first().map_or("", |item| item.as_str())),
        }
    }

    /// The reasons, each once.
    pub(super) fn reasons(&self) -> impl Iterator<Item = &'t str> {
        let mut seen = BTreeSet::new();
        let reasons = self.items.iter().map(|item| &*item.reason);
        reasons.filter(move |reason| !reason.is_empty() && seen.insert(*reason))
    }

    /// The items, each scope once.
    pub(super) fn scopes(&self) -> impl Iterator<Item = &'t Item<'t>> {
        let mut seen = BTreeSet::new();
        self.items.iter().copied().filter(move |item| seen.insert(item.as_str()))
    }

    /// What stands in a column, line by line.
    pub(super) fn cell(&self, column: Column) -> Vec<Line<'t>> {
        let product = || self.items.first().and_then(|item| item.row()).map(|known| known.service().product);
        match column {
            Column::Service => self.service.into_iter().map(Line::Code).collect(),
            Column::Product => product().into_iter().map(Line::Text).collect(),
            Column::Name => self.name.into_iter().map(Line::Code).collect(),
            Column::Opens => self.opens.into_iter().map(Line::Text).collect(),
            Column::Operations => self.scopes().map(|item| Line::Code(item.as_str())).collect(),
            Column::Status => self.status(),
            Column::Source => {
                let mut seen = BTreeSet::new();
                let sources = self
                    .items
                    .iter()
                    .filter_map(|item| item.row())
                    .flat_map(zoho_scopes_data::table::ScopeRow::sources);
                let mut sources: Vec<&Source> = sources.filter(|source| seen.insert(source.address)).collect();
                // Each operation has its best first; kinds are declared so too.
                sources.sort_by_key(|source| source.kind as u8);
                sources.into_iter().map(Line::Source).collect()
            }
            Column::Reason => self.reasons().map(Line::Text).collect(),
        }
    }

    /// The status that all have, or that several have and then those of the others by operation.
    fn status(&self) -> Vec<Line<'t>> {
        let known =
            |item: &Item<'_>| (status(item.row()), item.row().and_then(zoho_scopes_data::table::ScopeRow::replacement));
        let scopes: Vec<&Item<'_>> = self.scopes().collect();
        let mut shares = BTreeMap::new();
        for item in &scopes {
            *shares.entry(known(item)).or_insert(0) += 1;
        }
        let share = |item: &&&Item<'_>| shares[&known(item)];
        // Of equals the first.
        let usual = scopes.iter().rev().max_by_key(share).filter(|item| share(item) > 1 || scopes.len() == 1);
        let others = scopes.iter().filter(|item| usual.is_none_or(|usual| known(usual) != known(item)));
        let first = usual.map(|item| Line::Status(None, item.row()));
        first.into_iter().chain(others.map(|item| Line::Status(item.operation(), item.row()))).collect()
    }
}

/// The word for what is known of a scope.
pub(super) fn status(known: Option<Known>) -> &'static str {
    known.map_or("unknown", |known| known.status().as_str())
}
