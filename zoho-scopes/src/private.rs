//! What generated code uses. Nothing here is for people, and nothing is stable but by its version.

/// Format 1 of generated code.
pub mod v1 {
    pub use alloc::borrow::Cow::Borrowed;
    pub use core::option::Option::{None, Some};

    pub use strum;

    #[cfg(feature = "calls")]
    pub use crate::calls::CallTable;
    pub use crate::{
        catalogue::Catalogue,
        columns::{Lists, NameColumns, ScopeColumns, name_rows, scope_rows},
        constant::{SOME_SCOPE, admitted, count_distinct, deny_redundant, distinct, set, sorted},
        entry::Entry,
        index::{index, index_size},
        layer::{Doubtful, Layer, More, NameRow, ScopeRow, ServiceRow},
        requirement::Requirement,
        scope::Scope,
        set::ScopeSet,
        source::{Completeness, Kind, Shows, Source, Status},
    };

    /// The handle of a scope.
    #[must_use]
    pub const fn scope(layer: &'static Layer, id: u16) -> Scope {
        Scope::new(layer, id)
    }

    /// The built-in table.
    #[must_use]
    pub const fn builtin() -> &'static Layer {
        &crate::services::LAYER
    }

    /// A catalogue of these tables; earlier ones are asked first.
    #[must_use]
    pub const fn catalogue(layers: &'static [&'static Layer]) -> Catalogue {
        Catalogue::of(layers)
    }

    /// A pattern of the built-in catalogue.
    ///
    /// # Panics
    ///
    /// If there is none, which the macros have seen to.
    #[must_use]
    pub const fn pattern(wire: &str) -> Scope {
        match crate::services::LAYER.find_pattern(wire) {
            Some(id) => Scope::new(&crate::services::LAYER, id),
            None => panic!("the macros and the library hold different catalogues"),
        }
    }

    /// Goes through the variants of an enum.
    pub type Variants<E> = core::iter::Copied<core::slice::Iter<'static, E>>;

    /// Every variant, in order.
    pub fn variants<E: strum::VariantArray + Copy>() -> Variants<E> {
        E::VARIANTS.iter().copied()
    }
}
