//! Asking a user for consent.

use core::fmt;

use oauth2::{AuthUrl, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, url::Url};

use super::{
    client::Client,
    consent::{Consent, consent_setters},
    redirect::Pending,
};
use crate::{accounts::DataCentre, set::ScopeSet};

/// A request for consent, to be made by the user's browser.
#[derive(Debug)]
#[must_use]
pub struct Authorization<'a> {
    client: &'a Client,
    centre: DataCentre,
    scopes: ScopeSet,
    consent: Consent,
    state: Option<CsrfToken>,
    challenge: bool,
    verifier: Option<PkceCodeVerifier>,
}

impl Client {
    /// Asks a user for consent to `scopes`. For most users the data centre in which to ask is the one in
    /// which the client is registered: Zoho leads users to their own, except for China.
    pub fn authorize(&self, centre: DataCentre, scopes: ScopeSet) -> Authorization<'_> {
        Authorization::new(self, centre, scopes)
    }
}

impl<'a> Authorization<'a> {
    fn new(client: &'a Client, centre: DataCentre, scopes: ScopeSet) -> Self {
        let challenge = !client.has_secret();
        Self { client, centre, scopes, consent: Consent::default(), state: None, challenge, verifier: None }
    }

    consent_setters!();

    /// With a state of one's own, which nobody can guess. Without it one is made.
    pub fn state(mut self, state: CsrfToken) -> Self {
        self.state = Some(state);
        self
    }

    /// With or without a code challenge (PKCE, S256). Unless this is said, clients without a secret have
    /// one: Zoho documents it for mobile and desktop clients, and server-based ones were seen to use it.
    pub fn pkce(mut self, challenge: bool) -> Self {
        self.challenge = challenge;
        self
    }

    /// With a code challenge for a verifier of one's own, which nobody can guess.
    ///
    /// # Errors
    ///
    /// A verifier that is not 43 to 128 letters, digits and `-._~`, as RFC 7636 has it.
    pub fn pkce_verifier(mut self, verifier: PkceCodeVerifier) -> Result<Self, UnfitVerifier> {
        let is_unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let text = verifier.secret();
        if !(43..=128).contains(&text.len()) || !text.bytes().all(is_unreserved) {
            return Err(UnfitVerifier(()));
        }
        self.challenge = true;
        self.verifier = Some(verifier);
        Ok(self)
    }

    /// The address to send the browser to, and what must be kept until it comes back.
    #[must_use]
    pub fn url(self) -> (Url, Pending) {
        let Self { client, centre, scopes, consent, state, challenge, verifier } = self;
        let protocol = client.protocol(centre).set_auth_uri(AuthUrl::from_url(client.endpoints(centre).authorization));
        let mut request = protocol.authorize_url(|| state.unwrap_or_else(|| CsrfToken::new_random_len(32)));
        if !scopes.is_empty() {
            request = request.add_scope((&scopes).into());
        }
        for (name, value) in consent.parameters() {
            request = request.add_extra_param(name, value);
        }
        let verifier = challenge.then(|| verifier.unwrap_or_else(|| PkceCodeChallenge::new_random_sha256().1));
        if let Some(verifier) = &verifier {
            request = request.set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(verifier));
        }
        let (url, state) = request.url();
        let mut pending = Pending::new(state, centre, scopes);
        pending.verifier = verifier;
        pending.own_server = client.has_own_server();
        (url, pending)
    }
}

/// A code verifier that the standard does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnfitVerifier(());

impl fmt::Display for UnfitVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code verifier has 43 to 128 letters, digits and `-._~`")
    }
}

impl core::error::Error for UnfitVerifier {}
