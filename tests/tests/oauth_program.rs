//! `auth-url`, `token` and `explain` of error codes, from outside.

mod ran;
mod stand_in;

use assert_cmd::Command;
use ran::{Ran, command, finished};
use serde_json::Value;
use stand_in::{ACCESS, CLIENT_ID, CLIENT_SECRET, REDIRECT, REFRESH};

#[track_caller]
fn run(command: &mut Command, status: i32) -> Ran {
    let ran = finished(command);
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    ran
}

const URL: &[&str] =
    &["auth-url", "--dc", "eu", "--client-id", CLIENT_ID, "--redirect-uri", REDIRECT, "--state", "the-state"];

#[track_caller]
fn url(more: &[&str], status: i32) -> Ran {
    run(&mut command(&[URL, more].concat()), status)
}

#[test]
fn auth_url_prints_the_address() {
    let plain = url(&["ZohoCliq.Chats.READ ZohoCliq.Channels.READ"], 0);
    assert_eq!(
        plain.out,
        "https://accounts.zoho.eu/oauth/v2/auth?response_type=code&client_id=1000.CLIENTID&state=the-state\
         &redirect_uri=https%3A%2F%2Fapp.example%2Fcallback&scope=ZohoCliq.Channels.READ%2CZohoCliq.Chats.READ\
         &access_type=online\n"
    );
    assert_eq!(plain.err, "");
    let all = url(&["--offline", "--prompt", "consent", "ZohoCliq.Chats.READ"], 0).out;
    assert!(all.ends_with("&access_type=offline&prompt=consent\n"), "{all}");
    let made = command(&[&URL[..7], &["ZohoCliq.Chats.READ"]].concat()).output().expect("the program runs");
    let (out, err) = (String::from_utf8_lossy(&made.stdout), String::from_utf8_lossy(&made.stderr));
    let state = err.strip_prefix("state: ").expect("the state is printed").trim();
    assert!(state.len() == 43 && out.contains(&format!("&state={state}&")), "{out}{err}");
}

#[test]
fn auth_url_refuses_a_wrong_list() {
    let wrong = url(&["ZohoCliq.Chanels.READ"], 1);
    assert_eq!(wrong.out, "");
    assert!(wrong.err.contains("service `ZohoCliq` has no scope name `Chanels`"), "{}", wrong.err);
    url(&[""], 1);
    let stateless = run(&mut command(&[&URL[..7], &["--state", "", "ZohoCliq.Chats.READ"]].concat()), 2);
    assert_eq!(stateless.err, "error: an empty state protects nobody\n");
    run(
        &mut command(&[
            "auth-url",
            "--dc",
            "xx",
            "--client-id",
            "1",
            "--redirect-uri",
            REDIRECT,
            "ZohoCliq.Chats.READ",
        ]),
        2,
    );
    run(
        &mut command(&[
            "auth-url",
            "--dc",
            "eu",
            "--client-id",
            "1",
            "--redirect-uri",
            "nonsense",
            "ZohoCliq.Chats.READ",
        ]),
        2,
    );
}

#[test]
fn auth_url_keeps_the_verifier_where_it_is_reported() {
    let forgotten = url(&["--pkce", "ZohoCliq.Chats.READ"], 0);
    assert!(forgotten.out.contains("&code_challenge=") && forgotten.out.contains("&code_challenge_method=S256"));
    assert!(forgotten.err.starts_with("note: the verifier was made and not kept"), "{}", forgotten.err);
    let shown = url(&["--pkce", "--show", "ZohoCliq.Chats.READ"], 0).err;
    assert_eq!(shown.strip_prefix("verifier: ").map(|it| it.trim().len()), Some(43), "{shown}");
    let folder = std::env::temp_dir().join(format!("zoho-scopes-oauth-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("verifier").display().to_string();
    assert_eq!(url(&["--pkce", "--verifier-file", &file, "ZohoCliq.Chats.READ"], 0).err, "");
    assert_eq!(std::fs::read_to_string(&file).expect("a file").len(), 43);
    url(&["--pkce", "--verifier-file", &file, "ZohoCliq.Chats.READ"], 2);
    std::fs::remove_dir_all(folder).expect("cleaned up");
    // The example of RFC 7636.
    let own = run(
        command(&[URL, &["--pkce", "ZohoCliq.Chats.READ"]].concat())
            .env("ZOHO_CODE_VERIFIER", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        0,
    );
    let weak = run(command(&[URL, &["--pkce", "ZohoCliq.Chats.READ"]].concat()).env("ZOHO_CODE_VERIFIER", "short"), 2);
    assert_eq!(weak.err, "error: `ZOHO_CODE_VERIFIER`: a code verifier has 43 to 128 letters, digits and `-._~`\n");
    assert!(own.out.contains("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&"), "{}", own.out);
    assert_eq!(own.err, "");
}

/// `token` with what every request needs.
fn token(server: &str, what: &str, more: &[&str]) -> Command {
    let common = ["token", what, "--dc", "us", "--client-id", CLIENT_ID, "--accounts-server", server];
    let mut command = command(&[&common, more].concat());
    command.env("ZOHO_CLIENT_SECRET", CLIENT_SECRET);
    command
}

#[tokio::test]
async fn token_exchange() {
    let kept = stand_in::start().await;
    let server = kept.uri();
    let more = ["--redirect-uri", REDIRECT, "--requested", "ZohoCRM.modules.ALL"];
    let good = run(token(&server, "exchange", &more).env("ZOHO_CODE", "good"), 0);
    assert_eq!(
        good.out,
        "access token   received; `--show` prints it\n\
         refresh token  received; `--show` prints it\n\
         expires in     3600 s\n\
         API            https://www.zohoapis.com\n\n\
         granted\n  ZohoCRM.modules.ALL\n  ZohoCRM.users.READ\n"
    );
    let shown = run(token(&server, "exchange", &["--show"]).env("ZOHO_CODE", "good"), 0).out;
    assert!(shown.contains(ACCESS) && shown.contains(REFRESH), "{shown}");
    let json = |more: &[&str], code: &str, status: i32| -> Value {
        let more = [&["--format", "json"], more].concat();
        let ran = run(token(&server, "exchange", &more).env("ZOHO_CODE", code), status);
        serde_json::from_str(&ran.out).expect("JSON")
    };
    let redacted = json(&[], "good", 0);
    assert_eq!([&redacted["access_token"], &redacted["refresh_token"]], ["[redacted]", "[redacted]"]);
    assert_eq!(redacted["scopes"], serde_json::json!(["ZohoCRM.modules.ALL", "ZohoCRM.users.READ"]));
    assert_eq!(json(&["--show"], "good", 0)["access_token"], ACCESS);
    let fewer = json(&["--requested", "ZohoCRM.modules.ALL,ZohoCRM.users.READ"], "fewer", 1);
    assert_eq!(fewer["missing"], serde_json::json!(["ZohoCRM.users.READ"]));

    let expired = run(token(&server, "exchange", &[]).env("ZOHO_CODE", "expired"), 1);
    assert!(
        expired.err.starts_with("error: `invalid_code`: the authorization code or refresh token is missing, wrong"),
        "{}",
        expired.err
    );
    assert!(expired.err.contains("\nhelp: ask for a new code"), "{}", expired.err);
    let huge = run(token(&server, "exchange", &[]).env("ZOHO_CODE", "huge"), 2);
    assert!(huge.err.starts_with("error: the accounts server could not be reached"), "{}", huge.err);
    let moved = run(token(&server, "exchange", &[]).env("ZOHO_CODE", "redirected"), 1);
    assert!(moved.err.contains("a redirect, which is not followed with secrets"), "{}", moved.err);
    assert!(
        kept.received_requests().await.expect("kept").iter().all(|request| request.url.path() == "/oauth/v2/token")
    );
    for ran in [good, expired, huge, moved] {
        let shown = ran.out + &ran.err;
        assert!(stand_in::SECRETS.iter().all(|secret| !shown.contains(secret)), "{shown}");
    }
}

#[tokio::test]
async fn token_exchange_takes_the_whole_address() {
    let kept = stand_in::start().await;
    let server = kept.uri();
    let address = format!("{REDIRECT}?code=good&state=the-state&location=us");
    let mut with = token(&server, "exchange", &["--state", "the-state", "--code-file", "-"]);
    run(with.write_stdin(address.clone()), 0);
    let other =
        run(token(&server, "exchange", &["--state", "another", "--code-file", "-"]).write_stdin(address.clone()), 1);
    assert_eq!(other.err, "error: the redirect does not carry the state that was sent\n");
    run(token(&server, "exchange", &["--code-file", "-"]).write_stdin(address), 2);
    assert_eq!(kept.received_requests().await.expect("kept").len(), 1, "only the first was sent");

    // Without a server of one's own nothing leaves for a host that is not on the list.
    let forged = format!("{REDIRECT}?code=good&state=the-state&accounts-server={server}");
    let arguments =
        ["token", "exchange", "--dc", "us", "--client-id", CLIENT_ID, "--state", "the-state", "--code-file", "-"];
    let ran = run(command(&arguments).write_stdin(forged), 1);
    assert_eq!(ran.err, "error: the redirect names an accounts server that is none of Zoho's\n");
    assert_eq!(kept.received_requests().await.expect("kept").len(), 1);
}

#[tokio::test]
async fn token_refresh_and_revoke() {
    let kept = stand_in::start().await;
    let server = kept.uri();
    let fresh = run(token(&server, "refresh", &["--show"]).env("ZOHO_REFRESH_TOKEN", REFRESH), 0).out;
    assert!(fresh.contains(ACCESS) && fresh.contains("the response does not say what was granted"), "{fresh}");
    let missing = run(&mut token(&server, "refresh", &[]), 2).err;
    assert_eq!(
        missing,
        "error: no refresh token: set `ZOHO_REFRESH_TOKEN`, or give `--refresh-token-file FILE` (`-` is standard input)\n"
    );
    assert_eq!(
        run(token(&server, "revoke", &["--token-file", "-"]).write_stdin(REFRESH), 0).out,
        "the token is revoked\n"
    );
    let again = run(token(&server, "revoke", &["--access"]).env("ZOHO_TOKEN", "another"), 1).err;
    assert!(again.starts_with("error: `invalid_code`: "), "{again}");
    let both = ["--token-file", "-", "--client-secret-file", "-"];
    assert_eq!(
        run(&mut token(&server, "revoke", &both), 2).err,
        "error: only one argument can come from standard input\n"
    );
    run(token("http://accounts.zoho.com", "refresh", &[]).env("ZOHO_REFRESH_TOKEN", REFRESH), 2);
}

/// A secret cannot be given as an argument.
#[test]
fn there_is_no_argument_for_a_secret() {
    for option in ["--client-secret", "--code", "--refresh-token", "--token", "--verifier", "--code-verifier"] {
        for what in ["exchange", "refresh", "revoke"] {
            run(&mut command(&["token", what, "--dc", "us", "--client-id", "1", option, "x"]), 2);
        }
    }
}

#[test]
fn token_info_reads_an_answer() {
    let answer = format!(
        r#"{{"access_token":"{ACCESS}","scope":"Site24x7.admin.READ Site24x7.admin.CREATE Site24x7.admin.UPDATE Site24x7.admin.DELETE","api_domain":"https://www.zohoapis.eu","expires_in":3600000,"expires_in_sec":3600}}"#
    );
    let info =
        |more: &[&str], status| run(command(&[&["token", "info"], more].concat()).write_stdin(answer.clone()), status);
    let read = info(&["--requested", "Site24x7.Admin.All"], 0);
    assert!(read.out.contains("expires in     3600 s\n") && !read.out.contains("missing"), "{}", read.out);
    let lacks = info(&["--requested", "ZohoCRM.users.READ", "--format", "json"], 1).out;
    assert_eq!(
        serde_json::from_str::<Value>(&lacks).expect("JSON")["missing"],
        serde_json::json!(["ZohoCRM.users.READ"])
    );
    assert_eq!(serde_json::from_str::<Value>(&lacks).expect("JSON")["data_centre"], "eu");
    assert!(!lacks.contains(ACCESS));
    let refused = run(command(&["token", "info"]).write_stdin(r#"{"error":"invalid_code"}"#), 1);
    assert!(refused.err.starts_with("error: `invalid_code`"), "{}", refused.err);
    run(command(&["token", "info"]).write_stdin("nonsense"), 2);
}

#[test]
fn token_info_says_why_it_cannot_read() {
    #[track_caller]
    fn refuses(arguments: &[&str], input: impl Into<Vec<u8>>, error: &str) {
        let ran = run(command(&[&["token", "info"], arguments].concat()).write_stdin(input), 2);
        assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", error));
    }
    let info = |body: &str| run(command(&["token", "info"]).write_stdin(body), 0).out;
    let answer = |length: usize| r#"{"access_token":"a"}"#.to_owned() + &" ".repeat(length - 20);
    refuses(&[], " \n", "error: the response is empty\n");
    refuses(
        &[],
        answer(64 * 1024 + 1),
        "error: standard input: longer than 64 kB: no secret and no answer of Zoho's is\n",
    );
    assert!(info(&answer(64 * 1024)).starts_with("access token   received"));
    refuses(&["-"], b"\xff", "error: standard input: not UTF-8\n");
    refuses(&["--requested", "-"], answer(64), "error: only one argument can come from standard input\n");
}

#[test]
fn explain_knows_error_codes() {
    let mismatch = run(&mut command(&["explain", "OAUTH_SCOPE_MISMATCH"]), 0).out;
    assert!(
        mismatch.starts_with(
            "OAUTH_SCOPE_MISMATCH: the token lacks a scope that the call needs\n\n\
             Ask for consent again with the scopes that the call needs; refreshing does not widen a token.\n\n\
             kind    scope\nmet in  API of ZohoCRM\nstatus  401\n"
        ),
        "{mismatch}"
    );
    assert!(mismatch.contains(
        "\nsources\n  https://github.com/airbytehq/airbyte/issues/32922 (community, example, seen 2026-11)\n"
    ));
    for code in ["invalid_code", "INVALID_OAUTHTOKEN", "7218", "no_org"] {
        run(&mut command(&["explain", code]), 0);
    }
    let advised = run(
        &mut command(&[
            "explain",
            "oauth_scope_mismatch",
            "--granted",
            "ZohoCRM.modules.ALL",
            "--required",
            "ZohoCRM.coql.READ",
        ]),
        0,
    );
    assert!(
        advised.out.ends_with("\nthe token lacks a scope that the call needs: missing `ZohoCRM.coql.READ`\n"),
        "{}",
        advised.out
    );
    run(&mut command(&["explain", "NO_SUCH_CODE"]), 1);
}

#[test]
fn help_has_examples() {
    for words in [
        &["auth-url"][..],
        &["token"],
        &["token", "exchange"],
        &["token", "refresh"],
        &["token", "revoke"],
        &["token", "device"],
        &["token", "info"],
    ] {
        let help = run(&mut command(&[words, &["--help"]].concat()), 0).out;
        assert!(help.contains(&format!("Example: zoho-scopes {}", words.join(" "))), "{help}");
    }
}
