//! A scope name that another service has.

use alloc::{format, string::String, vec::Vec};

use super::operation::{Serves, serves};
use crate::table::{Name, Service, Tables};

/// A name that more services have says nothing of any of them, nor does a short one.
const MAX_SERVICES: usize = 3;
const SHORTEST: usize = 7;

/// The scope names of other services that are spelled so, each with what serves for the operation.
pub(super) fn elsewhere(tables: Tables, service: Service, name: &str, operation: Option<&str>) -> Vec<(Name, Serves)> {
    let others = tables.services().filter(|other| other.key() != service.key());
    let names: Vec<Name> = others.filter_map(|other| other.name_of(name)).collect();
    if names.len() > MAX_SERVICES || name.len() < SHORTEST {
        return Vec::new();
    }
    names.into_iter().filter_map(|name| Some((name, serves(name, operation)?))).collect()
}

/// The services that have the name.
pub(super) fn help(found: &[(Name, Serves)]) -> Option<String> {
    let of = |(name, _): &(Name, Serves)| format!("`{}` ({})", name.service(), name.service().product);
    let services: Vec<String> = found.iter().map(of).collect();
    let (name, _) = found.first()?;
    let has = if services.len() == 1 { "has" } else { "have" };
    Some(format!("{} {has} the scope name `{name}`", services.join(", ")))
}
