//! The commands for those who keep the catalogue true, and who package the program.

mod ran;

use ran::{output, run};
use serde_json::{Value, json};

#[test]
fn diff_tells_how_files_and_catalogue_differ() {
    let shown = output(&["catalogue", "diff", "--openapi", "openapi/settings.json", "openapi/tickets.yaml"], 1);
    let expected = "\
lacking: `ZohoNowhere.qqqqq.READ` (unknown service `ZohoNowhere`)
  openapi/settings.json: GET /settings/moons/{id}  /paths/~1settings~1moons~1{id}/get/security/0/iam-oauth2-schema/0
in another spelling: `zohocrm.Settings.fields.read` is `ZohoCRM.settings.fields.READ` in the catalogue
  openapi/settings.json: /components/securitySchemes/iam-oauth2-schema/flows/authorizationCode/scopes/zohocrm.Settings.fields.read
misspelled: `Desk.tickets.REED`, did you mean `Desk.tickets.READ`? (`REED` is not an operation of `Desk.tickets`)
  openapi/tickets.yaml: /securityDefinitions/iam/scopes/Desk.tickets.REED
misspelled: `ZohoCRM.settings.feilds.CREATE`, did you mean `ZohoCRM.settings.fields.CREATE`? (service `ZohoCRM` has no scope name `settings.feilds`)
  openapi/settings.json: POST /settings/fields  /paths/~1settings~1fields/post/security/0/iam-oauth2-schema/0
9 scopes in 2 files: 4 differences
";
    assert_eq!(shown, expected);
}

#[test]
fn diff_tells_it_to_programs() {
    let shown = output(&["catalogue", "diff", "--format", "json", "--openapi", "openapi/tickets.yaml"], 1);
    let shown: Value = serde_json::from_str(&shown).expect("JSON");
    let place = json!({"file": "openapi/tickets.yaml", "operation": null,
        "pointer": "/securityDefinitions/iam/scopes/Desk.tickets.REED"});
    let difference = json!({"kind": "misspelled", "scope": "Desk.tickets.REED", "suggestion": "Desk.tickets.READ",
        "message": "`REED` is not an operation of `Desk.tickets`", "places": [place]});
    assert_eq!(shown, json!({"files": 1, "scopes": 2, "differences": [difference]}));
}

/// A file may come with a byte-order mark, and on standard input.
#[test]
fn files_come_on_standard_input_too() {
    let yaml = std::fs::read_to_string("openapi/tickets.yaml").expect("a file");
    let json = std::fs::read_to_string("openapi/settings.json").expect("a file");
    for (text, differences) in
        [(&yaml, "2 scopes in 1 file: 1 difference\n"), (&json, "7 scopes in 1 file: 3 differences\n")]
    {
        for text in [text.clone(), format!("\u{feff}{text}")] {
            let ran = run(&["catalogue", "diff", "--openapi", "-"], &text);
            assert!(ran.status == 1 && ran.out.ends_with(differences), "{}{}", ran.out, ran.err);
        }
    }
    let service = std::fs::read_to_string("../data/services/zoholens.json").expect("a file");
    let ran = run(&["catalogue", "check", "-"], &service);
    assert!(ran.status == 0 && ran.out.ends_with(": no errors\n"), "{}{}", ran.out, ran.err);
    let ran = run(&["catalogue", "fmt", "-"], &service.replace('\n', "\n\n"));
    assert_eq!((ran.status, ran.out, ran.err), (0, service, String::new()));
}

#[test]
fn diff_refuses_what_is_no_openapi_file() {
    output(&["catalogue", "diff"], 2);
    output(&["catalogue", "diff", "--openapi", "openapi/nowhere.json"], 2);
    output(&["catalogue", "diff", "--openapi", "Cargo.toml"], 2);
    output(&["catalogue", "diff", "--openapi", "../data/catalogue.schema.json"], 2);
}

#[test]
fn stale_services_were_checked_before_the_day() {
    let services = |arguments: &[&str]| -> Vec<Value> {
        let shown = output(&[&["services", "--format", "json"], arguments].concat(), 0);
        serde_json::from_str(&shown).expect("JSON")
    };
    let all = services(&[]);
    assert_eq!(services(&["--stale", "2000-01-01"]), [Value::Null; 0]);
    assert_eq!(services(&["--stale", "9999-12-31"]), all);
    let day = all.iter().filter_map(|row| row["checked"].as_str()).max().expect("a service");
    let stale = services(&["--stale", day]);
    assert_eq!(stale.len(), all.iter().filter(|row| row["checked"].as_str() < Some(day)).count());
    let table = output(&["services", "--stale", "2000-01-01", "--format", "markdown"], 0);
    assert!(table.ends_with("| **0 services** | | **0** | **0** | **0** | **0** | **0** | **0** | | | |\n"), "{table}");
    for wrong in ["2026", "2026-13-01", "2026-1-1", "01-01-2026", "2026-01-00", "yesterday", ""] {
        output(&["services", "--stale", wrong], 2);
    }
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = output(&["completions", shell], 0);
        assert!(script.contains("narrow") && script.contains("stale"), "{shell}");
    }
    output(&["completions", "cmd"], 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let page = output(&["man"], 0);
    assert!(page.contains(".TH zoho-scopes 1") && page.contains("completions"), "{page}");
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("man");
    output(&["man", "-o", folder.to_str().expect("a path")], 0);
    for page in ["zoho-scopes.1", "zoho-scopes-check.1", "zoho-scopes-catalogue-diff.1"] {
        let text = std::fs::read_to_string(folder.join(page)).expect(page);
        assert!(text.contains("SYNOPSIS"), "{page}");
    }
}
