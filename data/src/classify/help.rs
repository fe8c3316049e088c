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
    names.sort_by_cached_key(|name| usize::MAX - shared_pairs(text, name.as_str()));
    let some: Vec<String> = names.iter().take(MAX_NAMES).map(|name| format!("`{name}`")).collect();
    let has = match (names.len(), some.join(", ")) {
        (0, _) => format!("the catalogue knows no scope of `{service}`"),
        (1, name) => format!("`{service}` has the one scope name {name}"),
        (count, names) => format!("`{service}` has {count} scope names, such as {names}"),
    };
    format!("{has}; {}", list(service))
}

/// How many pairs of letters that follow each other in a text also do so in a name.
fn shared_pairs(text: &str, name: &str) -> usize {
    let is_in_name = |pair: &[u8]| name.as_bytes().windows(2).any(|known| known.eq_ignore_ascii_case(pair));
    text.as_bytes().windows(2).filter(|pair| is_in_name(pair)).count()
}
