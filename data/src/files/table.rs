//! Rows as a table, kept for the life of the process.

use std::sync::OnceLock;

use crate::{
    files::{
        columns::{TextColumn, lists, numbers},
        model,
        rows::{Rows, ScopeRow, ServiceRow},
        scope::Scope,
    },
    table::{
        self, Details, Excluded, Header, Names, Source, Status, Table, TableOf,
        columns::{Lists, Numbers, Texts},
        format::{COVERS, DEPRECATED, DISPUTED, DOCUMENTED, NONE, OBSERVED, PATTERN},
    },
    text::{hash::hash, order::ending_order},
};

impl Rows<'_> {
    /// The rows as a table that lives as long as the process: it is leaked, once for each call.
    #[must_use]
    pub fn leaked_table(&self) -> &'static Table {
        leaked(self)
    }
}

fn leaked(rows: &Rows<'_>) -> &'static Table {
    let ranges = |ranges: &[(u16, u16)]| ranges.iter().flat_map(|(first, last)| [*first, *last]).collect::<Vec<u16>>();
    let own: &'static OnceLock<&'static Table> = Box::leak(Box::default());
    let header: &'static Header = Box::leak(Box::new(Header {
        fingerprint: rows.fingerprint,
        table: TableOf::Loaded(Box::leak(Box::new(|| own.get().copied().unwrap_or(&EMPTY)))),
        covers: lists(rows.scopes.iter().map(|row| ranges(&row.covers))),
        may_cover: lists(rows.scopes.iter().map(|row| ranges(&row.may_cover))),
    }));
    let scopes = (0..).zip(&rows.scopes);
    let scope =
        |(id, row): (u16, &ScopeRow<'_>)| table::ScopeRow { wire: text(&row.wire), header, id, marks: marks(row) };
    let table: &'static Table = Box::leak(Box::new(Table {
        date: text(rows.date),
        services: kept(rows.services.iter().map(service)),
        names: Names {
            services: numbers(rows.names.iter().map(|row| number(row.service))),
            names: texts(rows.names.iter().map(|row| row.name)),
            summaries: texts(rows.names.iter().map(|row| row.details.summary.as_str())),
            scopes: lists(rows.names.iter().map(|row| row.scopes.iter().copied())),
            calls: texts(rows.names.iter().map(|row| row.calls.as_str())),
        },
        scopes: kept(scopes.clone().map(scope)),
        scope_names: numbers(rows.scopes.iter().map(|row| number(row.name))),
        scope_summaries: texts(
            rows.scopes.iter().map(|row| row.scope.summary()).collect::<Vec<_>>().iter().map(String::as_str),
        ),
        scope_sources: lists(rows.scopes.iter().map(|row| row.sources.iter().map(|index| number(*index)))),
        details: kept(scopes.filter_map(|(id, row)| Some((id, details(&row.scope)?)))),
        operations: words(&rows.operations),
        sources: kept(rows.sources.iter().map(|seen| source(seen))),
        spellings: kept(rows.spellings.iter().map(|(spelling, id)| (text(spelling), *id))),
        misspellings: kept(rows.misspellings.iter().map(|(wrong, means)| (text(wrong), text(means)))),
        excluded: kept(rows.excluded.iter().map(|(scope, excluded)| Excluded {
            scope: text(scope),
            reason: text(&excluded.reason),
            better: excluded.better.as_deref().map(text),
            refused: excluded.refused,
        })),
        index: numbers(index(rows)),
        patterns: numbers(patterns(rows)),
        by_ending: numbers(by_ending(rows)),
    }));
    own.get_or_init(|| table)
}

fn marks(row: &ScopeRow<'_>) -> u8 {
    let status = match row.scope.status() {
        Status::Documented => DOCUMENTED,
        Status::Observed => OBSERVED,
        Status::Disputed => DISPUTED,
        Status::Deprecated => DEPRECATED,
    };
    let pattern = if row.scope.is_pattern() { PATTERN } else { 0 };
    let covers = if row.covers.is_empty() { 0 } else { COVERS };
    status | pattern | covers
}

/// Open addressing over [`hash`] in a power of two of slots, at most half of them taken. Patterns are not in it.
fn index(rows: &Rows<'_>) -> Vec<u16> {
    let wires = rows.scopes.iter().map(|row| (!row.scope.is_pattern()).then_some(row.wire.as_str()));
    let texts = wires.chain(rows.spellings.iter().map(|(spelling, _)| Some(*spelling)));
    let count = rows.scopes.len() + rows.spellings.len();
    let mut index = vec![NONE; (2 * count + 2).next_power_of_two()];
    let mask = index.len() - 1;
    for (entry, text) in texts.enumerate() {
        let Some(text) = text else { continue };
        let mut slot = hash(text.as_bytes()) & mask;
        while index[slot] != NONE {
            slot = (slot + 1) & mask;
        }
        index[slot] = number(entry);
    }
    index
}

/// The names that have a placeholder.
fn patterns(rows: &Rows<'_>) -> Vec<u16> {
    let names = rows.names.iter().enumerate().filter(|(_, row)| row.name.contains('{'));
    names.map(|(place, _)| number(place)).collect()
}

/// The ids in the order of the ends of their wire forms.
fn by_ending(rows: &Rows<'_>) -> Vec<u16> {
    let mut ids: Vec<usize> = (0..rows.scopes.len()).collect();
    ids.sort_by(|one, other| ending_order(rows.scopes[*one].wire.as_bytes(), rows.scopes[*other].wire.as_bytes()));
    ids.into_iter().map(number).collect()
}

fn service(row: &ServiceRow<'_>) -> table::ServiceRow {
    let service = row.service;
    table::ServiceRow {
        name: text(&service.service),
        aliases: words(&service.aliases),
        misnomers: words(&service.misnomers),
        product: text(&service.product),
        summary: text(&service.summary),
        docs: text(&service.docs),
        completeness: service.completeness,
        read: kept(service.read.iter().filter_map(|key| service.sources.get(key)).map(|source| text(&source.address))),
        unread: words(&service.unread),
        verified: text(&service.verified),
        names: (number(row.names.start), number(row.names.end)),
    }
}

fn source(source: &model::Source) -> Source {
    Source {
        address: text(&source.address),
        kind: source.kind,
        evidence: source.evidence,
        retrieved: text(&source.retrieved),
    }
}

/// What few scopes have.
fn details(scope: &Scope<'_>) -> Option<Details> {
    let reason = scope.reason().map(text);
    let requires: Vec<&'static str> = scope.requires().map(text).collect();
    (reason.is_some() || !requires.is_empty()).then(|| Details {
        requires: Vec::leak(requires),
        reason,
        since: scope.deprecated().and_then(|end| end.since.as_deref()).map(text),
        replacement: scope.deprecated().and_then(|end| end.replacement.as_deref()).map(text),
    })
}

/// Keeps a text for the life of the process.
fn text(text: &str) -> &'static str {
    Box::leak(Box::from(text))
}

fn texts<'a>(column: impl IntoIterator<Item = &'a str>) -> Texts {
    TextColumn::of(column).leak()
}

fn words(list: &[String]) -> &'static [&'static str] {
    kept(list.iter().map(|item| text(item)))
}

/// Keeps items for the life of the process.
fn kept<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    Vec::leak(items.collect())
}

/// The number of a row; [`Rows`] are never more than it counts.
fn number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// What a table is until its rows are complete.
static EMPTY: Table = Table {
    date: "",
    services: &[],
    names: Names {
        services: Numbers(&[]),
        names: Texts::EMPTY,
        summaries: Texts::EMPTY,
        scopes: Lists::EMPTY,
        calls: Texts::EMPTY,
    },
    scopes: &[],
    scope_names: Numbers(&[]),
    scope_summaries: Texts::EMPTY,
    scope_sources: Lists::EMPTY,
    details: &[],
    operations: &[],
    sources: &[],
    spellings: &[],
    misspellings: &[],
    excluded: &[],
    index: Numbers(&[u8::MAX; 4]),
    patterns: Numbers(&[]),
    by_ending: Numbers(&[]),
};
