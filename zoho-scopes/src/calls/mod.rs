//! API calls, the scopes each needs, and the minimal list that is enough for several.
//!
//! ```
//! use zoho_scopes::calls::{Call, minimal_scopes};
//!
//! let fields = Call::find("GET", "https://www.zohoapis.eu/crm/v8/settings/fields?module=Leads")?;
//! assert_eq!(fields.to_string(), "GET /crm/v8/settings/fields");
//!
//! let currencies = Call::find("get", "/crm/v8/org/currencies")?;
//! let least = minimal_scopes(&[fields, currencies]);
//! assert_eq!(least.scopes().len(), 2);
//! # Ok::<(), zoho_scopes::calls::Unknown>(())
//! ```
//!
//! A request is matched by its method, host and path, segment by segment down a static tree, so the time
//! it takes does not grow with the number of calls. The host may be that of any data centre, one that a product has beside
//! it, or missing; and so may the version. Of several calls that match, a fixed segment beats a parameter. The query, a fragment,
//! a port and credentials are neither used nor kept.
//!
//! # The minimal list
//!
//! [`minimal_scopes`] chooses among the scopes that the calls themselves name. Of all sets that satisfy every call,
//! it gives the narrowest: the one that
//!
//! 1. reaches the fewest scopes of the catalogue, what no source rules out included: READ reaches less than
//!    ALL, and a name below another less than the upper one;
//! 2. of these, has the fewest scopes;
//! 3. of these, has the least weight, each scope adding 0 for READ, 2 for ALL and 1 for other operations, and
//!    4 if it is disputed or deprecated;
//! 4. of these, comes first in the order of its texts.
//!
//! Calls that have nothing to do with each other are solved apart, so this is exact in practice. Where a great
//! many alternatives hang together the search ends early: then the set still satisfies every call and holds
//! no scope that could be left out, and [`MinimalScopes::is_exact`] says so.

mod address;
mod alias;
mod call;
mod descent;
mod field;
mod find;
mod generated;
mod guess;
mod measure;
mod minimal;
mod near;
mod needs;
mod search;
mod table;
mod unknown;

pub use call::Call;
pub use find::split;
pub use guess::{bases, is_base, is_below_base};
pub use minimal::{MinimalScopes, Reason, minimal_scopes, minimal_scopes_of};
#[doc(hidden)]
pub use table::CallTable;
pub use unknown::{Unknown, Why, without_secrets};
