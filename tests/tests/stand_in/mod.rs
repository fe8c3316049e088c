//! A stand-in for Zoho Accounts on this machine, that answers as the facts say Zoho does.
#![allow(dead_code, reason = "each test uses its part")]

mod device;

use std::{
    collections::HashMap,
    io::{Read, Write},
    net::TcpListener,
    sync::Mutex,
    time::Duration,
};

use oauth2::url::form_urlencoded;
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

pub const CLIENT_ID: &str = "1000.CLIENTID";
pub const CLIENT_SECRET: &str = "5ecre7c11en7";
pub const REDIRECT: &str = "https://app.example/callback";
pub const ACCESS: &str = "1000.acce55acce55.70ce11";
pub const REFRESH: &str = "1000.4ef4e5h4ef4e5h.70ce11";
pub const ID_TOKEN: &str = "eyJ1d.1d70ce11.51g";

/// What nobody must ever read in a message, a log or what `Debug` prints.
pub const SECRETS: &[&str] = &[
    CLIENT_SECRET,
    ACCESS,
    REFRESH,
    ID_TOKEN,
    "5ecre7c0de",
    "acce55",
    "4ef4e5h",
    "NWVjcmU3YzExZW43",
    "5ecre7ver1f1er",
    "5ecre7de71ce",
];

/// A server that answers until it is dropped.
pub async fn start() -> MockServer {
    let server = MockServer::start().await;
    let address = server.uri();
    let counts = Counts::default();
    Mock::given(any()).respond_with(move |request: &Request| answer(request, &address, &counts)).mount(&server).await;
    server
}

/// How often something was asked before.
#[derive(Default)]
struct Counts(Mutex<HashMap<String, usize>>);

impl Counts {
    fn next(&self, what: &str) -> usize {
        let mut counts = self.0.lock().expect("nobody panics");
        let count = counts.entry(what.to_owned()).or_default();
        *count += 1;
        *count - 1
    }
}

fn answer(request: &Request, address: &str, counts: &Counts) -> ResponseTemplate {
    let form: HashMap<String, String> = form_urlencoded::parse(&request.body).into_owned().collect();
    let of = |name: &str| form.get(name).map_or("", String::as_str);
    match request.url.path() {
        "/oauth/v2/token" => match of("grant_type") {
            _ if of("client_id") != CLIENT_ID => error("invalid_client"),
            _ if of("client_secret") != CLIENT_SECRET => error("invalid_client_secret"),
            "authorization_code" if !of("redirect_uri").is_empty() && of("redirect_uri") != REDIRECT => {
                error("invalid_redirect_uri")
            }
            "authorization_code" => exchanged(of("code"), of("code_verifier"), address),
            "refresh_token" if of("refresh_token") == REFRESH => ok(
                &json!({"access_token": ACCESS, "api_domain": "https://www.zohoapis.com", "token_type": "Bearer", "expires_in": 3600}),
            ),
            "client_credentials" if of("soid").is_empty() => error("missing_org_info"),
            "client_credentials" => {
                let scope = of("scope").replace(',', " ");
                ok(&json!({"access_token": ACCESS, "scope": scope, "token_type": "Bearer", "expires_in": 3600}))
            }
            _ => error("invalid_code"),
        },
        "/oauth/v2/revoke/token" => {
            let basic = request.headers.get("authorization").and_then(|value| value.to_str().ok());
            // What `1000.CLIENTID:5ecre7c11en7` is in base 64.
            if basic != Some("Basic MTAwMC5DTElFTlRJRDo1ZWNyZTdjMTFlbjc=") {
                error("invalid_client")
            } else if of("token") == REFRESH && of("token_type") == "refresh_token" {
                ok(&json!({"status": "success"}))
            } else {
                ResponseTemplate::new(400).set_body_json(json!({"error": "invalid_code"}))
            }
        }
        "/oauth/v3/device/code" => device::codes(&form, counts),
        "/oauth/v3/device/token" => device::polled(&form, counts),
        _ => ResponseTemplate::new(404),
    }
}

/// What the exchange of a code gives: the code says what is to happen.
fn exchanged(code: &str, verifier: &str, address: &str) -> ResponseTemplate {
    let scope = "ZohoCRM.modules.ALL ZohoCRM.users.READ";
    let mut token = json!({
        "access_token": ACCESS, "refresh_token": REFRESH, "api_domain": "https://www.zohoapis.com",
        "token_type": "Bearer", "expires_in": 3600, "scope": scope,
    });
    match code.trim_start_matches("5ecre7c0de.") {
        "good" => ok(&token),
        "challenged" if verifier.len() >= 43 => ok(&token),
        "without-scope" => {
            token.as_object_mut().expect("an object").remove("scope");
            ok(&token)
        }
        "fewer" => {
            token["scope"] = "ZohoCRM.modules.ALL".into();
            ok(&token)
        }
        "spelled-out" => {
            token["scope"] =
                "Site24x7.admin.READ Site24x7.admin.CREATE Site24x7.admin.UPDATE Site24x7.admin.DELETE".into();
            ok(&token)
        }
        "old" => {
            token["expires_in"] = 3_600_000.into();
            token["expires_in_sec"] = 3600.into();
            token["id_token"] = ID_TOKEN.into();
            ok(&token)
        }
        "other-api" => {
            token["api_domain"] = "https://www.zohoapis.com.evil.example".into();
            ok(&token)
        }
        "throttled" => throttled(),
        "throttled-translated" => ok(&json!({"error_description": "请求过于频繁", "error": "访问被拒绝"})),
        "throttled-plain" => {
            ok(&json!({"error": "Access Denied", "error_description": "You have made too many requests continuously"}))
        }
        "no-token" => ok(&json!({"token_type": "Bearer"})),
        "repeats-a-secret" => error(&format!("no {CLIENT_SECRET} {ACCESS}")),
        "unknown-code" => error("brand_new_error"),
        "page" => {
            ResponseTemplate::new(500).set_body_raw(format!("<html>An error occurred {ACCESS}</html>"), "text/html")
        }
        "redirected" => ResponseTemplate::new(307).insert_header("location", format!("{address}/stolen")),
        "redirected-away" => ResponseTemplate::new(302).insert_header("location", "http://127.0.0.2:9/stolen"),
        "slow" => ok(&token).set_delay(Duration::from_secs(20)),
        "huge" => ok(&json!({"access_token": ACCESS, "padding": "x".repeat(10 << 20)})),
        known if known.starts_with("error.") => error(&known["error.".len()..]),
        _ => error("invalid_code"),
    }
}

fn throttled() -> ResponseTemplate {
    ResponseTemplate::new(400).set_body_json(json!({
        "error_description": "You have made too many requests continuously. Please try again after some time.",
        "error": "Access Denied", "status": "failure",
    }))
}

/// Zoho answers errors with status 200.
fn error(code: &str) -> ResponseTemplate {
    ok(&json!({"error": code}))
}

fn ok(body: &Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(body.to_string(), "application/json;charset=UTF-8")
}

/// A server that answers with these bytes, and hangs up. Its address.
pub fn that_says(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    std::thread::spawn(move || {
        while let Ok((mut stream, _)) = listener.accept() {
            // The request fits into one read; what the answer says does not depend on it.
            let mut request = [0; 16 * 1024];
            if stream.read(&mut request).is_ok_and(|read| read > 0) && stream.write_all(answer.as_bytes()).is_err() {
                return;
            }
        }
    });
    address
}
