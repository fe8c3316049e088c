//! Catalogue files: whatever they hold, they are read or refused, and what is read stays the same.

use zoho_scopes_data::files::{Catalogue, FILES, FileErrors, layout, read};

use crate::bytes::Bytes;

/// Loads any text, or a file of the catalogue in which something was changed.
///
/// # Panics
///
/// Where a law is broken.
pub fn catalogue_loading(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    match bytes.below(FILES.len() + 16).checked_sub(16) {
        None => loads(&String::from_utf8_lossy(bytes.0)),
        Some(file) => loads(&changed(FILES[file].1, bytes)),
    }
}

/// The text with up to eight changes: a part taken out, and something put in its place.
fn changed(text: &str, mut bytes: Bytes<'_>) -> String {
    const PUT: [&str; 20] = [
        "",
        "\"",
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "null",
        "true",
        "0",
        "\"ALL\"",
        "\"*\"",
        "READ",
        ".",
        "{x}",
        "\\u0000",
        "é",
        "\"from\": [\"oas\"]",
        "\n",
    ];
    let mut text = text.to_owned();
    for _ in 0..8 {
        if bytes.0.is_empty() {
            break;
        }
        let (start, length) = (bytes.below(text.len().max(257)), usize::from(bytes.byte() % 32));
        let start = text.floor_char_boundary(start);
        let end = text.floor_char_boundary((start + length).min(text.len()));
        text.replace_range(start..end, bytes.choose::<&str>(&PUT));
    }
    text
}

fn loads(text: &str) {
    let read = read("file.json", text);
    match layout("file.json", text) {
        Ok(once) => {
            assert!(read.is_ok());
            assert_eq!(layout("file.json", &once).as_deref(), Ok(once.as_str()));
            let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it was read");
            assert_eq!(sorted(value(text)), sorted(value(&once)));
        }
        Err(errors) => assert_eq!(read.err(), Some(errors)),
    }
    match Catalogue::from_files([("file.json", text)]) {
        Ok(catalogue) => {
            let laid_out = layout("file.json", text).expect("what is loaded can be laid out");
            let again = Catalogue::from_files([("file.json", laid_out.as_str())]).expect("and loaded again");
            assert_eq!(format!("{catalogue:?}"), format!("{again:?}"));
            let rows = catalogue.rows().expect("a file is not too large");
            assert_eq!(rows.scopes.len(), catalogue.scopes().count());
        }
        Err(errors) => have_places(&errors, text),
    }
}

/// Every error has a place, and it is one of the text.
fn have_places(errors: &FileErrors, text: &str) {
    for error in errors.iter() {
        assert!(!error.message.is_empty() && error.line > 0 && error.column > 0, "{error:?}");
        let line = text.split('\n').nth(error.line - 1);
        // The end of the text is a place, too: something is missing there.
        let is_end = error.line > text.split('\n').count() - 1;
        assert!(line.is_some_and(|line| error.column <= line.len() + 1) || is_end, "{error:?} in {text:?}");
    }
}

/// A value without regard to the order in its arrays.
fn sorted(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(members) => members.into_iter().map(|(key, value)| (key, sorted(value))).collect(),
        scalar => scalar,
    }
}
