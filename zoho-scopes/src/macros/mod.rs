//! What macros expand to, and the macros of this crate: they hand the crate's own path on, so that a renamed crate works.

pub(crate) mod constant;
pub(crate) mod message;
pub(crate) mod private;

/// A scope of the catalogue, checked by the compiler: a literal or the wire form as it is.
///
/// ```
/// use zoho_scopes::{Scope, scope};
///
/// const BY_STRING: Scope = scope!("ZohoCliq.Channels.READ");
/// const BY_WORDS: Scope = scope!(ZohoCliq.Channels.READ);
/// assert_eq!(BY_STRING, BY_WORDS);
/// ```
///
/// What is not a scope does not compile:
///
/// ```compile_fail
/// let typo = zoho_scopes::scope!("ZohoCliq.Chanels.READ");
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! scope {
    ($($scope:tt)*) => { $crate::__private::macros::scope!([$crate] $($scope)*) };
}

/// A [`ScopeSet`](crate::ScopeSet) of literals, wire forms and constants, checked by the compiler.
///
/// ```
/// use zoho_scopes::{ScopeSet, ZohoCliq, scopes};
///
/// const SET: ScopeSet = scopes!["ZohoCliq.Chats.READ", ZohoCliq.Channels.READ, ZohoCliq::Bots::READ];
/// assert_eq!(SET.len(), 3);
/// ```
///
/// Text that a documented pattern admits belongs here too, since custom modules have no constant:
///
/// ```
/// let set = zoho_scopes::scopes!["ZohoCRM.modules.visits.READ"];
/// assert_eq!(set.to_string(), "ZohoCRM.modules.visits.READ");
/// ```
///
/// A constant is one scope; sets are joined at run time, by [`ScopeSet::union`](crate::ScopeSet::union).
///
/// A scope that stands twice, or that another one in the list covers, does not compile unless it is
/// allowed:
///
/// ```compile_fail
/// let set = zoho_scopes::scopes!["ZohoCliq.Bots.ALL", "ZohoCliq.Bots.READ"];
/// ```
///
/// ```
/// let set = zoho_scopes::scopes!(allow(redundant); "ZohoCliq.Bots.ALL", "ZohoCliq.Bots.READ");
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! scopes {
    ($($scopes:tt)*) => { $crate::__private::macros::scopes!([$crate] $($scopes)*) };
}

/// A [`Requirement`](crate::Requirement): scopes joined by `all(…)` and `any(…)`, checked by the compiler.
///
/// ```
/// use zoho_scopes::{Requirement, requires};
///
/// const MERGE: Requirement = requires!(all(
///     "ZohoWriter.merge.ALL",
///     any("ZohoCRM.modules.ALL", "ZohoCRM.modules.leads.READ"),
/// ));
/// ```
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! requires {
    ($($requirement:tt)*) => { $crate::__private::macros::requires!([$crate] $($requirement)*) };
}

/// Typed constants, tables and a catalogue from catalogue files of your own.
///
/// Paths are relative to the `Cargo.toml` of your crate, and a changed file builds it again. The files
/// may refer to scopes of the built-in catalogue. A wrong one is a compile error with file, line and
/// column; the program's `catalogue fmt` puts what is out of order in order. The front page of this crate
/// has a small file, and the README of `zoho-scopes-data` describes them. Write the macro in a module:
///
/// ```
/// pub mod own {
///     zoho_scopes::catalogue!("examples/own_catalogue/acme.json");
/// }
///
/// use own::Acme;
///
/// const READ: zoho_scopes::Scope = Acme::orders::READ.scope();
/// let report = own::catalogue_on_builtin().validate("Acme.orders.READ", &zoho_scopes::Policy::LAX);
/// assert!(report.is_valid());
/// ```
///
/// `zoho_scopes_data::codegen::Builder` writes the same to a file, from a build script.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! catalogue {
    ($($files:tt)*) => { $crate::__private::macros::catalogue!([$crate] $($files)*); };
}
