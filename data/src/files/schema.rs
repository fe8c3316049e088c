//! JSON Schemas of files, made of their models.

use crate::files::model::Service;

/// The JSON Schema of catalogue files, as `catalogue.schema.json` holds it.
#[must_use]
pub fn schema() -> String {
    schema_of::<Service>()
}

/// The JSON Schema of a model, laid out.
pub(crate) fn schema_of<T: schemars::JsonSchema>() -> String {
    let schema = schemars::schema_for!(T);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}
