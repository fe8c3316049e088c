//! `OpenAPI` files, of version 3 or 2 (Swagger), in JSON or YAML: the calls that they describe, and the scopes
//! that they speak of.

mod calls;
mod document;
mod read;
mod uses;

pub(super) use calls::calls;
pub(super) use document::Document;
pub(super) use uses::Place;
