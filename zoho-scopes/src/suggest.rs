//! What was probably meant: repairs of a dot first, then segment by segment.
//!
//! Whole scopes are never compared, since all of a service share long beginnings.

use alloc::{string::String, vec::Vec};

use crate::{
    catalogue::Catalogue,
    scope::Scope,
    service::{ScopeName, Service},
};

/// A scope with its distance from a text, part by part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near {
    pub(crate) scope: Scope,
    pub(crate) service: usize,
    name: usize,
    pub(crate) operation: usize,
}

impl Near {
    pub(crate) fn distance(&self) -> usize {
        self.service + self.name + self.operation
    }
}

/// The scopes near to a text of three segments or more, best first.
pub(crate) fn scopes(catalogue: Catalogue, segments: &[&str]) -> Vec<Near> {
    let [service_word, name_words @ .., operation_word] = segments else { return Vec::new() };
    if name_words.is_empty() {
        return Vec::new();
    }
    let name_word = name_words.join(".");
    let mut near = Vec::new();
    for (service, from_service) in services(catalogue, service_word) {
        for name in service.names().filter(|name| !name.is_pattern()) {
            let Some(from_name) = distance(&name_word, name.as_str()) else { continue };
            for scope in name.scopes() {
                let Some(from_operation) = scope.operation().and_then(|word| distance(operation_word, word)) else {
                    continue;
                };
                near.push(Near { scope, service: from_service, name: from_name, operation: from_operation });
            }
        }
    }
    near.sort_by_key(|near| (near.distance(), near.scope));
    near
}

/// The service near to a word.
pub(crate) fn service(catalogue: Catalogue, word: &str) -> Option<Service> {
    services(catalogue, word).into_iter().min_by_key(|(_, distance)| *distance).map(|(service, _)| service)
}

/// The scope name of a service near to a text.
pub(crate) fn name(service: Service, text: &str) -> Option<ScopeName> {
    let names = service.names().filter(|name| !name.is_pattern());
    let near = names.filter_map(|name| Some((distance(text, name.as_str())?, name)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

/// The service that a word spells, or else those near to it. A misnomer is at distance one.
fn services(catalogue: Catalogue, word: &str) -> Vec<(Service, usize)> {
    if let Some(service) = catalogue.service(word) {
        return [(service, 0)].into();
    }
    let misnamed = |service: Service| service.misnomers().iter().any(|name| name.eq_ignore_ascii_case(word));
    let near =
        |service: Service| Some((service, if misnamed(service) { 1 } else { distance(word, service.as_str())? }));
    catalogue.services().filter_map(near).collect()
}

/// The scope that a text becomes when one dot is added, taken away, put for another character, or
/// swapped with its neighbour. Only if there is exactly one.
pub(crate) fn repaired_dot(catalogue: Catalogue, text: &str) -> Option<Scope> {
    if !text.is_ascii() || text.len() > 128 {
        return None;
    }
    let mut found: Option<Scope> = None;
    let mut candidate = String::with_capacity(text.len() + 1);
    for (place, c) in text.char_indices() {
        let (before, after) = (&text[..place], &text[place + 1..]);
        let neighbour = after.chars().next();
        let variants = [
            (place > 0).then_some((".", Some(c), None)),
            (c == '.').then_some(("", None, None)),
            (c != '.').then_some((".", None, None)),
            (c == '.').then_some(("", neighbour, Some('.'))),
            (c != '.' && neighbour == Some('.')).then_some((".", Some(c), None)),
        ];
        for (number, variant) in variants.into_iter().enumerate() {
            let Some((first, second, third)) = variant else { continue };
            candidate.clear();
            candidate.push_str(before);
            candidate.push_str(first);
            candidate.extend(second);
            candidate.extend(third);
            candidate.push_str(if number >= 3 { after.get(1..).unwrap_or_default() } else { after });
            match (catalogue.find(&candidate), found) {
                (Some(scope), Some(other)) if scope != other => return None,
                (Some(scope), _) => found = Some(scope),
                (None, _) => {}
            }
        }
    }
    found
}

/// Optimal string alignment distance without regard to case, if it is within a third of the length.
#[cfg(feature = "suggest")]
fn distance(text: &str, known: &str) -> Option<usize> {
    let limit = (known.len() / 3).max(1);
    if text.len().abs_diff(known.len()) > limit {
        return None;
    }
    if text.eq_ignore_ascii_case(known) {
        return Some(0);
    }
    let distance = strsim::osa_distance(&text.to_ascii_lowercase(), &known.to_ascii_lowercase());
    (distance <= limit && distance < known.len()).then_some(distance)
}

/// Without the feature `suggest` only case may differ.
#[cfg(not(feature = "suggest"))]
fn distance(text: &str, known: &str) -> Option<usize> {
    text.eq_ignore_ascii_case(known).then_some(0)
}
