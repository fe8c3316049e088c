//! Errors of Zoho's APIs, as JSON.

use serde_json::Value;
use zoho_scopes::accounts::ErrorCode;

/// The first known code in the JSON of an error, or in its parts.
pub(super) fn code_in(json: &str) -> Option<ErrorCode> {
    of(&serde_json::from_str(json).ok()?)
}

fn of(json: &Value) -> Option<ErrorCode> {
    match json {
        Value::Object(members) => {
            let member = |name: &str| members.get(name).and_then(Value::as_str).and_then(ErrorCode::find);
            ["code", "error", "errorCode"].into_iter().find_map(member).or_else(|| members.values().find_map(of))
        }
        Value::Array(items) => items.iter().find_map(of),
        _ => None,
    }
}
