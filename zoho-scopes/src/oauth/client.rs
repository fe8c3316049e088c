//! A client that is registered in the API console, and the requests it makes.

use alloc::collections::BTreeMap;

use oauth2::{
    AuthType, AuthorizationCode, ClientId, ClientSecret, EndpointNotSet, EndpointSet, RedirectUrl, RefreshToken,
    RevocableToken, RevocationUrl, StandardRevocableToken, TokenUrl, basic,
};

use super::{
    endpoints::Endpoints,
    redirect::Grant,
    request::{Draft, Request},
    token::{Origin, Token},
};
use crate::{accounts::DataCentre, set::ScopeSet};

/// A client that is registered in the API console.
#[derive(Debug, Clone)]
pub struct Client {
    id: ClientId,
    redirect: Option<RedirectUrl>,
    secret: Option<ClientSecret>,
    secrets: BTreeMap<DataCentre, ClientSecret>,
    own_server: Option<Endpoints>,
}

/// `oauth2`'s client, with tokens that are revoked in Zoho's way.
type Protocol<HasTokenUrl = EndpointNotSet> = oauth2::Client<
    basic::BasicErrorResponse,
    basic::BasicTokenResponse,
    basic::BasicTokenIntrospectionResponse,
    Revoked,
    basic::BasicRevocationErrorResponse,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    HasTokenUrl,
>;

impl Client {
    /// A client to which users are redirected: server-based, or mobile and desktop.
    #[must_use]
    pub fn new(id: ClientId, redirect: RedirectUrl) -> Self {
        Self { redirect: Some(redirect), ..Self::self_client(id) }
    }

    /// A self client: its codes are made in the API console, and nobody is redirected.
    #[must_use]
    pub fn self_client(id: ClientId) -> Self {
        Self { id, redirect: None, secret: None, secrets: BTreeMap::new(), own_server: None }
    }

    /// With the client secret. Without one, as in mobile and desktop applications, authorization requests
    /// carry a code challenge.
    #[must_use]
    pub fn with_secret(mut self, secret: ClientSecret) -> Self {
        self.secret = Some(secret);
        self
    }

    /// With the client secret of one data centre, where they do not share one.
    #[must_use]
    pub fn with_secret_of(mut self, centre: DataCentre, secret: ClientSecret) -> Self {
        self.secrets.insert(centre, secret);
        self
    }

    /// With an accounts server of one's own: every request goes there, whatever the data centre.
    #[must_use]
    pub fn with_own_server(mut self, endpoints: Endpoints) -> Self {
        self.own_server = Some(endpoints);
        self
    }

    /// Exchanges a code, at the data centre of the user.
    pub fn exchange(&self, grant: Grant) -> Request<Token> {
        let Grant { code, verifier, centre, requested } = grant;
        let client = self.for_tokens(centre);
        let mut request = client.exchange_code(AuthorizationCode::new(code.into_secret()));
        if let Some(verifier) = verifier {
            request = request.set_pkce_verifier(verifier);
        }
        let draft = Draft::of(|transport| drop(request.request(transport)));
        self.token_request(draft, centre, requested)
    }

    /// Makes a new access token for the scopes that the refresh token has; more scopes need new consent.
    /// The response has no refresh token: keep the old one.
    pub fn refresh(&self, centre: DataCentre, token: &RefreshToken) -> Request<Token> {
        let client = self.for_tokens(centre);
        let request = client.exchange_refresh_token(token);
        let draft = Draft::of(|transport| drop(request.request(transport)));
        self.token_request(draft, centre, None)
    }

    /// Makes a token without a user, for a self client. `organisation` is needed by services with several:
    /// the service and the organisation's id, joined by a dot.
    pub fn client_credentials(
        &self,
        centre: DataCentre,
        scopes: ScopeSet,
        organisation: Option<&str>,
    ) -> Request<Token> {
        let client = self.for_tokens(centre);
        let mut request = client.exchange_client_credentials().add_scope((&scopes).into());
        if let Some(organisation) = organisation {
            request = request.add_extra_param("soid", organisation);
        }
        let draft = Draft::of(|transport| drop(request.request(transport)));
        self.token_request(draft, centre, Some(scopes))
    }

    /// Revokes a token. With a refresh token, its access tokens end as well.
    pub fn revoke(&self, centre: DataCentre, token: impl Into<StandardRevocableToken>) -> Request<()> {
        let token = token.into();
        let (kind, endpoints) = (token.type_hint().unwrap_or_default().to_owned(), self.endpoints(centre));
        // `oauth2` wants https here, which a server on this machine may lack: the request gets its address after.
        let client = self
            .protocol(centre)
            .set_auth_type(AuthType::BasicAuth)
            .set_revocation_url(RevocationUrl::from_url(Endpoints::of(centre).revocation));
        let draft = Draft::of(|transport| {
            let request = client.revoke_token(Revoked(token));
            drop(request.map(|request| request.add_extra_param("token_type", kind).request(transport)));
        });
        Request::for_revocation(draft.to(&endpoints.revocation), centre)
    }

    fn for_tokens(&self, centre: DataCentre) -> Protocol<EndpointSet> {
        self.protocol(centre).set_token_uri(TokenUrl::from_url(self.endpoints(centre).token))
    }

    fn token_request(&self, draft: Draft, centre: DataCentre, requested: Option<ScopeSet>) -> Request<Token> {
        Request::for_token(draft, Origin { centre, requested, own_server: self.own_server.is_some() })
    }

    pub(super) fn id(&self) -> &ClientId {
        &self.id
    }

    /// The secret for a data centre, if there is one.
    pub(super) fn secret_of(&self, centre: DataCentre) -> Option<&ClientSecret> {
        self.secrets.get(&centre).or(self.secret.as_ref())
    }

    pub(super) fn has_secret(&self) -> bool {
        self.secret.is_some() || !self.secrets.is_empty()
    }

    pub(super) fn has_own_server(&self) -> bool {
        self.own_server.is_some()
    }

    pub(super) fn endpoints(&self, centre: DataCentre) -> Endpoints {
        self.own_server.clone().unwrap_or_else(|| Endpoints::of(centre))
    }

    pub(super) fn protocol(&self, centre: DataCentre) -> Protocol {
        let mut client = Protocol::new(self.id.clone()).set_auth_type(AuthType::RequestBody);
        if let Some(redirect) = &self.redirect {
            client = client.set_redirect_uri(redirect.clone());
        }
        match self.secret_of(centre) {
            Some(secret) => client.set_client_secret(secret.clone()),
            None => client,
        }
    }
}

/// A token to revoke; Zoho's parameter for its kind is not the standard one.
#[derive(Debug)]
pub(super) struct Revoked(StandardRevocableToken);

impl RevocableToken for Revoked {
    fn secret(&self) -> &str {
        self.0.secret()
    }

    fn type_hint(&self) -> Option<&str> {
        None
    }
}
