//! What people type: names that are not scopes, files that hold nothing, secrets in the wrong place.

mod ran;

use ran::{run, says};
use serde_json::Value;

#[test]
fn explain_takes_names_of_all_kinds() {
    let service = ["ZohoCRM (Zoho CRM)", "scope names", "modules.leads", "calls  ", "docs  "];
    for subject in ["ZohoCRM", "zohocrm", "Zoho CRM", "crm"] {
        says(&["explain", subject], "", 0, &service);
    }
    for subject in ["Zoho Billing", "ZohoBilling", "billing", "Subscriptions"] {
        says(&["explain", subject], "", 0, &["ZohoSubscriptions (Zoho Billing"]);
    }
    for subject in ["ZohoCRM.modules.leads", "modules.leads"] {
        says(&["explain", subject], "", 0, &["ZohoCRM.modules.leads\n", "ZohoCRM.modules.leads.DELETE  "]);
    }
    says(
        &["explain", "invoices"],
        "",
        0,
        &["it may be one of these", "ZohoBooks.invoices  ", "ZohoInvoice.invoices  "],
    );
    says(&["explain", "catalyst"], "", 0, &["it may be one of these", "ZOHOCATALYST", "ZohoCatalyst"]);
}

#[test]
fn explain_takes_patterns_whatever_the_placeholder_is_called() {
    for subject in
        ["ZohoCRM.share.{module_api_name}.READ", "ZohoCRM.share.{module_API_name}.READ", "zohocrm.share.{x}.read"]
    {
        let words = ["ZohoCRM.share.{module_api_name}.READ\n", "any one segment", "calls that name it", "sources"];
        says(&["explain", subject], "", 0, &words);
    }
    says(&["explain", "ZohoCRM.nothing.{x}.READ"], "", 1, &["is not in the catalogue"]);
}

#[test]
fn explain_takes_errors_as_codes_and_as_json() {
    let codes = [
        "OAUTH_SCOPE_MISMATCH",
        r#"{"code":"OAUTH_SCOPE_MISMATCH","details":{},"status":"error"}"#,
        r#"[{"data":[{"code":"OAUTH_SCOPE_MISMATCH"}]}]"#,
    ];
    for subject in codes {
        says(&["explain", subject], "", 0, &["OAUTH_SCOPE_MISMATCH: the token lacks a scope"]);
    }
    says(&["explain", "NOT_A_CODE"], "", 1, &["`NOT_A_CODE` is an error code that no source describes"]);
    says(&["explain", "401"], "", 0, &["HTTP status 401 comes with", "OAUTH_SCOPE_MISMATCH"]);
    says(&["explain", "599"], "", 1, &["no source describes"]);
    for (unknown, code) in [
        (r#"{"code":"NOPE","message":"x"}"#, "NOPE"),
        (r#"{"data":[{"error":"nope"}]}"#, "nope"),
        (r#"{"code":14}"#, "14"),
        ("14", "14"),
    ] {
        says(&["explain", unknown], "", 1, &[&format!("`{code}` is an error code that no source describes")]);
    }
    for line in ["HTTP/1.1 401 Unauthorized", "HTTP/2 401", "401 Unauthorized"] {
        says(&["explain", line], "", 0, &["HTTP status 401 comes with"]);
    }
    let ran = says(&["explain", "ZohoCRM.modules.leads"], "", 0, &[]);
    assert!(!ran.out.contains("code-index:"), "{}", ran.out);
}

#[test]
fn explain_reads_standard_input() {
    says(&["explain", "-"], r#"{"code": "OAUTH_SCOPE_MISMATCH"}"#, 0, &["OAUTH_SCOPE_MISMATCH: "]);
    says(&["explain", "-"], "ZohoCliq.Reminders.ALL\n", 0, &["ZohoCliq.Reminders.ALL\n"]);
}

#[test]
fn explain_takes_lists() {
    let both = ["ZohoCliq.Channels.READ\n", "\n\nZohoCRM.org.READ\n"];
    says(&["explain", "ZohoCliq.Channels.READ,ZohoCRM.org.READ"], "", 0, &both);
    let address = "https://accounts.zoho.com/oauth/v2/auth?scope=ZohoCliq.Channels.READ&client_id=1";
    says(&["explain", address], "", 0, &["ZohoCliq.Channels.READ\n", "covered by"]);
    let near = ["one module", "warning: ", "did you mean `ZohoCRM.modules.leads.READ`?"];
    says(&["explain", "ZohoCRM.modules.leeds.READ"], "", 0, &near);
    says(&["explain", "ZohoCliq.Channels.READ,foo.x"], "", 1, &["is not in the catalogue", "unknown service `foo`"]);
    let words = says(&["explain", "oauth scope mismatch"], "", 1, &["`zoho-scopes search` finds scopes by words"]);
    assert!(!words.out.contains("missing-service"), "{}", words.out);
    says(&["explain", "{\"a\":1}"], "", 1, &["no scope, service or error code was found"]);
}

#[test]
fn options_that_would_give_nothing_are_refused() {
    says(&["list", "--operation", "reed"], "", 2, &["unknown operation `reed`; the operations are ALL, "]);
    says(&["list", "--service", "Xqw"], "", 2, &["unknown service `Xqw`; `zoho-scopes services` lists them"]);
    says(&["needs", "Cargo.toml"], "", 2, &["`Cargo.toml` is a file; `--calls Cargo.toml` reads the calls in it"]);
    says(&["needs", ""], "", 2, &["the call is empty"]);
    let probe = |id, pace| ["probe", "--dry-run", "--client-id", id, "--pace", pace, "ZohoCliq.Chats.READ"];
    says(&probe("", "5"), "", 2, &["the client id is empty"]);
    says(&probe("1000.A", "0"), "", 2, &["the pace is one second or more"]);
    says(&["scan", "--list", "--format", "sarif", "Cargo.toml"], "", 2, &["`--list` prints `human`, `json` or `csv`"]);
    let unknown = says(&["narrow", "Nowhere.foo.READ"], "", 1, &["unknown service `Nowhere`"]);
    assert_eq!(unknown.out, "");
}

#[test]
fn services_have_the_names_that_people_give_them() {
    let plain = |service| says(&["list", "--service", service, "--format", "plain"], "", 0, &[]).out;
    for (called, service) in [("Zoho Billing", "ZohoSubscriptions"), ("crm", "ZohoCRM"), ("Connect", "zohopulse")] {
        assert_eq!(plain(called), plain(service), "{called}");
    }
    says(&["docs", "--service", "books"], "", 0, &["## Zoho Books"]);
    says(&["list", "--service", "catalyst"], "", 2, &["`catalyst` may be ", "ZOHOCATALYST", "ZohoCatalyst"]);
    says(&["list", "--service", "ZohoCliqq"], "", 2, &["unknown service `ZohoCliqq`; did you mean `ZohoCliq`?"]);
    says(&["list", "--service", "zoho"], "", 2, &["unknown service `zoho`"]);
}

/// A check of nothing may not look like a check that passed.
#[test]
fn no_calls_are_no_answer() {
    for nothing in ["", "# a comment\n\n"] {
        says(&["needs", "--stdin"], nothing, 2, &["no API call was read"]);
        says(&["covers", "--granted", "ZohoCRM.modules.ALL", "--calls", "-"], nothing, 2, &["no API call was read"]);
    }
    says(&["needs", "--stdin", "--from", "har"], r#"{"log":{"entries":[]}}"#, 2, &["no API call was read"]);
}

#[test]
fn unknown_calls_are_counted_in_text_and_in_json() {
    let calls = "GET /books/v3/invoices\nGET /crm/v8/no/such/thing/there/is\n";
    let covers = ["covers", "--granted", "ZohoBooks.invoices.READ", "--calls", "-"];
    let counted = "0 of 1 calls would fail with OAUTH_SCOPE_MISMATCH; 1 requests not known";
    says(&covers, calls, 1, &[counted]);
    let ran = says(&[&covers[..], &["--format", "json"]].concat(), calls, 1, &[]);
    let answer: Value = serde_json::from_str(&ran.out).expect("output is JSON");
    assert_eq!(
        (answer["calls"].as_array().map(Vec::len), answer["unknown"].as_array().map(Vec::len)),
        (Some(1), Some(1))
    );
}

/// What `covers --required` calls undocumented is not called a failure of the call.
#[test]
fn undocumented_is_so_for_scopes_and_for_calls() {
    let granted = ["covers", "--granted", "ZohoBooks.fullaccess.all"];
    says(&[&granted[..], &["--required", "ZohoBooks.invoices.READ"]].concat(), "", 1, &["undocumented"]);
    let calls = [&granted[..], &["--calls", "-"]].concat();
    says(&calls, "GET /books/v3/invoices\n", 1, &["undocumented: no source says", "0 of 1 calls would fail"]);
}

#[test]
fn a_call_without_its_method_is_answered_for_each() {
    let words =
        ["has no method", "GET needs ZohoCRM.modules.leads.READ or ", "POST needs ZohoCRM.modules.leads.CREATE or "];
    says(&["needs", "https://www.zohoapis.com/crm/v8/Leads"], "", 1, &words);
    says(&["needs", "/nothing/of/the/kind"], "", 1, &["has no method", "write `GET /path`"]);
}

/// A module's name comes from the request, and goes through the same check as any list.
#[test]
fn what_needs_prints_has_been_checked() {
    says(&["needs", "GET /crm/v8/Laeds"], "", 0, &["warning: ", "did you mean `ZohoCRM.modules.leads.READ`?"]);
    assert_eq!(says(&["needs", "GET /crm/v8/Leads"], "", 0, &[]).err, "");
}

#[test]
fn operations_that_do_not_exist_are_wrong_usage() {
    let narrow = |operations| ["narrow", "ZohoCRM.modules.ALL", "--operations", operations];
    says(&narrow("DELETEX"), "", 2, &["unknown operation `DELETEX`", "CREATE, "]);
    says(&narrow("READ,delete"), "", 0, &["ZohoCRM.modules.ALL includes"]);
}

#[test]
fn redirects_that_no_browser_should_follow_are_refused() {
    let ask = |id, uri| ["auth-url", "--dc", "eu", "--client-id", id, "--redirect-uri", uri, "ZohoCRM.modules.ALL"];
    for uri in [
        "https://app.example/back",
        "http://localhost:8080/",
        "http://127.0.0.1/",
        "http://[::1]:1/",
        "com.app.x:/back",
    ] {
        says(&ask("1000.A", uri), "", 0, &["https://accounts.zoho.eu/oauth/v2/auth?"]);
    }
    let refused = [
        ("javascript:alert(1)", "`javascript` is neither"),
        ("JavaScript://x.example/%0aalert(1)", "`javascript` is neither"),
        ("data:text/html,x", "`data` is neither"),
        ("file:///etc/passwd", "`file` is neither"),
        ("http://app.example/", "loopback"),
        ("http://localhost.app.example/", "loopback"),
        ("https://app.example/#x", "fragment"),
        ("nothing", "is not an address"),
    ];
    for (uri, why) in refused {
        says(&ask("1000.A", uri), "", 2, &["redirect URI", why]);
    }
    for id in ["", " "] {
        says(&ask(id, "https://app.example/back"), "", 2, &["the client id is empty"]);
    }
}

#[test]
fn covers_names_both_ways_to_say_what_is_needed() {
    says(&["covers", "--granted", "ZohoCRM.modules.ALL"], "", 2, &["--required", "--calls"]);
}

#[test]
fn token_info_says_what_it_was_given() {
    says(&["token", "info", "-"], r#"{"code":"OAUTH_SCOPE_MISMATCH"}"#, 1, &["the token lacks a scope", "explain"]);
    says(&["token", "info", "-"], r#"[{"errorCode":"INVALID_OAUTH"}]"#, 1, &["INVALID_OAUTH", "explain"]);
    for (other, what) in [
        (
            "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n",
            "this is a whole HTTP response with its headers, as `curl -i` prints it",
        ),
        ("\n<!DOCTYPE html><html></html>", "this is an HTML or XML page"),
        (r#"{"access_token":"1000.aa.bb"#, "this is JSON that is cut off or damaged"),
        ("1000.aa.bb", "this is not JSON"),
    ] {
        let ran = says(&["token", "info", "-"], other, 2, &[]);
        assert_eq!(
            ran.err,
            format!("error: {what}; the JSON response of a token endpoint is expected, its body alone\n")
        );
    }
}

/// Whatever command a token is given to where it does not belong: it is not repeated.
#[test]
fn secrets_are_not_repeated() {
    const TOKEN: &str = "1000.5ecre7aa.5ecre7bb";
    let json = format!(r#"{{"access_token":"{TOKEN}","client_secret":"5ecre7cc"}}"#);
    let address = format!("https://www.zohoapis.com/crm/v8/nothing/at/all?access_token={TOKEN}");
    let header = format!("Authorization: Zoho-oauthtoken {TOKEN}");
    let commands: &[&[&str]] = &[
        &["explain"],
        &["covers", "--required", "ZohoCRM.modules.ALL", "--granted"],
        &["covers", "--granted", "ZohoCRM.modules.ALL", "--calls"],
        &["needs"],
        &["needs", "--calls"],
        &["narrow", "ZohoCRM.modules.ALL", "--operations"],
        &["list", "--service"],
        &["docs", "--service"],
        &["docs", "--inject"],
        &["check", "--file"],
        &["catalogue", "check"],
        &["catalogue", "diff", "openapi"],
        &["catalogue", "diff", "--openapi"],
        &["catalogue", "merge", "--into", "openapi"],
        &["probe", "--client-id", "1000.A", "--dry-run"],
        &["probe", "--client-id", "1000.A", "--service"],
        &["probe", "--client-id", "1000.A", "--dry-run", "--save"],
        &["token", "device", "--dc", "eu", "--client-id", "1000.A", "--client-secret-file"],
        &["token", "device", "--dc", "eu", "--client-id", "1000.A"],
        &["token", "info"],
        &["token", "refresh"],
        &["token", "refresh", "--dc", "eu", "--client-id", "1000.A", "--refresh-token-file"],
        &["token", "revoke", "--dc", "eu", "--client-id", "1000.A", "--token-file"],
        &["token", "exchange", "--dc", "eu", "--client-id", "1000.A", "--code-file"],
    ];
    for command in commands {
        for secret in [TOKEN, &json, &address, &header] {
            let ran = run(&[command, &[secret][..]].concat(), "");
            assert_ne!(ran.status, 0, "{command:?} {secret}");
            assert!(
                !format!("{}{}", ran.out, ran.err).to_lowercase().contains("5ecre7"),
                "{command:?}\n{}{}",
                ran.out,
                ran.err
            );
        }
    }
    for line in [TOKEN, &json, &header, "Cookie: sid=5ecre7", "sid=5ecre7; x"] {
        let ran = run(&["needs", "--stdin"], line);
        assert!(!ran.err.to_lowercase().contains("5ecre7"), "{line}: {}", ran.err);
    }
}
