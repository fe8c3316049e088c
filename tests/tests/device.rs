//! The device flow, and what its endpoint says of scopes, against a stand-in for Zoho Accounts on this machine.

mod ran;
mod stand_in;

use std::{
    collections::BTreeSet,
    path::Path,
    thread,
    time::{Duration, Instant, SystemTime},
};

use assert_cmd::Command;
use ran::{Ran, command, finished, process};
use serde_json::{Value, json};
use stand_in::{ACCESS, CLIENT_ID, CLIENT_SECRET, REFRESH, SECRETS};
use wiremock::MockServer;
use zoho_scopes::{
    accounts::{DataCentre, ErrorKind},
    oauth::{Client, ClientId, ClientSecret, Endpoints, ProbeAnswer, Problem, Reqwest, SendError},
    scopes,
};

#[track_caller]
fn run(command: &mut Command, status: i32) -> Ran {
    let ran = finished(command);
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    ran
}

fn probe(server: &str, more: &[&str]) -> Command {
    let common = ["probe", "--client-id", CLIENT_ID, "--pace", "0", "--accounts-server", server];
    command(&[&common, more].concat())
}

#[track_caller]
fn hides_secrets(text: &str) {
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "{text}");
}

/// The scopes that were asked for, in order; each request holds the client id and one scope, and nothing else.
async fn asked(server: &MockServer) -> Vec<String> {
    let requests = server.received_requests().await.expect("requests are kept");
    let scope = |request: &wiremock::Request| {
        assert_eq!((request.url.path(), request.url.query()), ("/oauth/v3/device/code", None));
        let form = oauth2::url::form_urlencoded::parse(&request.body);
        let form: Vec<(String, String)> = form.into_owned().collect();
        let keys: Vec<&str> = form.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["client_id", "grant_type", "scope"]);
        assert!(request.headers.get("authorization").is_none());
        form[2].1.clone()
    };
    requests.iter().map(scope).collect()
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default()
}

const CONTROL: &str = "ZohoCliq.this_scope_does_not_exist.READ";

#[tokio::test]
async fn each_scope_gets_its_answer() {
    let server = stand_in::start().await;
    let list = "ZohoCliq.Chats.READ zohocliq.bots.read ZohoCliq.Nothing.READ ZohoStandIn.strange.READ \
                ZohoStandIn.slow.READ ZohoStandIn.truncated.READ ZohoStandIn.repeats_a_secret.READ";
    let ran = run(&mut probe(&server.uri(), &[list]), 1);
    let words = |line: &str| {
        line.split_whitespace().filter(|word| word.len() != 10 || !word.starts_with("20")).collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = ran.out.lines().map(words).collect();
    assert_eq!(
        lines,
        [
            "accepted ZohoCliq.Chats.READ",
            "accepted zohocliq.bots.read",
            "refused ZohoCliq.Nothing.READ (scope_not_registered)",
            "unclear ZohoStandIn.strange.READ (brand_new_error: \\u{1b}[2J no words)",
            "accepted ZohoStandIn.slow.READ",
            "unclear ZohoStandIn.truncated.READ (the response with status 200 is not one of Zoho's)",
            "unclear ZohoStandIn.repeats_a_secret.READ (no 1000.…)",
        ]
    );
    hides_secrets(&(ran.out + &ran.err));
    let mut expected = vec![CONTROL];
    expected.extend(list.split_whitespace());
    assert_eq!(asked(&server).await, expected);
    let fine = run(&mut probe(&server.uri(), &["--format", "json", "ZohoCliq.Chats.READ"]), 0);
    let line: Value = serde_json::from_str(&fine.out).expect("one object a line");
    assert_eq!((&line["scope"], &line["answer"]), (&json!("ZohoCliq.Chats.READ"), &json!("accepted")));
}

#[tokio::test]
async fn a_run_stops_where_there_is_no_sense_in_it() {
    let server = stand_in::start().await;
    let throttled =
        run(&mut probe(&server.uri(), &["ZohoCliq.Chats.READ ZohoStandIn.throttled.READ ZohoCliq.Bots.READ"]), 1);
    assert_eq!(
        throttled.err,
        "error: too many requests were made in a short time: 1 of 3 scopes have an answer\n\
         help: wait ten minutes or more\n\
         help: with `--save FILE` a run goes on where another stopped\n"
    );
    assert_eq!(asked(&server).await.len(), 3, "nothing after the throttling");
    let unclear = "ZohoStandIn.truncated.READ ZohoStandIn.page.READ ZohoStandIn.number.READ ZohoCliq.Bots.READ";
    let given_up = run(&mut probe(&server.uri(), &[unclear]), 1);
    assert!(given_up.err.starts_with("error: 3 unclear answers in a row: 0 of 4 scopes"), "{}", given_up.err);
    hides_secrets(&(given_up.out + &given_up.err));
    let stranger = ["probe", "--client-id", "1004.OTHER", "--accounts-server", &server.uri(), "ZohoCliq.Bots.READ"];
    let ran = run(&mut command(&stranger), 1);
    assert!(ran.err.starts_with("error: `invalid_client`: "), "{}", ran.err);
    // A server that accepts what does not exist, or none at all.
    let yes = stand_in::that_says(
        "HTTP/1.1 200 OK\r\ncontent-length: 19\r\nconnection: close\r\n\r\n{\"device_code\":\"x\"}".into(),
    );
    let ran = run(&mut probe(&yes, &["ZohoCliq.Bots.READ"]), 1);
    assert!(ran.err.contains("accepts `ZohoCliq.this_scope_does_not_exist.READ`"), "{}", ran.err);
    let ran = run(&mut probe("http://127.0.0.1:9", &["ZohoCliq.Bots.READ"]), 1);
    assert!(ran.err.contains("could not be reached"), "{}", ran.err);
}

#[tokio::test]
async fn a_run_goes_on_where_it_stopped() {
    let server = stand_in::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.json");
    let path = file.to_str().expect("a path");
    let list = "ZohoCliq.Chats.READ ZohoCliq.Nothing.READ ZohoStandIn.throttled_once.READ ZohoCliq.Bots.READ";
    let stopped = run(&mut probe(&server.uri(), &["--save", path, list]), 1);
    assert!(
        stopped.err.contains("2 of 4 scopes") && stopped.err.contains("run the same command again"),
        "{}",
        stopped.err
    );
    let saved = read(&file);
    assert_eq!((&saved["version"], &saved["data_centre"]), (&json!(1), &json!("us")));
    assert_eq!(saved["control"]["error"], "scope_not_registered");
    assert_eq!(saved["answers"].as_array().map(Vec::len), Some(2));
    let rest = run(&mut probe(&server.uri(), &["--save", path, list]), 1);
    assert_eq!((rest.out.lines().count(), rest.err.as_str()), (4, ""), "those that were saved are shown too");
    assert_eq!(
        asked(&server).await,
        [&[CONTROL], &list.split(' ').collect::<Vec<_>>()[..3], &list.split(' ').collect::<Vec<_>>()[2..]].concat()
    );
    assert_eq!(read(&file)["answers"].as_array().map(Vec::len), Some(4));
    run(&mut probe(&server.uri(), &["--save", path, "--dc", "eu", list]), 2);
    std::fs::write(&file, "{}").expect("written");
    let ran = run(&mut probe(&server.uri(), &["--save", path, list]), 2);
    assert!(ran.err.contains("not what `probe --save` writes"), "{}", ran.err);
}

#[tokio::test]
async fn an_interrupted_run_keeps_its_answers() {
    let server = stand_in::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("answers.json");
    let (uri, path) = (server.uri(), file.to_str().expect("a path"));
    let common = ["probe", "--client-id", CLIENT_ID, "--pace", "0", "--accounts-server", &uri, "--save", path];
    let mut child = process(&[&common[..], &["ZohoCliq.Chats.READ ZohoStandIn.hanging.READ"]].concat())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the program runs");
    let started = Instant::now();
    while read(&file)["answers"].as_array().is_none_or(Vec::is_empty) {
        assert!(started.elapsed() < Duration::from_secs(20), "no answer was saved");
        thread::sleep(Duration::from_millis(10));
    }
    child.kill().expect("it runs");
    child.wait().expect("it ends");
    let ran = run(&mut probe(&uri, &["--save", path, "ZohoCliq.Chats.READ ZohoCliq.Bots.READ"]), 0);
    assert_eq!(ran.out.lines().count(), 2);
    let mut twice = BTreeSet::new();
    let asked = asked(&server).await;
    assert!(asked.iter().all(|scope| twice.insert(scope)), "{asked:?}");
}

#[test]
fn nothing_is_sent_by_mistake() {
    let dry =
        |more: &[&str]| run(&mut command(&[&["probe", "--client-id", CLIENT_ID, "--dry-run"], more].concat()), 0).out;
    assert_eq!(
        dry(&["--dc", "eu", "ZohoCliq.Chats.READ"]),
        "POST https://accounts.zoho.eu/oauth/v3/device/code client_id=1000.CLIENTID grant_type=device_request scope=ZohoCliq.this_scope_does_not_exist.READ\n\
         POST https://accounts.zoho.eu/oauth/v3/device/code client_id=1000.CLIENTID grant_type=device_request scope=ZohoCliq.Chats.READ\n\
         2 requests, which take 5 to 7 s\n"
    );
    assert!(dry(&["--service", "ZohoLens", "--format", "json"]).lines().count() > 7);
    for wrong in [
        &["ZohoCliq.Chats.READ", "--pace", "0"][..],
        &["ZohoCliq.Chats.READ", "--accounts-server", "https://accounts.zoho.com"],
        &["ZohoCliq.Chats.READ", "--accounts-server", "http://accounts.zoho.com"],
        &["ZohoCliq.Chats.READ", "--accounts-server", "http://127.0.0.1:80@example.com"],
        &["ZohoCliq.Chats.READ", "--dc", "moon"],
        &["ZohoCRM.modules.{module_api_name}.READ"],
        &["--service", "ZohoNowhere"],
        &[],
    ] {
        run(&mut command(&[&["probe", "--client-id", CLIENT_ID], wrong].concat()), 2);
    }
    run(&mut command(&["probe", "--client-id", " ", "ZohoCliq.Chats.READ"]), 2);
}

fn device(server: &str, more: &[&str]) -> Command {
    let common = ["token", "device", "--dc", "us", "--client-id", CLIENT_ID, "--accounts-server", server];
    let mut command = command(&[&common, more].concat());
    command.env("ZOHO_CLIENT_SECRET", CLIENT_SECRET);
    command
}

#[tokio::test]
async fn token_device_waits_for_the_user() {
    let server = stand_in::start().await;
    let ran = run(&mut device(&server.uri(), &["--offline", "ZohoCliq.Chats.READ"]), 0);
    assert!(ran.out.starts_with("access token   received; `--show` prints it\nrefresh token  received"), "{}", ran.out);
    assert_eq!(
        ran.err.lines().take(2).collect::<Vec<_>>(),
        [
            "open https://accounts.zoho.com/oauth/v3/device and type in WXYZ-1234",
            "or open https://accounts.zoho.com/oauth/v3/device?user_code=WXYZ-1234",
        ]
    );
    hides_secrets(&(ran.out + &ran.err));
    let polls = server.received_requests().await.expect("kept");
    assert_eq!(polls.iter().filter(|request| request.url.path() == "/oauth/v3/device/token").count(), 4);
    let body = String::from_utf8_lossy(&polls[0].body).into_owned();
    assert!(body.contains("access_type=offline") && !body.contains("secret"), "{body}");
    let other = run(&mut device(&server.uri(), &["--show", "--format", "json", "ZohoCliq.Channels.READ"]), 1);
    let token: Value = serde_json::from_str(&other.out).expect("JSON");
    assert_eq!((&token["access_token"], &token["missing"]), (&json!(ACCESS), &json!(["ZohoCliq.Channels.READ"])));
    assert!(other.err.contains("note: the data centre of the user is `eu`"), "{}", other.err);
}

#[tokio::test]
async fn token_device_says_why_there_is_no_token() {
    let server = stand_in::start().await;
    for (list, said) in [
        ("ZohoCliq.Bots.READ", "`access_denied`"),
        ("ZohoCRM.users.READ", "`expired`"),
        ("ZohoCRM.org.READ", "`other_dc`"),
        ("ZohoCRM.coql.READ", "too many requests"),
        ("ZohoCRM.bulk.READ", "is not one of Zoho's"),
        ("ZohoCRM.files.READ", "nobody consented before the code expired"),
        ("ZohoCliq.Chanels.READ", "has no scope name `Chanels`"),
    ] {
        let ran = run(&mut device(&server.uri(), &[list]), 1);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{list}: {}{}", ran.out, ran.err);
        hides_secrets(&(ran.out + &ran.err));
    }
    let without_secret = run(device(&server.uri(), &["ZohoCliq.Chats.READ"]).env_remove("ZOHO_CLIENT_SECRET"), 1);
    assert!(without_secret.err.contains("`invalid_client_secret`"), "{}", without_secret.err);
    run(&mut device("http://127.0.0.1:9", &["ZohoCliq.Chats.READ"]), 2);
}

fn client(server: Option<&MockServer>) -> Client {
    let client =
        Client::self_client(ClientId::new(CLIENT_ID.into())).with_secret(ClientSecret::new(CLIENT_SECRET.into()));
    match server {
        Some(server) => client.with_own_server(Endpoints::at(&server.uri()).expect("a server on this machine")),
        None => client,
    }
}

#[tokio::test]
async fn the_library_polls_as_zoho_documents() {
    let server = stand_in::start().await;
    let (client, transport) = (client(Some(&server)), Reqwest::new().expect("TLS"));
    let request = client.authorize_device(DataCentre::UnitedStates, scopes!["ZohoCliq.Chats.READ"]).consent().request();
    let mut device = request.send_async(&transport).await.expect("codes");
    let now = SystemTime::now();
    assert_eq!((device.user_code(), device.interval()), ("WXYZ-1234", Duration::from_millis(1)));
    assert!(device.expires_at() > now + Duration::from_secs(290) && !format!("{device:?}").contains("5ecre7"));
    let mut problems = Vec::new();
    let token = loop {
        match client.poll(&device).send_async(&transport).await {
            Ok(token) => break token,
            Err(SendError::Response(problem)) => {
                assert!(device.goes_on(&problem, now), "{problem}");
                assert!(!device.goes_on(&problem, device.expires_at()));
                problems.push(problem.kind());
            }
            Err(error) => panic!("{error}"),
        }
    };
    assert_eq!(problems, [Some(ErrorKind::Pending), Some(ErrorKind::Throttled), Some(ErrorKind::Pending)]);
    assert_eq!(token.refresh_token().map(|token| token.secret().as_str()), Some(REFRESH));
    assert!(device.interval() > Duration::from_millis(1), "slow_down slows down");
    let slow = Reqwest::with_timeout(Duration::from_millis(50)).expect("TLS");
    let late = client.probe(DataCentre::UnitedStates, "ZohoStandIn.slow.READ").send_async(&slow).await;
    assert!(matches!(late, Err(SendError::Transport(_))), "{late:?}");
}

/// Throttling is the same to every request. A device that is told so gives up, as more polls make it last.
#[test]
fn too_many_requests_are_throttling_whatever_the_body_says() {
    let (client, now) = (client(None), SystemTime::now());
    let page = || {
        let mut response = oauth2::HttpResponse::new(b"<html>Too many requests</html>".to_vec());
        *response.status_mut() = http::StatusCode::TOO_MANY_REQUESTS;
        response
    };
    let refresh = client.refresh(DataCentre::India, &oauth2::RefreshToken::new(REFRESH.into()));
    assert_eq!(refresh.read(&page(), now).expect_err("a page"), Problem::Throttled);
    assert_eq!(client.probe(DataCentre::India, "ZohoCliq.Chats.READ").read(&page(), now), Err(Problem::Throttled));
    assert_eq!(codes_request(&client).read(&page(), now).expect_err("a page"), Problem::Throttled);
    let codes = json!({"device_code": "1004.a.b", "user_code": "A", "verification_url": "https://accounts.zoho.in/d"});
    let codes = oauth2::HttpResponse::new(codes.to_string().into_bytes());
    let mut device = codes_request(&client).read(&codes, now).expect("codes");
    let problem = client.poll(&device).read(&page(), now).expect_err("a page");
    assert!(problem == Problem::Throttled && !device.goes_on(&problem, now));
}

/// Addresses of an accounts server of one's own: any with https, and those on this machine.
#[test]
fn a_server_of_ones_own_names_its_addresses() {
    let own = Endpoints::at("http://127.0.0.1:9").expect("a server on this machine");
    let (client, now) = (client(None).with_own_server(own), SystemTime::now());
    let allowed = |address: &str| {
        let codes = json!({"device_code": "1004.a.b", "user_code": "A", "verification_url": address}).to_string();
        let device = codes_request(&client).read(&oauth2::HttpResponse::new(codes.into_bytes()), now).is_ok();
        let token = json!({"access_token": "a", "api_domain": address}).to_string();
        let refresh = client.refresh(DataCentre::India, &oauth2::RefreshToken::new(REFRESH.into()));
        let token = refresh.read(&oauth2::HttpResponse::new(token.into_bytes()), now).expect("a token");
        assert_eq!(device, token.api_domain().is_some(), "{address}");
        device
    };
    assert!(allowed("http://127.0.0.1:9/d") && allowed("http://localhost/d") && allowed("https://example.com/d"));
    assert!(!allowed("http://example.com/d") && !allowed("javascript:alert(1)") && !allowed("file:///d"));
}

fn codes_request(client: &Client) -> zoho_scopes::oauth::Request<zoho_scopes::oauth::Device> {
    client.authorize_device(DataCentre::India, scopes!["ZohoCliq.Chats.READ"]).request()
}

/// Answers as they come from Zoho itself: units, addresses, data centres.
#[test]
fn the_library_reads_what_zoho_may_answer() {
    let client = client(None);
    let request = || client.authorize_device(DataCentre::UnitedStates, scopes!["ZohoCliq.Chats.READ"]).request();
    assert_eq!(request().http().uri(), "https://accounts.zoho.com/oauth/v3/device/code");
    let sent = SystemTime::now();
    let read = |changed: Value| {
        let mut answer = json!({"device_code": "1004.a.b", "user_code": "A", "verification_url": "https://accounts.zoho.com/d",
            "interval": 30000, "expires_in": 300_000});
        for (key, value) in changed.as_object().expect("an object") {
            answer[key] = value.clone();
        }
        request().read(&oauth2::HttpResponse::new(answer.to_string().into_bytes()), sent)
    };
    let times = |changed| {
        let device = read(changed).expect("codes");
        (device.interval().as_secs(), device.expires_at().duration_since(sent).expect("later").as_secs())
    };
    assert_eq!(times(json!({})), (30, 300));
    assert_eq!(times(json!({"interval": "20000", "expires_in": "200000"})), (20, 200));
    assert_eq!(times(json!({"interval": 5, "expires_in": 200})), (5, 200), "seconds, as in RFC 8628");
    assert_eq!(times(json!({"interval": null, "expires_in": null})), (30, 300));
    assert_eq!(times(json!({"interval": u64::MAX, "expires_in": u64::MAX})), (300, 300));
    for forged in ["http://accounts.zoho.com/d", "https://accounts.zoho.com.evil.example/d", "javascript:alert(1)", ""]
    {
        assert_eq!(read(json!({"verification_url": forged})).expect_err("forged"), Problem::NoDeviceCode, "{forged}");
    }
    assert_eq!(read(json!({"device_code": 7})).expect_err("no code"), Problem::NoDeviceCode);
    let mut device = read(json!({})).expect("codes");
    let elsewhere = br#"{"user_location":"eu","error":"other_dc"}"#.to_vec();
    let problem =
        client.poll(&device).read(&oauth2::HttpResponse::new(elsewhere), sent).expect_err("another data centre");
    assert!(device.goes_on(&problem, sent));
    assert_eq!(client.poll(&device).http().uri(), "https://accounts.zoho.eu/oauth/v3/device/token");
    let answer = |body: &str| {
        let response = oauth2::HttpResponse::new(body.as_bytes().to_vec());
        client.probe(DataCentre::India, "ZohoCliq.Chats.READ").read(&response, sent)
    };
    assert_eq!(answer(r#"{"device_code":"x"}"#), Ok(ProbeAnswer::Accepted));
    assert_eq!(answer(r#"{"error":"invalid_scope"}"#), Ok(ProbeAnswer::Refused { error: "invalid_scope".into() }));
    let with_status = |status: u16| {
        let mut response = oauth2::HttpResponse::new(b"{}".to_vec());
        *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
        client.probe(DataCentre::India, "ZohoCliq.Chats.READ").read(&response, sent).expect_err("no answer")
    };
    assert_eq!([with_status(429), with_status(302)], [Problem::Throttled, Problem::Redirected]);
    assert_eq!(with_status(200), Problem::Malformed { status: 200 });
    // That there were too many requests is no answer about the scope.
    assert_eq!(answer(r#"{"error":"リクエストが多すぎます"}"#), Err(Problem::Throttled));
    assert_eq!(answer(r#"{"status":"failure"}"#), Err(Problem::Throttled));
    let long = answer(&json!({"error": "x".repeat(10_000)}).to_string());
    assert!(matches!(long, Ok(ProbeAnswer::Unclear { error }) if error.len() == 200));
}
