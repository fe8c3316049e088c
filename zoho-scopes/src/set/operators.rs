//! Sets joined and cut by operators, as the standard library's sets are.

use core::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Sub, SubAssign};

use crate::set::ScopeSet;

/// Each operator on references, and the one that assigns, by the method that does it.
macro_rules! operators {
    ($($operator:ident $function:ident $assigning:ident $assign:ident $method:ident)*) => {$(
        impl $operator for &ScopeSet {
            type Output = ScopeSet;

            #[doc = concat!("The same as [`ScopeSet::", stringify!($method), "`].")]
            fn $function(self, other: Self) -> ScopeSet {
                self.$method(other)
            }
        }

        impl $assigning<&ScopeSet> for ScopeSet {
            #[doc = concat!("Becomes what [`ScopeSet::", stringify!($method), "`] gives.")]
            fn $assign(&mut self, other: &ScopeSet) {
                *self = self.$method(other);
            }
        }
    )*};
}

operators! {
    BitOr bitor BitOrAssign bitor_assign union
    BitAnd bitand BitAndAssign bitand_assign intersection
    Sub sub SubAssign sub_assign difference
}
