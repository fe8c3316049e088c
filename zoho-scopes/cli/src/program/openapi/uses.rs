//! The scopes that an `OpenAPI` file speaks of, and where.
//!
//! Zoho lists them with the security schemes, as keys, and with operations, as
//! `security: [{iam-oauth2-schema: [scope]}]`.

use serde::Serialize;
use serde_json::Value;

use crate::document::read;

/// A text that stands where a scope belongs.
pub(crate) struct Use {
    pub(crate) text: String,
    pub(crate) place: Place,
}

/// Where a scope stands in a file.
#[derive(Clone, Serialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    /// The operation that needs it, such as `GET /settings/fields`.
    pub(crate) operation: Option<String>,
    /// The place as a JSON pointer.
    pub(crate) pointer: String,
}

/// Every use of a scope: those of the file itself first, then those of its operations.
pub(crate) fn uses(file: &str, text: &str) -> Result<Vec<Use>, String> {
    let root: Value = read(text)?;
    if root.get("openapi").or_else(|| root.get("swagger")).is_none() {
        return Err("neither `openapi` nor `swagger` says that this is an OpenAPI file".to_owned());
    }
    let mut uses = Uses { file, found: Vec::new() };
    for schemes in ["/components/securitySchemes", "/securityDefinitions"] {
        for (name, scheme) in members(root.pointer(schemes)) {
            let place = joined(schemes, name);
            uses.scheme(&place, scheme);
            for (flow, details) in members(scheme.get("flows")) {
                uses.scheme(&joined(&format!("{place}/flows"), flow), details);
            }
        }
    }
    uses.security("", None, &root);
    for group in ["paths", "webhooks"] {
        for (path, methods) in members(root.get(group)) {
            for (method, details) in members(Some(methods)) {
                let operation = format!("{} {path}", method.to_uppercase());
                uses.security(&joined(&joined(&format!("/{group}"), path), method), Some(&operation), details);
            }
        }
    }
    Ok(uses.found)
}

struct Uses<'a> {
    file: &'a str,
    found: Vec<Use>,
}

impl Uses<'_> {
    /// The scopes that a scheme or a flow of it offers: the keys of `scopes`.
    fn scheme(&mut self, place: &str, scheme: &Value) {
        for (scope, _) in members(scheme.get("scopes")) {
            self.add(joined(&format!("{place}/scopes"), scope), None, scope);
        }
    }

    /// The scopes that an operation, or every one of the file, needs.
    fn security(&mut self, place: &str, operation: Option<&str>, details: &Value) {
        let alternatives = details.get("security").and_then(Value::as_array);
        for (number, schemes) in alternatives.into_iter().flatten().enumerate() {
            for (scheme, scopes) in members(Some(schemes)) {
                for (index, scope) in scopes.as_array().into_iter().flatten().enumerate() {
                    if let Some(scope) = scope.as_str() {
                        let place = joined(&format!("{place}/security/{number}"), scheme);
                        self.add(format!("{place}/{index}"), operation, scope);
                    }
                }
            }
        }
    }

    fn add(&mut self, pointer: String, operation: Option<&str>, text: &str) {
        let place = Place { file: self.file.to_owned(), operation: operation.map(str::to_owned), pointer };
        self.found.push(Use { text: text.to_owned(), place });
    }
}

/// The members of an object; none of anything else.
fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

/// A JSON pointer with one step more.
fn joined(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
