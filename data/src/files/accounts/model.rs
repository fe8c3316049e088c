//! What the two files say: the serde model, and the source of their JSON Schemas.

use serde::Deserialize;

use crate::files::{entries::Entries, model::Source};

/// The data centres of Zoho.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DataCentres {
    /// The address of the JSON Schema, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[serde(rename = "checked")]
    pub verified: String,
    /// For the next editor.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Where facts were seen, by a short key.
    pub sources: Entries<Source>,
    /// The data centres: secrets are sent to the accounts hosts of this list, and to no other.
    pub data_centres: Vec<DataCentre>,
    /// Data centres that sources name and that are not trusted.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
}

/// A data centre with its hosts.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DataCentre {
    /// The `location` of a redirect.
    pub code: String,
    /// The country or region.
    pub name: String,
    /// Host of Zoho Accounts, which gives tokens.
    pub accounts: String,
    /// Host of the APIs that share one, the usual `api_domain`.
    pub api: String,
    /// Host of the API console, where clients are registered.
    pub console: String,
    /// What registrable domains of product hosts become there.
    pub domains: Entries<String>,
    /// Keys of the sources; best first.
    pub from: Vec<String>,
    /// What of it is in doubt.
    #[serde(default)]
    pub disputed: Option<String>,
}

/// A data centre that is left out on purpose.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The code that sources give it.
    pub code: String,
    /// The country or region.
    pub name: String,
    /// Why it is left out.
    #[serde(rename = "because")]
    pub reason: String,
    /// Keys of the sources.
    pub from: Vec<String>,
}

/// Endpoints, limits and error codes.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// The address of the JSON Schema, for editors.
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The day the facts were last compared with their sources, `YYYY-MM-DD`.
    #[serde(rename = "checked")]
    pub verified: String,
    /// For the next editor.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Where facts were seen, by a short key.
    pub sources: Entries<Source>,
    /// Endpoints of an accounts host, sorted by name.
    pub endpoints: Entries<Endpoint>,
    /// The header that carries a token.
    pub header: Header,
    /// Limits and lifetimes, sorted by name.
    pub limits: Entries<Limit>,
    /// Error codes, sorted without regard to case.
    pub errors: Vec<ErrorCode>,
}

/// An endpoint of an accounts host.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// The path, from the root.
    pub path: String,
    /// The HTTP method.
    pub method: String,
    /// What it does: no capital, no full stop.
    pub summary: String,
    /// A few words of our own.
    #[serde(default)]
    pub note: Option<String>,
    /// Keys of the sources; best first.
    pub from: Vec<String>,
}

/// The header that carries a token.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The scheme that every service takes.
    pub scheme: String,
    /// Schemes that some take as well.
    #[serde(default)]
    pub also: Vec<String>,
    /// A few words of our own.
    #[serde(default)]
    pub note: Option<String>,
    /// Keys of the sources; best first.
    pub from: Vec<String>,
}

/// A limit or a lifetime. Where sources disagree, every value stands; the smallest is the safe one.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What is limited: no capital, no full stop.
    pub summary: String,
    /// What is counted.
    pub unit: String,
    /// The values that sources give, rising.
    pub values: Vec<Value>,
    /// A few words of our own.
    #[serde(default)]
    pub note: Option<String>,
}

/// A value with the sources that give it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// The value.
    pub value: u32,
    /// Keys of the sources; best first.
    pub from: Vec<String>,
}

/// An error code, with what causes it and what fixes it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErrorCode {
    /// The code as its best source spells it.
    pub code: String,
    /// Other spellings.
    #[serde(default)]
    pub spellings: Vec<String>,
    /// What kind of thing is wrong.
    pub kind: ErrorKind,
    /// Where it is met.
    pub at: Vec<ErrorPlace>,
    /// The services whose APIs answer with it, as their scopes name them.
    #[serde(default)]
    pub services: Vec<String>,
    /// The HTTP statuses it was seen under; none means that sources do not say.
    #[serde(default)]
    pub status: Vec<u16>,
    /// What causes it: no capital, no full stop.
    pub cause: String,
    /// What to do: no capital, no full stop.
    pub remedy: String,
    /// A few words of our own.
    #[serde(default)]
    pub note: Option<String>,
    /// Keys of the sources; best first.
    pub from: Vec<String>,
}

/// What kind of thing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ErrorKind {
    /// The client id, or the data centre it is used in.
    Client,
    /// The client secret.
    Secret,
    /// The redirect URI.
    Redirect,
    /// The authorization code, the refresh token or the device code.
    Code,
    /// A scope: unknown when asked for, or missing when used.
    Scope,
    /// The access token.
    Token,
    /// The user said no.
    Denied,
    /// Too many requests.
    Throttled,
    /// The organisation, or the lack of one.
    Organisation,
    /// What the user or the edition may do.
    Permission,
    /// The user's session.
    Session,
    /// Nothing: the user has yet to answer.
    Pending,
    /// The data centre: the user is in another.
    DataCentre,
    /// The request itself.
    Request,
    /// Zoho, or nobody knows.
    Server,
}

/// Where an error is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ErrorPlace {
    /// In the redirect that answers an authorization request.
    Authorization,
    /// On a page that Zoho shows instead of redirecting.
    Page,
    /// In the answer of the token endpoint.
    Token,
    /// In the answers a device gets.
    Device,
    /// In the answer of an API.
    Api,
}
