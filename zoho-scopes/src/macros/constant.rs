//! What `scopes!` does in const evaluation: sorting, and refusing what is redundant.

use alloc::borrow::Cow;
use core::cmp::Ordering;

use zoho_scopes_data::text::order::{equal, output_order};

use super::message::Message;
use crate::{
    catalogue::{Admitted, Covers, Entry, Pattern, Scope},
    set::ScopeSet,
};

/// A typed constant.
pub trait Constant: Copy {
    /// Its scope.
    const SCOPE: fn(Self) -> Scope;
}

impl<E: Constant> From<E> for Scope {
    fn from(constant: E) -> Self {
        E::SCOPE(constant)
    }
}

/// A set of scopes that [`sorted`] has sorted, and of admitted texts that the macro has sorted.
#[must_use]
pub const fn set(known: &'static [Scope], admitted: &'static [Entry<'static>]) -> ScopeSet {
    ScopeSet::from_sorted(known, admitted)
}

/// Text that a pattern admits; the macro has seen to that.
#[must_use]
pub const fn admitted(pattern: Pattern, text: &'static str) -> Entry<'static> {
    Entry::Admitted(Admitted::from_parts(pattern.0, Cow::Borrowed(text)))
}

/// Sorts scopes in output order.
#[must_use]
pub const fn sorted<const N: usize>(mut scopes: [Scope; N]) -> [Scope; N] {
    let mut end = 1;
    while end < N {
        let mut index = end;
        while index > 0 && is_before(scopes[index], scopes[index - 1]) {
            let moved = scopes[index];
            scopes[index] = scopes[index - 1];
            scopes[index - 1] = moved;
            index -= 1;
        }
        end += 1;
    }
    scopes
}

const fn is_before(one: Scope, other: Scope) -> bool {
    matches!(output_order(one.as_str(), other.as_str()), Ordering::Less)
}

/// The number of different scopes among sorted ones.
#[must_use]
pub const fn count_distinct(sorted: &[Scope]) -> usize {
    let mut count = 0;
    let mut index = 0;
    while index < sorted.len() {
        if index == 0 || is_before(sorted[index - 1], sorted[index]) {
            count += 1;
        }
        index += 1;
    }
    count
}

/// Sorted scopes without repeats; `M` is their [`count_distinct`].
#[must_use]
pub const fn distinct<const M: usize>(sorted: &[Scope]) -> [Scope; M] {
    let mut distinct = [SOME_SCOPE; M];
    let mut count = 0;
    let mut index = 0;
    while index < sorted.len() {
        if index == 0 || is_before(sorted[index - 1], sorted[index]) {
            distinct[count] = sorted[index];
            count += 1;
        }
        index += 1;
    }
    distinct
}

/// Stands in for a scope that is wrong, so that one mistake gives one error.
pub const SOME_SCOPE: Scope = Scope::FIRST;

/// Refuses a list in which a scope stands twice or is covered by another.
///
/// # Panics
///
/// With a message that names both.
#[track_caller]
pub const fn deny_redundant(scopes: &[Scope]) {
    let mut covered = 0;
    while covered < scopes.len() {
        let mut index = 0;
        while index < scopes.len() {
            let (upper, lower) = (scopes[index], scopes[covered]);
            if index != covered && matches!(upper.covers(lower), Covers::Yes) {
                let same = equal(upper.as_str().as_bytes(), lower.as_str().as_bytes());
                let message = if same {
                    Message::of(&["`", lower.as_str(), "` is listed twice"])
                } else {
                    Message::of(&[
                        "`",
                        lower.as_str(),
                        "` is redundant: `",
                        upper.as_str(),
                        "` in the same list covers it (`scopes!(allow(redundant); ...)` keeps both)",
                    ])
                };
                panic!("{}", message.as_str());
            }
            index += 1;
        }
        covered += 1;
    }
}
