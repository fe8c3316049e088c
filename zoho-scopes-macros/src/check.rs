//! Asks the catalogue what was written.

use std::sync::OnceLock;

use proc_macro2::TokenStream;
use quote::quote;
use zoho_scopes_data::{Catalogue, Miss, codegen::ident};

use crate::input::Written;

/// The tokens of a constant scope, or the one error there is to report.
pub(crate) fn constant(root: &TokenStream, written: &Written) -> Result<TokenStream, syn::Error> {
    let text = match written {
        Written::Path(path) => return Ok(quote!(#path.scope())),
        Written::Literal(literal) => literal.value(),
        Written::Words { text, .. } => text.clone(),
    };
    let catalogue = catalogue().map_err(|message| syn::Error::new(written.span(0..1), message))?;
    match catalogue.resolve(&text) {
        Ok(scope) => {
            let [service, name, operation] = scope.rust_path().map(|part| ident(&part));
            Ok(quote!(#root::services::#service::#name::#operation.scope()))
        }
        Err(miss) => Err(syn::Error::new(written.span(miss.segments.clone()), message(written, &text, &miss))),
    }
}

/// The message; inside a literal nothing can be underlined, so it carries a caret line of its own.
fn message(written: &Written, text: &str, miss: &Miss) -> String {
    let help = miss.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    if text.is_empty() || !matches!(written, Written::Literal(_)) {
        return miss.message.clone() + &help;
    }
    let lengths = || text.split('.').map(|segment| segment.chars().count());
    let before: usize = lengths().take(miss.segments.start).map(|length| length + 1).sum();
    let marked: usize = lengths().take(miss.segments.end).skip(miss.segments.start).map(|length| length + 1).sum();
    let carets = "^".repeat(marked.saturating_sub(1).max(1));
    format!("{}\n  {text}\n  {}{carets}{help}", miss.message, " ".repeat(before))
}

/// The catalogue, read once in the life of the compiler process.
fn catalogue() -> Result<&'static Catalogue, String> {
    static CATALOGUE: OnceLock<Result<Catalogue, String>> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::builtin().map_err(|faults| faults.to_string())).as_ref().map_err(Clone::clone)
}
