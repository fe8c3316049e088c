//! Sets joined and cut by operators, as the standard library's sets are.

use core::ops::{BitAnd, BitOr, Sub};

use crate::set::ScopeSet;

/// Each operator on references, by the method that does it.
macro_rules! operators {
    ($($operator:ident $function:ident $method:ident)*) => {$(
        impl $operator for &ScopeSet {
            type Output = ScopeSet;

            #[doc = concat!("The same as [`ScopeSet::", stringify!($method), "`].")]
            fn $function(self, other: Self) -> ScopeSet {
                self.$method(other)
            }
        }
    )*};
}

operators! {
    BitOr bitor union
    BitAnd bitand intersection
    Sub sub difference
}
