//! The program `zoho-scopes`, as [`run`], and what the page that it writes asks, as [`page::Page`].
//!
//! To work with scopes in Rust, use the library [`zoho_scopes`].
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `program` | yes | the program |
//!
//! Without it [`page`] alone is built, as the WebAssembly of the page wants it.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod adjustments;
mod api_error;
mod document;
mod export;
mod formatted;
mod lines;
mod list_file;
pub mod page;
mod policy;
#[cfg(feature = "program")]
mod program;
mod requests;
mod usable;

#[cfg(feature = "program")]
pub use program::run;
