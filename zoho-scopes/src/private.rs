//! What generated code uses. Nothing here is for people, and nothing is stable but by its version.

/// Format 1 of generated code.
pub mod v1 {
    pub use strum;

    pub use crate::{
        index::{index, index_size},
        layer::{Doubtful, Layer, More, NameRow, ScopeRow, ServiceRow},
        scope::Scope,
        set::{ScopeSet, sorted},
        source::{Completeness, Kind, Shows, Source, Status},
    };

    /// The handle of a scope.
    #[must_use]
    pub const fn scope(layer: &'static Layer, id: u16) -> Scope {
        Scope::new(layer, id)
    }

    /// Stands in for a scope that is wrong, so that one mistake gives one error.
    pub const SOME_SCOPE: Scope = Scope::new(&crate::services::LAYER, 0);

    /// Goes through the variants of an enum.
    pub type Variants<E> = core::iter::Copied<core::slice::Iter<'static, E>>;

    /// Every variant, in order.
    pub fn variants<E: strum::VariantArray + Copy>() -> Variants<E> {
        E::VARIANTS.iter().copied()
    }
}
