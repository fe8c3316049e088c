//! The OAuth workflow: asking for consent, exchanging codes, refreshing and revoking tokens.
//!
//! It stands on the crate [`oauth2`] and needs the feature `oauth`. What is known of Zoho without any
//! network is in [`accounts`](crate::accounts).
//!
//! ```
//! use zoho_scopes::{
//!     accounts::DataCentre,
//!     oauth::{Client, ClientId, ClientSecret, RedirectUrl},
//!     scopes,
//! };
//!
//! # fn secret(_: &str) -> String { "s".into() }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(
//!     ClientId::new("1000.EXAMPLE".into()),
//!     RedirectUrl::new("https://app.example/callback".into())?,
//! )
//! .with_secret(ClientSecret::new(secret("ZOHO_CLIENT_SECRET")));
//!
//! // 1. Send the user's browser to this address, and keep `pending` in the user's session.
//! let (url, pending) = client
//!     .authorize(DataCentre::UnitedStates, scopes!["ZohoCRM.modules.READ", "ZohoCRM.users.READ"])
//!     .offline()
//!     .url();
//! assert!(url.as_str().contains("&scope=ZohoCRM.modules.READ%2CZohoCRM.users.READ"));
//!
//! // 2. The browser comes back, here for a user whose data are in Europe.
//! let redirect = format!(
//!     "https://app.example/callback?state={}&code=1000.a.b&location=eu&accounts-server=https%3A%2F%2Faccounts.zoho.eu",
//!     pending.state().secret(),
//! );
//! let grant = pending.accept(&redirect)?;
//! assert_eq!(grant.data_centre(), DataCentre::Europe);
//!
//! // 3. Exchange the code, with `send(&transport)` or `send_async(&transport).await`. A transport is
//! //    whatever implements `oauth2`'s traits and follows no redirect.
//! let request = client.exchange(grant);
//! assert_eq!(request.http().uri(), "https://accounts.zoho.eu/oauth/v2/token");
//! # Ok(()) }
//! ```
//!
//! # Without a browser
//!
//! A device asks for codes, shows one to the user, who consents elsewhere, and polls until that is done. Zoho's device
//! flow is not that of RFC 8628, but near it. It was written after Zoho's pages, and never tried against Zoho.
//!
//! ```no_run
//! # use zoho_scopes::{accounts::DataCentre, oauth::{Client, ClientId, SendError, SyncHttpClient, Token}, scopes};
//! # use std::{error::Error, thread::sleep, time::SystemTime};
//! # fn device<T: SyncHttpClient<Error: 'static>>(client: &Client, transport: &T) -> Result<Token, Box<dyn Error>> {
//! let request = client.authorize_device(DataCentre::Europe, scopes!["ZohoCliq.Chats.READ"]).offline().request();
//! let mut device = request.send(transport)?;
//! println!("open {} and type {}", device.verification_url(), device.user_code());
//! loop {
//!     sleep(device.interval());
//!     match client.poll(&device).send(transport) {
//!         Err(SendError::Response(problem)) if device.goes_on(&problem, SystemTime::now()) => {}
//!         answer => break Ok(answer?),
//!     }
//! }
//! # }
//! ```
//!
//! # What comes back
//!
//! A [`Token`] knows when it expires, what was granted and what of the request was not, and the header
//! that carries it. Responses that are errors, whatever their status, are a typed [`Problem`].
//!
//! # With the plain crate `oauth2`
//!
//! `oauth2` joins scopes with spaces; Zoho documents commas. A [`ScopeSet`](crate::ScopeSet) becomes one
//! `oauth2::Scope` that holds the whole list:
//!
//! ```
//! use oauth2::{AuthUrl, ClientId, CsrfToken, basic::BasicClient};
//! use zoho_scopes::scopes;
//!
//! let client = BasicClient::new(ClientId::new("1000.EXAMPLE".into()))
//!     .set_auth_uri(AuthUrl::new("https://accounts.zoho.com/oauth/v2/auth".into())?);
//! let (url, _state) = client
//!     .authorize_url(CsrfToken::new_random)
//!     .add_scope(scopes!["ZohoCliq.Channels.READ", "ZohoCliq.Chats.READ"].into())
//!     .url();
//! assert!(url.as_str().ends_with("&scope=ZohoCliq.Channels.READ%2CZohoCliq.Chats.READ"));
//! # Ok::<(), oauth2::url::ParseError>(())
//! ```

mod authorization;
mod client;
mod consent;
mod device;
mod endpoints;
mod probe;
mod problem;
mod redirect;
mod request;
#[cfg(feature = "oauth-reqwest")]
mod reqwest;
mod response;
mod token;

pub use oauth2::{
    self, AccessToken, AsyncHttpClient, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest,
    HttpResponse, PkceCodeVerifier, RedirectUrl, RefreshToken, StandardRevocableToken, SyncHttpClient,
};

#[cfg(feature = "oauth-reqwest")]
pub use self::reqwest::{Reqwest, TransportError};
pub use crate::external::oauth2::granted;
pub use authorization::{Authorization, UnfitVerifier};
pub use client::Client;
pub use device::{Device, DeviceAuthorization};
pub use endpoints::{Endpoints, UnsafeAddress};
pub use probe::{MAX_ERROR, ProbeAnswer};
pub use problem::{Problem, Refusal, SendError};
pub use redirect::{Grant, Pending, RedirectError};
pub use request::Request;
pub use response::MAX_BYTES;
pub use token::Token;
