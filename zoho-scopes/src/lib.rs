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
#![cfg_attr(not(any(feature = "cli", test)), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

mod catalogue;
#[cfg(feature = "cli")]
pub mod cli;
mod code;
mod constant;
mod diagnostic;
pub mod docs;
mod entry;
mod error;
mod hash;
mod index;
mod judge;
mod layer;
#[cfg(feature = "macros")]
mod macros;
mod miss;
mod parse;
mod policy;
mod private;
mod report;
mod requirement;
mod scope;
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
pub use diagnostic::{Applicability, Diagnostic, Severity, Span, Suggestion};
pub use entry::{Admitted, Entry};
pub use error::Error;
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
/// ```
/// assert!(zoho_scopes::validate("ZohoCliq.Channels.READ, ZohoCliq.Chats.READ").is_valid());
/// ```
#[must_use]
pub fn validate(list: &str) -> Report<'_> {
    Catalogue::builtin().validate(list, &Policy::LAX)
}
