//! Everything for a catalogue, as tokens.

use proc_macro2::TokenStream;
use quote::quote;

use super::{enums, tables};
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
