//! Regular expressions that admit scopes, for JSON Schemas.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::pattern::is_placeholder;

/// A regular expression for these scopes, service by service and name by name, so that it stays small.
#[must_use]
pub fn any_of<'a>(scopes: impl Iterator<Item = &'a str>) -> String {
    let mut services: BTreeMap<&str, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    let mut words = Vec::new();
    for scope in scopes {
        let parts = scope.split_once('.').and_then(|(service, rest)| Some((service, rest.rsplit_once('.')?)));
        match parts {
            Some((service, (name, operation))) => {
                services.entry(service).or_default().entry(name).or_default().push(operation);
            }
            None => words.push(expression(scope)),
        }
    }
    let services = services.into_iter().map(|(service, names)| {
        let names = names.into_iter().map(|(name, operations)| {
            let operations = operations.into_iter().map(expression).collect();
            format!("{}\\.{}", expression(name), alternatives(operations))
        });
        format!("{}\\.{}", expression(service), alternatives(names.collect()))
    });
    alternatives(words.into_iter().chain(services).collect())
}

fn alternatives(expressions: Vec<String>) -> String {
    match <[String; 1]>::try_from(expressions) {
        Ok([only]) => only,
        Err(several) => format!("(?:{})", several.join("|")),
    }
}

/// The text itself, but any one segment for a placeholder.
fn expression(text: &str) -> String {
    let segment = |segment: &str| if is_placeholder(segment) { "[A-Za-z0-9_-]+".to_string() } else { segment.into() };
    text.split('.').map(segment).collect::<Vec<String>>().join("\\.")
}
