//! Small catalogue files with covering claims that chance makes.

use serde_json::{Map, Value, json};

use crate::bytes::Bytes;

const NAMES: [&str; 8] = ["a", "a.b", "a.b.c", "a.c", "a.{placeholder}", "d", "d.e", "f"];
const OPERATIONS: [&str; 7] = ["ALL", "CREATE", "READ", "UPDATE", "DELETE", "SEND", "WRITE"];

/// A file that is sound: its claims are about names and operations that it has.
pub(crate) fn file(bytes: &mut Bytes<'_>) -> String {
    let mut names = bytes.some(&NAMES);
    if names.is_empty() {
        names.push(NAMES[0]);
    }
    let mut used = Vec::new();
    let mut scopes = Vec::new();
    let mut described = Map::new();
    for name in &names {
        let mut operations = bytes.some(&OPERATIONS);
        if operations.is_empty() {
            operations.push(OPERATIONS[0]);
        }
        scopes.extend(operations.iter().map(|operation| format!("{name}.{operation}")));
        described.insert((*name).to_owned(), json!({"summary": "what is kept there", "operations": operations}));
        used.extend(operations);
    }
    let verbs: Map<String, Value> = OPERATIONS[5..]
        .iter()
        .filter(|verb| used.contains(verb))
        .map(|verb| ((*verb).to_owned(), json!("{}")))
        .collect();
    let upper: Vec<&str> = names.iter().copied().filter(|name| has_below(name, &names)).collect();
    let claims = json!({
        "operations": several(bytes, |bytes| json!({
            "operation": bytes.choose(&used), "covers": unique(bytes.some(&used)), "names": bytes.some(&names), "from": ["page"],
        })),
        "names": if upper.is_empty() { Vec::new() } else { several(bytes, |bytes| json!({
            "name": bytes.choose(&upper), "operations": unique(bytes.some(&used)), "except": few(bytes, &names), "from": ["page"],
        })) },
        "scopes": several(bytes, |bytes| json!({
            "scope": bytes.choose(&scopes),
            "covers": if bytes.flag() { vec!["*".to_owned()] } else { bytes.some(&scopes) },
            "except": few(bytes, &scopes),
            "from": if bytes.flag() { vec!["page"] } else { Vec::new() },
        })),
    });
    let page = json!({"address": "https://made.test/", "kind": "official-docs", "shows": "table", "seen": "2026-11"});
    json!({
        "service": "ZohoMade", "product": "Zoho Made", "summary": "Nothing", "docs": "https://made.test/",
        "completeness": "complete", "checked": "2026-11-22", "sources": {"page": page}, "from": ["page"],
        "verbs": verbs, "names": described, "covering": claims,
    })
    .to_string()
}

fn has_below(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| other.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// Up to three claims.
fn several(bytes: &mut Bytes<'_>, claim: impl Fn(&mut Bytes<'_>) -> Value) -> Vec<Value> {
    (0..bytes.below(4)).map(|_| claim(bytes)).collect()
}

/// None of the items, often, or some of them.
fn few<T: Clone>(bytes: &mut Bytes<'_>, items: &[T]) -> Vec<T> {
    if bytes.flag() { bytes.some(items) } else { Vec::new() }
}

fn unique(mut words: Vec<&'static str>) -> Vec<&'static str> {
    words.sort_unstable();
    words.dedup();
    words
}
