//! The catalogue of Zoho OAuth scopes, and what turns it into Rust.
//!
//! `services/*.json` holds one file a service: the source of truth. This crate reads those files
//! ([`read`]), checks them by themselves and against each other ([`Catalogue::from_files`]), answers
//! what a scope literal means ([`Catalogue::resolve`]) and, with the feature `codegen`, turns a
//! catalogue into typed enums and static tables ([`codegen::generate`]). The features `calls` and
//! `accounts` do the same for `calls/*.json`, `data-centres.json` and `accounts.json`. The crates `zoho-scopes`
//! and `zoho-scopes-macros` are built with it; programs want `zoho-scopes` itself.
//!
//! ```
//! let catalogue = zoho_scopes_data::Catalogue::builtin()?;
//! let scope = catalogue.resolve("ZohoLens.orgs.READ").unwrap();
//! assert_eq!(scope.summary(), "Read organisations and which one is the default");
//! # Ok::<(), zoho_scopes_data::Faults>(())
//! ```
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "accounts")]
pub mod accounts;
#[cfg(feature = "calls")]
pub mod calls;
mod catalogue;
mod check;
#[cfg(feature = "codegen")]
pub mod codegen;
mod cover;
mod entries;
mod fault;
mod json;
mod layout;
mod locate;
pub mod model;
mod nearest;
mod read;
mod resolve;
mod rust_name;
mod scope;
pub mod tables;

pub use catalogue::{Catalogue, Elsewhere, FILES};
pub use check::is_day;
pub use cover::Covers;
pub use fault::{Fault, Faults};
pub use layout::layout;
use nearest::nearest;
pub use read::read;
pub use resolve::Miss;
pub use rust_name::rust_name;
pub use scope::{BARE_ENUM, OPERATIONS, Scope, Status};

/// The JSON Schema of catalogue files, as `catalogue.schema.json` holds it.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> String {
    schema_of::<model::Service>()
}

/// The JSON Schema of a model, laid out.
#[cfg(feature = "schema")]
fn schema_of<T: schemars::JsonSchema>() -> String {
    let schema = schemars::schema_for!(T);
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}
