//! Faults as tests read them.

use zoho_scopes_data::files::FileError;

/// The line of a fault, the JSON token that its place points at, and its words.
#[track_caller]
pub fn pointed(file: &str, text: &str, fault: &FileError) -> String {
    let line = text.lines().nth(fault.line - 1).unwrap_or_default();
    let rest = &line[fault.column - 1..];
    let length = rest.strip_prefix('"').map_or(1, |rest| rest.find('"').map_or(rest.len() + 1, |end| end + 2));
    let place = format!("{file}:{}:{}: ", fault.line, fault.column);
    let words = fault.to_string();
    let words = words.strip_prefix(&place).expect("the place comes first");
    format!("{} {}: {words}", fault.line, &rest[..length.min(rest.len())])
}
