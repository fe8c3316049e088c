//! Zoho OAuth scopes as constants the compiler checks, with a parser and a validator.
//!
//! Every Zoho API call is guarded by a scope, `service.scope_name.OPERATION`. One misspelled scope
//! makes Zoho refuse the whole consent; too narrow a list fails at the first call. This crate knows
//! the scopes that exist, each with its source.
//!
//! # Constants
//!
//! A service is a module, a scope name an enum, in which dots become underscores
//! (`ZohoCRM::modules_leads`), an operation a variant. Or write the wire form:
//! [`scope!`] and [`scopes!`] look it up while your crate compiles.
//!
//! ```
//! use zoho_scopes::{Scope, ScopeSet, ZohoCliq, catalogue::Status, scope, scopes};
//!
//! const READ_CHANNELS: Scope = scope!("ZohoCliq.Channels.READ");
//! const TASKS: ScopeSet = scopes![ZohoCliq.Chats.READ, "ZohoCliq.Messages.READ", ZohoCliq::Channels::READ];
//!
//! assert_eq!(READ_CHANNELS, ZohoCliq::Channels::READ.scope());
//! assert_eq!(READ_CHANNELS.summary(), "Read channels, their members and settings");
//! assert_eq!(READ_CHANNELS.status(), Status::Documented);
//! assert_eq!(TASKS.to_string(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ,ZohoCliq.Messages.READ");
//! ```
//!
//! A misspelled one does not compile, and the error names the right spelling. The page of each service,
//! such as [`ZohoCliq`], has a table of its scopes.
//!
//! # Checking what others supply
//!
//! [`validate`] reads a list as people write it and reports everything that is wrong with it at once,
//! each diagnostic with its place, its reason and its fix. A [`Policy`] says how strictly.
//!
//! ```
//! use zoho_scopes::{Catalogue, Policy, report::Code, validate};
//!
//! let report = validate("ZohoCliq.Chanels.READ; ZohoCliq.Chats.READ");
//! assert!(!report.is_valid());
//!
//! let diagnostic = &report.diagnostics()[0];
//! assert_eq!(diagnostic.code(), Code::UnknownScopeName);
//! assert_eq!(&report.input()[diagnostic.span().range()], "Chanels");
//! assert_eq!(diagnostic.suggestions()[0].replacement, "Channels");
//! assert_eq!(report.apply_fixes(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ");
//!
//! // For your own configuration: official spellings, commas, nothing unknown.
//! assert!(!Catalogue::builtin().validate("zohocliq.chats.read", &Policy::STRICT).is_valid());
//! ```
//!
//! # Asking for tokens
//!
//! A [`ScopeSet`] prints as the `scope` parameter of a request wants it, sorted and without repeats.
//! It knows what covers what, so a token that may do more is not asked for again.
//!
//! ```
//! use zoho_scopes::{ScopeSet, scopes};
//!
//! const NEEDED: ScopeSet = scopes![ZohoCliq.Reminders.READ, ZohoCliq.Bots.READ];
//! assert_eq!(NEEDED.to_string(), "ZohoCliq.Bots.READ,ZohoCliq.Reminders.READ");
//!
//! // What a token was granted: the whole response, or its scopes alone.
//! let granted = ScopeSet::granted("ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ");
//! assert!(!granted.covers(&NEEDED));
//! assert_eq!(granted.missing(&NEEDED).to_string(), "ZohoCliq.Bots.READ");
//! ```
//!
//! The feature `oauth` goes on from here: consent, exchange, refresh and revocation. `accounts` has data
//! centres and error codes, and `calls` the minimal scopes for the API calls that you make.
//!
//! # A catalogue of your own
//!
//! What the built-in catalogue lacks goes into a catalogue file: [`catalogue!`] makes typed constants
//! of it, `zoho_scopes_data::codegen::Builder` the same in a build script, and with the feature `json`
//! `Catalogue::with_json` reads it at run time.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use zoho_scopes::Catalogue;
//!
//! let new = r#"{
//!   "service": "ZohoNew",
//!   "product": "Zoho New",
//!   "summary": "What was announced yesterday",
//!   "docs": "https://example.com/scopes",
//!   "completeness": "sparse",
//!   "checked": "2026-11-21",
//!   "sources": {"page": {"address": "https://example.com/scopes", "kind": "official-docs", "shows": "table",
//!     "seen": "2026-11"}},
//!   "from": ["page"],
//!   "names": {"things": {"summary": "new things", "operations": ["READ"]}}
//! }"#;
//! let catalogue = Catalogue::builtin().with_json("new.json", new)?;
//! assert!(catalogue.validate("ZohoNew.things.READ, ZohoCliq.Channels.READ", &Default::default()).is_valid());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Tables for your documents
//!
//! [`docs`] prints what you ask for, and why, as Markdown, HTML, CSV or JSON:
//!
//! ```
//! use zoho_scopes::{ZohoCliq, docs::{Column, Table}};
//!
//! let asked = Table::of_reasons([(ZohoCliq::Channels::READ.scope(), "offers the channels to post to")]);
//! assert_eq!(
//!     asked.columns([Column::Operations, Column::Reason]).to_string(),
//!     "| scope | reason |\n|---|---|\n| `ZohoCliq.Channels.READ` | offers the channels to post to |\n"
//! );
//! ```
//!
//! # Features
//!
//! | feature | default | brings | adds |
//! |---|---|---|---|
//! | `macros` | yes | `scope!`, `scopes!`, `requires!` and `catalogue!` | a macro crate with `syn`, `quote`, `serde` and `serde_json`, at build time only |
//! | `std` | yes | the standard library, which features that need it switch on | nothing |
//! | `serde` | | `Deserialize` for scopes and sets, `Serialize` for these and reports | `serde` |
//! | `schemars` | | JSON Schemas in which editors find every scope | `schemars` |
//! | `clap` | | scopes and sets as arguments, with tips | `clap` without its default features |
//! | `miette` | | diagnostics as miette shows them | `miette` without its default features |
//! | `json` | | `Catalogue::with_json`: catalogue files at run time | `serde` and `serde_json` |
//! | `accounts` | | data centres, limits and error codes, without any network | nothing |
//! | `http` | | the header that carries a token, as a sensitive `HeaderValue` | `http` |
//! | `oauth` | | the OAuth workflow, over a transport of one's own | `oauth2`, `http`, `serde_json` |
//! | `oauth-reqwest` | | an async transport that follows no redirect and reads short answers only | `reqwest` with rustls |
//! | `calls` | | the module `calls`: the scopes that API calls need, and the minimal list for several | nothing |
//!
//! # Public dependencies
//!
//! Types and traits of these crates stand in the public interface, each behind its feature. A new major version of
//! one is a new major version here, too.
//!
//! | crate | version | where |
//! |---|---|---|
//! | `serde` | 1 | `Serialize` and `Deserialize` of scopes, sets, reports and words |
//! | `schemars` | 1 | `JsonSchema` of scopes and sets |
//! | `clap` | 4 | `external::clap`, and `ValueParserFactory` of scopes and sets |
//! | `miette` | 7 | `external::miette` |
//! | `http` | 1 | the header that carries a token, and requests and responses of `oauth` |
//! | `oauth2` | 5 | `oauth` |
//! | `serde_json` | 1 | what a token's response holds beyond what is known of it, in `oauth` |
//! | `reqwest` | 0.13 | the errors of the transport of `oauth-reqwest` |
//! | `strum` | 0.28 | `VariantArray` of constants, and of small enums of `accounts` |
//!
//! Without default features the library needs `nom` and `strum` alone, and no `std`; its build step compiles
//! `serde` and `quote`:
//!
//! ```
//! const READ: zoho_scopes::Scope = zoho_scopes::Scope::from_static("ZohoCliq.Channels.READ");
//! ```
#![cfg_attr(not(any(feature = "std", test)), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]
// What is public may get variants and fields, except where it says why not.
#![warn(clippy::exhaustive_enums, clippy::exhaustive_structs)]

extern crate alloc;

#[cfg(feature = "accounts")]
pub mod accounts;
#[cfg(feature = "calls")]
pub mod calls;
pub mod catalogue;
pub mod docs;
pub mod external;
pub mod find;
mod macros;
#[cfg(feature = "oauth")]
pub mod oauth;
pub mod policy;
mod read;
pub mod report;
pub mod services;
pub mod set;
mod validate;

#[doc(hidden)]
pub mod __private {
    pub use crate::macros::private::*;
    #[cfg(feature = "macros")]
    pub use zoho_scopes_macros as macros;
}

#[doc(inline)]
pub use catalogue::{Catalogue, Covers, Entry, Pattern, Scope};
#[doc(inline)]
pub use policy::Policy;
#[doc(inline)]
pub use report::{Error, Report};
#[doc(no_inline)]
pub use services::*;
#[doc(inline)]
pub use set::{Requirement, ScopeSet};

/// Validates a scope list against the built-in catalogue, as people paste lists ([`Policy::LAX`]).
///
/// All diagnostics are reported at once; none is an error exactly if the list is valid. Use
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
pub fn validate(list: &str) -> Report<'_> {
    Catalogue::builtin().validate(list, &Policy::LAX)
}
