//! What the page asks, answered without a browser; and the folder that `site` writes.

mod ran;

use std::{collections::BTreeMap, fs, num::NonZero, thread};

use ran::{command, finished};
use serde_json::{Value, json};
use zoho_scopes::{Catalogue, calls::Call};
use zoho_scopes_cli::page::Page;

fn ask(question: &Value) -> Value {
    let answer = Page::new(Catalogue::builtin()).answer(&question.to_string());
    serde_json::from_str(&answer).expect("answers are JSON")
}

#[test]
fn constants_are_those_that_are_generated() {
    let catalogue = zoho_scopes_data::files::Catalogue::builtin().expect("the catalogue");
    let generated: BTreeMap<String, String> = catalogue
        .scopes()
        .filter(|scope| !scope.is_pattern())
        .map(|scope| (scope.wire(), scope.rust_path().join("::")))
        .collect();
    let generated: Vec<(String, String)> = generated.into_iter().collect();
    assert_eq!(Page::new(Catalogue::builtin()).len(), generated.len());
    // Each answer is much work, so the processors share it.
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for part in generated.chunks(generated.len().div_ceil(processors)) {
            scope.spawn(move || {
                let mut page = Page::new(Catalogue::builtin());
                for (wire, path) in part {
                    let answer = page.answer(&json!({"ask": "scope", "wire": wire}).to_string());
                    let answer: Value = serde_json::from_str(&answer).expect("JSON");
                    assert_eq!(answer["rust"], *path, "{wire}");
                }
            });
        }
    });
}

/// The file may give its constants names of their own, which nobody has generated.
#[test]
fn scopes_of_a_loaded_file_have_no_constant() {
    let file = json!({
        "service": "Acme", "product": "Acme Shop", "summary": "A shop", "docs": "https://acme.example/scopes",
        "completeness": "complete", "checked": "2026-11-21", "from": ["page"],
        "sources": {"page": {"address": "https://acme.example/scopes", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
        "names": {"orders": {"summary": "orders of customers", "operations": ["READ"], "rust": "sales"}},
    });
    let mut page = Page::new(Catalogue::builtin());
    let mut ask = |question: Value| -> Value {
        serde_json::from_str(&page.answer(&question.to_string())).expect("answers are JSON")
    };
    assert_eq!(ask(json!({"ask": "load", "file": "acme.json", "json": file.to_string()})), true);
    let mut constant = |wire: &str| ask(json!({"ask": "scope", "wire": wire}))["rust"].clone();
    assert_eq!(constant("Acme.orders.READ"), Value::Null);
    assert_eq!(constant("ZohoCliq.Channels.READ"), "ZohoCliq::Channels::READ");
}

#[test]
fn a_page_says_what_it_is_over() {
    let catalogue = Catalogue::builtin();
    assert_eq!(format!("{:?}", Page::new(catalogue)), format!("Page({catalogue:?})"));
}

#[test]
fn places_lead_to_scopes() {
    let everything = ask(&json!({"ask": "catalogue"}));
    let scope = ask(&json!({"ask": "scope", "wire": "zohocliq.reminders.all"}));
    let wire = |place: &Value| everything["scopes"][usize::try_from(place.as_u64().unwrap()).unwrap()]["wire"].clone();
    assert_eq!(wire(&scope["place"]), "ZohoCliq.Reminders.ALL");
    let covered: Vec<Value> = scope["covers"].as_array().unwrap().iter().map(wire).collect();
    assert!(covered.contains(&json!("ZohoCliq.Reminders.READ")), "{covered:?}");
    let found = ask(&json!({"ask": "search", "text": "crm field metadata"}));
    assert_eq!(wire(&found[0][0]), "ZohoCRM.settings.fields.READ");
}

#[test]
fn a_basket_tells_what_is_needed_also() {
    let basket = ask(&json!({"ask": "basket", "entries": ["ZohoCRM.coql.READ", "nonsense", "zohocrm.COQL.read"]}));
    assert_eq!(basket["comma"], "ZohoCRM.coql.READ", "unknown text stays out, and a repeat");
    let with_requirement = Catalogue::builtin().scopes().find(|scope| !scope.requires().is_empty()).expect("one");
    let basket = ask(&json!({"ask": "basket", "entries": [with_requirement.as_str()]}));
    assert_eq!(basket["entries"][0]["requires"], json!(with_requirement.requires()));
}

#[test]
fn calls_are_answered_with_the_least_list_and_what_is_not_known() {
    let text = "# two of one call\nGET /crm/v8/org/currencies\n\n get https://www.zohoapis.in/crm/v8/org/currencies?x=1 \n\
                GET https://desk.zoho.com/api/v1/agentz\n/crm/v8/Leads\n/crm/v8/Leads\nGET /books/v3/invoicess";
    let needs = ask(&json!({"ask": "calls", "text": text}));
    assert_eq!(needs["calls"], 2, "{needs}");
    assert_eq!(needs["scopes"][1]["text"], "ZohoCRM.settings.currencies.READ", "{needs}");
    assert_eq!(needs["scopes"][1]["calls"], json!(["GET /crm/v8/org/currencies"]));
    let typo = json!({"call": "GET /books/v3/{module_name}", "meant": "GET /books/v3/invoices"});
    assert_eq!(needs["typos"], json!([typo]));
    let unknown: Vec<&Value> = needs["unknown"].as_array().unwrap().iter().map(|unknown| &unknown["message"]).collect();
    assert_eq!(unknown, ["no call is known for `GET desk.zoho.com/api/v1/agentz`", "`/crm/v8/Leads` has no method"]);
    let help = needs["unknown"][1]["help"].as_str().unwrap();
    assert!(help.contains("; GET needs ZohoCRM.modules.leads.READ or "), "{help}");
    let many: Vec<String> = (0..60).map(|number| format!("GET https://example.com/{number}\nPOST /{number}")).collect();
    let many = many.join("\n");
    let needs = ask(&json!({"ask": "calls", "text": many}));
    assert_eq!(needs["unknown"].as_array().unwrap().len(), 50);
    assert_eq!(needs["moreUnknown"], 11, "one host, and sixty paths");
    assert_eq!(needs["scopes"], json!([]));
}

/// What people have in hand is read as the program reads it, and so are errors.
#[test]
fn calls_come_in_many_forms() {
    let needed = |text: &str| {
        let needs = ask(&json!({"ask": "calls", "text": text}));
        assert_eq!(needs["scopes"][0]["text"], "ZohoCRM.modules.leads.READ", "{text}: {needs}");
        needs
    };
    needed("curl -H 'Authorization: Zoho-oauthtoken 1000.a.b' https://www.zohoapis.com/crm/v8/Leads");
    needed("GET https://www.zohoapis.com/crm/v8/Leads HTTP/1.1\nAccept: */*\n");
    needed(
        r#"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://www.zohoapis.com/crm/v8/Leads"}}]}}"#,
    );
    let needs = needed(r#"GET https://www.zohoapis.com/crm/v8/Leads 401 {"code":"OAUTH_SCOPE_MISMATCH"}"#);
    assert_eq!(needs["apiError"]["code"], "OAUTH_SCOPE_MISMATCH");
    let needs = ask(&json!({"ask": "calls", "text": "GET /crm/v8/settings/zzz"}));
    assert_eq!(needs["unknown"][0]["guesses"], json!(["ZohoCRM.settings.READ"]));
    let broken = ask(&json!({"ask": "calls", "text": r#"{"log":{"version":"1.2","entries":["#}));
    assert!(broken["error"].as_str().is_some_and(|error| error.starts_with("this is not a HAR file")), "{broken}");
    let checked = ask(&json!({"ask": "check", "text": r#"{"code":"OAUTH_SCOPE_MISMATCH"}"#}));
    assert_eq!(checked["apiError"]["code"], "OAUTH_SCOPE_MISMATCH", "{checked}");
    assert_eq!(ask(&json!({"ask": "check", "text": "ZohoCRM.org.READ"}))["apiError"], json!(null));
}

#[test]
fn the_calls_of_patterns_are_those_of_their_scopes() {
    let explained = ask(&json!({"ask": "scope", "wire": "ZohoCRM.modules.leads.READ"}));
    let calls = explained["calls"].as_array().expect("a list");
    assert!(calls.contains(&json!("GET /crm/v8/Leads")) && calls.len() > 10, "{explained}");
}

#[test]
fn unsettled_calls_say_why() {
    let unclear = Call::all().into_iter().find(|call| call.unclear().is_some()).expect("one");
    let line = format!("{} https://{}{}", unclear.method(), unclear.host(), unclear.template());
    let needs = ask(&json!({"ask": "calls", "text": line}));
    assert_eq!(needs["unclear"][0]["reason"], unclear.unclear().unwrap(), "{needs}");
}

#[test]
fn wrong_questions_are_answered_with_an_error() {
    for question in ["", "[]", "{}", r#"{"ask": "basket"}"#, r#"{"ask": "scope", "wire": "ZohoCliq"}"#, "\u{0}"] {
        let answer = Page::new(Catalogue::builtin()).answer(question);
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert!(answer["error"].is_string(), "{question:?}: {answer}");
    }
    let load = ask(&json!({"ask": "load", "file": "x.json", "json": "{"}));
    assert!(load["error"].as_str().is_some_and(|error| error.starts_with("x.json:1:")), "{load}");
    let elsewhere = json!({"ask": "authorize", "entries": [], "dataCentre": "example.com", "clientId": "",
        "redirectUri": "", "offline": false});
    assert_eq!(ask(&elsewhere)["error"], "unknown data centre `example.com`");
}

#[test]
fn site_writes_a_folder() {
    let base = std::env::temp_dir().join(format!("zoho-scopes-site-{}", std::process::id()));
    let folder = base.join("a/b");
    let site = |arguments: &[&str]| finished(command(&["site", "-o"]).arg(&folder).args(arguments));
    let ran = site(&[]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let mut names: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["data.js", "index.html", "page.css", "page.js"]);
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    assert!(!page.contains("=\"http") && !page.contains("=\"//"), "the page refers to nothing elsewhere");
    assert_eq!(site(&["--catalogue", "no/such/file.json"]).status, 2);
    fs::remove_dir_all(base).unwrap();
}

/// What a page answers is what the program prints, and what the schema says of which the npm package has its types.
#[test]
fn answers_are_those_of_the_program_and_of_the_schema() {
    const LIST: &str = "zohocliq.chats.read; ZohoCliq.Chanels.READ ZohoCRM.modules.visits.READ,openid";
    let schema: Value = serde_json::from_str(include_str!("../../zoho-scopes/npm/answers.schema.json")).expect("JSON");
    let is = |kind: &str, answer: &Value| {
        let of_kind = json!({"$ref": format!("#/definitions/{kind}"), "definitions": schema["definitions"]});
        let validator = jsonschema::validator_for(&of_kind).expect("a JSON Schema");
        let errors: Vec<String> = validator.iter_errors(answer).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{kind}: {errors:?}");
    };
    let program = |arguments: &[&str]| -> Value {
        let text = finished(&mut command(arguments)).out;
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    };
    let report = ask(&json!({"ask": "validate", "text": LIST}));
    is("Report", &report);
    assert_eq!(report, program(&["check", "--format", "json", LIST]));
    let strict = json!({"policy": "strict", "unknown": "warn", "deny": ["over-broad"], "allow": ["foreign-separator"]});
    let report = ask(&json!({"ask": "validate", "text": LIST, "options": strict}));
    let options = ["--policy", "strict", "--unknown", "warn", "--deny", "over-broad", "--allow", "foreign-separator"];
    assert_eq!(report, program(&[&["check", "--format", "json", LIST], &options[..]].concat()));
    assert_eq!(
        ask(&json!({"ask": "validate-all", "text": LIST})),
        json!([program(&["check", "--format", "json", LIST])])
    );

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("config.env");
    let file = file.to_str().expect("a path");
    let text = format!("# a comment\nSCOPES='{LIST}' # behind it\n");
    fs::write(file, &text).expect("the file is written");
    let reports = ask(&json!({"ask": "validate-file", "file": file, "text": text}));
    is("FileReport", &reports[0]);
    assert_eq!(reports, json!([program(&["check", "--format", "json", "--file", file])]));

    let formatted =
        ask(&json!({"ask": "format", "text": "ZohoCliq.Chats.READ,zohocliq.chats.all,ZohoCliq.Chanels.READ",
        "fix": true, "dropCovered": true}));
    is("InWireForm", &formatted);
    let arguments = ["fmt", "--fix", "--drop-covered", "ZohoCliq.Chats.READ,zohocliq.chats.all,ZohoCliq.Chanels.READ"];
    let printed = finished(&mut command(&arguments)).out;
    let scopes: Vec<&str> = formatted["scopes"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(scopes.join(","), printed.trim_end());

    let covers =
        ["ZohoCliq.Reminders.ALL ZohoBooks.fullaccess.all", "ZohoCliq.Reminders.READ,ZohoBooks.invoices.READ,openid"];
    let coverage = ask(&json!({"ask": "covers", "granted": covers[0], "required": covers[1]}));
    is("Coverage", &coverage);
    assert_eq!(coverage, program(&["covers", "--format", "json", "--granted", covers[0], "--required", covers[1]]));
    assert_eq!(
        ask(&json!({"ask": "covers", "granted": "", "required": ""}))["error"].as_str().map(|text| &text[..8]),
        Some("the requ")
    );

    let found = ask(&json!({"ask": "find", "text": "crm field metadata"}));
    found.as_array().unwrap().iter().for_each(|scope| is("Scope", scope));
    assert_eq!(found, program(&["search", "--format", "json", "crm", "field", "metadata"]));
    for scope in ["ZohoCliq.Reminders.ALL", "openid", "TeamDrive.files.ALL"] {
        is("Explained", &ask(&json!({"ask": "describe", "scope": scope})));
    }
    assert_eq!(ask(&json!({"ask": "describe", "scope": "ZohoCliq.Nonsense.READ"})), Value::Null);
    let calls = "GET /crm/v8/org/currencies\nGET /books/v3/invoicess\nGET /nothing\n/crm/v8/Leads";
    is("Needs", &ask(&json!({"ask": "calls", "text": calls})));
}
