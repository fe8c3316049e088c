//! Postman collections, of version 2.1 or 2.0: requests in folders.

use serde_json::Value;

use super::{
    request::Request,
    url::{Variables, plain},
};
use crate::document;

pub(super) fn requests(text: &str) -> Result<Vec<Request>, String> {
    let root: Value = serde_json::from_str(document::without_mark(text)).map_err(|error| error.to_string())?;
    // Exported through the API it stands in a member.
    let root = root.get("collection").unwrap_or(&root);
    let items = root.get("item").and_then(Value::as_array).ok_or("it has no `item`, which holds the requests")?;
    let mut requests = Vec::new();
    collect(items, &variables(root), &mut requests);
    Ok(requests)
}

/// JSON is read to a limited depth, so folders are not deeper.
fn collect(items: &[Value], variables: &Variables, requests: &mut Vec<Request>) {
    for item in items {
        if let Some(items) = item.get("item").and_then(Value::as_array) {
            collect(items, variables, requests);
        }
        requests.extend(item.get("request").and_then(|request| read(request, variables)));
    }
}

/// A request, which may be its URL alone.
fn read(request: &Value, variables: &Variables) -> Option<Request> {
    let method = request.get("method").and_then(Value::as_str).unwrap_or("GET");
    let url = url(request.get("url").unwrap_or(request))?;
    Some(Request::new(method, plain(&url, variables)))
}

/// The URL as a text, or from its parts.
fn url(url: &Value) -> Option<String> {
    if let Some(text) = url.as_str().or_else(|| url.get("raw")?.as_str()) {
        return Some(text.to_owned());
    }
    let joined = |name: &str, by: &str| match url.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Array(parts) => Some(parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(by)),
        _ => None,
    };
    let path = joined("path", "/")?;
    Some(format!("{}/{}", joined("host", ".").unwrap_or_default(), path.trim_start_matches('/')))
}

fn variables(root: &Value) -> Variables {
    let listed = root.get("variable").and_then(Value::as_array).into_iter().flatten();
    let text = |variable: &Value, name: &str| variable.get(name).and_then(Value::as_str).map(str::to_owned);
    listed
        .filter_map(|variable| {
            Some((text(variable, "key").or_else(|| text(variable, "id"))?, text(variable, "value")?))
        })
        .collect()
}
