//! What the macros become.
//!
//! After an error the expansion still has the right type, so that one mistake gives one error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::{
    check::{self, Checked},
    input::{Many, Needed, Written},
};

/// `scope!`: a constant.
pub(crate) fn one(root: &TokenStream, written: &Written) -> TokenStream {
    check::constant(root, written).unwrap_or_else(|error| fallback(root, &error))
}

/// `scopes!`: a constant set, sorted in const evaluation.
pub(crate) fn many(Many { root, allow_redundant, written }: &Many) -> TokenStream {
    let (mut scopes, mut admitted) = (Vec::new(), Vec::new());
    for written in written {
        match check::entry(root, written) {
            Ok(Checked::Scope(scope)) => scopes.push(scope),
            Ok(Checked::Admitted { pattern, text }) => admitted.push((text, pattern)),
            Err(error) => scopes.push(fallback(root, &error)),
        }
    }
    admitted.sort_by_cached_key(|(text, _)| (text.to_ascii_lowercase(), text.clone()));
    admitted.dedup();
    let admitted = admitted.iter().map(|(text, pattern)| admitted_entry(root, text, pattern));
    let count = scopes.len();
    let v1 = quote!(#root::__private::v1);
    let check = (!allow_redundant).then(|| quote!(const _: () = #v1::deny_redundant(&__ZOHO_SCOPES_SORTED);));
    // Names that no constant of the user's list has, since these stand before it.
    quote! {{
        const __ZOHO_SCOPES_SORTED: [#v1::Scope; #count] = #v1::sorted([#(#scopes),*]);
        #check
        const __ZOHO_SCOPES_DISTINCT: [#v1::Scope; #v1::count_distinct(&__ZOHO_SCOPES_SORTED)] =
            #v1::distinct(&__ZOHO_SCOPES_SORTED);
        const __ZOHO_SCOPES_ADMITTED: &[#v1::Entry<'static>] = &[#(#admitted),*];
        #v1::set(&__ZOHO_SCOPES_DISTINCT, __ZOHO_SCOPES_ADMITTED)
    }}
}

/// `requires!`: a constant requirement.
pub(crate) fn required(root: &TokenStream, needed: &Needed) -> TokenStream {
    let requirement = requirement(root, needed);
    quote!({ const __ZOHO_SCOPES_REQUIRED: #root::Requirement = #requirement; __ZOHO_SCOPES_REQUIRED })
}

fn requirement(root: &TokenStream, needed: &Needed) -> TokenStream {
    let several = |parts: &[Needed]| {
        let parts = parts.iter().map(|part| requirement(root, part));
        quote!(&[#(#parts),*])
    };
    match needed {
        Needed::All(parts) => {
            let parts = several(parts);
            quote!(#root::Requirement::All(#root::__private::v1::Borrowed(#parts)))
        }
        Needed::Any(parts) => {
            let parts = several(parts);
            quote!(#root::Requirement::Any(#root::__private::v1::Borrowed(#parts)))
        }
        Needed::Scope(written) => {
            let entry = match check::entry(root, written) {
                Ok(Checked::Scope(scope)) => quote!(#root::Entry::Known(#scope)),
                Ok(Checked::Admitted { text, pattern }) => admitted_entry(root, &text, &pattern),
                Err(error) => {
                    let fallback = fallback(root, &error);
                    quote!(#root::Entry::Known(#fallback))
                }
            };
            quote!(#root::Requirement::Scope(#entry))
        }
    }
}

fn admitted_entry(root: &TokenStream, text: &str, pattern: &str) -> TokenStream {
    quote!(#root::__private::v1::admitted(#root::__private::v1::pattern(#pattern), #text))
}

/// The error, and some scope in place of the wrong one.
fn fallback(root: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!({ #error #root::__private::v1::SOME_SCOPE })
}
