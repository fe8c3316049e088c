//! What generated code uses. Nothing here is for people, and nothing is stable but by its version.

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

    pub use strum::VariantArray;

    pub use crate::__constants as constants;

    #[cfg(feature = "calls")]
    pub use crate::calls::CallTable;
    pub use crate::{
        catalogue::{Catalogue, Completeness, Entry, Evidence, Pattern, Scope, Source, SourceKind},
        macros::constant::{Constant, SOME_SCOPE, admitted, count_distinct, deny_redundant, distinct, set, sorted},
        set::{Requirement, ScopeSet},
    };
    pub use zoho_scopes_data::table::{
        Details, Excluded, Header, Names, ScopeRow, ServiceRow, Table, TableOf,
        columns::{Lists, Numbers, Texts},
        scope_rows,
    };

    /// The scope at an index in the order of the catalogue files.
    #[inline]
    #[must_use]
    pub const fn scope_at(table: &'static Table, index: usize) -> Scope {
        Scope::new(table, table.names.scopes.items.get(index))
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
    pub const fn builtin() -> &'static Table {
        &crate::services::TABLE
    }

    /// A catalogue of these tables; earlier ones are asked first.
    #[must_use]
    pub const fn catalogue(tables: &'static [&'static Table]) -> Catalogue {
        Catalogue::of(tables)
    }

    /// A pattern of the built-in catalogue.
    ///
    /// # Panics
    ///
    /// If there is none, which the macros have seen to.
    #[must_use]
    pub const fn pattern(wire: &str) -> Pattern {
        match crate::services::TABLE.find_pattern(wire) {
            Some(id) => Pattern(&crate::services::TABLE.scopes[id as usize]),
            None => panic!("the macros and the library hold different catalogues"),
        }
    }
}

/// The impls of an enum of constants: its name, the place of its first scope, and its variants.
///
/// They are few and short, since there is one of each for every scope name. Every function is inline: none becomes
/// machine code unless it is used. Names stand behind `v1::`, which the module of the enum has, since longer paths
/// cost the compiler more.
#[doc(hidden)]
#[macro_export]
macro_rules! __constants {
    ($name:ident, $first:literal, [$($variant:ident),*]) => {
        impl $name {
            /// The scope behind the constant.
            #[inline]
            #[must_use]
            pub const fn scope(self) -> v1::Scope {
                super::scope_at($first, self as usize)
            }

            /// The wire form: the spelling that is sent to Zoho.
            #[inline]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                self.scope().as_str()
            }
        }

        impl v1::Constant for $name {
            const SCOPE: fn(Self) -> v1::Scope = Self::scope;
        }

        impl v1::Copy for $name {}

        impl v1::Clone for $name {
            #[inline]
            fn clone(&self) -> Self {
                *self
            }
        }

        impl v1::Eq for $name {}

        impl v1::Hash for $name {
            #[inline]
            fn hash<H: v1::Hasher>(&self, state: &mut H) {
                state.write_usize(*self as usize);
            }
        }

        impl v1::Debug for $name {
            #[inline]
            fn fmt(&self, f: &mut v1::Formatter<'_>) -> v1::Result {
                v1::debug(self.scope(), f)
            }
        }

        impl v1::VariantArray for $name {
            const VARIANTS: &'static [Self] = &[$(Self::$variant),*];
        }
    };
}
