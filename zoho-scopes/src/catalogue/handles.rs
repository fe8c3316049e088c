//! Handles: scopes, patterns, services and scope names are rows of a table, and copied like numbers.

use core::{cmp::Ordering, fmt, hash};

use zoho_scopes_data::{
    table::{self, Row},
    text::order::output_order,
};

/// A scope that the catalogue knows, such as `ZohoCliq.Channels.READ`.
///
/// Two scopes are equal when their wire forms are. They are ordered as text is, and as they are printed: by wire form
/// without regard to case, then exactly.
///
/// ```
/// use zoho_scopes::{Scope, ZohoCliq};
///
/// const READ: Scope = ZohoCliq::Channels::READ.scope();
/// assert_eq!(READ, "ZohoCliq.Channels.READ");
/// assert_eq!(READ.operation(), Some("READ"));
/// assert_eq!("zohocliq.channels.read".parse(), Ok(READ));
/// ```
///
/// It is never a pattern such as `ZohoCRM.modules.{module_api_name}.READ`, see [`Pattern`].
///
/// A constant of this type cannot be matched: compare with `==`, or match [`Scope::as_str`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope(pub(crate) Row);

/// A pattern of the catalogue, such as `ZohoCRM.modules.{module_api_name}.READ`: any one segment may stand in place of
/// its placeholder. Text that it admits is an [`Entry::Admitted`](crate::Entry::Admitted).
///
/// ```
/// use zoho_scopes::Catalogue;
///
/// let crm = Catalogue::builtin().service("ZohoCRM").unwrap();
/// let pattern = crm.patterns().find(|pattern| pattern.name().as_str() == "modules.{module_api_name}").unwrap();
/// assert_eq!(pattern.service().as_str(), "ZohoCRM");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pattern(pub(crate) Row);

/// A service of the catalogue: the first segment of its scopes.
#[derive(Clone, Copy)]
pub struct Service(pub(crate) table::Service);

/// A scope name of a service: all between the first and the last dot of its scopes.
#[derive(Clone, Copy)]
pub struct ScopeName(pub(crate) table::Name);

/// Handles are read as what they stand for.
macro_rules! printed {
    ($($type:ident)*) => {$(
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self.as_str())
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

    )*};
}

printed! { Scope Pattern Service ScopeName }

/// Of the upper two parts, two are equal when they stand for the same row, and are ordered as text is.
macro_rules! compared {
    ($($type:ident)*) => {$(
        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                self.0.key() == other.0.key()
            }
        }

        impl Eq for $type {}

        impl Ord for $type {
            fn cmp(&self, other: &Self) -> Ordering {
                output_order(self.as_str(), other.as_str()).then_with(|| self.0.key().cmp(&other.0.key()))
            }
        }

        impl PartialOrd for $type {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl hash::Hash for $type {
            fn hash<H: hash::Hasher>(&self, state: &mut H) {
                self.0.key().hash(state);
            }
        }
    )*};
}

compared! { Service ScopeName }
