//! What serves for an operation that a scope name may not offer.

use alloc::{format, string::String, vec::Vec};

use crate::table::{Covers, Name, NameCall, Row, ScopeRow};

/// The methods of calls by what they usually do.
const METHODS: [(&str, &[&str]); 4] =
    [("READ", &["GET"]), ("CREATE", &["POST"]), ("UPDATE", &["PUT", "PATCH"]), ("DELETE", &["DELETE"])];

/// What ALL includes.
const USUAL: [&str; 4] = ["CREATE", "READ", "UPDATE", "DELETE"];

/// The scopes of a name that serve for an operation, together.
#[derive(Debug)]
pub(in crate::classify) struct Serves {
    scopes: Vec<Row>,
    /// Whether it is the operation itself.
    pub(in crate::classify) is_exact: bool,
}

impl Serves {
    /// The scopes as a list.
    pub(in crate::classify) fn list(&self) -> String {
        self.scopes.iter().map(|scope| scope.wire).collect::<Vec<_>>().join(",")
    }

    /// The scopes in a sentence.
    pub(in crate::classify) fn named(&self) -> String {
        let scopes: Vec<String> = self.scopes.iter().map(|scope| format!("`{scope}`")).collect();
        match scopes.as_slice() {
            [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
            _ => scopes.concat(),
        }
    }

    /// What to use.
    pub(in crate::classify) fn in_words(&self) -> String {
        let together = if self.scopes.len() > 1 { " together" } else { "" };
        format!("use {}{together}", self.named())
    }

    pub(super) fn operations(&self) -> impl Iterator<Item = &'static str> {
        self.scopes.iter().filter_map(|scope| scope.operation())
    }
}

/// What of a scope name serves for an operation; where none is asked for, READ first.
pub(in crate::classify) fn serves(name: Name, operation: Option<&str>) -> Option<Serves> {
    let offered = |word: &str| name.scopes().find(|scope| scope.has_operation(word));
    let Some(asked) = operation else {
        let any = || name.scopes().next();
        return offered("READ").or_else(|| offered("ALL")).or_else(any).map(|scope| Serves::one(scope, true));
    };
    if let Some(scope) = offered(asked) {
        return Some(Serves::one(scope, true));
    }
    if let Some(parts) = stands_for(name, asked) {
        let scopes: Vec<Row> = parts.iter().filter_map(|word| offered(word)).collect();
        if !scopes.is_empty() {
            return Some(Serves { scopes, is_exact: false });
        }
    }
    let all = || offered("ALL").filter(|_| is_usual(asked));
    let covering = name.scopes().find(|scope| covers(scope, asked)).or_else(all);
    covering.or_else(|| needed_by_calls(name, asked)).map(|scope| Serves::one(scope, false))
}

/// What an operation includes: ALL the usual four, another what a scope of the service with it covers.
fn stands_for(name: Name, operation: &str) -> Option<Vec<&'static str>> {
    if operation.eq_ignore_ascii_case("ALL") {
        return Some(USUAL.into());
    }
    if is_usual(operation) {
        return None;
    }
    let of_service = name.service().scopes().find(|scope| scope.has_operation(operation))?;
    let siblings = of_service.name();
    let covered = siblings.scopes().filter(|other| *other != of_service && of_service.covers(other) == Covers::Yes);
    let covered: Vec<&str> = covered.filter_map(ScopeRow::operation).collect();
    (!covered.is_empty()).then_some(covered)
}

fn is_usual(operation: &str) -> bool {
    USUAL.iter().any(|usual| usual.eq_ignore_ascii_case(operation))
}

/// Whether a scope covers what the operation of its name would permit: a scope of the same operations does so elsewhere in the
/// service.
fn covers(scope: Row, asked: &str) -> bool {
    let Some(operation) = scope.operation() else { return false };
    let others = scope.service().scopes().filter(|other| other.has_operation(operation));
    let covered = |other: Row| other.name().scopes().find(|sibling| sibling.has_operation(asked));
    others.filter_map(|other| Some((other, covered(other)?))).any(|(other, lower)| other.covers(lower) == Covers::Yes)
}

/// The scope that calls of the usual method need.
fn needed_by_calls(name: Name, asked: &str) -> Option<Row> {
    let (_, methods) = METHODS.iter().find(|(operation, _)| operation.eq_ignore_ascii_case(asked))?;
    let mut needed = name.calls().flat_map(NameCall::methods);
    let (_, operation) = needed.find(|(method, _)| methods.contains(method))?;
    name.scopes().find(|scope| scope.has_operation(operation))
}

impl Serves {
    fn one(scope: Row, is_exact: bool) -> Self {
        Self { scopes: [scope].into(), is_exact }
    }
}
