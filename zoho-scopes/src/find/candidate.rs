//! What may be an entry, before it is known what joins it to others.

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
}
