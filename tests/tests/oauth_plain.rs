//! The same flow with the plain crate `oauth2`: its users need nothing but the scope types.

mod stand_in;

use oauth2::{
    AsyncHttpClient, AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, RedirectUrl, RequestTokenError,
    TokenResponse, TokenUrl, basic::BasicClient,
};
use stand_in::{ACCESS, CLIENT_ID, CLIENT_SECRET, REDIRECT};
use zoho_scopes::{
    Scope, ScopeSet, ZohoCliq,
    accounts::{AuthorizationHeader, DataCentre, Endpoint},
    oauth::{Reqwest, granted},
    scopes,
};

const REQUESTED: ScopeSet = scopes!["ZohoCRM.modules.ALL", "ZohoCRM.users.READ"];

#[tokio::test]
async fn from_consent_to_refresh() {
    let server = stand_in::start().await;
    let at = |endpoint: Endpoint| format!("{}{}", server.uri(), endpoint.path());
    let client = BasicClient::new(ClientId::new(CLIENT_ID.into()))
        .set_client_secret(ClientSecret::new(CLIENT_SECRET.into()))
        .set_auth_type(oauth2::AuthType::RequestBody)
        .set_redirect_uri(RedirectUrl::new(REDIRECT.into()).expect("an address"))
        .set_auth_uri(AuthUrl::new(at(Endpoint::Authorization)).expect("an address"))
        .set_token_uri(TokenUrl::new(at(Endpoint::Token)).expect("an address"));

    let (url, state) = client.authorize_url(CsrfToken::new_random).add_scope((&REQUESTED).into()).url();
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert!(pairs.contains(&("scope".into(), "ZohoCRM.modules.ALL,ZohoCRM.users.READ".into())), "{url}");
    assert!(pairs.contains(&("state".into(), state.secret().clone())));

    let transport = Reqwest::new().expect("TLS");
    let code = |code: &str| AuthorizationCode::new(code.into());
    let token = client.exchange_code(code("good")).request_async(&transport).await.expect("a token");
    assert_eq!(token.access_token().secret(), ACCESS);
    assert_eq!(granted(&token), Some(REQUESTED));
    let fewer = client.exchange_code(code("fewer")).request_async(&transport).await.expect("a token");
    assert_eq!(granted(&fewer).expect("scopes").missing(&REQUESTED).to_string(), "ZohoCRM.users.READ");
    let silent = client.exchange_code(code("without-scope")).request_async(&transport).await.expect("a token");
    assert_eq!(granted(&silent), None);

    let refresh = token.refresh_token().expect("a refresh token");
    let fresh = client.exchange_refresh_token(refresh).request_async(&transport).await.expect("a token");
    let header = AuthorizationHeader::new(fresh.access_token().secret());
    assert_eq!(header.secret(), format!("Zoho-oauthtoken {ACCESS}"));

    // What the plain crate makes of an error with status 200: no token, and no code.
    let expired = client.exchange_code(code("expired")).request_async(&transport).await.expect_err("refused");
    assert!(matches!(expired, RequestTokenError::Parse(..)), "{expired}");
}

#[test]
fn scopes_convert_one_by_one_and_as_a_list() {
    let one = |scope: oauth2::Scope| scope.to_string();
    assert_eq!(one(ZohoCliq::Channels::READ.scope().into()), "ZohoCliq.Channels.READ");
    assert_eq!(one(Scope::from_static("ZohoCliq.Chats.READ").into()), "ZohoCliq.Chats.READ");
    assert_eq!(one(REQUESTED.into()), "ZohoCRM.modules.ALL,ZohoCRM.users.READ");
    let set = ScopeSet::granted("ZohoCRM.modules.visits.READ Zoho.new.READ");
    assert_eq!(one((&set).into()), "Zoho.new.READ,ZohoCRM.modules.visits.READ");
    let each: Vec<String> = set.iter().map(|entry| one((&entry).into())).collect();
    assert_eq!(each, ["Zoho.new.READ", "ZohoCRM.modules.visits.READ"]);
}

#[test]
fn addresses_of_data_centres() {
    let address = |dc: &str| dc.parse::<DataCentre>().expect("a data centre").url(Endpoint::Token);
    assert_eq!(address("us"), "https://accounts.zoho.com/oauth/v2/token");
    assert_eq!(address("ca"), "https://accounts.zohocloud.ca/oauth/v2/token");
    assert_eq!(address("com.cn"), "https://accounts.zoho.com.cn/oauth/v2/token");
}

/// The transport of this crate is one for the plain crate as well.
#[tokio::test]
async fn the_transport_serves_both() {
    let server = stand_in::start().await;
    let mut request = oauth2::HttpRequest::new(Vec::new());
    *request.uri_mut() = format!("{}/nowhere", server.uri()).parse().expect("an address");
    assert_eq!(Reqwest::new().expect("TLS").call(request).await.expect("an answer").status(), 404);
}
