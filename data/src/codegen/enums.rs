//! A module per service, an enum per scope name, a variant per operation.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::ident::ident;
use crate::{
    files::{
        NameRow, Rows, Scope, ScopeRow, ServiceRow, WORD_ENUM,
        model::{Name, Service},
        rust_name,
    },
    table::{Completeness, Status},
    text::chars::shown,
};

/// A service as a module: the file of the library that declares it, and what stands in it.
pub(super) struct Module<'a> {
    pub(super) service: &'a Service,
    attributes: TokenStream,
    name: Ident,
    /// The enums.
    pub(super) items: TokenStream,
}

impl Module<'_> {
    /// The module with `body` in it: its items, or what includes them.
    pub(super) fn with(&self, body: &TokenStream) -> TokenStream {
        let Self { attributes, name, .. } = self;
        quote!(#attributes pub mod #name { #body })
    }
}

/// The module of one service; none if there is no enum to stand in it.
pub(super) fn module<'a>(row: &ServiceRow<'a>, rows: &Rows<'_>, format: &TokenStream) -> Option<Module<'a>> {
    let service = row.service;
    let doc = module_doc(service);
    let names = &rows.names[row.names.clone()];
    let scopes_of = |name: &NameRow<'_>| -> Vec<&ScopeRow<'_>> {
        name.scopes.iter().map(|id| &rows.scopes[usize::from(*id)]).collect()
    };
    // The places of scopes in the order of files: enums count them up, so that variants need no numbers.
    let mut next = rows.names[..row.names.start].iter().map(|name| name.scopes.len()).sum::<usize>();
    let mut first = |count: usize| {
        next += count;
        next - count
    };
    let enums: Vec<TokenStream> = if service.bare {
        let doc = format!("The scopes of {}, each a single word.", text(&service.product));
        let all: Vec<_> = names.iter().flat_map(scopes_of).collect();
        vec![enumeration(WORD_ENUM, &doc, first(all.len()), &all)]
    } else {
        let enumeration_of = |name: &NameRow<'_>| {
            let first = first(name.scopes.len());
            if name.name.contains('{') {
                return None;
            }
            let doc = format!("`{}.{}`: {}.", service.service, name.name, text(&name.details.summary));
            let rust = name.details.rust.clone().unwrap_or_else(|| rust_name(name.name));
            Some(enumeration(&rust, &doc, first, &scopes_of(name)))
        };
        names.iter().filter_map(enumeration_of).collect()
    };
    let attributes = quote! {
        #[doc = #doc]
        #[allow(non_snake_case, non_camel_case_types, non_upper_case_globals, deprecated, clippy::all, clippy::pedantic)]
    };
    let items = quote!(use #format; #(#enums)*);
    (!enums.is_empty()).then(|| Module { service, attributes, name: ident(&rust_name(&service.service)), items })
}

/// An enum, and the macro of the library that writes its impls. `PartialEq` alone is derived, so that constants
/// of the enum can be patterns: other derives cost the compiler more than what the macro writes.
fn enumeration(name: &str, doc: &str, first: usize, scopes: &[&ScopeRow<'_>]) -> TokenStream {
    let name = ident(name);
    let variants: Vec<_> = scopes.iter().map(|row| ident(&row.scope.rust_path()[2])).collect();
    let definitions = scopes.iter().zip(&variants).map(|(row, variant)| {
        let ScopeRow { wire, scope, .. } = row;
        let doc = scope_doc(scope, wire);
        let deprecated = scope.deprecated().map(|end| {
            let reason: String = visible(&end.reason).collect();
            let note = match &end.replacement {
                Some(scope) => format!("use `{scope}`: {reason}"),
                None => reason,
            };
            quote!(#[deprecated(note = #note)])
        });
        // rustdoc refuses an alias that is the item's own name.
        let alias = (*variant != wire).then(|| quote!(#[doc(alias = #wire)]));
        quote! { #[doc = #doc] #alias #deprecated #variant }
    });
    let first = Literal::usize_unsuffixed(first);
    quote! {
        #[doc = #doc]
        #[derive(v1::PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#definitions,)* }

        v1::constants! { #name, #first, [#(#variants),*] }
    }
}

fn scope_doc(scope: &Scope<'_>, wire: &str) -> String {
    let mut doc = format!("`{wire}`: {}.", text(&scope.summary()));
    match scope.status() {
        Status::Documented | Status::Deprecated => {}
        Status::Observed => doc.push_str("\n\nSeen in public code only; no official page is known to list it."),
        Status::Disputed => {
            doc.push_str("\n\nDisputed: ");
            doc.push_str(&text(scope.reason().unwrap_or("only an example shows it")));
            doc.push('.');
        }
    }
    if let Some((_, source)) = scope.sources().find(|(_, source)| source.address.starts_with("http")) {
        doc.push_str("\n\nSource: ");
        doc.push_str(&link(&source.address));
    }
    doc
}

/// What the page of a service shows: what it is, and its scope names with a link to the enum of each.
fn module_doc(service: &Service) -> String {
    let incomplete = service.completeness != Completeness::Complete;
    let mut doc = format!(
        "{}: {}.\n\n[Documentation]({}), last verified {}{}.\n\n| scope name | opens | operations |\n|---|---|---|\n",
        text(&service.product),
        text(&service.summary),
        link(&service.docs),
        service.verified,
        if incomplete { "; some scopes may be missing" } else { "" }
    );
    let module = rust_name(&service.service);
    let link = |name: &str, details: &Name| {
        let rust = details.rust.clone().unwrap_or_else(|| rust_name(name));
        // Raw identifiers are linked to without their mark.
        format!("[`{name}`]({module}::{rust})").replace("r#", "")
    };
    let mut has_pattern = false;
    for (name, details) in service.names.iter() {
        let is_pattern = name.contains('{');
        has_pattern |= is_pattern;
        let shown = if is_pattern || service.bare { format!("`{name}`") } else { link(name, details) };
        let operations: Vec<&str> = details.operations.iter().map(|item| item.operation.as_str()).collect();
        doc.extend(["| ", &shown, " | ", &text(&details.summary), " | ", &operations.join(", "), " |\n"]);
    }
    if has_pattern {
        doc.push_str(
            "\nA name with a placeholder is a pattern: it has no constant; the macro `scopes!` takes what it admits.\n",
        );
    }
    doc
}

/// Plain words as Markdown, so that a catalogue cannot bend the documentation.
fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in visible(words) {
        if "\\`*_[]|<>".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A web address that ends where its brackets do: checked ones hold no white space.
fn link(address: &str) -> String {
    format!("<{}>", address.replace('<', "%3C").replace('>', "%3E"))
}

/// The characters of a text as one line that hides nothing.
fn visible(words: &str) -> impl Iterator<Item = char> {
    words.chars().map(shown)
}
