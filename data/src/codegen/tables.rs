//! The static table behind the enums: everything the catalogue says, as rows and columns.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

#[cfg(feature = "accounts")]
use crate::files::model;
use crate::table::{
    Details, Excluded, Names, ServiceRow, Source, Table,
    columns::{Lists, Texts},
};

/// `static TABLE` with all its rows, and `scope_at`, through which enums reach it.
pub(super) fn table(table: &Table, format: &TokenStream) -> TokenStream {
    let Some(header) = table.scopes.first().map(|row| row.header) else { return TokenStream::new() };
    let Table { date, services, names, scopes, scope_names, details, operations, sources, .. } = table;
    let Names { services: name_services, names: name_texts, summaries: name_summaries, scopes: name_scopes, calls } =
        names;
    let services = services.iter().map(service_row);
    let sources = sources.iter().map(|Source { address, kind, evidence, retrieved }| {
        source_row(address, &format!("{kind:?}"), &format!("{evidence:?}"), retrieved)
    });
    let spellings = table.spellings.iter().map(|(spelling, id)| {
        let id = Literal::u16_unsuffixed(*id);
        quote!((#spelling, #id))
    });
    let misspellings = table.misspellings.iter().map(|(text, means)| quote!((#text, #means)));
    let excluded = table.excluded.iter().map(excluded_row);
    let wires = scopes.iter().map(|row| row.wire);
    let count = scopes.len();
    let details = details.iter().map(|(id, details)| {
        let (id, details) = (Literal::u16_unsuffixed(*id), details_row(details));
        quote!((#id, #details))
    });
    let fingerprint = header.fingerprint;
    let marks = literal(&scopes.iter().map(|row| row.marks).collect::<Vec<u8>>());
    let [scope_names, name_services, index, patterns, by_ending] =
        [scope_names, name_services, &table.index, &table.patterns, &table.by_ending].map(|numbers| literal(numbers.0));
    let [scope_summaries, name_texts, name_summaries, calls] =
        [&table.scope_summaries, name_texts, name_summaries, calls].map(texts);
    let [scope_sources, covers, may_cover, name_scopes] =
        [&table.scope_sources, &header.covers, &header.may_cover, name_scopes].map(lists);
    quote! {
        /// Everything the catalogue says, as rows and columns.
        #[allow(clippy::all, clippy::pedantic)]
        pub(crate) static TABLE: #format::Table = {
            use #format as v1;
            static HEADER: v1::Header = v1::Header {
                fingerprint: #fingerprint, table: v1::TableOf::Generated(|| &TABLE), covers: #covers, may_cover: #may_cover,
            };
            static SCOPES: [v1::ScopeRow; #count] = v1::scope_rows(&HEADER, &[#(#wires),*], #marks);
            v1::Table {
                date: #date,
                services: &[#(#services),*],
                names: v1::Names {
                    services: v1::Numbers(#name_services), names: #name_texts, summaries: #name_summaries, scopes: #name_scopes,
                    calls: #calls,
                },
                scopes: &SCOPES,
                scope_names: v1::Numbers(#scope_names),
                scope_summaries: #scope_summaries,
                scope_sources: #scope_sources,
                details: &[#(#details),*],
                operations: &[#(#operations),*],
                sources: &[#(#sources),*],
                spellings: &[#(#spellings),*],
                misspellings: &[#(#misspellings),*],
                excluded: &[#(#excluded),*],
                index: v1::Numbers(#index),
                patterns: v1::Numbers(#patterns),
                by_ending: v1::Numbers(#by_ending),
            }
        };

        /// The scope at an index in the order of the catalogue files: the constants of a scope name follow its first.
        #[inline]
        const fn scope_at(first: usize, index: usize) -> #format::Scope {
            #format::scope_at(&TABLE, first + index)
        }
    }
}

fn literal(bytes: &[u8]) -> Literal {
    Literal::byte_string(bytes)
}

pub(super) fn texts(texts: &Texts) -> TokenStream {
    let (text, ends) = (&texts.text, literal(texts.ends));
    quote!(v1::Texts { text: #text, ends: #ends })
}

pub(super) fn lists(lists: &Lists) -> TokenStream {
    let (items, ends) = (literal(lists.items.0), literal(lists.ends));
    quote!(v1::Lists { items: v1::Numbers(#items), ends: #ends })
}

fn service_row(row: &ServiceRow) -> TokenStream {
    let ServiceRow { name, aliases, misnomers, product, summary, docs, read, unread, verified, .. } = row;
    let completeness = ident(&format!("{:?}", row.completeness));
    let [first, end] = [row.names.0, row.names.1].map(Literal::u16_unsuffixed);
    quote! {
        v1::ServiceRow {
            name: #name, aliases: &[#(#aliases),*], misnomers: &[#(#misnomers),*],
            product: #product, summary: #summary, docs: #docs, completeness: v1::Completeness::#completeness,
            read: &[#(#read),*], unread: &[#(#unread),*], verified: #verified, names: (#first, #end),
        }
    }
}

/// The row of a source as a file describes it.
#[cfg(feature = "accounts")]
pub(super) fn source_of(source: &model::Source) -> TokenStream {
    let model::Source { address, kind, evidence, retrieved, .. } = source;
    source_row(address, &format!("{kind:?}"), &format!("{evidence:?}"), retrieved)
}

/// Words of enums are written as they are declared.
fn source_row(address: &str, kind: &str, evidence: &str, retrieved: &str) -> TokenStream {
    let (kind, evidence) = (ident(kind), ident(evidence));
    quote! {
        v1::Source {
            address: #address, kind: v1::SourceKind::#kind, evidence: v1::Evidence::#evidence, retrieved: #retrieved,
        }
    }
}

fn details_row(details: &Details) -> TokenStream {
    let Details { requires, reason, since, replacement } = details;
    let [reason, since, replacement] = [reason, since, replacement].map(|text| option(*text));
    quote! {
        v1::Details { requires: &[#(#requires),*], reason: #reason, since: #since, replacement: #replacement }
    }
}

fn excluded_row(Excluded { scope, reason, better, refused }: &Excluded) -> TokenStream {
    let better = option(*better);
    quote!(v1::Excluded { scope: #scope, reason: #reason, better: #better, refused: #refused })
}

fn option(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(v1::None), |text| quote!(v1::Some(#text)))
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
