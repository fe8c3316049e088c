//! What an entry means: lists that would serve, and why.

use alloc::{format, string::String, vec::Vec};

use super::{
    elsewhere,
    names::{Meant, names},
};
use crate::{
    classify::{
        entry::{RawEntry, joined},
        keywords, suggest,
    },
    table::{Service, Tables},
    text::words::words,
};

/// At most so many lists are suggested.
const MAX_LISTS: usize = 3;
/// What must speak for a name that comes before one that is spelled alike.
const BEFORE_SPELLING: u32 = 60;

/// What an entry means.
pub(in crate::classify) struct Found {
    /// The service that it is about.
    pub(in crate::classify) service: Service,
    /// A scope each, or scopes that serve together; best first.
    pub(in crate::classify) lists: Vec<String>,
    pub(in crate::classify) help: String,
}

/// The scopes that an entry means, if its service is known or can be told. Where something is spelled alike, more must speak
/// for what is found.
pub(in crate::classify) fn found(tables: Tables, raw: &RawEntry<'_>, is_spelled: bool) -> Option<Found> {
    let (name, operation) = name_and_operation(tables, raw)?;
    let services = suggest::services(tables, raw.segments[0].text);
    let nearest = services.iter().map(|(_, distance)| *distance).min()?;
    let services = services.into_iter().filter(|(_, distance)| *distance == nearest).map(|(service, _)| service);
    let mut meant: Vec<Meant> = services.flat_map(|service| names(service, &name, operation)).collect();
    meant.sort_by_key(|meant| u32::MAX - meant.strength);
    meant.truncate(MAX_LISTS);
    let best = meant.first().filter(|best| !is_spelled || best.strength >= BEFORE_SPELLING);
    if let Some(best) = best {
        let help = format!("did you mean {}? {}", best.serves.named(), best.reason());
        let lists = meant.iter().map(|meant| meant.serves.list()).collect();
        return Some(Found { service: best.name.service(), lists, help });
    }
    let service = tables.service(raw.segments[0].text).filter(|_| !is_spelled)?;
    let others = elsewhere::elsewhere(tables, service, &name, operation);
    let lists = others.iter().map(|(_, serves)| serves.list()).collect();
    elsewhere::help(&others).map(|help| Found { service, lists, help })
}

/// The text between service and operation, and the operation: the last segment, or what a verb says.
fn name_and_operation<'a>(tables: Tables, raw: &RawEntry<'a>) -> Option<(String, Option<&'a str>)> {
    let [_service, name @ .., last] = raw.segments.as_slice() else { return None };
    let meant = suggest::operation_meant(tables, last.text);
    match (name, meant) {
        ([], Some(_)) => None,
        (name, Some(operation)) => Some((joined(name), Some(operation))),
        (_, None) => {
            let name = joined(&raw.segments[1..]);
            let verb = words(&name).find_map(keywords::operation);
            Some((name, verb))
        }
    }
}
