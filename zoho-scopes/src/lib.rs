//! Zoho OAuth scopes as constants the compiler checks, with a parser and a validator.
//!
//! Every Zoho API call is guarded by a scope, `service.scope_name.OPERATION`. One misspelt scope
//! makes Zoho refuse the whole consent; too narrow a list fails at the first call. This crate knows
//! the scopes that exist, each with its source.
//!
//! # Constants
//!
//! A service is a module, a scope name an enum, an operation a variant; or write the wire form:
//!
//! ```
//! use zoho_scopes::{Scope, ScopeSet, ZohoCliq, scope, scopes};
//!
//! const READ_CHANNELS: Scope = scope!("ZohoCliq.Channels.READ");
//! const TASKS: ScopeSet = scopes![ZohoCliq.Chats.READ, "ZohoCliq.Messages.READ", ZohoCliq::Channels::READ];
//!
//! assert_eq!(READ_CHANNELS, ZohoCliq::Channels::READ.scope());
//! assert_eq!(TASKS.to_string(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ,ZohoCliq.Messages.READ");
//! ```
//!
//! A misspelt one does not compile, and the error names the right spelling.
//!
//! # Lists that others supply
//!
//! ```
//! use zoho_scopes::{Code, validate};
//!
//! let report = validate("ZohoCliq.Chanels.READ, ZohoCliq.Chats.READ");
//! assert!(!report.is_valid());
//!
//! let finding = &report.diagnostics()[0];
//! assert_eq!(finding.code(), Code::UnknownScopeName);
//! assert_eq!(&report.input()[finding.span().range()], "Chanels");
//! assert_eq!(finding.suggestions()[0].replacement, "Channels");
//! ```
//!
//! # What a token may do
//!
//! ```
//! use zoho_scopes::{ScopeSet, scopes};
//!
//! let granted = ScopeSet::granted("ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ");
//! let needed = scopes![ZohoCliq.Reminders.READ, ZohoCliq.Bots.READ];
//! assert_eq!(granted.missing(&needed).to_string(), "ZohoCliq.Bots.READ");
//! ```
#![cfg_attr(not(any(feature = "json", test)), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod breadth;
mod catalogue;
mod clean;
#[cfg(feature = "cli")]
pub mod cli;
mod code;
mod columns;
mod constant;
mod coverage;
mod diagnostic;
pub mod docs;
mod entry;
mod error;
mod findings;
mod fixes;
mod hash;
mod index;
mod judge;
mod layer;
mod locate;
#[cfg(feature = "macros")]
mod macros;
mod minimise;
mod miss;
mod narrow;
#[cfg(feature = "json")]
mod overlay;
#[cfg(feature = "page")]
pub mod page;
mod parse;
mod places;
mod policy;
mod private;
mod reach;
mod report;
mod requirement;
mod scope;
mod search;
#[cfg(feature = "serde")]
mod serialize;
mod service;
pub mod services;
mod set;
mod slip;
mod source;
mod suggest;
mod text;
mod validate;

#[doc(hidden)]
pub mod __private {
    pub use crate::private::*;
    #[cfg(feature = "macros")]
    pub use zoho_scopes_macros as macros;
}

pub use catalogue::Catalogue;
pub use code::Code;
pub use coverage::{Coverage, CoveredBy};
pub use diagnostic::{Applicability, Diagnostic, Severity, Span, Suggestion};
pub use entry::{Admitted, Entry};
pub use error::Error;
pub use minimise::{Dropped, Minimised};
pub use narrow::{Narrower, Wider};
#[cfg(feature = "json")]
pub use overlay::{Fault, Faults};
pub use policy::{Policy, Separators, Unknown};
pub use report::{Item, Report};
pub use requirement::{Requirement, Unmet};
pub use scope::{Covers, Scope};
pub use service::{ScopeName, Service};
#[doc(no_inline)]
pub use services::*;
pub use set::ScopeSet;
pub use source::{Completeness, Kind, Shows, Source, Status};

/// Validates a scope list against the built-in catalogue, as people paste lists ([`Policy::LAX`]).
///
/// All findings are reported at once; none is an error exactly if the list is valid. Use
/// [`Catalogue::validate`] to choose another policy.
///
/// The list may stand in a URL, a JSON object or a setting. Then nothing beside it is read or kept,
/// and [`Report::input`] is the list alone.
///
/// ```
/// let url = "https://accounts.zoho.com/oauth/v2/auth?client_id=…&scope=ZohoCliq.Chats.READ%2CZohoCliq.Bots.READ";
/// assert_eq!(zoho_scopes::validate(url).input(), "ZohoCliq.Chats.READ%2CZohoCliq.Bots.READ");
/// assert!(zoho_scopes::validate("ZohoCliq.Channels.READ, ZohoCliq.Chats.READ").is_valid());
/// ```
#[must_use]
pub fn validate(list: &str) -> Report<'_> {
    Catalogue::builtin().validate(list, &Policy::LAX)
}
