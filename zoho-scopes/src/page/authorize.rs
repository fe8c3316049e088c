//! The address at which users consent to a list.

use serde::{Deserialize, Serialize};
use zoho_scopes_data::DATA_CENTRES;

use super::Page;

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
#[derive(Serialize, Deserialize)]
pub(super) struct DataCentre {
    code: String,
    name: String,
    accounts: String,
}

pub(super) fn data_centres() -> Vec<DataCentre> {
    #[derive(Deserialize)]
    struct File {
        data_centres: Vec<DataCentre>,
    }
    serde_json::from_str(DATA_CENTRES).map(|file: File| file.data_centres).unwrap_or_default()
}

impl Page {
    pub(super) fn authorize(&self, request: &Request) -> Result<String, String> {
        let all = data_centres();
        let unknown = || format!("unknown data centre `{}`", request.data_centre);
        let data_centre = all.iter().find(|known| known.code == request.data_centre).ok_or_else(unknown)?;
        let scope = self.set(&request.entries).to_string();
        let access = request.offline.then_some(("access_type", "offline"));
        let parameters = [
            ("response_type", "code"),
            ("client_id", &request.client_id),
            ("scope", &scope),
            ("redirect_uri", &request.redirect_uri),
        ];
        let parameters: Vec<String> =
            parameters.into_iter().chain(access).map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        Ok(format!("https://{}/oauth/v2/auth?{}", data_centre.accounts, parameters.join("&")))
    }
}

/// A value as a query holds it. Commas stand as they are, as Zoho writes lists.
fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~,".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
