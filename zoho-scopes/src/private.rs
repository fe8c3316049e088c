//! What generated code and the program use. Nothing here is for people, and nothing is stable but by its version.

pub mod program;

/// Format 1 of generated code.
pub mod v1 {
    pub use alloc::borrow::Cow::Borrowed;
    pub use core::{
        clone::Clone,
        cmp::{Eq, PartialEq},
        fmt::{Debug, Formatter, Result},
        hash::{Hash, Hasher},
        marker::Copy,
        option::Option::{None, Some},
    };

    pub use strum::{EnumCount, IntoEnumIterator, VariantArray};

    #[cfg(feature = "calls")]
    pub use crate::calls::CallTable;
    pub use crate::{
        catalogue::Catalogue,
        catalogue::Scope,
        catalogue::columns::{Lists, Numbers, Texts},
        catalogue::layer::{Doubtful, Head, Home, Layer, More, Names, ScopeRow, ServiceRow, scope_rows},
        catalogue::{Completeness, Kind, Shows, Source},
        constant::{Constant, SOME_SCOPE, admitted, count_distinct, deny_redundant, distinct, set, sorted},
        set::Entry,
        set::Requirement,
        set::ScopeSet,
    };

    /// The scope at a place in the order of the catalogue files.
    #[inline]
    #[must_use]
    pub const fn scope_at(layer: &'static Layer, place: usize) -> Scope {
        Scope::new(layer, layer.names.scopes.items.get(place))
    }

    /// A constant prints as its scope does.
    ///
    /// # Errors
    ///
    /// As the formatter's.
    pub fn debug(scope: Scope, f: &mut Formatter<'_>) -> Result {
        f.write_str(scope.as_str())
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

    /// Every variant, in order.
    #[must_use]
    pub fn variants<E: VariantArray>() -> Variants<E> {
        Variants(E::VARIANTS.iter())
    }

    /// Goes through the variants of an enum. A type of its own costs the compiler less than `Copied` for every enum.
    #[derive(Debug, Clone)]
    pub struct Variants<E: 'static>(core::slice::Iter<'static, E>);

    impl<E: Copy> Iterator for Variants<E> {
        type Item = E;

        fn next(&mut self) -> Option<E> {
            self.0.next().copied()
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            self.0.size_hint()
        }
    }

    impl<E: Copy> DoubleEndedIterator for Variants<E> {
        fn next_back(&mut self) -> Option<E> {
            self.0.next_back().copied()
        }
    }

    impl<E: Copy> ExactSizeIterator for Variants<E> {}

    impl<E: Copy> core::iter::FusedIterator for Variants<E> {}
}
