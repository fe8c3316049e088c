//! What is generated, whatever the language: all that templates know. Texts of the catalogue are one visible line each.

use std::collections::BTreeMap;

use serde::Serialize;
use zoho_scopes::{Catalogue, Entry, Pattern, Scope, catalogue::Status};
use zoho_scopes_data::text::chars::shown;

use super::{language::Language, names::Names};

#[derive(Serialize)]
pub(super) struct Model<'a> {
    version: &'static str,
    date: &'static str,
    package: &'a str,
    services: Vec<Service>,
}

#[derive(Serialize)]
struct Service {
    name: String,
    wire: String,
    product: String,
    summary: String,
    docs: String,
    scopes: Vec<Constant>,
}

#[derive(Serialize)]
struct Constant {
    name: String,
    wire: String,
    summary: String,
    /// The status, and why where somebody said it.
    status: String,
    /// What to use instead, and why.
    deprecated: Option<String>,
}

impl<'a> Model<'a> {
    /// These entries, in their order; those of a service stand together.
    pub(super) fn new(
        language: &'static Language,
        package: &'a str,
        catalogue: Catalogue,
        entries: &[Entry<'_>],
    ) -> Self {
        let mut names = Names::new(language, catalogue);
        let mut services = BTreeMap::new();
        for entry in entries {
            let Some(known) = Known::of(entry) else { continue };
            let of = known.service;
            let service = services.entry((of.as_str().to_ascii_lowercase(), of.as_str())).or_insert_with(|| Service {
                name: names.service(of.as_str()),
                wire: visible(of.as_str()),
                product: visible(of.product()),
                summary: visible(of.summary()),
                docs: address(of.docs_url()),
                scopes: Vec::new(),
            });
            service.scopes.push(Constant {
                name: names.constant(of.as_str(), entry),
                wire: visible(entry.as_str()),
                summary: visible(known.summary),
                status: visible(&known.status_and_reason()),
                deprecated: known.deprecation().map(|text| visible(&text)),
            });
        }
        let services = services.into_values().collect();
        Self { version: env!("CARGO_PKG_VERSION"), date: catalogue.date(), package, services }
    }
}

/// What the catalogue says of an entry: of its scope, or of the pattern that admits it.
struct Known {
    service: zoho_scopes::catalogue::Service,
    summary: &'static str,
    status: Status,
    reason: Option<&'static str>,
    since: Option<&'static str>,
    replacement: Option<&'static str>,
}

macro_rules! known {
    ($described:expr) => {{
        let described = $described;
        Some(Known {
            service: described.listed_under().service(),
            summary: described.summary(),
            status: described.status(),
            reason: described.reason(),
            since: described.deprecated_since(),
            replacement: described.replacement(),
        })
    }};
}

impl Known {
    fn of(entry: &Entry<'_>) -> Option<Self> {
        match entry {
            Entry::Known(scope) => known!(*scope as Scope),
            Entry::Admitted(text) => known!(text.pattern() as Pattern),
            Entry::Unknown(_) => None,
        }
    }

    fn status_and_reason(&self) -> String {
        let reason = self.reason.filter(|_| self.status != Status::Deprecated);
        let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        format!("{}{reason}", self.status)
    }

    fn deprecation(&self) -> Option<String> {
        let replacement = self.replacement.map(|scope| format!("use {scope}"));
        let parts = [replacement, self.since.map(|since| format!("since {since}")), self.reason.map(str::to_owned)];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
        (self.status == Status::Deprecated).then(|| if text.is_empty() { "do not use it".to_owned() } else { text })
    }
}

/// A text as one line that hides nothing and commands nothing.
fn visible(text: &str) -> String {
    text.chars().map(shown).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address in characters that end neither a comment nor a string.
fn address(address: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~:/?#&+,;=%".contains(byte);
    let encoded = |byte: u8| if is_plain(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    address.bytes().map(encoded).collect()
}
