//! The one generator: a catalogue in, Rust items out.
//!
//! The build step of `zoho-scopes` and its macros call it, so that what they make is alike. The
//! result is a module per service with an enum per scope name (`enums.rs`), and one static table
//! behind them (`tables.rs`). Generated code names the library by the `root` it is given and uses
//! only its `__private::v1`, so a library that speaks another format refuses it.

mod enums;
mod ids;
mod tables;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::catalogue::Catalogue;
use ids::Ids;

/// Generates everything for `catalogue`. `root` is the path of the library in the generated code,
/// such as `crate` or `::zoho_scopes`.
///
/// The items are a `pub mod` per service, named as the service is, and `pub(crate) static LAYER`.
///
/// # Errors
///
/// A catalogue of more than 65,000 scopes, since their ids are 16 bits.
pub fn generate(catalogue: &Catalogue, root: &TokenStream) -> Result<TokenStream, TooLarge> {
    let ids = Ids::of(catalogue)?;
    let format = quote!(#root::__private::v1);
    let modules = catalogue.services().iter().map(|service| enums::module(service, &ids, &format));
    let layer = tables::layer(catalogue, &ids, &format);
    Ok(quote! { #(#modules)* #layer })
}

/// A catalogue holds more scopes than ids can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// The number of scopes.
    pub scopes: usize,
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a catalogue holds at most {} scopes, this one {}", ids::LIMIT, self.scopes)
    }
}

impl std::error::Error for TooLarge {}

/// An identifier from what [`rust_name`](crate::rust_name) makes.
#[must_use]
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
