//! What changed between two catalogues.

use std::collections::BTreeMap;

use serde::Serialize;
use zoho_scopes::catalogue::Status;

use super::{
    covering::{self, CoveringChange},
    known::Known,
    renamed::{self, Pair},
};

#[derive(Serialize)]
pub(super) struct Changes {
    /// The days of both.
    pub(super) from: String,
    pub(super) to: String,
    /// What they make of the version.
    pub(super) bump: Bump,
    pub(super) added: Vec<String>,
    pub(super) removed: Vec<String>,
    pub(super) renamed: Vec<Pair>,
    pub(super) respelled: Vec<Pair>,
    pub(super) status: Vec<StatusChange>,
    pub(super) covering: Vec<CoveringChange>,
}

#[derive(Serialize)]
pub(super) struct StatusChange {
    /// The scope, as it is now.
    pub(super) scope: String,
    pub(super) from: Status,
    pub(super) to: Status,
    /// What to use instead, where it is deprecated now.
    pub(super) replacement: Option<String>,
}

/// How versions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Bump {
    Major,
    Minor,
    Patch,
    None,
}

impl Changes {
    pub(super) fn between(old: &Known, new: &Known) -> Self {
        let only = |one: &Known, other: &Known| -> Vec<String> {
            one.scopes.keys().filter(|wire| !other.scopes.contains_key(*wire)).cloned().collect()
        };
        let (mut removed, mut added) = (only(old, new), only(new, old));
        let respelled = renamed::take_respelled(&mut removed, &mut added);
        let renamed = renamed::take_renamed(&mut removed, &mut added, old);
        let moved: BTreeMap<&str, &str> =
            respelled.iter().chain(&renamed).map(|pair| (pair.from.as_str(), pair.to.as_str())).collect();
        let now = |wire: &str| (*moved.get(wire).unwrap_or(&wire)).to_owned();
        let status = old.scopes.iter().filter_map(|(wire, before)| {
            let scope = now(wire);
            let after = new.scopes.get(&scope)?;
            let replacement = after.replacement.clone();
            (before.status != after.status).then_some(StatusChange {
                scope,
                from: before.status,
                to: after.status,
                replacement,
            })
        });
        let mut changes = Self {
            from: old.date.clone(),
            to: new.date.clone(),
            bump: Bump::None,
            status: status.collect(),
            covering: covering::changes(old, new, &now),
            added,
            removed,
            renamed,
            respelled,
        };
        changes.bump = changes.bump();
        changes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bump == Bump::None
    }

    fn bump(&self) -> Bump {
        if !(self.removed.is_empty() && self.renamed.is_empty() && self.covering.is_empty()) {
            Bump::Major
        } else if !(self.added.is_empty() && self.respelled.is_empty()) {
            Bump::Minor
        } else if !self.status.is_empty() {
            Bump::Patch
        } else {
            Bump::None
        }
    }
}
