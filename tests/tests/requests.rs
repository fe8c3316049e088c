//! Requests that people have in hand: what they need, what is not known, and in what form they come.

mod ran;

use ran::{run, says};
use zoho_scopes::{
    Catalogue, Covers, Entry,
    calls::{Call, minimal_scopes},
    catalogue::Service,
};
use zoho_scopes_data::files::{self, calls::Calls};

/// The texts that `needs` names for a request; nothing where no call is known.
fn needed(method: &str, path: &str) -> Vec<String> {
    let Ok(call) = Call::find(method, path) else { return Vec::new() };
    minimal_scopes(&[call]).scopes().iter().map(|entry| entry.as_str().to_owned()).collect()
}

#[test]
fn what_an_api_has_for_itself_is_no_module() {
    for path in [
        "/crm/v8/settings/blueprints",
        "/crm/v8/settings/blueprints/transitions/1",
        "/crm/v8/functions/f/actions/execute",
        "/crm/v8/features",
        "/crm/v8/bulk/read",
        "/crm/v8/Leads/actions/nothing",
        "/crm/v8/Leads/1/actions/nothing",
        "/crm/v8/12345",
        "/bigin/v2/settings/layouts",
        "/bigin/v2/actions/watch",
        "/recruit/v2/org",
    ] {
        let found = needed("GET", path);
        assert!(!found.iter().any(|scope| scope.contains(".modules.")), "{path}: {found:?}");
    }
    assert_eq!(needed("GET", "https://desk.zoho.com/api/v1/articles/1/followersCount"), ["Desk.articles.READ"]);
    assert_eq!(needed("GET", "/crm/v8/Leads/123"), ["ZohoCRM.modules.leads.READ"]);
    assert_eq!(needed("GET", "/crm/v8/Visits"), ["ZohoCRM.modules.Visits.READ"]);
    assert!(needed("GET", "/crm/v8/Notes/1/Attachments").contains(&"ZohoCRM.modules.notes.READ".to_owned()));
}

/// No path below a segment that an API has for itself is answered with a scope that the segment was put into, nor with
/// one of all modules, unless a call of the catalogue has this very path.
#[test]
fn nothing_is_invented_below_reserved_segments() {
    let catalogue = files::Catalogue::builtin().expect("the catalogue is sound");
    let calls = Calls::builtin().expect("the calls are sound");
    let mut tried = 0;
    for file in calls.files() {
        let service = catalogue.services().iter().find(|service| service.service == file.service).expect("a service");
        for word in file.reserved_segments(service) {
            // One version fits the path of another.
            if word.strip_prefix('v').is_some_and(|number| number.parse::<u8>().is_ok()) {
                continue;
            }
            for base in &file.bases {
                for rest in ["", "/zzz", "/zzz/1", "/zzz/1/yyy", "/zzz/actions/yyy"] {
                    for method in ["GET", "POST", "PUT", "DELETE"] {
                        let url = format!("https://{base}/{word}{rest}");
                        let Ok(call) = Call::find(method, &url) else { continue };
                        tried += 1;
                        // A scope that has the very name opens it: `Desk.articles.READ` is of `/articles/…`.
                        let is_own = |scope: &String| scope.to_ascii_lowercase().contains(&format!(".{word}."));
                        let is_itself = call.template().contains(&format!("/{word}"));
                        let is_of_modules =
                            !is_itself && call.template().contains("/{m") && !needed(method, &url).iter().all(is_own);
                        assert!(!is_of_modules, "{method} {url} is taken for {call}");
                        let filled = format!(".{word}.");
                        let scopes = needed(method, &url);
                        assert!(
                            !scopes
                                .iter()
                                .any(|scope| scope.contains(&filled) && Catalogue::builtin().find(scope).is_none()),
                            "{url}: {scopes:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(tried > 20, "{tried} are known at all");
}

/// Whatever `needs` prints for a call, `covers` says that it is enough; what is unclear there is unclear here.
#[test]
fn needs_and_covers_agree_on_every_call() {
    for call in Call::all() {
        let least = minimal_scopes(std::slice::from_ref(&call));
        let is_unclear = !least.unclear().is_empty();
        match call.requirement() {
            Some(requirement) => assert_eq!(requirement.check(least.scopes()), Ok(()), "{call}"),
            None => assert!(is_unclear && least.scopes().is_empty(), "{call}"),
        }
        assert_eq!(is_unclear, call.unclear().is_some() || call.requirement().is_none(), "{call}");
    }
}

/// The same of the program: with what `needs` prints for calls, none is said to fail, and the same ones are unclear.
#[test]
fn needs_and_covers_say_the_same_of_what_is_unclear() {
    let line = |call: &Call| format!("{} https://{}{}\n", call.method(), call.host(), call.template());
    // All that are unclear, and some of the others.
    let some = Call::all().into_iter().enumerate().filter(|(place, call)| call.unclear().is_some() || place % 20 == 0);
    let calls: String = some.map(|(_, call)| line(&call)).collect();
    let needs = run(&["needs", "--stdin"], &calls);
    let covers = run(&["covers", "--granted", needs.out.trim(), "--calls", "-"], &calls);
    let unclear = |text: &str| {
        let lines = text.lines().filter(|line| line.starts_with("unclear: "));
        lines.map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
    };
    assert!(covers.out.lines().last().is_some_and(|line| line.starts_with("0 of ")), "{}", covers.out);
    assert_eq!(unclear(&needs.err), unclear(&covers.err));
    assert!(unclear(&needs.err).len() > 100);
    assert_eq!(needs.status, covers.status);
}

#[test]
fn what_may_lie_below_an_all_is_undocumented() {
    let entry = |text: &str| Catalogue::builtin().entry(text).into_owned();
    let covers = |upper: &str, lower: &str| entry(upper).covers(&entry(lower));
    assert!(matches!(entry("ZohoCRM.settings.zzz.CREATE"), Entry::Unknown(_)));
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.settings.zzz.CREATE"), Covers::Undocumented);
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.other.zzz.CREATE"), Covers::No);
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.settingszzz.CREATE"), Covers::No);
    assert_eq!(covers("ZohoCRM.settings.fields.ALL", "ZohoCRM.settings.zzz.CREATE"), Covers::No);
    let covers = |granted| ["covers", "--granted", granted, "--required", "ZohoCRM.settings.zzz.CREATE"];
    says(&covers("ZohoCRM.settings.ALL"), "", 1, &["undocumented", "perhaps by ZohoCRM.settings.ALL"]);
    says(&covers("ZohoCRM.settings.READ"), "", 1, &["missing"]);
}

/// The lists that `needs` prints for a text, and that `covers` asks for: in its own form, and recognised.
#[track_caller]
fn read_as(form: &str, text: &str, expected: &str) {
    for arguments in [vec!["needs", "--stdin"], vec!["needs", "--stdin", "--from", form]] {
        let ran = run(&arguments, text);
        assert_eq!(ran.out.trim_end(), expected, "{arguments:?} {text}\n{}", ran.err);
    }
    let ran = run(&["covers", "--granted", expected, "--calls", "-"], text);
    assert!(ran.out.contains("0 of "), "{text}\n{}{}", ran.out, ran.err);
}

const LEADS: &str = "ZohoCRM.modules.leads.READ";
const NEW_LEADS: &str = "ZohoCRM.modules.leads.CREATE";
const SECRET: &str = "1000.5ecre7aa.5ecre7bb";

#[test]
fn commands_of_curl() {
    let read = |text: &str, expected| read_as("curl", text, expected);
    read("curl https://www.zohoapis.com/crm/v8/Leads", LEADS);
    read(
        "$ curl 'https://www.zohoapis.com/crm/v8/Leads?fields=x&y' -H \"Authorization: Zoho-oauthtoken $TOKEN\"",
        LEADS,
    );
    read("curl -sSX POST \\\n  -d '{\n  \"a\": \"it''s\"\n}' \\\n  https://www.zohoapis.eu/crm/v8/Leads", NEW_LEADS);
    read("curl --request POST --url https://www.zohoapis.com/crm/v8/Leads --header 'a: b'", NEW_LEADS);
    read("curl -d @leads.json \"https://www.zohoapis.com/crm/v8/Leads\"", NEW_LEADS);
    read("curl -G -d fields=x https://www.zohoapis.com/crm/v8/Leads", LEADS);
    read("curl \"https://www.zohoapis.$DC/crm/v8/Leads\" | jq .", LEADS);
    read("BASE=https://www.zohoapis.com/crm/v8\ncurl \"$BASE/Leads\"", LEADS);
    read("curl 'https://www.zohoapis.com/crm/v8/Leads' --data-raw $'it\\'s' --compressed", NEW_LEADS);
    read("curl ^\"https://www.zohoapis.com/crm/v8/Leads^\" ^\n  -H ^\"a: b^\"", LEADS);
    read("curl.exe -XPOST https://www.zohoapis.com/crm/v8/Leads", NEW_LEADS);
    let guide = format!(
        "# A guide\n\n```sh\ncurl -X POST 'https://accounts.zoho.com/oauth/v2/token?refresh_token={SECRET}'\ncurl https://www.zohoapis.com/crm/v8/Leads\n```\n"
    );
    read(&guide, LEADS);
    // As an argument, and cut off.
    says(&["needs", "curl https://www.zohoapis.com/crm/v8/Leads"], "", 0, &[LEADS]);
    says(&["needs", "curl https://www.zohoapis.com/crm/v8/Leads -d '{\"a"], "", 0, &[NEW_LEADS]);
    says(&["needs", "curl"], "", 1, &["has no method"]);
}

#[test]
fn files_of_requests() {
    let read = |text: &str, expected| read_as("http", text, expected);
    read("GET https://www.zohoapis.com/crm/v8/Leads\nAuthorization: Zoho-oauthtoken {{token}}\n", LEADS);
    read("@base = https://www.zohoapis.com/crm/v8\n\n### all\nGET {{base}}/Leads\n", LEADS);
    read(
        "### new\nPOST https://www.zohoapis.com/crm/v8/Leads HTTP/1.1\ncontent-type: application/json\n\n{\n\"GET\": 1\n}\n",
        NEW_LEADS,
    );
    read("POST /crm/v8/Leads HTTP/1.1\r\nHost: www.zohoapis.in\r\nContent-Length: 2\r\n\r\n{}", NEW_LEADS);
    read("###\nhttps://www.zohoapis.com/crm/v8/Leads\n", LEADS);
}

#[test]
fn collections_of_postman() {
    let collection = |url: &str| {
        format!(
            r#"{{"info":{{"_postman_id":"1","name":"x","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}},
            "auth":{{"type":"oauth2","oauth2":[{{"key":"accessToken","value":"{SECRET}"}}]}},
            "item":[{{"name":"folder","item":[{{"name":"all","request":{{"method":"GET","header":[],"url":{url}}}}}]}}],
            "variable":[{{"key":"base","value":"https://www.zohoapis.com/crm/v8"}}]}}"#
        )
    };
    for url in [
        r#"{"raw":"{{base}}/Leads?page=1","host":["{{base}}"],"path":["Leads"]}"#,
        r#"{"host":["www","zohoapis","com"],"path":["crm","v8","Leads"]}"#,
        r#"{"raw":"https://www.zohoapis.{{dc}}/crm/v8/Leads"}"#,
        r#""https://www.zohoapis.com/crm/v8/Leads""#,
    ] {
        read_as("postman", &collection(url), LEADS);
    }
    let module = collection(r#""{{base}}/{{module}}/1""#);
    says(&["needs", "--stdin"], &module, 0, &["ZohoCRM.modules.READ\n"]);
    for wrong in ["1", "null", "[]", "{}", r#"{"raw":1}"#] {
        says(&["needs", "--stdin", "--from", "postman"], &collection(wrong), 2, &["no API call was read"]);
    }
    says(&["needs", "--stdin", "--from", "postman"], "{\"item\":", 2, &["this is not a Postman collection"]);
}

#[test]
fn other_forms_are_recognised() {
    let har = format!(
        r#"{{"log":{{"version":"1.2","creator":{{}},"entries":[{{"request":{{"method":"GET","url":"https://www.zohoapis.com/crm/v8/Leads?token={SECRET}","cookies":[{{"name":"a","value":"{SECRET}"}}]}}}}]}}}}"#
    );
    read_as("har", &har, LEADS);
    read_as(
        "openapi",
        "openapi: 3.0.0\nservers: [{url: 'https://www.zohoapis.com/crm/v8'}]\npaths:\n  /Leads: {get: {}}\n",
        LEADS,
    );
    read_as(
        "openapi",
        r#"{"swagger":"2.0","host":"www.zohoapis.com","basePath":"/crm/v8","paths":{"/Leads":{"get":{}}}}"#,
        LEADS,
    );
    read_as("log", "1.2.3.4 - - [22/Nov/2026:03:00:00 +0000] \"GET /crm/v8/Leads HTTP/1.1\" 200 12\n", LEADS);
    read_as("lines", "# ours\nGET /crm/v8/Leads\n", LEADS);
    for trace in [
        "Traceback (most recent call last):\n  File \"a.py\", line 3\nrequests.exceptions.HTTPError: 401 Client Error for GET url: https://www.zohoapis.com/crm/v8/Leads",
        "GET https://www.zohoapis.com/crm/v8/Leads 401 (Unauthorized)\n    at fetchLeads (a.js:3:5)",
        "GuzzleHttp\\Exception\\ClientException: Client error: `GET https://www.zohoapis.com/crm/v8/Leads` resulted in a `401 Unauthorized`",
    ] {
        read_as("text", trace, LEADS);
    }
    let without = "HTTPError: 401 for url: https://www.zohoapis.com/crm/v8/Leads";
    says(&["needs", "--stdin"], without, 1, &["has no method", "GET needs ZohoCRM.modules.leads.READ"]);
}

/// Whatever is given, no secret of it is repeated, nothing panics, and nothing takes long.
#[test]
fn hostile_requests() {
    let deep = "[".repeat(100_000);
    let texts = [
        format!(
            "curl -H 'Authorization: Zoho-oauthtoken {SECRET}' https://user:{SECRET}@www.zohoapis.com/nothing?x={SECRET}#{SECRET}"
        ),
        format!(
            "GET https://www.zohoapis.com/nothing HTTP/1.1\nCookie: sid={SECRET}\nAuthorization: Zoho-oauthtoken {SECRET}\n\n{SECRET}"
        ),
        format!("{{\"access_token\":\"{SECRET}\"}}"),
        format!("Error: token {SECRET} at https://www.zohoapis.com/nothing?auth={SECRET}"),
        format!("curl '{SECRET}"),
        format!("GET https://www.zohoapis.com/books/v3/{SECRET}/{SECRET}\nGET /crm/v8/Leads/{SECRET}"),
        format!("{{\"item\":{deep}"),
        format!("{{\"log\":{{\"entries\":{deep}"),
        deep,
        "curl '".repeat(20_000),
        "curl \\\n".repeat(20_000),
        "\"${".repeat(50_000),
        "{{".repeat(50_000),
        "https://".repeat(50_000),
        "'https://www.zohoapis.com/crm/v8/' + ".repeat(10_000),
        format!("GET /{}", "%2F{".repeat(20_000)),
        "\u{0}\u{1b}[31m GET /x".to_owned(),
        "### \n@a = {{a}}\nGET {{a}}/crm\n".to_owned(),
    ];
    let started = std::time::Instant::now();
    for text in &texts {
        let forms = ["lines", "log", "har", "openapi", "curl", "http", "postman", "text"];
        for (form, format) in forms.iter().flat_map(|form| ["human", "json"].map(|format| (form, format))) {
            let ran = run(&["needs", "--stdin", "--why", "--from", form, "--format", format], text);
            assert_ne!(ran.status, 101, "{form}: {}", ran.err);
            assert!(
                !format!("{}{}", ran.out, ran.err).to_lowercase().contains("5ecre7"),
                "{form}: {}{}",
                ran.out,
                ran.err
            );
            assert!(!ran.err.contains('\u{1b}'), "{form}");
        }
        let ran = run(&["needs", "--stdin"], text);
        assert_ne!(ran.status, 101, "{}", ran.err);
        assert!(!format!("{}{}", ran.out, ran.err).to_lowercase().contains("5ecre7"), "{}{}", ran.out, ran.err);
    }
    assert!(started.elapsed().as_secs() < 120, "{:?}", started.elapsed());
}

#[test]
fn unknown_calls_lead_somewhere() {
    let guessed = |call: &str, service: &str, scope: &str| {
        let ran = says(
            &["needs", call],
            "",
            1,
            &["the call is not in the catalogue", &format!("it goes to `{service}`"), "a guess", scope],
        );
        assert_eq!(ran.out, "", "a guess is no answer");
        let json = run(&["needs", "--format", "json", call], "").out;
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(
            (&json["scopes"], &json["unknown"][0]["service"]),
            (&serde_json::json!([]), &serde_json::json!(service))
        );
    };
    guessed("GET /crm/v8/settings/zzz", "ZohoCRM", "ZohoCRM.settings.READ");
    guessed("POST https://www.zohoapis.eu/books/v3/invoices/1/zzz/2", "ZohoBooks", "ZohoBooks.invoices.CREATE");
    guessed("GET https://vault.zoho.com/api/rest/json/v1/zzz/secrets", "ZohoVault", "ZohoVault.secrets.READ");
    let ran = says(&["needs", "GET https://example.com/crm/v8/Leads"], "", 1, &["no call is known to the host"]);
    assert!(!ran.err.contains("guess"), "{}", ran.err);
}

#[test]
fn needs_says_why_of_each_request_as_it_was_written() {
    let calls = ["needs", "--why", "GET /crm/v2/Leads", "GET /crm/v8/Leads", "POST /crm/bulk/v8/read"];
    let ran = says(&calls, "", 0, &["unclear: `POST /crm/bulk/v8/read`"]);
    let row = |request: &str| {
        let row = ran.out.lines().find(|line| line.starts_with(request)).expect("a row");
        row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    for request in ["GET /crm/v2/Leads", "GET /crm/v8/Leads"] {
        assert_eq!(row(request)[..2], [request, "GET /crm/v8/{module}"]);
        assert!(row(request)[2].starts_with("ZohoCRM.modules.leads.READ"), "{:?}", row(request));
    }
    assert!(row("POST /crm/bulk/v8/read")[2].ends_with("; unclear"), "{}", ran.out);
    let json = run(&["needs", "--format", "json", "GET /crm/v8/Leads/2", "POST /crm/bulk/v8/read"], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["exact"], false);
    assert_eq!(json["calls"][0]["needs"], serde_json::json!(["ZohoCRM.modules.leads.READ"]));
    let granted = "ZohoCRM.bulk.READ ZohoCRM.modules.READ";
    let covers = ["covers", "--granted", granted, "--calls", "-"];
    says(&covers, "POST /crm/bulk/v8/read", 1, &["unclear: `POST /crm/bulk/v8/read`", "0 of 1 calls would fail"]);
}

#[test]
fn errors_of_apis_are_explained_beside_their_request() {
    let means = "OAUTH_SCOPE_MISMATCH: the token lacks a scope";
    for error in [
        r#"{"code":"OAUTH_SCOPE_MISMATCH","details":{},"message":"invalid oauth scope to access this URL","status":"error"}"#,
        r#"[{"code":"OAUTH_SCOPE_MISMATCH"}]"#,
        r#"{"error":"OAUTH-SCOPE-MISMATCH","error_description":"x"}"#,
        r#"HTTP/1.1 401 Unauthorized\r\ncontent-type: application/json\r\n\r\n{"code":"OAUTH_SCOPE_MISMATCH"}"#,
        "zcrm.SDKException: OAUTH_SCOPE_MISMATCH",
    ] {
        says(&["explain", error], "", 0, &[means]);
    }
    says(&["explain", r#"{"error":{"title":"INVALID_OAUTHSCOPE"}}"#], "", 0, &["INVALID_OAUTHSCOPE: "]);
    let misspelled = ["is an error code that no source describes", "did you mean `OAUTH_SCOPE_MISMATCH`?"];
    says(&["explain", "OAUTH_SCOPE_MISSMATCH"], "", 1, &misspelled);
    says(&["explain", r#"{"code":"OAUTH_SCOPE_MISSMATCH"}"#], "", 1, &misspelled);
    let beside = r#"GET https://www.zohoapis.com/crm/v8/Leads -> 401 {"code":"OAUTH_SCOPE_MISMATCH"}"#;
    says(&["explain", beside], "", 0, &[means, "GET /crm/v8/Leads needs ZohoCRM.modules.leads.READ or "]);
    let granted = ["explain", beside, "--granted", "ZohoCRM.modules.contacts.READ"];
    says(&granted, "", 0, &["missing `ZohoCRM.modules.leads.READ`"]);
    let call = ["explain", "OAUTH_SCOPE_MISMATCH", "--call", "GET /crm/v8/Leads", "--granted", "ZohoCRM.modules.ALL"];
    says(&call, "", 0, &["suffice as far as sources say"]);
    says(&["explain", "OAUTH_SCOPE_MISMATCH", "--granted", "ZohoCRM.modules.ALL"], "", 2, &["--required", "--call"]);
    let with_secret =
        format!(r#"{{"code":"INVALID_TOKEN","token":"{SECRET}","url":"https://www.zohoapis.com/nothing?t={SECRET}"}}"#);
    let ran = says(&["explain", &with_secret], "", 0, &["INVALID_TOKEN: "]);
    assert!(!ran.out.contains("5ecre7"), "{}", ran.out);
    says(
        &["check", r#"{"code":"OAUTH_SCOPE_MISMATCH"}"#],
        "",
        1,
        &["this is an error of Zoho's, `OAUTH_SCOPE_MISMATCH`"],
    );
    for unknown in ["Internal error", "Internal Error\\u001b[31m", "something went wrong"] {
        let ran = says(
            &["token", "info", "-"],
            &format!(r#"{{"error":"{unknown}"}}"#),
            1,
            &["the cause is unknown", &unknown[..9]],
        );
        assert!(!ran.err.contains("too many requests") && !ran.err.contains('\u{1b}'), "{}", ran.err);
    }
    let ran =
        says(&["token", "info", "-"], &format!(r#"{{"error":"no {SECRET} here"}}"#), 1, &["the cause is unknown"]);
    assert!(!ran.err.contains("5ecre7"), "{}", ran.err);
}

#[test]
fn explain_shows_the_calls_of_patterns() {
    let ran = says(&["explain", "--calls", "ZohoCRM.modules.leads.READ"], "", 0, &["\n  GET /crm/v8/Leads\n"]);
    let count = ran.out.lines().filter(|line| line.contains("/crm/v8/Leads")).count();
    assert!(count > 10, "{count}: {}", ran.out);
    assert!(!ran.out.contains("\n  POST /crm/v8/Leads\n"), "{}", ran.out);
    says(&["explain", "--calls", "ZohoCRM.modules.Visits.READ"], "", 0, &["\n  GET /crm/v8/Visits\n"]);
    for scope in Catalogue::builtin().scopes().step_by(97) {
        for call in Call::opened_by(&scope.into()) {
            assert!(call.is_opened_by(&scope.into()), "{scope} {call}");
        }
    }
}

/// A folder with files of these names and texts.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

#[test]
fn scan_holds_calls_against_lists() {
    let code = "SCOPES = 'ZohoCRM.modules.contacts.READ,ZohoCRM.settings.fields.READ,ZohoBooks.invoices.READ'\n\n\
                requests.get('https://www.zohoapis.com/crm/v8/Contacts', headers=headers)\n\
                requests.post('https://www.zohoapis.com/crm/v8/Leads', json=lead)\n";
    let script = "ask(`https://www.zohoapis.${dc}/books/v3/invoices/${id}`);\n";
    let files = folder(&[("a.py", code), ("b.js", script)]);
    let path = files.path().to_str().expect("a path");
    let ran = says(
        &["scan", "--calls", path],
        "",
        1,
        &[
            "a.py:4:16: error: `POST www.zohoapis.com/crm/v8/Leads` needs `ZohoCRM.modules.leads.CREATE`, which no list asks for",
        ],
    );
    let unneeded = "note[likely]: asked for, and no call that was found needs them: `ZohoCRM.settings.fields.READ`\n";
    assert!(ran.out.contains(unneeded), "{}", ran.out);
    let json = run(&["scan", "--calls", "--format", "json", path], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&json["calls"], &json["lacking"][0]["certainty"]),
        (&serde_json::json!(3), &serde_json::json!("certain"))
    );
    let known = folder(&[("a.py", code)]);
    let sure = "a.py:1:41: warning: `ZohoCRM.settings.fields.READ` is asked for, and no call needs it";
    says(&["scan", "--calls", known.path().to_str().expect("a path")], "", 1, &[sure]);
    let broad = folder(&[("a.py", &code.replace("ZohoCRM.modules.contacts.READ", "ZohoCRM.modules.ALL"))]);
    let broad = broad.path().to_str().expect("a path");
    let narrower = "a.py:1:11: warning: `ZohoCRM.modules.ALL` is broader than the calls need: \
                    `ZohoCRM.modules.contacts.READ,ZohoCRM.modules.leads.CREATE` would do";
    says(&["scan", "--calls", broad], "", 0, &[narrower, "1 too broad"]);
    let fixed = folder(&[("a.py", &code.replace("contacts.READ", "contacts.READ,ZohoCRM.modules.leads.CREATE"))]);
    says(&["scan", "--calls", fixed.path().to_str().expect("a path")], "", 0, &["2 calls: 0 without their scopes"]);
    let none = folder(&[("a.py", "print(1)")]);
    says(&["scan", "--calls", none.path().to_str().expect("a path")], "", 2, &["no API call was found"]);
}

/// What code calls, in many languages: each text of the table says which requests are found in it.
#[test]
fn calls_are_found_in_code() {
    let texts = include_str!("requests/code.txt").split("=== ").skip(1);
    let files: Vec<(String, &str, &str)> = texts
        .enumerate()
        .map(|(number, text)| {
            let (head, code) = text.split_once('\n').expect("a heading");
            let (_, expected) = head.split_once('|').expect("what is expected");
            (format!("{number:02}.txt"), code, expected.trim())
        })
        .collect();
    let written: Vec<(&str, &str)> = files.iter().map(|(name, code, _)| (name.as_str(), *code)).collect();
    let folder = folder(&written);
    let json = run(&["scan", "--calls", "--format", "json", folder.path().to_str().expect("a path")], "").out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let found = |name: &str| {
        let all = ["lacking", "open"].iter().flat_map(|list| json[list].as_array().expect("a list"));
        let own = all.filter(|found| found["file"].as_str().expect("a file").ends_with(name));
        let mut own: Vec<(u64, String)> = own
            .map(|found| {
                (found["line"].as_u64().expect("a line"), found["request"].as_str().expect("a request").to_owned())
            })
            .collect();
        own.sort();
        own.into_iter().map(|(_, request)| request).collect::<Vec<_>>().join("; ")
    };
    let wrong: Vec<String> = files
        .iter()
        .filter(|(name, _, expected)| found(name) != *expected)
        .map(|(name, code, expected)| format!("{code}\n  expected `{expected}`, found `{}`", found(name)))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), files.len(), wrong.join("\n"));
}

/// How well guesses do: a path of a call with segments behind it that no call has leads to a scope that the call needs.
#[test]
fn guesses_are_mostly_right() {
    let (mut first, mut among, mut all) = (0, 0, 0);
    for call in Call::all().into_iter().step_by(7) {
        let path = call.template().replace(['{', '}'], "");
        let Err(unknown) = Call::find(call.method(), &format!("https://{}{path}/zzz/zzz/zzz", call.host())) else {
            continue;
        };
        let opens = |scope: &zoho_scopes::Scope| call.is_opened_by(&(*scope).into());
        let guesses = unknown.guesses();
        all += 1;
        first += usize::from(guesses.first().is_some_and(opens));
        among += usize::from(guesses.iter().any(opens));
        assert!(
            guesses.len() <= 3
                && guesses.iter().all(
                    |scope| Some(scope.listed_under().service().as_str()) == unknown.service().map(Service::as_str)
                ),
            "{path}"
        );
    }
    println!("of {all} unknown paths the first guess serves {first}, one of three {among}");
    assert!(first * 100 >= all * 60 && among * 100 >= all * 75, "{first} and {among} of {all}");
}
