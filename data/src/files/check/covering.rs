//! Covering: every claim is about scopes, names and operations that exist.

use super::problems::Problems;
use crate::files::{
    locate::{Path, at},
    model::Service,
};

pub(super) fn check(service: &Service, problems: &mut Problems) {
    let claims = &service.covering;
    for (index, claim) in claims.operations.iter().enumerate() {
        let place = at!["covering", "operations", index];
        source(&claim.from, &place, problems);
        for word in claim.covers.iter().chain([&claim.operation]) {
            operation(service, word, &place, problems);
        }
        for name in &claim.names {
            scope_name(service, name, &place, problems);
        }
    }
    for (index, claim) in claims.names.iter().enumerate() {
        let place = at!["covering", "names", index];
        source(&claim.from, &place, problems);
        let below = format!("{}.", claim.name);
        if !service.names.keys().any(|name| name.starts_with(&below)) {
            problems.add(
                place.clone(),
                format!("there is no name below `{}`", claim.name),
                "a name that is the beginning of others",
            );
        }
        for word in &claim.operations {
            operation(service, word, &place, problems);
        }
        for name in &claim.except {
            scope_name(service, name, &place, problems);
        }
    }
    for (index, claim) in claims.scopes.iter().enumerate() {
        let place = at!["covering", "scopes", index];
        for scope in claim.covers.iter().filter(|scope| *scope != "*").chain([&claim.scope]) {
            if !has_scope(service, scope) {
                problems.add(
                    place.clone(),
                    format!("`{}.{scope}` is not in this file", service.service),
                    "`name.OPERATION` of a scope",
                );
            }
        }
        for left_out in &claim.except {
            if !has_scope(service, left_out) && service.names.get(left_out).is_none() {
                problems.add(
                    place.clone(),
                    format!("`{left_out}` is not in this file"),
                    "a scope name, or `name.OPERATION`",
                );
            }
        }
    }
}

fn source(from: &[String], place: &Path, problems: &mut Problems) {
    if from.is_empty() {
        problems.add(
            place.clone(),
            "this claim has no source",
            "`from`, or no claim: what nobody says is undocumented",
        );
    }
}

fn operation(service: &Service, word: &str, place: &Path, problems: &mut Problems) {
    let offered = service.scopes().any(|scope| scope.operation.is_some_and(|o| o.operation.eq_ignore_ascii_case(word)));
    if !offered {
        problems.add(
            place.clone(),
            format!("no scope of this file has the operation `{word}`"),
            "an operation that occurs",
        );
    }
}

fn scope_name(service: &Service, name: &str, place: &Path, problems: &mut Problems) {
    if service.names.get(name).is_none() {
        problems.add(place.clone(), format!("no scope name is spelled `{name}`"), "a name of this file");
    }
}

fn has_scope(service: &Service, relative: &str) -> bool {
    service.scopes().any(|scope| {
        scope
            .operation
            .is_some_and(|operation| format!("{}.{}", scope.name, operation.operation).eq_ignore_ascii_case(relative))
    })
}
