//! The static table behind the enums: everything the catalogue says, as rows.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use crate::{
    model::{Completeness, Doubtful, Kind, Service, Shows, Source},
    rows::{NameRow, Rows, ScopeRow, ServiceRow},
    scope::{Scope, Status},
};

/// `static LAYER` with all its rows.
pub(super) fn layer(rows: &Rows<'_>, format: &TokenStream) -> TokenStream {
    let Rows { date, fingerprint, operations, mistakes, .. } = rows;
    let services = rows.services.iter().map(service_row);
    let names = rows.names.iter().map(name_row);
    let scopes = rows.scopes.iter().map(scope_row);
    let sources = rows.sources.iter().map(|source| source_row(source));
    let spellings = rows.spellings.iter().map(|(spelling, id)| {
        let id = Literal::u16_unsuffixed(*id);
        quote!((#spelling, #id))
    });
    let mistakes = mistakes.iter().map(|(text, means)| quote!((#text, #means)));
    let doubtful = rows.doubtful.iter().map(|(scope, doubtful)| doubtful_row(scope, doubtful));
    let count = rows.scopes.len();
    quote! {
        /// Everything the catalogue says, as rows.
        #[allow(clippy::all, clippy::pedantic)]
        pub(crate) static LAYER: #format::Layer = {
            use #format as v1;
            const SCOPES: [v1::ScopeRow; #count] = [#(#scopes),*];
            const SPELLINGS: &[(&str, u16)] = &[#(#spellings),*];
            #[allow(long_running_const_eval)]
            static INDEX: [u16; v1::index_size(#count, SPELLINGS.len())] = v1::index(&SCOPES, SPELLINGS);
            static ROWS: [v1::ScopeRow; #count] = SCOPES;
            v1::Layer {
                date: #date,
                fingerprint: #fingerprint,
                services: &[#(#services),*],
                names: &[#(#names),*],
                scopes: &ROWS,
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

fn name_row(row: &NameRow<'_>) -> TokenStream {
    let (service, name, summary) = (Literal::usize_unsuffixed(row.service), row.name, &row.details.summary);
    let scopes = row.scopes.iter().map(|id| Literal::u16_unsuffixed(*id));
    quote!(v1::NameRow { service: #service, name: #name, summary: #summary, scopes: &[#(#scopes),*] })
}

fn source_row(source: &Source) -> TokenStream {
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

fn scope_row(row: &ScopeRow<'_>) -> TokenStream {
    let ScopeRow { wire, scope, .. } = row;
    let (name, summary) = (Literal::usize_unsuffixed(row.name), scope.summary());
    let sources = row.sources.iter().map(|place| Literal::usize_unsuffixed(*place));
    let mut rare = Vec::new();
    for (field, ranges) in [("covers", &row.covers), ("may_cover", &row.may_cover)] {
        let field = format_ident!("{field}");
        let ranges = ranges.iter().map(|(first, last)| {
            let [first, last] = [*first, *last].map(Literal::u16_unsuffixed);
            quote!((#first, #last))
        });
        rare.extend((ranges.len() > 0).then(|| quote!(#field: &[#(#ranges),*])));
    }
    let status = match scope.status() {
        Status::Documented => None,
        Status::Observed => Some(quote!(Observed)),
        Status::Disputed => Some(quote!(Disputed)),
        Status::Deprecated => Some(quote!(Deprecated)),
    };
    rare.extend(status.map(|status| quote!(status: v1::Status::#status)));
    rare.extend(more(scope));
    quote! {
        v1::ScopeRow { wire: #wire, name: #name, summary: #summary, sources: &[#(#sources),*], #(#rare,)* ..v1::ScopeRow::PLAIN }
    }
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
        more: v1::Some(&v1::More { requires: &[#(#requires),*], because: #because, since: #since, replacement: #replacement })
    })
}

fn doubtful_row(scope: &str, doubtful: &Doubtful) -> TokenStream {
    let (because, better) = (&doubtful.because, option(doubtful.better.as_deref()));
    quote!(v1::Doubtful { scope: #scope, because: #because, better: #better })
}

fn option(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(v1::None), |text| quote!(v1::Some(#text)))
}
