//! The address at which users consent to a list: a template, to which a program adds the state of each
//! request. The feature `oauth` makes whole requests, and needs random numbers for them.

use serde::{Deserialize, Serialize};
use zoho_scopes::accounts::{DataCentre, Endpoint};

use super::{check::set, known::Known};

/// For whom, and where it leads back to.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Request {
    entries: Vec<String>,
    data_centre: String,
    client_id: String,
    redirect_uri: String,
    offline: bool,
}

/// Where accounts live.
#[derive(Serialize)]
pub(super) struct Centre {
    code: &'static str,
    name: &'static str,
    accounts: &'static str,
}

pub(super) fn data_centres() -> Vec<Centre> {
    let describe =
        |centre: &DataCentre| Centre { code: centre.as_str(), name: centre.name(), accounts: centre.accounts_host() };
    DataCentre::ALL.iter().map(describe).collect()
}

pub(super) fn authorize(known: &Known, request: &Request) -> Result<String, String> {
    let unknown = || format!("unknown data centre `{}`", request.data_centre);
    let centre = DataCentre::from_location(&request.data_centre).ok_or_else(unknown)?;
    let scope = set(known, &request.entries).to_string();
    let access = request.offline.then_some(("access_type", "offline"));
    let parameters = [
        ("response_type", "code"),
        ("client_id", &request.client_id),
        ("scope", &scope),
        ("redirect_uri", &request.redirect_uri),
    ];
    let parameters: Vec<String> =
        parameters.into_iter().chain(access).map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    Ok(format!("{}?{}", centre.url(Endpoint::Authorization), parameters.join("&")))
}

/// A value as a query holds it. Commas stand as they are, as Zoho writes lists.
fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
