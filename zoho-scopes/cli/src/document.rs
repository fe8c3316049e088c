//! Reading JSON, and YAML where the program is built.

use serde::de::DeserializeOwned;

/// Reads a document as far as `T` asks.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let text = without_mark(text);
    if text.trim_start().starts_with(['{', '[']) {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        yaml(text)
    }
}

#[cfg(feature = "program")]
fn yaml<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_saphyr::from_str(text).map_err(|error| error.to_string())
}

#[cfg(not(feature = "program"))]
fn yaml<T>(_: &str) -> Result<T, String> {
    Err("here only JSON is read".to_owned())
}

/// A text without the byte-order mark that some programs put in front.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}
