//! `OpenAPI` files, of version 3 or 2 (Swagger), in JSON or YAML: the scopes that they speak of.

mod document;
mod uses;

pub(super) use document::Document;
pub(super) use uses::Place;
