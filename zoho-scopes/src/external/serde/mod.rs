//! Scopes, sets and reports as serde data.

mod deserialize;
mod serialize;
