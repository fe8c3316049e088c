//! What the macros become.
//!
//! After an error the expansion still has the right type, so that one mistake gives one error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{check, input::Written};

/// `scope!`: a constant.
pub(crate) fn one(root: &TokenStream, written: &Written) -> TokenStream {
    check::constant(root, written).unwrap_or_else(|error| fallback(root, &error))
}

/// `scopes!`: a constant set, sorted in const evaluation.
pub(crate) fn many(root: &TokenStream, written: &[Written]) -> TokenStream {
    let scopes = written.iter().map(|written| one(root, written));
    let count = written.len();
    quote! {{
        const SORTED: [#root::Scope; #count] = #root::__private::v1::sorted([#(#scopes),*]);
        #root::__private::v1::ScopeSet::from_sorted(&SORTED)
    }}
}

/// The error, and some scope in place of the wrong one.
fn fallback(root: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!({ #error #root::__private::v1::SOME_SCOPE })
}
