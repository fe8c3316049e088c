//! The call that may have been meant: down the tree, where a segment or two may be misspelled.

use alloc::{borrow::Cow, vec::Vec};

use super::{
    address::Address,
    table::{CallTable, is_version},
};
use zoho_scopes_data::text::distance::distance;

/// So many segments may be misspelled.
const MAX_TYPOS: usize = 2;
/// What counts beside misspelled letters.
const OTHER_METHOD: usize = 2;
const OTHER_HOST: usize = 1;
/// One letter of one segment, and nothing else.
pub(super) const ONE_LETTER: usize = 5;
/// Anything that is near.
pub(super) const ANY: usize = usize::MAX;

/// A search for the nearest call.
struct Near<'m> {
    table: &'static CallTable,
    segments: &'m [Cow<'m, str>],
    method: &'m str,
    /// The nearest call, and how far it is; at first how far one may be.
    best: (usize, Option<u16>),
}

impl Near<'_> {
    /// Goes on from a node that is so far from the request, after so many misspelled segments; whether the host or a fixed
    /// segment was right so far.
    fn from(&mut self, node: usize, index: usize, far: usize, misspelled: usize, is_right: bool) {
        if far > self.best.0 {
            return;
        }
        for edge in self.table.versions(node) {
            let skips = usize::from(self.segments.get(index).is_some_and(|segment| is_version(segment)));
            self.from(edge + 1, index + skips, far, misspelled, is_right);
        }
        let Some(segment) = self.segments.get(index) else { return self.end(node, far, misspelled > 0 && is_right) };
        for edge in self.table.edges_of(node) {
            let label = self.table.label(edge);
            if label == segment.as_ref() || label == CallTable::PARAMETER {
                self.from(edge + 1, index + 1, far, misspelled, is_right || label == segment.as_ref());
            } else if !label.starts_with('{') && misspelled < MAX_TYPOS {
                if let Some(letters) = distance(segment, label) {
                    self.from(edge + 1, index + 1, far + 4 * letters + 1, misspelled + 1, is_right);
                }
            }
        }
    }

    fn end(&mut self, node: usize, far: usize, is_like: bool) {
        for id in self.table.calls_of(node).filter(|_| is_like) {
            let other_method = usize::from(self.table.method(id) != self.method);
            let far = far + OTHER_METHOD * other_method;
            if far < self.best.0 || (far == self.best.0 && self.best.1.is_none()) {
                self.best = (far, Some(id));
            }
        }
    }
}

impl CallTable {
    /// The id of the call whose path is nearest to that of a request, of those in which a fixed segment is misspelled there.
    pub(super) fn nearest(&'static self, method: &str, address: &Address<'_>, farthest: usize) -> Option<u16> {
        let method = method.trim().to_ascii_uppercase();
        let own = address.host.as_deref().and_then(|host| self.host(host));
        let mut near = Near { table: self, segments: &address.segments, method: &method, best: (farthest, None) };
        if let Some(node) = own {
            near.from(node, 0, 0, 0, true);
        }
        let elsewhere = if address.host.is_some() { OTHER_HOST } else { 0 };
        let hosts: Vec<usize> = self.edges_of(0).map(|edge| edge + 1).filter(|node| Some(*node) != own).collect();
        for node in hosts {
            near.from(node, 0, elsewhere, 0, false);
        }
        near.best.1
    }
}
