//! Errors of Zoho's APIs as people have them: JSON, alone or in a response, a log line or a stack trace.

use serde_json::Value;
use zoho_scopes::accounts::ErrorCode;

/// Members of an error that may hold its code.
const MEMBERS: [&str; 7] = ["code", "error", "errorCode", "error_code", "title", "name", "errorType"];
/// Those that hold nothing else.
#[cfg(feature = "program")]
const CODES: [&str; 4] = ["code", "error", "errorCode", "error_code"];
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

/// The code of an error in JSON, whether or not it is known.
#[cfg(feature = "program")]
pub(crate) fn any_code_in(text: &str) -> Option<String> {
    let is_short = |code: &&str| !code.is_empty() && code.len() < 60;
    let code = |code: &str| Some(code).filter(is_short).map(str::to_owned);
    of(&value_at(text.get(..MAX_TEXT).unwrap_or(text))?, &CODES, &code)
}

/// The first known code in the JSON that a text begins with.
fn in_json_at(text: &str) -> Option<ErrorCode> {
    of(&value_at(text)?, &MEMBERS, &ErrorCode::find)
}

fn value_at(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

/// What the first of these members gives. JSON is read to a limited depth.
fn of<T>(json: &Value, names: &[&str], found: &dyn Fn(&str) -> Option<T>) -> Option<T> {
    match json {
        Value::Object(members) => {
            let member = |name: &&str| match members.get(*name)? {
                Value::String(text) => found(text.trim()),
                Value::Number(number) => found(&number.to_string()),
                _ => None,
            };
            names.iter().find_map(member).or_else(|| members.values().find_map(|value| of(value, names, found)))
        }
        Value::Array(items) => items.iter().find_map(|item| of(item, names, found)),
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
