//! `catalogue!`: a user's own catalogue files become what the built-in ones are.

use std::{env, fs, path::PathBuf};

use proc_macro2::TokenStream;
use quote::quote;
use syn::LitStr;
use zoho_scopes_data::{
    codegen,
    files::{Catalogue, FileErrors},
};

use crate::builtin::builtin;

/// Modules of typed constants, the table behind them, and two functions that give the catalogue.
pub(crate) fn expand(root: &TokenStream, files: &[LitStr]) -> Result<TokenStream, syn::Error> {
    let texts: Vec<(String, String)> = files.iter().map(read).collect::<Result<_, _>>()?;
    let first = &files[0];
    let failed = |message: String| syn::Error::new(first.span(), message);
    let builtin = builtin().map_err(failed)?;
    let pairs = texts.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    let catalogue = Catalogue::from_files_beside(pairs, builtin.tables).map_err(|errors| failed(listed(&errors)))?;
    let items = codegen::generate(&catalogue, root).map_err(|error| failed(error.to_string()))?;
    // The compiler builds again when a file that it has read changes.
    let read = texts.iter().map(|(file, _)| {
        quote!(
            const _: &[u8] = ::core::include_bytes!(#file);
        )
    });
    let functions = codegen::functions(root);
    Ok(quote! { #(#read)* #items #functions })
}

/// A file's full path, which the compiler can track, and its text.
fn read(file: &LitStr) -> Result<(String, String), syn::Error> {
    let folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let path = folder.join(file.value());
    let text = fs::read_to_string(&path)
        .map_err(|error| syn::Error::new(file.span(), format!("{}: {error}", path.display())))?;
    Ok((path.to_string_lossy().into_owned(), text))
}

/// Every error on a line of its own.
fn listed(errors: &FileErrors) -> String {
    format!("the catalogue has errors\n{errors}")
}
