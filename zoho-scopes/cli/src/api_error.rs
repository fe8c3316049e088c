//! Errors of Zoho's APIs as people have them: JSON, alone or in a response, a log line or a stack trace.

use serde_json::Value;
use zoho_scopes::accounts::ErrorCode;

/// Members of an error that may hold its code.
const MEMBERS: [&str; 7] = ["code", "error", "errorCode", "error_code", "title", "name", "errorType"];
/// So much of a text is read, and so many places where JSON may begin.
const MAX_TEXT: usize = 64 * 1024;
const MAX_STARTS: usize = 20;

/// The first known code in a text: in its JSON, else as a word.
pub(crate) fn code_in(text: &str) -> Option<ErrorCode> {
    let end = (0..=MAX_TEXT.min(text.len())).rev().find(|end| text.is_char_boundary(*end))?;
    let text = &text[..end];
    let starts = text.char_indices().filter(|(_, c)| matches!(c, '{' | '[')).take(MAX_STARTS);
    starts.map(|(place, _)| place).find_map(|place| in_json_at(&text[place..])).or_else(|| as_word(text))
}

/// The first known code in the JSON that a text begins with.
fn in_json_at(text: &str) -> Option<ErrorCode> {
    let value = serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()?;
    of(&value)
}

/// JSON is read to a limited depth.
fn of(json: &Value) -> Option<ErrorCode> {
    match json {
        Value::Object(members) => {
            let member = |name: &&str| match members.get(*name)? {
                Value::String(text) => ErrorCode::find(text.trim()),
                Value::Number(number) => ErrorCode::find(&number.to_string()),
                _ => None,
            };
            MEMBERS.iter().find_map(member).or_else(|| members.values().find_map(of))
        }
        Value::Array(items) => items.iter().find_map(of),
        _ => None,
    }
}

/// A code that stands in a text as it is written: a word with an underscore or a dash.
fn as_word(text: &str) -> Option<ErrorCode> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let is_code = |word: &&str| word.contains(['_', '-']) && word.len() < 60;
    let words = text.split(|c| !is_part(c)).map(|word| word.trim_matches('-')).filter(is_code);
    words.into_iter().find_map(|word| {
        let found = ErrorCode::find(word)?;
        let is_exact = found.as_str() == word || word.bytes().all(|byte| !byte.is_ascii_lowercase());
        is_exact.then_some(found)
    })
}
