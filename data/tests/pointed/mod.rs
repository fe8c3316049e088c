//! Errors as tests read them.

use zoho_scopes_data::files::FileError;

/// The line of an error, the JSON token that its place points at, and its words.
#[track_caller]
pub fn pointed(file: &str, text: &str, error: &FileError) -> String {
    let line = text.lines().nth(error.line - 1).unwrap_or_default();
    let rest = &line[error.column - 1..];
    let length = rest.strip_prefix('"').map_or(1, |rest| rest.find('"').map_or(rest.len() + 1, |end| end + 2));
    let place = format!("{file}:{}:{}: ", error.line, error.column);
    let words = error.to_string();
    let words = words.strip_prefix(&place).expect("the place comes first");
    format!("{} {}: {words}", error.line, &rest[..length.min(rest.len())])
}
