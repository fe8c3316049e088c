//! What helps where nothing lies near: what a service has, and where that is listed.

use alloc::{format, string::String, vec::Vec};

use crate::table::{Name, Service};

/// So many scope names are named.
const MAX_NAMES: usize = 3;

/// How to list the scopes of a service, and where it documents them.
pub(super) fn list(service: Service) -> String {
    format!("`zoho-scopes list --service {service}` lists its scopes, which {} documents", service.docs)
}

/// The scope names of a service that are most like a text, and how to list all.
pub(super) fn names(service: Service, text: &str) -> String {
    let mut names: Vec<Name> = service.names().collect();
    let asked = pairs(text);
    names.sort_by_cached_key(|name| {
        let own = pairs(name.as_str());
        usize::MAX - asked.iter().filter(|pair| own.contains(pair)).count()
    });
    let some: Vec<String> = names.iter().take(MAX_NAMES).map(|name| format!("`{name}`")).collect();
    let has = match (names.len(), some.join(", ")) {
        (0, _) => format!("the catalogue knows no scope of `{service}`"),
        (1, name) => format!("`{service}` has the one scope name {name}"),
        (count, names) => format!("`{service}` has {count} scope names, such as {names}"),
    };
    format!("{has}; {}", list(service))
}

/// The pairs of letters that follow each other in a text.
fn pairs(text: &str) -> Vec<[u8; 2]> {
    let pair = |pair: &[u8]| [pair[0], pair[1]].map(|byte| byte.to_ascii_lowercase());
    text.as_bytes().windows(2).map(pair).collect()
}
