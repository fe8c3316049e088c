//! `OpenAPI` files, of version 3 or 2 (Swagger), in JSON or YAML: the calls that they describe, and the scopes
//! that they speak of.

mod calls;
mod uses;

use serde::de::DeserializeOwned;

use super::input;

pub(super) use calls::calls;
pub(super) use uses::{Place, uses};

/// Reads a file as far as `T` asks.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let text = input::without_mark(text);
    if text.trim_start().starts_with('{') {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        serde_saphyr::from_str(text).map_err(|error| error.to_string())
    }
}
