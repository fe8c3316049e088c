//! Reading an `OpenAPI` file.

use serde::de::DeserializeOwned;

use crate::program::input;

/// Reads a file as far as `T` asks.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let text = input::without_mark(text);
    if text.trim_start().starts_with('{') {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        serde_saphyr::from_str(text).map_err(|error| error.to_string())
    }
}
