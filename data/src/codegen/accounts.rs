//! What is known of Zoho Accounts, as enums and static rows.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::files::{
    Entries,
    accounts::{Accounts, DataCentre, DataCentres, ErrorCode},
    model::Source,
};

/// Generates the enums `DataCentre`, `Endpoint` and `Limit`, the rows behind them, those of error
/// codes, and the scheme of the header. The module that holds them must have the row types, and `v1`.
#[must_use]
pub fn generate(centres: &DataCentres, accounts: &Accounts) -> TokenStream {
    let data_centres = data_centres(centres);
    let endpoints = endpoints(accounts);
    let limits = limits(accounts);
    let errors = accounts.errors.iter().map(|error| error_row(error, &accounts.sources));
    let scheme = &accounts.header.scheme;
    quote! {
        #data_centres
        #endpoints
        #limits
        pub(super) static ERRORS: &[ErrorRow] = &[#(#errors),*];
        pub(super) const SCHEME: &str = #scheme;
    }
}

fn data_centres(file: &DataCentres) -> TokenStream {
    let variants: Vec<Ident> = file.data_centres.iter().map(|centre| variant(&centre.name)).collect();
    let docs =
        file.data_centres.iter().map(|centre| format!("{}, `{}`: `{}`.", centre.name, centre.code, centre.accounts));
    let rows = file.data_centres.iter().map(|centre| {
        let DataCentre { code, name, accounts, api, console, .. } = centre;
        let domains = centre.domains.iter().map(|(key, domain)| quote!((#key, #domain)));
        let disputed = option(centre.disputed.as_ref());
        let sources = sources(&centre.from, &file.sources);
        quote!(DataCentreRow {
            code: #code, name: #name, accounts: #accounts, api: #api, console: #console,
            domains: &[#(#domains),*], disputed: #disputed, sources: #sources,
        })
    });
    let doc = "A data centre of Zoho. Secrets are sent to the accounts hosts of this list, and to no other.";
    enumeration("DataCentre", doc, &variants, docs, &quote!(DataCentreRow), rows)
}

fn endpoints(file: &Accounts) -> TokenStream {
    let variants: Vec<Ident> = file.endpoints.keys().map(variant).collect();
    let docs = file.endpoints.iter().map(|(_, endpoint)| format!("`{}`: {}.", endpoint.path, endpoint.summary));
    let rows = file.endpoints.iter().map(|(_, endpoint)| {
        let (path, sources) = (&endpoint.path, sources(&endpoint.from, &file.sources));
        quote!(EndpointRow { path: #path, sources: #sources })
    });
    enumeration("Endpoint", "An endpoint of Zoho Accounts.", &variants, docs, &quote!(EndpointRow), rows)
}

fn limits(file: &Accounts) -> TokenStream {
    let variants: Vec<Ident> = file.limits.keys().map(variant).collect();
    let docs = file.limits.iter().map(|(_, limit)| {
        let values: Vec<String> = limit.values.iter().map(|value| value.value.to_string()).collect();
        let note = limit.note.as_ref().map(|note| format!("\n\nNote: {note}.")).unwrap_or_default();
        format!("{} {}: {}.{note}", values.join(" or "), limit.unit, limit.summary)
    });
    let rows = file.limits.iter().map(|(name, limit)| {
        let (summary, unit, note) = (&limit.summary, &limit.unit, option(limit.note.as_ref()));
        let values = limit.values.iter().map(|value| {
            let (number, sources) = (Literal::u32_unsuffixed(value.value), sources(&value.from, &file.sources));
            quote!(LimitValue { value: #number, sources: #sources })
        });
        quote!(LimitRow { name: #name, summary: #summary, unit: #unit, values: &[#(#values),*], note: #note })
    });
    let doc =
        "A limit or a lifetime of tokens and codes. Where official pages disagree, the smallest value is the safe one.";
    enumeration("Limit", doc, &variants, docs, &quote!(LimitRow), rows)
}

/// An enum whose variants are the places of their rows, with the traits that other enums have.
fn enumeration(
    name: &str,
    doc: &str,
    variants: &[Ident],
    docs: impl Iterator<Item = String>,
    row: &TokenStream,
    rows: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    let count = variants.len();
    quote! {
        #[doc = #doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#[doc = #docs] #variants),* }

        impl #name {
            /// Every variant.
            pub const ALL: &[Self] = &[#(Self::#variants),*];

            #[allow(clippy::too_many_lines)]
            pub(super) const fn row(self) -> &'static #row {
                static ROWS: [#row; #count] = [#(#rows),*];
                &ROWS[self as usize]
            }
        }

        impl strum::VariantArray for #name {
            const VARIANTS: &'static [Self] = Self::ALL;
        }

        impl strum::EnumCount for #name {
            const COUNT: usize = #count;
        }

        impl strum::IntoEnumIterator for #name {
            type Iterator = core::iter::Copied<core::slice::Iter<'static, Self>>;
            fn iter() -> Self::Iterator {
                Self::ALL.iter().copied()
            }
        }
    }
}

fn error_row(error: &ErrorCode, declared: &Entries<Source>) -> TokenStream {
    let ErrorCode { code, spellings, services, status, cause, remedy, .. } = error;
    let kind = Ident::new(&format!("{:?}", error.kind), Span::call_site());
    let at = error.at.iter().map(|place| Ident::new(&format!("{place:?}"), Span::call_site()));
    let status = status.iter().map(|status| Literal::u16_unsuffixed(*status));
    let (note, sources) = (option(error.note.as_ref()), sources(&error.from, declared));
    quote!(ErrorRow {
        code: #code, spellings: &[#(#spellings),*], kind: ErrorKind::#kind, at: &[#(ErrorPlace::#at),*],
        services: &[#(#services),*], status: &[#(#status),*], cause: #cause, remedy: #remedy, note: #note, sources: #sources,
    })
}

/// `United States` and `user-info` as names of variants.
fn variant(words: &str) -> Ident {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    Ident::new(&words.split([' ', '-']).map(capital).collect::<String>(), Span::call_site())
}

fn option(text: Option<&String>) -> TokenStream {
    text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
}

fn sources(keys: &[String], declared: &Entries<Source>) -> TokenStream {
    let rows = keys.iter().filter_map(|key| declared.get(key)).map(super::tables::source_of);
    quote!(&[#(#rows),*])
}
