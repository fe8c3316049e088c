//! Identifiers, raw ones among them.

use proc_macro2::{Ident, Span};

/// An identifier from what [`rust_name`](crate::files::rust_name) makes.
#[must_use]
pub fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
