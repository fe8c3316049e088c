//! Asking Zoho whether a scope exists. The endpoint of the device flow answers without a user, and refuses a request
//! that holds an unknown scope.

use alloc::{borrow::ToOwned, format, string::String};

use oauth2::HttpResponse;
use serde_json::{Map, Value};

use super::{
    client::Client,
    problem::Problem,
    request::{Draft, Request},
    response::{self, Said},
    token::Origin,
};
use crate::accounts::{DataCentre, ErrorKind};

/// What Zoho answered about one scope on the day it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProbeAnswer {
    /// The scope exists. The codes that came with the answer were dropped.
    Accepted,
    /// The scope does not exist, or not for this client.
    Refused {
        /// The error as it came, at most [`MAX_ERROR`] characters of it.
        error: String,
    },
    /// An error that no source describes as one about scopes.
    Unclear {
        /// The error as it came, at most [`MAX_ERROR`] characters of it.
        error: String,
    },
}

/// Longer errors are cut.
pub const MAX_ERROR: usize = 200;

impl Client {
    /// Asks whether a scope exists, as it is written. Nothing but the client id and the scope is sent.
    ///
    /// No source records the code with which Zoho refuses a scope: compare [`ProbeAnswer::Unclear`] to the answer about
    /// a scope that does not exist. Ask about one scope at a time, with pauses; stop at [`Problem::Throttled`].
    ///
    /// It follows Zoho's pages and public code, and was never tried against Zoho.
    ///
    /// ```
    /// use zoho_scopes::{accounts::DataCentre, oauth::{Client, ClientId}};
    ///
    /// let client = Client::self_client(ClientId::new("1004.EXAMPLE".into()));
    /// let request = client.probe(DataCentre::Europe, "ZohoCliq.Chats.READ");
    /// assert_eq!(request.http().uri(), "https://accounts.zoho.eu/oauth/v3/device/code");
    /// assert_eq!(request.http().body(), b"client_id=1004.EXAMPLE&grant_type=device_request&scope=ZohoCliq.Chats.READ");
    /// ```
    pub fn probe(&self, centre: DataCentre, scope: &str) -> Request<ProbeAnswer> {
        let form = [("client_id", self.id().as_str()), ("grant_type", "device_request"), ("scope", scope)];
        let draft = Draft::post(&self.endpoints(centre).device_code, &form);
        let origin = Origin { centre, requested: None, own_server: self.has_own_server() };
        Request::new(draft, origin, |_, response, _| read(response))
    }
}

fn read(response: &HttpResponse) -> Result<ProbeAnswer, Problem> {
    let Said { fields, refusal } = response::said(response)?;
    let Some(refusal) = refusal else {
        let is_accepted = text(&fields, "device_code").is_some();
        let malformed = Problem::Malformed { status: response.status().as_u16() };
        return if is_accepted { Ok(ProbeAnswer::Accepted) } else { Err(malformed) };
    };
    match refusal.kind() {
        Some(ErrorKind::Throttled) => Err(Problem::Throttled),
        Some(ErrorKind::Client | ErrorKind::Secret) => Err(Problem::Refused(refusal)),
        Some(ErrorKind::Scope) => Ok(ProbeAnswer::Refused { error: error(&fields) }),
        _ => Ok(ProbeAnswer::Unclear { error: error(&fields) }),
    }
}

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    fields.get(name).and_then(Value::as_str)
}

/// The error with its description.
fn error(fields: &Map<String, Value>) -> String {
    let error = text(fields, "error").unwrap_or_default();
    let description = text(fields, "error_description");
    let whole = description.map_or_else(|| error.to_owned(), |description| format!("{error}: {description}"));
    whole.chars().take(MAX_ERROR).collect()
}
