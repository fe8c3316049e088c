//! What may be an entry, before it is known what joins it to others.

use alloc::vec::Vec;

use super::{lexer::Around, recognise::Strength};
use crate::report::Span;

/// What may be an entry.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    pub(super) strength: Strength,
    pub(super) has_placeholder: bool,
    /// Whether it is a scope without a dot.
    pub(super) is_bare: bool,
    pub(super) around: Around,
    /// Further operations in the cell behind a scope name, each an entry of its own.
    pub(super) operations: Vec<Span>,
}

impl Candidate {
    /// Where the last of its entries ends.
    pub(super) fn end(&self) -> usize {
        self.operations.last().unwrap_or(&self.span).end
    }
}
