//! Catalogue files that are read at run time, on top of what is known already.

use std::sync::{PoisonError, RwLock};

use zoho_scopes_data::{self as data, model, tables::rows};

pub use data::{Fault, Faults};

use crate::catalogue::{
    Catalogue, Completeness, Kind, Shows, Source,
    columns::{Lists, Numbers, Texts},
    layer::{Doubtful, Head, Home, Layer, More, Names, ScopeRow, ServiceRow},
};

impl Catalogue {
    /// This catalogue with the service of a catalogue file on top, for what Zoho added yesterday.
    ///
    /// `file` is the name of the file in messages, `json` its text, of the form that the build step
    /// reads. What the file says is asked first. It is kept for the life of the process, once for each
    /// call.
    ///
    /// ```
    /// use zoho_scopes::Catalogue;
    ///
    /// let json = r#"{
    ///   "service": "ZohoNew",
    ///   "product": "Zoho New",
    ///   "summary": "What was announced yesterday",
    ///   "docs": "https://example.com/scopes",
    ///   "completeness": "sparse",
    ///   "checked": "2026-11-21",
    ///   "sources": {"page": {"address": "https://example.com/scopes", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
    ///   "from": ["page"],
    ///   "names": {"things": {"summary": "new things", "operations": ["READ"]}}
    /// }"#;
    /// let catalogue = Catalogue::builtin().with_json("new.json", json)?;
    /// assert!(catalogue.find("ZohoNew.things.READ").is_some());
    /// # Ok::<(), zoho_scopes::catalogue::Faults>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Every fault of the file, with line and column, as the build step tells them.
    pub fn with_json(&self, file: &str, json: &str) -> Result<Self, Faults> {
        let elsewhere = data::Elsewhere {
            is_scope: &|text| self.scopes_and_patterns().any(|scope| scope.as_str() == text),
            admits: &|text| self.admit(text).is_some(),
        };
        let catalogue = data::Catalogue::from_files_within([(file, json)], &elsewhere)?;
        let too_large = |error: rows::TooLarge| Faults([Fault::new(file, (1, 1), error.to_string(), "")].into());
        let layer = layer(&rows::Rows::of(&catalogue).map_err(too_large)?);
        let layers: Vec<&'static Layer> = [layer].into_iter().chain(self.layers().iter().copied()).collect();
        Ok(Self::of(Vec::leak(layers)))
    }
}

/// The layers that were made at run time, by number.
static LOADED: RwLock<Vec<&'static Layer>> = RwLock::new(Vec::new());

/// The layer of that number.
pub(crate) fn loaded(number: usize) -> &'static Layer {
    let layers = LOADED.read().unwrap_or_else(PoisonError::into_inner);
    layers.get(number).copied().unwrap_or(const { &Layer::EMPTY })
}

/// The rows as a layer like those that are generated.
fn layer(rows: &rows::Rows<'_>) -> &'static Layer {
    let mut layers = LOADED.write().unwrap_or_else(PoisonError::into_inner);
    let layer: &'static Layer = Box::leak(Box::new(layer_of_number(layers.len(), rows)));
    layers.push(layer);
    layer
}

fn layer_of_number(home: usize, rows: &rows::Rows<'_>) -> Layer {
    let columns = data::tables::columns::Columns::of(rows);
    let head: &'static Head = Box::leak(Box::new(Head {
        fingerprint: rows.fingerprint,
        home: Home::Loaded(home),
        covers: lists(columns.covers),
        may_cover: lists(columns.may_cover),
    }));
    let scopes = (0..).zip(&rows.scopes).zip(columns.marks);
    let scopes = scopes.map(|((id, row), marks)| ScopeRow { wire: text(&row.wire), head, id, marks });
    let more = (0..).zip(&rows.scopes).filter_map(|(id, row)| Some((id, more(&row.scope)?)));
    Layer {
        date: text(rows.date),
        services: kept(rows.services.iter().map(service_row)),
        names: Names {
            services: numbers(columns.name_services),
            names: column(columns.names),
            summaries: column(columns.name_summaries),
            scopes: lists(columns.name_scopes),
        },
        scopes: kept(scopes),
        scope_names: numbers(columns.scope_names),
        scope_summaries: column(columns.scope_summaries),
        scope_sources: lists(columns.scope_sources),
        more: kept(more),
        operations: texts(&rows.operations),
        sources: kept(rows.sources.iter().map(|source| source_row(source))),
        spellings: kept(rows.spellings.iter().map(|(spelling, id)| (text(spelling), *id))),
        mistakes: kept(rows.mistakes.iter().map(|(wrong, means)| (text(wrong), text(means)))),
        doubtful: kept(rows.doubtful.iter().map(|(scope, doubtful)| Doubtful {
            scope: text(scope),
            because: text(&doubtful.because),
            better: doubtful.better.as_deref().map(text),
        })),
        index: numbers(columns.index),
    }
}

/// Keeps a column for the life of the process.
fn column(texts: data::tables::columns::Texts) -> Texts {
    Texts { text: String::leak(texts.text), ends: Vec::leak(texts.ends) }
}

fn lists(lists: data::tables::columns::Lists) -> Lists {
    Lists { items: numbers(lists.items), ends: Vec::leak(lists.ends) }
}

fn numbers(bytes: Vec<u8>) -> Numbers {
    Numbers(Vec::leak(bytes))
}

/// Keeps a text for the life of the process.
fn text(text: &str) -> &'static str {
    Box::leak(Box::from(text))
}

fn texts(list: &[String]) -> &'static [&'static str] {
    kept(list.iter().map(|item| text(item)))
}

/// Keeps items for the life of the process.
fn kept<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    Vec::leak(items.collect())
}

/// The number of a row; there are fewer than ids can count.
fn number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn service_row(row: &rows::ServiceRow<'_>) -> ServiceRow {
    let service = row.service;
    ServiceRow {
        name: text(&service.service),
        aliases: texts(&service.aliases),
        misnomers: texts(&service.misnomers),
        product: text(&service.product),
        summary: text(&service.summary),
        docs: text(&service.docs),
        completeness: match service.completeness {
            model::Completeness::Complete => Completeness::Complete,
            model::Completeness::Partial => Completeness::Partial,
            model::Completeness::Sparse => Completeness::Sparse,
        },
        checked: text(&service.checked),
        names: (number(row.names.start), number(row.names.end)),
    }
}

fn source_row(source: &model::Source) -> Source {
    Source {
        address: text(&source.address),
        kind: match source.kind {
            model::Kind::OfficialDocs => Kind::OfficialDocs,
            model::Kind::OfficialOas => Kind::OfficialOas,
            model::Kind::OfficialSdk => Kind::OfficialSdk,
            model::Kind::Integrator => Kind::Integrator,
            model::Kind::Community => Kind::Community,
        },
        shows: match source.shows {
            model::Shows::Table => Shows::Table,
            model::Shows::Call => Shows::Call,
            model::Shows::Code => Shows::Code,
            model::Shows::Example => Shows::Example,
        },
        seen: text(&source.seen),
    }
}

/// What few scopes have.
fn more(scope: &data::Scope<'_>) -> Option<More> {
    let because = scope.because().map(text);
    let requires: Vec<&'static str> = scope.requires().map(text).collect();
    (because.is_some() || !requires.is_empty()).then(|| More {
        because,
        since: scope.deprecated().and_then(|end| end.since.as_deref()).map(text),
        replacement: scope.deprecated().and_then(|end| end.replacement.as_deref()).map(text),
        requires: Vec::leak(requires),
    })
}
