//! The OAuth workflow from end to end, against a stand-in for Zoho Accounts on this machine.

mod redirects;
mod stand_in;

use std::{
    sync::Mutex,
    time::{Duration, SystemTime},
};

use stand_in::{ACCESS, CLIENT_ID, CLIENT_SECRET, REDIRECT, REFRESH, SECRETS};
use wiremock::MockServer;
use zoho_scopes::{
    ScopeSet,
    accounts::{DataCentre, ErrorCode, ErrorKind, ErrorPlace},
    oauth::{
        AsyncHttpClient, AuthorizationCode, Client, ClientId, ClientSecret, Endpoints, Grant, HttpRequest, Problem,
        RedirectUrl, RefreshToken, Request, Reqwest, SendError, SyncHttpClient, Token, TransportError,
    },
    scopes,
};

const REQUESTED: ScopeSet = scopes!["ZohoCRM.modules.ALL", "ZohoCRM.users.READ"];

fn client(server: &MockServer) -> Client {
    registered().with_own_server(Endpoints::at(&server.uri()).expect("a server on this machine"))
}

fn registered() -> Client {
    Client::new(ClientId::new(CLIENT_ID.into()), RedirectUrl::new(REDIRECT.into()).expect("an address"))
        .with_secret(ClientSecret::new(CLIENT_SECRET.into()))
}

fn grant(code: &str) -> Grant {
    Grant::new(DataCentre::UnitedStates, AuthorizationCode::new(format!("5ecre7c0de.{code}"))).with_requested(REQUESTED)
}

/// The async transport, for requests that block.
struct Blocking;

impl SyncHttpClient for Blocking {
    type Error = TransportError;

    fn call(&self, request: HttpRequest) -> Result<oauth2::HttpResponse, TransportError> {
        let answer = || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async { Reqwest::new()?.call(request).await })
        };
        std::thread::scope(|scope| scope.spawn(answer).join()).expect("no panic")
    }
}

/// What a request gets in both ways of sending it, which must be the same.
async fn sent<T>(request: &Request<T>) -> Result<T, Problem> {
    let blocking = request.send(&Blocking);
    let asynchronous = request.send_async(&Reqwest::new().expect("TLS")).await;
    match (blocking, asynchronous) {
        (Ok(_), Ok(answer)) => Ok(answer),
        (Err(SendError::Response(one)), Err(SendError::Response(other))) => {
            assert_eq!(one, other);
            Err(other)
        }
        (one, other) => panic!("{:?}, but {:?}", one.err(), other.err()),
    }
}

async fn exchanged(server: &MockServer, code: &str) -> Result<Token, Problem> {
    sent(&client(server).exchange(grant(code))).await
}

#[tokio::test]
async fn from_consent_to_revocation() {
    let server = stand_in::start().await;
    let client = client(&server);
    let (url, pending) = client.authorize(DataCentre::UnitedStates, REQUESTED).offline().consent().pkce(true).url();
    let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let of = |name: &str| query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value);
    assert_eq!(url.path(), "/oauth/v2/auth");
    assert_eq!(of("scope"), "ZohoCRM.modules.ALL,ZohoCRM.users.READ");
    assert_eq!([of("access_type"), of("prompt"), of("response_type")], ["offline", "consent", "code"]);
    assert_eq!([of("client_id"), of("redirect_uri")], [CLIENT_ID, REDIRECT]);
    assert_eq!([of("code_challenge").len(), of("state").len()], [43, 43]);
    assert_eq!([of("code_challenge_method"), of("state")], ["S256", pending.state().secret()]);

    let redirect = format!("{REDIRECT}?state={}&location=us&code=5ecre7c0de.challenged", of("state"));
    let token = sent(&client.exchange(pending.accept(&redirect).expect("accepted"))).await.expect("a token");
    assert_eq!(token.access_token().secret(), ACCESS);
    assert_eq!(token.header().secret(), format!("Zoho-oauthtoken {ACCESS}"));
    assert_eq!(token.api_domain().map(oauth2::url::Url::as_str), Some("https://www.zohoapis.com/"));
    assert_eq!(token.scopes(), Some(&REQUESTED));
    assert!(token.missing().is_empty());

    let refresh = token.refresh_token().expect("a refresh token");
    let fresh = sent(&client.refresh(token.data_centre(), refresh)).await.expect("a token");
    assert!(fresh.refresh_token().is_none() && fresh.scopes().is_none() && fresh.missing().is_empty());
    sent(&client.revoke(token.data_centre(), refresh)).await.expect("revoked");
    let again = sent(&client.revoke(token.data_centre(), token.access_token())).await.expect_err("refused");
    assert_eq!(again.kind(), Some(ErrorKind::Code));

    // Secrets travel in bodies, and in the header of the revocation: no address holds one.
    for request in server.received_requests().await.expect("requests are kept") {
        assert!(request.url.query().is_none(), "{}", request.url);
    }
}

#[tokio::test]
async fn errors_come_with_status_200() {
    let server = stand_in::start().await;
    let codes = ErrorCode::all().filter(|code| code.places().contains(&ErrorPlace::Token));
    let codes = codes.filter(|code| code.kind() != ErrorKind::Throttled);
    for code in codes {
        let problem = exchanged(&server, &format!("error.{code}")).await.expect_err("refused");
        let Problem::Refused(refusal) = &problem else { panic!("{code}: {problem:?}") };
        assert_eq!((refusal.code(), refusal.status()), (Some(code), Some(200)));
        assert_eq!(problem.to_string(), format!("`{code}`: {}", code.cause()));
        assert_eq!(problem.help(), code.remedy());
    }
    let unknown = exchanged(&server, "unknown-code").await.expect_err("refused");
    assert_eq!(unknown.to_string(), "`brand_new_error`: a code that no source describes");
    assert_eq!(unknown.kind(), None);
}

#[tokio::test]
async fn what_is_wrong_is_reported_by_its_kind() {
    let server = stand_in::start().await;
    let kind =
        async |client: Client, code: &str| sent(&client.exchange(grant(code))).await.expect_err("refused").kind();
    let own = || Endpoints::at(&server.uri()).expect("a server on this machine");
    let of = |id: &str, redirect: &str| {
        Client::new(ClientId::new(id.into()), RedirectUrl::new(redirect.into()).expect("an address"))
            .with_own_server(own())
    };
    let secret = || ClientSecret::new(CLIENT_SECRET.into());
    assert_eq!(kind(of("1000.OTHER", REDIRECT).with_secret(secret()), "good").await, Some(ErrorKind::Client));
    assert_eq!(kind(of(CLIENT_ID, REDIRECT), "good").await, Some(ErrorKind::Secret));
    assert_eq!(
        kind(of(CLIENT_ID, "https://other.example").with_secret(secret()), "good").await,
        Some(ErrorKind::Redirect)
    );
    assert_eq!(kind(client(&server), "expired").await, Some(ErrorKind::Code));
    let other = client(&server).with_secret_of(DataCentre::UnitedStates, ClientSecret::new("another".into()));
    assert_eq!(kind(other, "good").await, Some(ErrorKind::Secret), "a data centre can have a secret of its own");
}

#[tokio::test]
async fn throttling_is_reported_without_reading_its_words() {
    let server = stand_in::start().await;
    for code in ["throttled", "throttled-translated", "throttled-plain"] {
        assert_eq!(exchanged(&server, code).await.expect_err("throttled"), Problem::Throttled, "{code}");
    }
    assert_eq!(Problem::Throttled.kind(), Some(ErrorKind::Throttled));
}

#[tokio::test]
async fn what_was_granted_is_held_against_what_was_asked() {
    let server = stand_in::start().await;
    assert_eq!(exchanged(&server, "fewer").await.expect("a token").missing().to_string(), "ZohoCRM.users.READ");
    assert!(exchanged(&server, "without-scope").await.expect("a token").missing().is_empty());
    let grant = grant("spelled-out").with_requested(scopes!["Site24x7.Admin.All", "ZohoCRM.users.READ"]);
    let token = sent(&client(&server).exchange(grant)).await.expect("a token");
    assert_eq!(token.missing().to_string(), "ZohoCRM.users.READ", "an ALL that is spelled out is granted");
}

#[tokio::test]
async fn client_credentials_and_self_clients() {
    let server = stand_in::start().await;
    let client = Client::self_client(ClientId::new(CLIENT_ID.into()))
        .with_secret(ClientSecret::new(CLIENT_SECRET.into()))
        .with_own_server(Endpoints::at(&server.uri()).expect("a server on this machine"));
    let lacks = sent(&client.client_credentials(DataCentre::India, REQUESTED, None)).await.expect_err("refused");
    assert_eq!(lacks.kind(), Some(ErrorKind::Organisation));
    let token =
        sent(&client.client_credentials(DataCentre::India, REQUESTED, Some("ZohoCRM.600"))).await.expect("a token");
    assert_eq!(token.scopes(), Some(&REQUESTED));
    sent(&client.exchange(grant("good"))).await.expect("a token");
    let last = server.received_requests().await.expect("requests are kept").pop().expect("a request");
    assert!(!String::from_utf8_lossy(&last.body).contains("redirect_uri"), "a self client sends none");
}

#[tokio::test]
async fn lives_and_unknown_fields() {
    let server = stand_in::start().await;
    let token = exchanged(&server, "old").await.expect("a token");
    assert_eq!(token.lifetime().as_secs(), 3600, "milliseconds beside seconds");
    assert!(token.others().contains_key("id_token") && token.others().contains_key("expires_in_sec"));
    let end = token.expires_at();
    let before = |seconds| end - Duration::from_secs(seconds);
    assert!(token.is_fresh(before(61)) && !token.is_fresh(before(60)) && !token.is_fresh(end));
    assert!(token.is_fresh_for(before(2), Duration::from_secs(1)));
    let other = exchanged(&server, "other-api").await.expect("a token");
    assert_eq!(other.api_domain().map(oauth2::url::Url::scheme), Some("https"), "a server of one's own may name any");
}

#[test]
fn lives_as_answers_write_them() {
    let lifetime = |rest: &str| {
        let body = format!("{{\"access_token\":\"a\"{rest}}}");
        let token = Token::from_answer(body.as_bytes(), DataCentre::Europe, SystemTime::UNIX_EPOCH).expect("a token");
        assert_eq!(token.expires_at(), SystemTime::UNIX_EPOCH + token.lifetime());
        token.lifetime().as_secs()
    };
    assert_eq!(lifetime(""), 3600, "what is documented");
    assert_eq!(lifetime(",\"expires_in\":1800"), 1800);
    assert_eq!(lifetime(",\"expires_in\":\"1800\""), 1800);
    assert_eq!(lifetime(",\"expires_in\":1800000,\"expires_in_sec\":1800"), 1800);
    assert_eq!(lifetime(",\"expires_in\":3600000"), 3600, "milliseconds without a word");
    assert_eq!(lifetime(",\"expires_in\":-5"), 3600);
    assert_eq!(lifetime(",\"expires_in\":1e300"), 3600);
}

#[test]
fn a_forged_api_domain_is_no_api_domain() {
    let domain = |domain: &str| {
        let body = serde_json::json!({"access_token": "a", "api_domain": domain}).to_string();
        let token = Token::from_answer(body.as_bytes(), DataCentre::Europe, SystemTime::UNIX_EPOCH).expect("a token");
        assert_eq!(token.others()["api_domain"], domain);
        token.api_domain().map(ToString::to_string)
    };
    assert_eq!(domain("https://www.zohoapis.eu").as_deref(), Some("https://www.zohoapis.eu/"));
    assert_eq!(domain("https://api.zoho.com").as_deref(), Some("https://api.zoho.com/"));
    for forged in
        ["http://www.zohoapis.eu", "https://www.zohoapis.eu.evil.example", "https://evilzohoapis.eu", "nonsense"]
    {
        assert_eq!(domain(forged), None, "{forged}");
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let server = stand_in::start().await;
    for code in ["redirected", "redirected-away"] {
        assert_eq!(exchanged(&server, code).await.expect_err("a redirect"), Problem::Redirected, "{code}");
    }
    let requests = server.received_requests().await.expect("requests are kept");
    assert!(requests.iter().all(|request| request.url.path() == "/oauth/v2/token"), "a secret went to /stolen");
}

#[tokio::test]
async fn pages_and_answers_without_a_token() {
    let server = stand_in::start().await;
    assert_eq!(exchanged(&server, "page").await.expect_err("a page"), Problem::Malformed { status: 500 });
    assert_eq!(exchanged(&server, "no-token").await.expect_err("no token"), Problem::NoToken);
}

#[tokio::test]
async fn long_answers_are_not_read() {
    let server = stand_in::start().await;
    let request = client(&server).exchange(grant("huge"));
    let answer = request.send_async(&Reqwest::new().expect("TLS")).await;
    assert!(matches!(answer, Err(SendError::Transport(TransportError::TooLarge))));
    // A transport of another kind may have read it.
    let read = |length: usize| {
        let body = format!("{{\"access_token\":\"a\"{}}}", " ".repeat(length - 20));
        request.read(&oauth2::HttpResponse::new(body.into_bytes()), SystemTime::UNIX_EPOCH).map(drop)
    };
    assert_eq!(read(zoho_scopes::oauth::MAX_BYTES), Ok(()));
    assert_eq!(read(zoho_scopes::oauth::MAX_BYTES + 1), Err(Problem::TooLarge));
}

#[tokio::test]
async fn slow_answers_are_given_up() {
    let server = stand_in::start().await;
    let request = client(&server).exchange(grant("slow"));
    let soon = Duration::from_millis(300);
    let answer = request.send_async(&Reqwest::with_timeout(soon).expect("TLS")).await;
    assert!(matches!(answer, Err(SendError::Transport(TransportError::Http(error))) if error.is_timeout()));
}

#[tokio::test]
async fn answers_that_are_cut_off() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n";
    let body = format!("{{\"access_token\":\"{ACCESS}\",\"expi");
    let request = |server: String| {
        registered().with_own_server(Endpoints::at(&server).expect("a server on this machine")).exchange(grant("good"))
    };
    let short = request(stand_in::that_says(format!("{head}content-length: 500\r\n\r\n{body}")));
    let error = short.send_async(&Reqwest::new().expect("TLS")).await.expect_err("cut off");
    assert!(matches!(error, SendError::Transport(TransportError::Http(_))));
    let why = std::error::Error::source(&error).expect("why the connection failed").to_string();
    assert!(!error.to_string().contains(&why), "said once: {error}: {why}");
    assert!(std::error::Error::source(&SendError::<TransportError>::from(Problem::NoToken)).is_none());
    let unmeasured = request(stand_in::that_says(format!("{head}\r\n{body}")));
    assert_eq!(sent(&unmeasured).await.expect_err("cut off"), Problem::Malformed { status: 200 });
}

/// A transport that notes the host which a request is for, and hands it to the stand-in.
struct Diverted<'a> {
    server: &'a MockServer,
    hosts: Mutex<Vec<String>>,
}

impl SyncHttpClient for Diverted<'_> {
    type Error = TransportError;

    fn call(&self, mut request: HttpRequest) -> Result<oauth2::HttpResponse, Self::Error> {
        assert_eq!(request.uri().scheme_str(), Some("https"));
        self.hosts.lock().expect("no panic").push(request.uri().host().unwrap_or_default().to_owned());
        *request.uri_mut() = format!("{}{}", self.server.uri(), request.uri().path()).parse().expect("an address");
        Blocking.call(request)
    }
}

#[tokio::test]
async fn a_user_of_another_data_centre() {
    let server = stand_in::start().await;
    let diverted = Diverted { server: &server, hosts: Mutex::default() };
    let client = registered();
    let (url, pending) = client.authorize(DataCentre::UnitedStates, REQUESTED).offline().url();
    assert_eq!(url.host_str(), Some("accounts.zoho.com"));
    let state = pending.state().secret().clone();
    let redirect = format!(
        "{REDIRECT}?state={state}&code=5ecre7c0de.good&location=in&accounts-server=https%3A%2F%2Faccounts.zoho.in"
    );
    let token = client.exchange(pending.accept(&redirect).expect("accepted")).send(&diverted).expect("a token");
    assert_eq!(token.data_centre(), DataCentre::India);
    let refresh = RefreshToken::new(REFRESH.into());
    client.refresh(token.data_centre(), &refresh).send(&diverted).expect("a token");
    client.revoke(token.data_centre(), &refresh).send(&diverted).expect("revoked");
    assert_eq!(*diverted.hosts.lock().expect("no panic"), ["accounts.zoho.in"; 3]);
}

/// Keeps every log of the process.
struct Kept(Mutex<String>);

impl log::Log for Kept {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        use std::fmt::Write;
        let mut kept = self.0.lock().expect("no panic");
        writeln!(kept, "{} {}", record.target(), record.args()).expect("text can be written");
    }

    fn flush(&self) {}
}

static LOGS: Kept = Kept(Mutex::new(String::new()));

#[tokio::test]
async fn nothing_secret_is_reported() {
    log::set_logger(&LOGS).expect("no other logger");
    log::set_max_level(log::LevelFilter::Trace);
    let server = stand_in::start().await;
    let client = client(&server);
    let mut shown = vec![format!("{client:?}")];
    for code in [
        "good",
        "old",
        "fewer",
        "other-api",
        "throttled",
        "throttled-translated",
        "no-token",
        "repeats-a-secret",
        "page",
        "redirected",
        "expired",
        "error.invalid_client",
    ] {
        let grant = grant(code);
        shown.push(format!("{grant:?} {:?}", grant.code()));
        let request = client.exchange(grant);
        shown.push(format!("{request:?}"));
        match sent(&request).await {
            Ok(token) => {
                shown.push(format!("{token:?} {token:#?} {:?} {:?}", token.header(), token.missing()));
                shown.push(format!(
                    "{:?}",
                    token.refresh_token().map(|refresh| client.refresh(token.data_centre(), refresh))
                ));
            }
            Err(problem) => shown.push(format!("{problem:?} {problem} {}", problem.help())),
        }
    }
    for code in ["huge", "slow"] {
        let request = client.exchange(grant(code));
        let soon = Duration::from_millis(300);
        if let Err(error) = request.send_async(&Reqwest::with_timeout(soon).expect("TLS")).await {
            shown.push(format!("{error:?} {error}"));
        }
    }
    let refresh = RefreshToken::new(REFRESH.into());
    let revocation = client.revoke(DataCentre::UnitedStates, &refresh);
    shown.push(format!("{refresh:?} {revocation:?} {:?}", sent(&revocation).await));
    let (_, pending) = client.authorize(DataCentre::Europe, REQUESTED).pkce(true).url();
    let own = [pending.state().secret().clone(), pending.verifier().expect("a verifier").secret().clone()];
    shown.push(format!("{pending:?}"));
    shown.push(format!("{:?}", pending.accept("state=x&code=5ecre7c0de")));
    shown.push(LOGS.0.lock().expect("no panic").clone());
    let shown = shown.join("\n");
    for secret in SECRETS.iter().copied().chain(own.iter().map(String::as_str)) {
        let place = shown.find(secret).map(|place| &shown[place.saturating_sub(200)..(place + 20).min(shown.len())]);
        assert_eq!(place, None, "{secret} is shown");
    }
    assert!(shown.contains("\nreqwest::"), "the transport was heard");
}
