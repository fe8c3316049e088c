//! What was probably meant, where it is more than one edit. Whole scopes are never compared, since all
//! of a service share long beginnings: segments are rearranged by look-ups, then compared one by one.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use super::{edits::Edit, named::services_named, vendor::without_vendor};
use crate::{
    table::{Name, Row, ScopeRow, Service, Tables},
    text::distance::{distance, segment_distance},
};

/// Words of other vocabularies that stand where an operation belongs.
const FOREIGN_OPERATIONS: [(&str, &str); 12] = [
    ("GET", "READ"),
    ("VIEW", "READ"),
    ("LIST", "READ"),
    ("FETCH", "READ"),
    ("POST", "CREATE"),
    ("ADD", "CREATE"),
    ("INSERT", "CREATE"),
    ("PUT", "UPDATE"),
    ("PATCH", "UPDATE"),
    ("EDIT", "UPDATE"),
    ("MODIFY", "UPDATE"),
    ("REMOVE", "DELETE"),
];

/// A scope with its distance from a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    pub(super) distance: usize,
    /// How much of the distance lies in the operation: other words are better fixed first.
    operation: usize,
    pub(super) scope: Row,
}

impl From<Edit> for Near {
    fn from(edit: Edit) -> Self {
        Self { distance: 1, operation: 0, scope: edit.scope }
    }
}

/// The scopes near to a text of three segments or more, best first.
pub(super) fn scopes(tables: Tables, segments: &[&str]) -> Vec<Near> {
    let [service_word, name_words @ .., operation_word] = segments else { return Vec::new() };
    if name_words.is_empty() {
        return Vec::new();
    }
    let name_word = name_words.join(".");
    let mut near = Vec::new();
    for (service, from_service) in services(tables, service_word) {
        for name in service.plain_names() {
            let Some(from_name) = segment_distance(&name_word, name.as_str()) else { continue };
            for scope in name.scopes() {
                let Some(from_operation) = scope.operation().and_then(|word| operation(operation_word, word)) else {
                    continue;
                };
                near.push(Near {
                    distance: from_service + from_name + from_operation,
                    operation: from_operation,
                    scope,
                });
            }
        }
    }
    near.sort_unstable();
    near
}

/// The scope nearest to a text whose service and operation are right.
pub(super) fn with_same_ends(tables: Tables, segments: &[&str]) -> Option<Row> {
    let [service, name_words @ .., operation] = segments else { return None };
    let name_word = name_words.join(".");
    let offers = |scope: &Row| scope.has_operation(operation);
    let names = tables.service(service)?.plain_names();
    let near = names.filter_map(|name| Some((segment_distance(&name_word, name.as_str())?, name)));
    let near = near.flat_map(|(distance, name)| name.scopes().filter(offers).map(move |scope| (distance, scope)));
    near.min().map(|(_, scope)| scope)
}

/// How far a word is from an operation; a word that means it elsewhere is near.
fn operation(word: &str, known: &str) -> Option<usize> {
    let foreign = |(from, to): &(&str, &str)| from.eq_ignore_ascii_case(word) && to.eq_ignore_ascii_case(known);
    if FOREIGN_OPERATIONS.iter().any(foreign) { Some(1) } else { distance(word, known) }
}

/// The operation that a word means: one of the tables', or its like of another vocabulary.
pub(super) fn operation_meant(tables: Tables, word: &str) -> Option<&str> {
    let foreign = FOREIGN_OPERATIONS.iter().find(|(from, _)| from.eq_ignore_ascii_case(word));
    foreign.map(|(_, to)| *to).or_else(|| tables.is_operation(word).then_some(word))
}

/// The operation of a scope name that is near to a word.
pub(super) fn operation_of(name: Name, word: &str) -> Option<&'static str> {
    let near = name.scopes().filter_map(ScopeRow::operation).filter_map(|known| Some((operation(word, known)?, known)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// The service near to a word.
#[must_use]
pub fn service(tables: Tables, word: &str) -> Option<Service> {
    services(tables, word).into_iter().min_by_key(|(_, distance)| *distance).map(|(service, _)| service)
}

/// The scope name of a service near to a text.
pub(super) fn name(service: Service, text: &str) -> Option<Name> {
    let names = service.plain_names();
    let near = names.filter_map(|name| Some((segment_distance(text, name.as_str())?, name)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The service that a word spells, or else those near to it. A misnomer, the name of the product or a former one, and the
/// vendor's name left out or put in front are at distance one.
pub(super) fn services(tables: Tables, word: &str) -> Vec<(Service, usize)> {
    if let Some(service) = tables.service(word) {
        return [(service, 0)].into();
    }
    let called = services_named(tables, word);
    let is_called = |service: Service| called.iter().any(|known| known.key() == service.key());
    let is_prefixed =
        |longer: &str, shorter: &str| without_vendor(longer).is_some_and(|rest| rest.eq_ignore_ascii_case(shorter));
    let misnamed = |service: Service| {
        service.misnomers.iter().any(|name| name.eq_ignore_ascii_case(word))
            || is_called(service)
            || is_prefixed(word, service.name)
            || is_prefixed(service.name, word)
    };
    let near = |service: Service| {
        let spelled = || service_distance(word, service.name);
        if misnamed(service) { Some((service, 1)) } else { Some((service, spelled()?)) }
    };
    let found: Vec<(Service, usize)> = tables.services().filter_map(near).collect();
    // What has the name is meant, however near the names of other products are.
    let is_sure = |(service, _): &(Service, usize)| is_called(*service);
    if called.is_empty() { found } else { found.into_iter().filter(is_sure).collect() }
}

/// How far a word is from a service's name. What follows the vendor's name tells services apart: of short names hardly a
/// letter may differ, since the vendor has other products.
fn service_distance(word: &str, known: &str) -> Option<usize> {
    match (without_vendor(word), without_vendor(known)) {
        (Some(word), Some(known)) => distance(word, known),
        _ => distance(word, known),
    }
}

/// The scopes that a text becomes when its segments are rearranged: the service taken away where it
/// stands twice, put in front where it is missing, segments swapped, or the beginning of the scope
/// name filled in. Those of the first kind that brings any, the most likely first.
pub(super) fn rearranged(tables: Tables, segments: &[&str]) -> Vec<Row> {
    if segments.len() < 2 || segments.len() > 6 {
        return Vec::new();
    }
    let kinds = [repeated_service, missing_service, swapped, missing_beginning];
    kinds.iter().map(|kind| kind(tables, segments)).find(|scopes| !scopes.is_empty()).unwrap_or_default()
}

/// What was pasted behind a beginning that it has itself: the service stands twice.
fn repeated_service(tables: Tables, segments: &[&str]) -> Vec<Row> {
    let again = repeated(tables, segments);
    let tail = again.and_then(|place| find(tables, &[&segments[place..]]));
    let beginning = || find(tables, &[&segments[..1], &segments[again? + 1..]]);
    tail.or_else(beginning).into_iter().collect()
}

/// The last place behind the first at which the service, or another of the vendor's, stands again.
pub(super) fn repeated(tables: Tables, segments: &[&str]) -> Option<usize> {
    let is_again = |segment: &str| {
        segment.eq_ignore_ascii_case(segments[0])
            || (without_vendor(segment).is_some() && tables.service(segment).is_some())
    };
    tables.service(segments[0]).or_else(|| tables.service(segments.get(1)?))?;
    let inner = segments.get(1..segments.len().checked_sub(1)?)?;
    inner.iter().rposition(|segment| is_again(segment)).map(|place| place + 1)
}

/// Services with more scopes come first.
fn missing_service(tables: Tables, segments: &[&str]) -> Vec<Row> {
    let rest = segments.join(".");
    let mut candidate = String::new();
    let in_service = |service: Service| {
        candidate.clear();
        candidate.extend([service.name, ".", &rest]);
        tables.find(&candidate)
    };
    let mut scopes: Vec<Row> = tables.services().filter_map(in_service).collect();
    scopes.sort_by_cached_key(|scope| usize::MAX - scope.service().scopes().count());
    scopes
}

/// Whether a scope is the text with a beginning of its scope name filled in.
pub(super) fn fills_in_a_beginning(segments: &[&str], scope: Row) -> bool {
    let same = segments.len() + 1 == scope.wire.split('.').count();
    same && segments
        .iter()
        .rev()
        .zip(scope.wire.rsplit('.'))
        .take(segments.len() - 1)
        .all(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// `ZohoCRM.leads.READ` lacks `modules`. Beginnings that more names have come first.
fn missing_beginning(tables: Tables, segments: &[&str]) -> Vec<Row> {
    let Some(service) = tables.service(segments[0]) else { return Vec::new() };
    let beginnings = service.names().filter_map(|name| name.as_str().rsplit_once('.')).map(|(beginning, _)| beginning);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for beginning in beginnings {
        *counts.entry(beginning).or_default() += 1;
    }
    let mut counts: Vec<(&str, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| usize::MAX - count);
    let filled = |(beginning, _)| find(tables, &[&segments[..1], &[beginning], &segments[1..]]);
    counts.into_iter().filter_map(filled).collect()
}

/// The scope of these segments.
fn find(tables: Tables, segments: &[&[&str]]) -> Option<Row> {
    tables.find(&segments.concat().join("."))
}

/// Two segments that changed places.
fn swapped(tables: Tables, segments: &[&str]) -> Vec<Row> {
    let mut found = Only::default();
    for first in 0..segments.len() {
        for second in first + 1..segments.len() {
            let mut order = segments.to_vec();
            order.swap(first, second);
            found.add(find(tables, &[&order]));
        }
    }
    found.scope().into_iter().collect()
}

/// The word without a dot that is near to a text.
pub(super) fn word(tables: Tables, text: &str) -> Option<Row> {
    let words = tables.scopes().filter(|scope| scope.operation().is_none());
    words.filter_map(|scope| Some((distance(text, scope.wire)?, scope))).min().map(|(_, scope)| scope)
}

/// Remembers a scope as long as it is the only one.
#[derive(Default)]
struct Only {
    scope: Option<Row>,
    several: bool,
}

impl Only {
    fn add(&mut self, scope: Option<Row>) {
        let Some(scope) = scope else { return };
        self.several |= self.scope.is_some_and(|other| other != scope);
        self.scope = Some(scope);
    }

    fn scope(self) -> Option<Row> {
        self.scope.filter(|_| !self.several)
    }
}
