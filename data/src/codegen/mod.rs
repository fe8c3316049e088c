//! The one generator: a catalogue in, Rust items out.
//!
//! The build step of `zoho-scopes` and its macros call it, so that what they make is alike. The
//! result is a module per service with an enum per scope name (`enums.rs`), and one static table
//! behind them (`tables.rs`). Generated code names the library by the `root` it is given and uses
//! only its `__private::v1`, so a library that speaks another format refuses it.
//!
//! The build step writes it as files for people to read ([`files`](files())), the macros hand it on as tokens.

#[cfg(feature = "accounts")]
mod accounts;
#[cfg(feature = "builder")]
mod builder;
#[cfg(feature = "calls")]
mod calls;
mod enums;
mod files;
mod print;
mod tables;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

#[cfg(feature = "accounts")]
pub use accounts::generate as generate_accounts;
#[cfg(feature = "builder")]
pub use builder::{BuildError, Builder};
#[cfg(feature = "calls")]
pub use calls::calls;
pub use files::{File, files};
pub use print::print;

use crate::files::{Catalogue, TooLarge};

/// Generates everything for `catalogue`. `root` is the path of the library in the generated code,
/// such as `crate` or `::zoho_scopes`.
///
/// The items are a `pub mod` per service, named as the service is, `pub(crate) static TABLE`, and a
/// private function that the modules share.
///
/// # Errors
///
/// A catalogue of more than 65,000 scopes and spellings, since ids are 16 bits.
pub fn generate(catalogue: &Catalogue, root: &TokenStream) -> Result<TokenStream, TooLarge> {
    let rows = catalogue.rows()?;
    let format = quote!(#root::__private::v1);
    let modules = rows.services.iter().filter_map(|service| enums::module(service, &rows, &format));
    let modules = modules.map(|module| module.with(&module.items));
    let table = tables::table(rows.leaked_table(), &format);
    Ok(quote! { #(#modules)* #table })
}

/// Functions that give the catalogue of generated items: alone, and on top of the built-in one.
#[must_use]
pub fn functions(root: &TokenStream) -> TokenStream {
    quote! {
        /// The catalogue of these services alone.
        #[must_use]
        pub const fn catalogue() -> #root::Catalogue {
            static TABLES: [&#root::__private::v1::Table; 1] = [&TABLE];
            #root::__private::v1::catalogue(&TABLES)
        }

        /// The catalogue of these services, and below them the built-in ones.
        #[must_use]
        pub const fn catalogue_on_builtin() -> #root::Catalogue {
            static TABLES: [&#root::__private::v1::Table; 2] = [&TABLE, #root::__private::v1::builtin()];
            #root::__private::v1::catalogue(&TABLES)
        }
    }
}

/// An identifier from what [`rust_name`](crate::files::rust_name) makes.
#[must_use]
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
