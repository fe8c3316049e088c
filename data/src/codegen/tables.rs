//! The static table behind the enums: everything the catalogue says, as rows and columns.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{
    model::{Completeness, Doubtful, Kind, Service, Shows, Source},
    scope::Scope,
    tables::columns::{Columns, Lists, Texts},
    tables::rows::{Rows, ServiceRow},
};

/// `static LAYER` with all its rows, and `scope_at`, through which enums reach it.
pub(super) fn layer(rows: &Rows<'_>, columns: &Columns, format: &TokenStream) -> TokenStream {
    let Rows { date, operations, mistakes, fingerprint, .. } = rows;
    let services = rows.services.iter().map(service_row);
    let sources = rows.sources.iter().map(|source| source_row(source));
    let spellings = rows.spellings.iter().map(|(spelling, id)| {
        let id = Literal::u16_unsuffixed(*id);
        quote!((#spelling, #id))
    });
    let mistakes = mistakes.iter().map(|(text, means)| quote!((#text, #means)));
    let doubtful = rows.doubtful.iter().map(|(scope, doubtful)| doubtful_row(scope, doubtful));
    let wires = rows.scopes.iter().map(|row| &row.wire);
    let count = rows.scopes.len();
    let more = (0u16..).zip(&rows.scopes).filter_map(|(id, row)| {
        let (id, more) = (Literal::u16_unsuffixed(id), more(&row.scope)?);
        Some(quote!((#id, #more)))
    });
    let [marks, scope_names, name_services, index] =
        [&columns.marks, &columns.scope_names, &columns.name_services, &columns.index].map(|bytes| literal(bytes));
    let [scope_summaries, names, name_summaries] =
        [&columns.scope_summaries, &columns.names, &columns.name_summaries].map(texts);
    let [scope_sources, covers, may_cover, name_scopes] =
        [&columns.scope_sources, &columns.covers, &columns.may_cover, &columns.name_scopes].map(lists);
    quote! {
        /// Everything the catalogue says, as rows and columns.
        #[allow(clippy::all, clippy::pedantic)]
        pub(crate) static LAYER: #format::Layer = {
            use #format as v1;
            static HEAD: v1::Head = v1::Head {
                fingerprint: #fingerprint, home: v1::Home::Generated(|| &LAYER), covers: #covers, may_cover: #may_cover,
            };
            static SCOPES: [v1::ScopeRow; #count] = v1::scope_rows(&HEAD, &[#(#wires),*], #marks);
            v1::Layer {
                date: #date,
                services: &[#(#services),*],
                names: v1::Names {
                    services: v1::Numbers(#name_services), names: #names, summaries: #name_summaries, scopes: #name_scopes,
                },
                scopes: &SCOPES,
                scope_names: v1::Numbers(#scope_names),
                scope_summaries: #scope_summaries,
                scope_sources: #scope_sources,
                more: &[#(#more),*],
                operations: &[#(#operations),*],
                sources: &[#(#sources),*],
                spellings: &[#(#spellings),*],
                mistakes: &[#(#mistakes),*],
                doubtful: &[#(#doubtful),*],
                index: v1::Numbers(#index),
            }
        };

        /// The scope at a place in the order of the catalogue files: the constants of a scope name follow its first.
        #[inline]
        const fn scope_at(first: usize, place: usize) -> #format::Scope {
            #format::scope_at(&LAYER, first + place)
        }
    }
}

fn literal(bytes: &[u8]) -> Literal {
    Literal::byte_string(bytes)
}

fn texts(texts: &Texts) -> TokenStream {
    let (text, ends) = (&texts.text, literal(&texts.ends));
    quote!(v1::Texts { text: #text, ends: #ends })
}

fn lists(lists: &Lists) -> TokenStream {
    let (items, ends) = (literal(&lists.items), literal(&lists.ends));
    quote!(v1::Lists { items: v1::Numbers(#items), ends: #ends })
}

fn service_row(row: &ServiceRow<'_>) -> TokenStream {
    let Service { service: name, aliases, misnomers, product, summary, docs, checked, .. } = row.service;
    let completeness = match row.service.completeness {
        Completeness::Complete => quote!(Complete),
        Completeness::Partial => quote!(Partial),
        Completeness::Sparse => quote!(Sparse),
    };
    let [first, end] = [row.names.start, row.names.end].map(Literal::usize_unsuffixed);
    quote! {
        v1::ServiceRow {
            name: #name, aliases: &[#(#aliases),*], misnomers: &[#(#misnomers),*],
            product: #product, summary: #summary, docs: #docs, completeness: v1::Completeness::#completeness,
            checked: #checked, names: (#first, #end),
        }
    }
}

pub(super) fn source_row(source: &Source) -> TokenStream {
    let kind = match source.kind {
        Kind::OfficialDocs => quote!(OfficialDocs),
        Kind::OfficialOas => quote!(OfficialOas),
        Kind::OfficialSdk => quote!(OfficialSdk),
        Kind::Integrator => quote!(Integrator),
        Kind::Community => quote!(Community),
    };
    let shows = match source.shows {
        Shows::Table => quote!(Table),
        Shows::Call => quote!(Call),
        Shows::Code => quote!(Code),
        Shows::Example => quote!(Example),
    };
    let (address, seen) = (&source.address, &source.seen);
    quote!(v1::Source { address: #address, kind: v1::Kind::#kind, shows: v1::Shows::#shows, seen: #seen })
}

/// What few scopes have.
fn more(scope: &Scope<'_>) -> Option<TokenStream> {
    let requires: Vec<&str> = scope.requires().collect();
    let end = scope.deprecated();
    let because = scope.because();
    if requires.is_empty() && because.is_none() {
        return None;
    }
    let [because, since, replacement] =
        [because, end.and_then(|end| end.since.as_deref()), end.and_then(|end| end.replacement.as_deref())].map(option);
    Some(quote! {
        v1::More { requires: &[#(#requires),*], because: #because, since: #since, replacement: #replacement }
    })
}

fn doubtful_row(scope: &str, doubtful: &Doubtful) -> TokenStream {
    let (because, better) = (&doubtful.because, option(doubtful.better.as_deref()));
    quote!(v1::Doubtful { scope: #scope, because: #because, better: #better })
}

fn option(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(v1::None), |text| quote!(v1::Some(#text)))
}
