//! The static table behind the enums: everything the catalogue says, as rows.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{
    model::{Completeness, Doubtful, Kind, Service, Shows, Source},
    rows::{NameRow, Rows, ScopeRow, ServiceRow},
    scope::{Scope, Status},
};

/// `static LAYER` with all its rows.
///
/// Names and scopes are written as columns, which `v1` joins to rows in const evaluation: checking
/// thousands of struct expressions costs the compiler far more than arrays of literals.
pub(super) fn layer(rows: &Rows<'_>, format: &TokenStream) -> TokenStream {
    let Rows { date, operations, mistakes, .. } = rows;
    let services = rows.services.iter().map(service_row);
    let sources = rows.sources.iter().map(|source| source_row(source));
    let spellings = rows.spellings.iter().map(|(spelling, id)| {
        let id = Literal::u16_unsuffixed(*id);
        quote!((#spelling, #id))
    });
    let mistakes = mistakes.iter().map(|(text, means)| quote!((#text, #means)));
    let doubtful = rows.doubtful.iter().map(|(scope, doubtful)| doubtful_row(scope, doubtful));
    let names = name_columns(&rows.names);
    let scopes = scope_columns(rows.fingerprint, &rows.scopes);
    let (name_count, count) = (rows.names.len(), rows.scopes.len());
    quote! {
        /// Everything the catalogue says, as rows.
        #[allow(clippy::all, clippy::pedantic)]
        pub(crate) static LAYER: #format::Layer = {
            use #format as v1;
            static NAMES: [v1::NameRow; #name_count] = v1::name_rows(#names);
            static SCOPES: [v1::ScopeRow; #count] = v1::scope_rows(#scopes);
            const SPELLINGS: &[(&str, u16)] = &[#(#spellings),*];
            #[allow(long_running_const_eval)]
            static INDEX: [u16; v1::index_size(#count, SPELLINGS.len())] = v1::index(&SCOPES, SPELLINGS);
            v1::Layer {
                date: #date,
                services: &[#(#services),*],
                names: &NAMES,
                scopes: &SCOPES,
                operations: &[#(#operations),*],
                sources: &[#(#sources),*],
                spellings: SPELLINGS,
                mistakes: &[#(#mistakes),*],
                doubtful: &[#(#doubtful),*],
                index: &INDEX,
            }
        };
    }
}

/// Lists of different lengths as one array, and where each ends in it.
fn flattened<'a>(lists: impl Iterator<Item = Vec<TokenStream>> + 'a) -> TokenStream {
    let (mut items, mut ends) = (Vec::new(), Vec::new());
    for mut list in lists {
        items.append(&mut list);
        ends.push(Literal::usize_unsuffixed(items.len()));
    }
    quote!(v1::Lists { items: &[#(#items),*], ends: &[#(#ends),*] })
}

fn name_columns(rows: &[NameRow<'_>]) -> TokenStream {
    let services = rows.iter().map(|row| Literal::usize_unsuffixed(row.service));
    let names = rows.iter().map(|row| row.name);
    let summaries = rows.iter().map(|row| &row.details.summary);
    let scopes = flattened(rows.iter().map(|row| row.scopes.iter().map(|id| number(*id)).collect()));
    quote! {
        &v1::NameColumns {
            services: &[#(#services),*],
            names: &[#(#names),*],
            summaries: &[#(#summaries),*],
            scopes: #scopes,
        }
    }
}

fn scope_columns(fingerprint: u64, rows: &[ScopeRow<'_>]) -> TokenStream {
    let wires = rows.iter().map(|row| &row.wire);
    let names = rows.iter().map(|row| Literal::usize_unsuffixed(row.name));
    let statuses = rows.iter().map(|row| match row.scope.status() {
        Status::Documented => b'd',
        Status::Observed => b'o',
        Status::Disputed => b'?',
        Status::Deprecated => b'x',
    });
    let statuses = Literal::byte_string(&statuses.collect::<Vec<u8>>());
    let is_pattern = |(_, row): &(u16, &ScopeRow<'_>)| row.scope.is_pattern();
    let patterns = (0u16..).zip(rows).filter(is_pattern).map(|(id, _)| number(id));
    let summaries = rows.iter().map(|row| row.scope.summary());
    let sources =
        flattened(rows.iter().map(|row| {
            row.sources.iter().map(|place| Literal::usize_unsuffixed(*place)).map(|l| quote!(#l)).collect()
        }));
    let ranges = |ranges: &[(u16, u16)]| {
        let range = |(first, last): &(u16, u16)| {
            let (first, last) = (number(*first), number(*last));
            quote!((#first, #last))
        };
        ranges.iter().map(range).collect::<Vec<_>>()
    };
    let covers = flattened(rows.iter().map(|row| ranges(&row.covers)));
    let may_cover = flattened(rows.iter().map(|row| ranges(&row.may_cover)));
    let more = (0u16..).zip(rows).filter_map(|(id, row)| {
        let (id, more) = (number(id), more(&row.scope)?);
        Some(quote!((#id, #more)))
    });
    quote! {
        &v1::ScopeColumns {
            fingerprint: #fingerprint,
            layer: || &LAYER,
            wires: &[#(#wires),*],
            names: &[#(#names),*],
            statuses: #statuses,
            patterns: &[#(#patterns),*],
            summaries: &[#(#summaries),*],
            sources: #sources,
            covers: #covers,
            may_cover: #may_cover,
            more: &[#(#more),*],
        }
    }
}

fn number(id: u16) -> TokenStream {
    let id = Literal::u16_unsuffixed(id);
    quote!(#id)
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
