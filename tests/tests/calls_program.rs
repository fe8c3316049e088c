//! `needs`, `covers --calls` and `explain` from outside.

mod ran;

use ran::run;
use serde_json::{Value, json};

#[track_caller]
fn check(arguments: &[&str], input: &str, expected: (i32, &str, &str)) {
    let ran = run(arguments, input);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), expected);
}

const FIELDS: &str = "ZohoCRM.settings.fields.READ\n";

#[test]
fn needs_prints_the_least_list() {
    check(&["needs", "GET https://www.zohoapis.eu/crm/v8/settings/fields"], "", (0, FIELDS, ""));
    let two = "ZohoBooks.invoices.READ,ZohoCRM.settings.fields.READ\n";
    check(&["needs", "GET /crm/v8/settings/fields", "GET /books/v3/invoices"], "", (0, two, ""));
    let lines = "# what we call\n\nget /crm/v8/settings/fields\r\nGET /books/v3/invoices\nGET /books/v3/invoices\n";
    check(&["needs", "--stdin"], lines, (0, two, ""));
    assert_eq!(run(&["needs"], "").status, 2);
}

#[test]
fn needs_says_why() {
    let expected = "ZohoBooks.invoices.READ,ZohoCRM.modules.leads.READ

GET /crm/v8/Leads       GET /crm/v8/{module}             ZohoCRM.modules.leads.READ
GET /crm/v8/Leads/1     GET /crm/v8/{module}/{recordID}  ZohoCRM.modules.leads.READ
GET /books/v3/invoices  GET /books/v3/invoices           ZohoBooks.invoices.READ
";
    let calls = ["needs", "--why", "GET /crm/v8/Leads", "GET /crm/v8/Leads/1", "GET /books/v3/invoices"];
    let ran = run(&calls, "");
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!((ran.status, squeezed(&ran.out)), (0, squeezed(expected)), "{}", ran.err);
}

/// Whose word it is that a call needs a scope.
#[test]
fn needs_names_its_sources() {
    let calls = ["GET https://sprintsapi.zoho.com/zsapi/teams/", "GET /books/v3/invoices"];
    let ran = run(&["needs", calls[0], calls[1]], "");
    assert_eq!((ran.status, ran.err.as_str()), (0, "note: no official source was read for 1 of 2 calls\n"));
    assert_eq!(run(&["needs", calls[0]], "").err, "note: no official source was read for this call\n");
    let ran = run(&["needs", "--why", calls[0], calls[1]], "");
    let marked: Vec<&str> = ran.out.lines().filter(|line| line.ends_with("; no official source")).collect();
    assert!(marked.len() == 1 && marked[0].contains("/teams"), "{}", ran.out);
    let json: serde_json::Value = serde_json::from_str(&run(&["needs", "--format", "json", calls[1]], "").out).unwrap();
    let source = &json["calls"][0]["sources"][0];
    assert_eq!(source["kind"], "official-oas");
    assert!(source["address"].as_str().is_some_and(|address| address.starts_with("https://")), "{json}");
}

#[test]
fn needs_says_what_it_does_not_know() {
    check(
        &["needs", "GET /crm/v8/settings/fields", "GET https://survey.zoho.com/x?token=secret"],
        "",
        (
            1,
            FIELDS,
            "error: no call is known to the host `survey.zoho.com`\n  help: it goes to `ZohoSurvey`, and the call is not in the catalogue\n",
        ),
    );
    let ran = run(&["needs", "GET /books/v3/invoicess"], "");
    assert_eq!(
        ran.err,
        "warning: a request was read as `GET /books/v3/{module_name}`; did you mean `GET /books/v3/invoices`?\n"
    );
}

/// Of a great many unknown requests the first thousand are listed, and those that are not are counted.
#[test]
fn unknown_requests_are_listed_up_to_a_number() {
    let post = |number: usize| format!("POST /nothing/{number}\n");
    let more = |lines: String| -> Vec<String> {
        let err = run(&["needs", "--stdin"], &lines).err;
        assert_eq!(err.lines().filter(|line| line.starts_with("error: no call is known for `POST /")).count(), 1000);
        err.lines().filter(|line| !line.starts_with("error: ")).map(str::to_owned).collect()
    };
    let listed: String = (0..1000).map(post).collect();
    assert_eq!(more(listed.clone() + &post(7)), [""; 0]);
    assert_eq!(more(listed + &post(1000) + &post(7)), ["more requests for which no call is known: 1"]);
}

#[test]
fn needs_prints_json() {
    let ran = run(&["needs", "--format", "json", "GET /crm/v8/settings/fields", "GET /nothing"], "");
    assert_eq!(ran.status, 1);
    let mut found: Value = serde_json::from_str(&ran.out).expect("output is JSON");
    let sources = found["calls"][0].as_object_mut().expect("a call").remove("sources");
    assert!(sources.is_some_and(|sources| sources.as_array().is_some_and(|sources| !sources.is_empty())));
    assert_eq!(
        found,
        json!({
            "scopes": ["ZohoCRM.settings.fields.READ"],
            "exact": true,
            "calls": [{
                "requests": ["GET /crm/v8/settings/fields"],
                "call": "GET /crm/v8/settings/fields", "host": "www.zohoapis.com", "service": "ZohoCRM",
                "needs": ["ZohoCRM.settings.fields.READ"],
                "scopes": ["ZohoCRM.settings.fields.READ"], "unclear": null, "open": []
            }],
            "unknown": [
                {"message": "no call is known for `GET /nothing`", "help": null, "service": null, "guesses": []}
            ],
            "more_unknown": 0
        })
    );
}

#[test]
fn access_logs() {
    let log = concat!(
        r#"10.0.0.1 - - [22/Nov/2026:03:00:00 +0000] "GET /crm/v8/settings/fields?module=Leads HTTP/1.1" 200 12"#,
        "\n",
        r#"10.0.0.1 - - [22/Nov/2026:03:00:00 +0000] "GET http://example.com/x HTTP/1.1" 200 1 "-" "agent""#,
        "\n",
    );
    check(
        &["needs", "--stdin", "--from", "log"],
        log,
        (0, FIELDS, "requests to other hosts, or answered with 404, left out: 1\n"),
    );
    // What does not exist is no call; what was gone was one.
    let lost =
        "- \"GET /crm/v8/settings/fieldz/1/2 HTTP/1.1\" 404 1\n- \"GET /crm/v8/settings/fields HTTP/1.1\" 404 1\n";
    let left_out = "requests to other hosts, or answered with 404, left out: 1\n";
    check(&["needs", "--stdin", "--from", "log"], lost, (0, FIELDS, left_out));
    let ran = run(&["needs", "--stdin", "--from", "log"], "rubbish\n");
    assert_eq!(
        (ran.status, ran.err.as_str()),
        (2, "lines without a request, left out: 1\nerror: no API call was read\n")
    );
}

#[test]
fn archives() {
    let entry = |url: &str| json!({"request": {"method": "GET", "url": url}, "response": {}});
    let archive = json!({"log": {"version": "1.2", "entries": [
        entry("https://www.zohoapis.in/crm/v8/settings/fields?x=y"), entry("https://cdn.example.com/a.js")
    ]}});
    let from = ["needs", "--stdin", "--from", "har"];
    check(&from, &archive.to_string(), (0, FIELDS, "requests to other hosts, or answered with 404, left out: 1\n"));
    check(
        &from,
        &format!("\u{feff}{archive}"),
        (0, FIELDS, "requests to other hosts, or answered with 404, left out: 1\n"),
    );
    let lost = archive.to_string().replace("cdn.example.com/a.js", "www.zohoapis.in/crm/v8/settings/fieldz/1/2");
    assert_eq!(run(&from, &lost).status, 1);
    let lost = lost.replace(r#""response":{}"#, r#""response":{"status":404}"#);
    check(&from, &lost, (0, FIELDS, "requests to other hosts, or answered with 404, left out: 1\n"));
    let ran = run(&from, "{\"log\": 1}");
    assert!(ran.status == 2 && ran.err.starts_with("error: this is not a HAR file: "), "{}", ran.err);
}

#[test]
fn openapi_files() {
    let yaml = "openapi: 3.0.0
info: {title: fields, version: '1'}
servers:
  - url: https://zohoapis.{dc}/crm/v8/
    variables:
      dc: {default: eu, enum: [com, eu]}
paths:
  /settings/fields:
    summary: fields
    parameters: []
    get: {responses: {}}
";
    let from = ["needs", "--stdin", "--from", "openapi"];
    check(&from, yaml, (0, FIELDS, ""));
    let json = r#"{"swagger": "2.0", "host": "www.zohoapis.com", "basePath": "/crm/v8", "paths": {"/settings/fields": {"get": {}}}}"#;
    check(&from, json, (0, FIELDS, ""));
    check(&from, &format!("\u{feff}{json}"), (0, FIELDS, ""));
    let ran = run(&from, "a: [");
    assert!(ran.status == 2 && ran.err.starts_with("error: this is not an OpenAPI file: "), "{}", ran.err);
}

#[test]
fn covers_says_which_calls_would_fail() {
    let calls = "GET /crm/v8/settings/fields\nGET /books/v3/invoices\n";
    let covers = |granted| ["covers", "--granted", granted, "--calls", "-"];
    let lacks =
        "GET /books/v3/invoices  lacks ZohoBooks.invoices.READ\n1 of 2 calls would fail with OAUTH_SCOPE_MISMATCH\n";
    check(&covers("ZohoCRM.settings.ALL"), calls, (1, lacks, ""));
    let none = "0 of 2 calls would fail with OAUTH_SCOPE_MISMATCH\n";
    check(&covers("ZohoCRM.settings.ALL ZohoBooks.invoices.ALL"), calls, (0, none, ""));
    let ran = run(&["covers", "--granted", "ZohoCRM.settings.ALL", "--calls", "-", "--format", "json"], calls);
    let found: Value = serde_json::from_str(&ran.out).expect("output is JSON");
    assert_eq!(
        found["calls"][1],
        json!({"call": "GET /books/v3/invoices", "allowed": false, "undocumented": false, "unclear": null,
               "missing": ["ZohoBooks.invoices.READ"]})
    );
    assert_eq!(run(&["covers", "--granted", "x"], "").status, 2);
    assert_eq!(run(&["covers", "--granted", "x", "--required", "y", "--calls", "-"], "").status, 2);
    let file = ["covers", "--granted", "x", "--calls", "/no/such/file"];
    assert_eq!(run(&file, "").status, 2);
}

#[test]
fn explain_lists_the_calls_that_a_scope_opens() {
    let ran = run(&["explain", "ZohoCRM.settings.fields.READ"], "");
    assert!(ran.out.contains("\ncalls it opens, alone or with others\n"), "{}", ran.out);
    assert!(ran.out.contains("\n  GET /crm/v8/settings/fields\n"), "{}", ran.out);
    let short = run(&["explain", "ZohoBooks.invoices.ALL"], "").out;
    assert!(short.contains(" more, which `--calls` lists\n"), "{short}");
    let long = run(&["explain", "--calls", "ZohoBooks.invoices.ALL"], "").out;
    assert!(long.lines().count() > short.lines().count() && !long.contains("which `--calls` lists"), "{long}");
}
