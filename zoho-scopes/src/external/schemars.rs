//! JSON Schemas of scopes and sets: every scope is listed, so that editors complete configuration files.
//!
//! They ask for what is best written: the wire form. Reading is more lenient, as `serde` support says.

use alloc::{borrow::Cow, format, vec::Vec};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use zoho_scopes_data::table::expression::any_of;

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
