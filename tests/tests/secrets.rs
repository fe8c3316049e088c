//! Secrets that are given in place of scopes, calls or files are repeated by no command.

mod ran;

use ran::{command, finished};
use serde_json::Value;

const SECRET: &str = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d42";
const TOKEN: &str = "1000.5ecre7aa5ecre7bb5ecre7cc5ecre7dd.5ecre7ee5ecre7ff5ecre7aa5ecre7bb";

/// What a command prints, in which there is no secret.
#[track_caller]
fn hiding(arguments: &[&str], status: i32) -> String {
    let ran = finished(&mut command(arguments));
    let shown = ran.out + &ran.err;
    assert_eq!(ran.status, status, "{arguments:?}: {shown}");
    assert!(!shown.contains("5ecre7") && !shown.contains("1a2b3c"), "{arguments:?}: {shown}");
    shown
}

#[test]
fn lists() {
    const KNOWN: &str = "ZohoCRM.modules.READ";
    for list in [TOKEN, SECRET, &format!("Zoho-oauthtoken {TOKEN}"), &format!("{KNOWN},{SECRET}")] {
        for format in ["human", "json", "github"] {
            hiding(&["check", "--format", format, list], 1);
            hiding(&["check", "--unknown", "allow", "--format", format, &format!("{KNOWN},{list}")], 0);
        }
        hiding(&["fmt", list], 1);
        hiding(&["narrow", list], 1);
        hiding(&["explain", list], 1);
        hiding(&["docs", "--scopes", list], 1);
        for format in ["human", "json"] {
            hiding(&["covers", "--required", KNOWN, "--granted", &format!("{KNOWN} {list}"), "--format", format], 0);
        }
    }
}

#[test]
fn places_in_json_are_those_of_the_list() {
    let list = format!("é,{TOKEN},ZohoCRM.usres.READ");
    let report: Value = serde_json::from_str(&hiding(&["check", "--format", "json", &list], 1)).expect("JSON");
    let input = report["input"].as_str().expect("the list");
    assert_eq!((input.len(), input.find("usres")), (list.len(), list.find("usres")));
    let token = &report["scopes"][1];
    assert_eq!([&token["service"], &token["name"], &token["operation"]], [&Value::Null; 3]);
    assert_eq!(token["input"].as_str().map(str::len), Some(TOKEN.len()));
    let between = format!("ZohoCRM.org.READ /* {TOKEN} */ ZohoCRM.users.READ // {SECRET}");
    hiding(&["check", "--format", "json", &between], 0);
    hiding(&["check", "--format", "json", "--allow", "taken-out", &between], 0);
}

#[test]
fn values_that_an_option_does_not_take() {
    hiding(&["check", "--policy", SECRET, "ZohoCRM.modules.READ"], 2);
    hiding(&["list", "--service", SECRET], 2);
}

#[test]
fn files_that_are_not_there() {
    for option in ["--client-secret-file", "--code-file"] {
        let client =
            ["token", "exchange", "--dc", "eu", "--client-id", "1000.ID", "--redirect-uri", "https://app.example"];
        hiding(&[&client[..], &[option, SECRET]].concat(), 2);
    }
    hiding(&["token", "refresh", "--dc", "eu", "--client-id", "1000.ID", "--refresh-token-file", SECRET], 2);
    hiding(&["check", "--file", SECRET], 2);
    hiding(&["scan", SECRET], 2);
    let path = format!("no/{SECRET}/list");
    let ran = finished(&mut command(&["check", "--file", &path]));
    assert!(ran.err.contains(&path), "a path is shown: {}", ran.err);
}

#[test]
fn calls_and_errors() {
    let call = format!("ZohoCRM.modules.READ;client_secret={SECRET}");
    hiding(&["needs", &call], 1);
    hiding(&["needs", "--format", "json", &call], 1);
    hiding(&["explain", &format!(r#"{{"code":"{SECRET}","client_secret":"x"}}"#)], 1);
}

#[test]
fn a_token_is_no_client_id() {
    const SCOPE: &str = "ZohoCRM.modules.READ";
    let url = ["auth-url", "--dc", "eu", SCOPE, "--client-id"];
    let said = hiding(&[&url[..], &[TOKEN, "--redirect-uri", "https://app.example"]].concat(), 2);
    assert!(said.contains("not a client id"), "{said}");
    let redirect = format!("https://app.example/?access_token={TOKEN}");
    hiding(&[&url[..], &["1000.ID", "--redirect-uri", &redirect]].concat(), 2);
    hiding(&["probe", "--dry-run", "--client-id", TOKEN, SCOPE], 2);
    hiding(&["token", "refresh", "--dc", "eu", "--client-id", TOKEN, "--refresh-token-file", "-"], 2);
}
