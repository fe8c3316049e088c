//! The static table behind the enums: everything the catalogue says, as rows.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ids::Ids;
use crate::{
    catalogue::Catalogue,
    cover::Covers,
    model::{Completeness, Kind, Service, Shows},
    scope::{Scope, Status},
};

/// `static LAYER` with all its rows.
pub(super) fn layer(catalogue: &Catalogue, ids: &Ids<'_>, format: &TokenStream) -> TokenStream {
    let plan = Plan::of(catalogue);
    let date = catalogue.date();
    let services = catalogue.services().iter().map(|service| service_row(service, &plan));
    let sources = catalogue.services().iter().flat_map(source_rows);
    let names = catalogue.services().iter().flat_map(|service| name_rows(service, ids, &plan));
    let covers: HashMap<u16, (Ranges, Ranges)> =
        catalogue.services().iter().flat_map(|service| covers(service, ids)).collect();
    let scopes: Vec<TokenStream> =
        (0u16..).zip(&ids.scopes).map(|(id, (wire, scope))| scope_row(wire, scope, &covers[&id], &plan)).collect();
    let operations: BTreeSet<String> = ids
        .scopes
        .iter()
        .filter_map(|(_, scope)| scope.operation.map(|item| item.operation.to_ascii_uppercase()))
        .collect();
    let spellings = spellings(ids);
    let mistakes = catalogue.services().iter().flat_map(|service| &service.mistakes).map(|mistake| {
        let (text, means) = (&mistake.text, &mistake.means);
        quote!((#text, #means))
    });
    let doubtful = catalogue.services().iter().flat_map(doubtful_rows);
    let operations = operations.iter();
    let count = ids.scopes.len();
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

/// Where the rows of each service begin.
struct Plan {
    names: HashMap<*const Service, usize>,
    sources: HashMap<*const Service, usize>,
}

impl Plan {
    fn of(catalogue: &Catalogue) -> Self {
        let (mut names, mut sources) = (HashMap::new(), HashMap::new());
        let (mut next_name, mut next_source) = (0, 0);
        for service in catalogue.services() {
            names.insert(std::ptr::from_ref(service), next_name);
            sources.insert(std::ptr::from_ref(service), next_source);
            next_name += service.names.iter().len();
            next_source += service.sources.iter().len();
        }
        Self { names, sources }
    }

    fn name(&self, service: &Service, name: &str) -> usize {
        self.names[&std::ptr::from_ref(service)] + place(service.names.keys(), name)
    }

    fn source(&self, service: &Service, key: &str) -> usize {
        self.sources[&std::ptr::from_ref(service)] + place(service.sources.keys(), key)
    }
}

/// The place of a key that is known to exist.
fn place<'a>(mut keys: impl Iterator<Item = &'a str>, key: &str) -> usize {
    keys.position(|found| found == key).unwrap_or_default()
}

fn service_row(service: &Service, plan: &Plan) -> TokenStream {
    let Service { service: name, aliases, misnomers, product, summary, docs, checked, .. } = service;
    let completeness = match service.completeness {
        Completeness::Complete => quote!(Complete),
        Completeness::Partial => quote!(Partial),
        Completeness::Sparse => quote!(Sparse),
    };
    let first = plan.names[&std::ptr::from_ref(service)];
    let names = [first, first + service.names.iter().len()].map(Literal::usize_unsuffixed);
    let [first, end] = names;
    quote! {
        v1::ServiceRow {
            name: #name, aliases: &[#(#aliases),*], misnomers: &[#(#misnomers),*],
            product: #product, summary: #summary, docs: #docs, completeness: v1::Completeness::#completeness,
            checked: #checked, names: (#first, #end),
        }
    }
}

fn source_rows(service: &Service) -> impl Iterator<Item = TokenStream> {
    service.sources.iter().map(|(_, source)| {
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
    })
}

fn name_rows(service: &Service, ids: &Ids<'_>, plan: &Plan) -> Vec<TokenStream> {
    let mut scopes: HashMap<&str, Vec<Literal>> = HashMap::new();
    for (place, scope) in service.scopes().enumerate() {
        scopes.entry(scope.name).or_default().push(Literal::u16_unsuffixed(ids.id(service, place)));
    }
    let first = plan.names[&std::ptr::from_ref(service)];
    let owner = plan.names.values().filter(|start| **start < first).count();
    let owner = Literal::usize_unsuffixed(owner);
    let row = |(name, details): (&str, &crate::model::Name)| {
        let (summary, own) = (&details.summary, scopes.get(name).map_or(&[] as &[Literal], Vec::as_slice));
        quote!(v1::NameRow { service: #owner, name: #name, summary: #summary, scopes: &[#(#own),*] })
    };
    service.names.iter().map(row).collect()
}

/// Inclusive ranges of ids.
type Ranges = Vec<(u16, u16)>;

/// What each scope of a service covers, for certain and perhaps.
fn covers(service: &Service, ids: &Ids<'_>) -> Vec<(u16, (Ranges, Ranges))> {
    let Covers { yes, undocumented } = Covers::of(service);
    let ranges = |places: &Vec<usize>| ids.ranges(service, places);
    let both = yes.iter().zip(&undocumented).map(|(yes, perhaps)| (ranges(yes), ranges(perhaps)));
    both.enumerate().map(|(place, ranges)| (ids.id(service, place), ranges)).collect()
}

fn scope_row(wire: &str, scope: &Scope<'_>, (covers, perhaps): &(Ranges, Ranges), plan: &Plan) -> TokenStream {
    let name = Literal::usize_unsuffixed(plan.name(scope.service, scope.name));
    let summary = scope.summary();
    let sources = scope.source_keys().iter().map(|key| Literal::usize_unsuffixed(plan.source(scope.service, key)));
    let mut rare = Vec::new();
    for (field, ranges) in [("covers", covers), ("may_cover", perhaps)] {
        if !ranges.is_empty() {
            let field = format_ident!("{field}");
            let (first, last): (Vec<_>, Vec<_>) = ranges
                .iter()
                .map(|(first, last)| (Literal::u16_unsuffixed(*first), Literal::u16_unsuffixed(*last)))
                .unzip();
            rare.push(quote!(#field: &[#((#first, #last)),*]));
        }
    }
    let status = match scope.status() {
        Status::Documented => None,
        Status::Observed => Some(quote!(Observed)),
        Status::Disputed => Some(quote!(Disputed)),
        Status::Deprecated => Some(quote!(Deprecated)),
    };
    rare.extend(status.map(|status| quote!(status: v1::Status::#status)));
    rare.extend(more(scope));
    quote!(v1::ScopeRow { wire: #wire, name: #name, summary: #summary, sources: &[#(#sources),*], #(#rare,)* ..v1::ScopeRow::PLAIN })
}

/// What few scopes have.
fn more(scope: &Scope<'_>) -> Option<TokenStream> {
    let requires: Vec<&str> = scope.requires().collect();
    let end = scope.deprecated();
    let because = end.map(|end| end.because.as_str()).or(scope.disputed());
    if requires.is_empty() && because.is_none() {
        return None;
    }
    let option = |text: Option<&str>| text.map_or_else(|| quote!(None), |text| quote!(Some(#text)));
    let (because, since) = (option(because), option(end.and_then(|end| end.since.as_deref())));
    let replacement = option(end.and_then(|end| end.replacement.as_deref()));
    Some(quote! {
        more: Some(&v1::More { requires: &[#(#requires),*], because: #because, since: #since, replacement: #replacement })
    })
}

/// Official spellings that are no wire form, with the scope they spell.
fn spellings(ids: &Ids<'_>) -> Vec<TokenStream> {
    let mut spellings: Vec<(&str, u16)> = (0u16..)
        .zip(&ids.scopes)
        .flat_map(|(id, (_, scope))| {
            let aliases = scope.operation.map_or(&[] as &[String], |operation| &operation.aliases);
            aliases.iter().map(move |alias| (alias.as_str(), id))
        })
        .collect();
    spellings.sort_unstable();
    let row = |(spelling, id)| {
        let id = Literal::u16_unsuffixed(id);
        quote!((#spelling, #id))
    };
    spellings.into_iter().map(row).collect()
}

fn doubtful_rows(service: &Service) -> impl Iterator<Item = TokenStream> {
    service.doubtful.iter().flat_map(|doubtful| {
        let because = &doubtful.because;
        let better = doubtful.better.as_ref().map_or_else(|| quote!(None), |better| quote!(Some(#better)));
        doubtful
            .scopes
            .iter()
            .map(move |scope| quote!(v1::Doubtful { scope: #scope, because: #because, better: #better }))
    })
}
