//! The way down the tree of calls.

use alloc::{borrow::Cow, vec::Vec};

use super::table::{CallTable, is_version};

/// A segment of a request that fills a parameter.
#[derive(Clone, Copy)]
pub(super) struct Filled<'m> {
    pub(super) text: &'m str,
    /// Whether other calls have this very text there.
    pub(super) is_fixed_elsewhere: bool,
}

/// Goes down the tree, and calls `found` with each node that matches and the segments that fill its parameters, best first,
/// until it says that is it.
pub(super) struct Descent<'m, 'f> {
    pub(super) table: &'static CallTable,
    pub(super) segments: &'m [Cow<'m, str>],
    pub(super) filled: Vec<Filled<'m>>,
    pub(super) found: &'f mut dyn FnMut(usize, &[Filled<'m>]) -> bool,
}

impl Descent<'_, '_> {
    /// Whether the search is over.
    pub(super) fn from(&mut self, node: usize, index: usize) -> bool {
        let Some(segment) = self.segments.get(index) else {
            return (self.found)(node, &self.filled) || self.below_versions(node, index, "");
        };
        let segment = segment.as_ref();
        let fixed = self.table.child(node, segment);
        if let Some(next) = fixed {
            if self.from(next, index + 1) {
                return true;
            }
        }
        if is_version(segment) && self.below_versions(node, index + 1, segment) {
            return true;
        }
        if self.below_versions(node, index, "") {
            return true;
        }
        let Some(parameter) = self.table.parameter(node) else { return false };
        self.filled.push(Filled { text: segment, is_fixed_elsewhere: fixed.is_some() });
        let is_over = self.from(parameter + 1, index + 1);
        self.filled.pop();
        is_over
    }

    /// Goes on below the versions of a node: that of the request first, then the last.
    fn below_versions(&mut self, node: usize, index: usize, version: &str) -> bool {
        let versions = self.table.versions(node);
        let is_exact = |edge: &usize| self.table.label(*edge)[1..].strip_suffix('}') == Some(version);
        let exact = versions.clone().find(is_exact);
        exact
            .into_iter()
            .chain(versions.rev().filter(|edge| Some(*edge) != exact))
            .any(|edge| self.from(edge + 1, index))
    }
}
