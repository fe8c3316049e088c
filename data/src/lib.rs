//! The catalogue of Zoho OAuth scopes, the engine that looks scopes up in it, and what turns it into Rust.
//!
//! - [`text`], [`table`] and [`classify`] are the engine: tables of scopes, what is looked up in them, and what a
//!   text that is not a scope was meant to be. They need neither `std` nor another crate. The library
//!   `zoho-scopes` and its macros both ask them.
//! - [`files`] (feature `files`) reads `services/*.json`, the source of truth, checks the files by themselves and
//!   against each other, and makes tables of them; with the features `calls` and `accounts` also `calls/*.json`,
//!   `data-centres.json` and `accounts.json`.
//! - [`codegen`] (feature `codegen`) writes tables and typed enums as Rust.
//!
//! Programs want `zoho-scopes` itself.
//!
//! ```
//! # #[cfg(feature = "files")] {
//! use zoho_scopes_data::{files::Catalogue, table::Tables};
//!
//! let catalogue = Catalogue::builtin()?;
//! let table = catalogue.leaked_table()?;
//! let tables = Tables::new(Box::leak(Box::new([table])));
//! let scope = tables.find("ZohoLens.orgs.READ").unwrap();
//! assert_eq!(scope.summary(), "Read organisations and which one is the default");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![cfg_attr(not(any(feature = "files", test)), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;

pub mod classify;
#[cfg(feature = "codegen")]
pub mod codegen;
#[cfg(feature = "files")]
pub mod files;
pub mod table;
pub mod text;
mod words;

pub use words::UnknownWord;
#[doc(hidden)]
#[cfg(feature = "serde")]
pub use words::deserialize_word;
