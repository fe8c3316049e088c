//! The macros of `zoho-scopes`. Use them from there: that crate hands them its own path.
//!
//! `scope!`, `scopes!` and `requires!` work in three steps: `input` parses what was written, `check`
//! asks the catalogue, and `expand` answers with a constant expression, or with one error at each
//! wrong segment. `catalogue!` (in `catalogue`) reads files and calls the generator.

mod builtin;
mod catalogue;
mod check;
mod expand;
mod input;
mod message;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// A scope of the catalogue: see `zoho_scopes::scope`.
#[proc_macro]
pub fn scope(tokens: TokenStream) -> TokenStream {
    let input::One { root, written } = parse_macro_input!(tokens as input::One);
    expand::one(&root, &written).into()
}

/// A set of scopes of the catalogue: see `zoho_scopes::scopes`.
#[proc_macro]
pub fn scopes(tokens: TokenStream) -> TokenStream {
    let many = parse_macro_input!(tokens as input::Many);
    expand::many(&many).into()
}

/// A requirement over scopes of the catalogue: see `zoho_scopes::requires`.
#[proc_macro]
pub fn requires(tokens: TokenStream) -> TokenStream {
    let input::Required { root, needed } = parse_macro_input!(tokens as input::Required);
    expand::required(&root, &needed).into()
}

/// Typed constants and tables of catalogue files: see `zoho_scopes::catalogue`.
#[proc_macro]
pub fn catalogue(tokens: TokenStream) -> TokenStream {
    let input::Files { root, files } = parse_macro_input!(tokens as input::Files);
    catalogue::expand(&root, &files).unwrap_or_else(|error| error.to_compile_error()).into()
}
