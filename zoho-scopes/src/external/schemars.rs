//! JSON Schemas of scopes and sets: every scope is listed, so that editors complete configuration files.
//!
//! They ask for what is best written: the wire form. Reading is more lenient, as `serde` support says.

use alloc::{
    borrow::Cow,
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use zoho_scopes_data::table::pattern::is_placeholder;

use crate::{
    catalogue::{Catalogue, Pattern, Scope},
    set::ScopeSet,
};

impl JsonSchema for Scope {
    fn schema_name() -> Cow<'static, str> {
        "Scope".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "zoho_scopes::Scope".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let scopes: Vec<&str> = Catalogue::builtin().scopes().map(Scope::as_str).collect();
        json_schema!({
            "type": "string",
            "description": "A Zoho OAuth scope",
            "enum": scopes,
        })
    }
}

impl JsonSchema for ScopeSet {
    fn schema_name() -> Cow<'static, str> {
        "ScopeSet".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "zoho_scopes::ScopeSet".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let scope = generator.subschema_for::<Scope>();
        let catalogue = Catalogue::builtin();
        let admitted = format!("^{}$", any_of(catalogue.patterns().map(Pattern::as_str)));
        let listed = format!("^(?:{}(?:[,\\s]+|$))+$", any_of(catalogue.tables.rows().map(|row| row.wire)));
        json_schema!({
            "description": "Zoho OAuth scopes: an array, or a string with commas or spaces between them",
            "anyOf": [
                scope,
                {"type": "string", "pattern": listed},
                {"type": "array", "items": {"anyOf": [scope, {"type": "string", "pattern": admitted}]}},
            ],
        })
    }
}

/// A regular expression for these scopes, service by service and name by name, so that it stays small.
fn any_of(scopes: impl Iterator<Item = &'static str>) -> String {
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
