//! The program `zoho-scopes`, as [`run`], and what the page that it writes asks, as [`page::Page`].
//!
//! To work with scopes in Rust, use the library [`zoho_scopes`].
//!
//! | feature | default | brings |
//! |---|---|---|
//! | `program` | yes | the program |
//!
//! Without it nothing is built but what the page asks, with which it is compiled to WebAssembly.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod page;
#[cfg(feature = "program")]
mod program;
mod requests;

#[cfg(feature = "program")]
pub use program::run;
