//! `catalogue diff` and `catalogue merge`, from outside: on catalogues made for the purpose, and on real ones.

mod ran;

use std::{collections::BTreeSet, fs, path::Path};

use ran::{Ran, run};
use serde_json::{Value, json};
use tempfile::TempDir;
use zoho_scopes_data::{
    files::{self, layout, model::Service},
    table::Status,
};

/// A folder with one service in it.
fn folder(service: &Value) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder.path().join("made.json"), service);
    folder
}

fn read(path: &Path) -> Service {
    let text = fs::read_to_string(path).expect("a file");
    files::read("file", &text).expect("a service")
}

fn write(path: &Path, json: &Value) {
    fs::write(path, json.to_string()).expect("written");
}

/// A service with these names; their sources are `page`, which is official, or `code`.
fn service(names: &Value, covering: &Value) -> Value {
    json!({
        "service": "ZohoMade", "product": "Zoho Made", "summary": "A service for tests", "docs": "https://made.test/",
        "completeness": "partial", "checked": "2026-11-21",
        "sources": {
            "code": {"address": "https://made.test/code", "kind": "community", "shows": "code", "seen": "2026-11"},
            "page": {"address": "https://made.test/page", "kind": "official-docs", "shows": "table", "seen": "2026-11"},
        },
        "from": ["page"], "verbs": {}, "names": names, "covering": covering,
    })
}

fn name(operations: &Value) -> Value {
    json!({"summary": "what is made", "operations": operations})
}

/// What the tests of differences compare.
fn before() -> Value {
    let names = json!({
        "c.{module}": name(&json!(["READ"])),
        "d": {"summary": "d", "operations": ["READ"], "from": ["code"]},
        "feilds": name(&json!(["READ"])),
        "gone": name(&json!(["READ"])),
        "Items": name(&json!(["READ"])),
        "old_name": name(&json!([{"operation": "READ", "deprecated": {"because": "renamed", "replacement": "ZohoMade.brand_new.READ"}}])),
        "w": name(&json!(["READ", "UPDATE", "WRITE"])),
    });
    writing(service(&names, &json!({"operations": [{"operation": "WRITE", "covers": ["UPDATE"], "from": ["page"]}]})))
}

fn writing(mut service: Value) -> Value {
    service["verbs"] = json!({"WRITE": "Create and change {}"});
    service
}

fn after() -> Value {
    let names = json!({
        "brand_new": name(&json!(["READ"])),
        "c.{module_api_name}": name(&json!(["READ"])),
        "d": name(&json!(["READ"])),
        "fields": name(&json!(["READ"])),
        "items": name(&json!(["READ"])),
        "w": name(&json!(["READ", "UPDATE", "WRITE"])),
        "z": name(&json!(["READ"])),
    });
    let covering = json!({"operations": [{"operation": "WRITE", "covers": ["READ"], "from": ["page"]}]});
    let mut service = writing(service(&names, &covering));
    service["checked"] = "2026-11-29".into();
    service
}

#[track_caller]
fn diff(old: &Path, new: &Path, more: &[&str], status: i32) -> Ran {
    let paths = [old, new].map(|path| path.to_str().expect("a path"));
    let ran = run(&[&["catalogue", "diff", paths[0], paths[1]], more].concat(), "");
    assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
    ran
}

#[test]
fn diff_says_what_changed() {
    let (old, new) = (folder(&before()), folder(&after()));
    let shown = diff(old.path(), new.path(), &[], 1);
    assert_eq!(
        shown.out,
        "\
added      ZohoMade.z.READ
removed    ZohoMade.gone.READ
renamed    ZohoMade.feilds.READ → ZohoMade.fields.READ
renamed    ZohoMade.old_name.READ → ZohoMade.brand_new.READ
respelled  ZohoMade.Items.READ → ZohoMade.items.READ
respelled  ZohoMade.c.{module}.READ → ZohoMade.c.{module_api_name}.READ
status     ZohoMade.d.READ: observed → documented
status     ZohoMade.brand_new.READ: deprecated → documented
covering   ZohoMade.w.WRITE now covers ZohoMade.w.READ; no longer covers ZohoMade.w.UPDATE
From 2026-11-21 to 2026-11-29: 1 added, 1 removed, 2 renamed, 2 respelled, 2 status, 1 covering; a major version
"
    );
    let section = diff(old.path(), new.path(), &["--format", "markdown"], 1).out;
    assert!(section.starts_with("### Catalogue\n\nFrom 2026-11-21 to 2026-11-29: 1 added, "), "{section}");
    assert!(section.contains("\nRenamed:\n\n- `ZohoMade.feilds.READ` → `ZohoMade.fields.READ`\n"), "{section}");
    let json: Value = serde_json::from_str(&diff(old.path(), new.path(), &["--format", "json"], 1).out).expect("JSON");
    assert_eq!((&json["bump"], &json["removed"]), (&json!("major"), &json!(["ZohoMade.gone.READ"])));
    assert_eq!(json["respelled"][0], json!({"from": "ZohoMade.Items.READ", "to": "ZohoMade.items.READ"}));
    let covering = &json["covering"][0];
    assert_eq!(
        (&covering["covers"], &covering["no_longer"]),
        (&json!(["ZohoMade.w.READ"]), &json!(["ZohoMade.w.UPDATE"]))
    );
    let same = diff(old.path(), old.path(), &[], 0).out;
    assert_eq!(same, "From 2026-11-21 to 2026-11-21: no change\n");
}

#[test]
fn changes_make_versions() {
    let grown = |names: Value| folder(&service(&names, &json!({})));
    let one = grown(json!({"a": name(&json!(["READ"]))}));
    let two = grown(json!({"a": name(&json!(["READ", "UPDATE"]))}));
    let observed = grown(json!({"a": {"summary": "a", "operations": ["READ"], "from": ["code"]}}));
    for (old, new, bump) in [(&one, &two, "minor"), (&two, &one, "major"), (&observed, &one, "patch")] {
        let json = diff(old.path(), new.path(), &["--format", "json"], 1).out;
        assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON")["bump"], bump);
    }
}

/// The export and the files of which it is made are the same catalogue.
#[test]
fn an_export_says_what_the_files_say() {
    let exported = run(&["list", "--format", "json"], "").out;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("export.json");
    fs::write(&path, &exported).expect("written");
    assert_eq!(diff(&path, Path::new("../data"), &[], 0).err, "");
    assert_eq!(diff(Path::new("../data/services"), &path, &[], 0).err, "");
    let mut old: Value = serde_json::from_str(&exported).expect("JSON");
    for scope in old["scopes"].as_array_mut().expect("scopes") {
        scope.as_object_mut().expect("a scope").remove("covers");
    }
    write(&path, &old);
    assert!(diff(&path, Path::new("../data"), &[], 0).err.contains("does not say what covers what"));
}

/// What is said to have changed makes the new catalogue of the old one.
#[test]
fn diff_of_real_catalogues_is_whole() {
    let (old, new) = (Path::new("catalogues/before"), tempfile::tempdir().expect("a folder"));
    for entry in fs::read_dir(old).expect("a folder") {
        let name = entry.expect("a file").file_name();
        fs::copy(Path::new("../data/services").join(&name), new.path().join(&name)).expect("copied");
    }
    let changes = diff(old, new.path(), &["--format", "json"], 1).out;
    let changes: Value = serde_json::from_str(&changes).expect("JSON");
    let scopes = |folder: &Path| -> BTreeSet<String> {
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
        let services: Vec<_> = files.map(|path| read(&path)).collect();
        services.iter().flat_map(|service| service.scopes().map(|scope| scope.wire()).collect::<Vec<_>>()).collect()
    };
    let list = |kind: &str| changes[kind].as_array().expect(kind).clone();
    let mut patched = scopes(old);
    for removed in list("removed") {
        assert!(patched.remove(removed.as_str().expect("a scope")), "{removed}");
    }
    for pair in [list("renamed"), list("respelled")].concat() {
        assert!(patched.remove(pair["from"].as_str().expect("a scope")), "{pair}");
        assert!(patched.insert(pair["to"].as_str().expect("a scope").to_owned()), "{pair}");
    }
    for added in list("added") {
        assert!(patched.insert(added.as_str().expect("a scope").to_owned()), "{added}");
    }
    assert_eq!(patched, scopes(new.path()));
    assert!(list("covering").iter().any(|change| change["scope"] == "ZohoBigin.modules.contacts.WRITE"));
}

#[test]
fn diff_refuses_what_is_no_catalogue() {
    let (good, empty) = (folder(&before()), tempfile::tempdir().expect("a folder"));
    let file = empty.path().join("export.txt");
    let wrong = [
        json!([]),
        json!({"version": 2, "date": "2026-11-21", "scopes": []}),
        json!({"version": 1, "date": "2026-11-21", "scopes": [{"wire": "\u{1b}[2J", "status": "observed", "replacement": null}]}),
        json!({"version": 1, "date": "2026-11-21", "scopes": [{"wire": "A.b.C", "status": "wrong", "replacement": null}]}),
    ];
    for wrong in wrong {
        write(&file, &wrong);
        let ran = diff(&file, good.path(), &[], 2);
        assert!(!ran.err.contains('\u{1b}') && ran.out.is_empty(), "{}", ran.err);
    }
    diff(empty.path(), good.path(), &[], 2);
    diff(&empty.path().join("nowhere"), good.path(), &[], 2);
    diff(good.path(), good.path(), &["--openapi", "openapi/tickets.yaml"], 2);
    for wrong in [&["--openapi", "openapi/tickets.yaml", "--format", "markdown"][..], &["only-one"], &["-", "-"]] {
        assert_eq!(run(&[&["catalogue", "diff"], wrong].concat(), "").status, 2, "{wrong:?}");
    }
}

#[test]
fn openapi_files_may_share_parts() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let schemes = json!({"iam": {"$ref": "./parts/../common.json#/schemes/iam"}});
    write(&at("a.json"), &json!({"openapi": "3.0.0", "components": {"securitySchemes": schemes}}));
    let scopes =
        json!({"ZohoCRM.share.{module_API_name}.ALL": "", "ZohoCRM.share.{module}.READ": "", "Desk.tickets.REED": ""});
    write(&at("common.json"), &json!({"schemes": {"iam": {"flows": {"code": {"scopes": scopes}}}}}));
    write(&at("other.json"), &json!({"schemes": {"iam": {"flows": {"code": {"scopes": {"Desk.tickets.REEED": ""}}}}}}));
    let paths = ["a.json", "common.json", "other.json"].map(|name| at(name).display().to_string());
    let ran = run(&["catalogue", "diff", "--openapi", &paths[0], &paths[1], &paths[2]], "");
    assert_eq!(ran.status, 1, "{}{}", ran.out, ran.err);
    assert!(
        ran.out.starts_with("misspelled: `Desk.tickets.REED`")
            && ran.out.ends_with("3 scopes in 2 files: 1 difference\n"),
        "{}",
        ran.out
    );
    assert_eq!(
        ran.err,
        format!("note: {}: skipped, since it is not an OpenAPI file and none of the others refers to it\n", paths[2])
    );
    let json = run(&["catalogue", "diff", "--format", "json", "--openapi", &paths[0], &paths[2]], "").out;
    assert_eq!(serde_json::from_str::<Value>(&json).expect("JSON")["skipped"], json!([paths[2]]));
}

fn answers(day: &str, answers: &[(&str, &str)]) -> Value {
    let answers: Vec<Value> =
        answers.iter().map(|(scope, answer)| json!({"scope": scope, "answer": answer, "date": day})).collect();
    json!({"version": 1, "data_centre": "eu", "control": null, "answers": answers})
}

#[test]
fn merge_makes_sources_of_answers() {
    let names = json!({
        "a": {"summary": "what was made", "operations": ["ALL", "READ"], "from": ["code"]},
        "b": name(&json!(["READ", {"operation": "UPDATE", "from": ["page"], "disputed": "somebody says no"}])),
    });
    let (old, new, answered) = (
        folder(&service(&names, &json!({}))),
        folder(&service(&names, &json!({}))),
        tempfile::tempdir().expect("a folder"),
    );
    let file = answered.path().join("answers.json");
    let merge = |status: i32| {
        let paths = [file.as_path(), new.path()].map(|path| path.to_str().expect("a path").to_owned());
        let ran = run(&["catalogue", "merge", &paths[0], "--into", &paths[1]], "");
        assert_eq!(ran.status, status, "{}{}", ran.out, ran.err);
        ran
    };
    let made = || fs::read_to_string(new.path().join("made.json")).expect("a file");
    write(
        &file,
        &answers(
            "2026-11-28",
            &[
                ("ZohoMade.a.READ", "accepted"),
                ("ZohoMade.a.ALL", "unclear"),
                ("ZohoMade.b.READ", "refused"),
                ("ZohoMade.b.UPDATE", "accepted"),
                ("ZohoMade.c.READ", "accepted"),
                ("zohomade.a.all", "accepted"),
            ],
        ),
    );
    let merged = merge(0).out;
    assert!(
        merged.contains("accepted, not in the catalogue: ZohoMade.c.READ\n")
            && merged.ends_with("changed by 5 answers: 2 scopes\n"),
        "{merged}"
    );
    let status = diff(old.path(), new.path(), &[], 1).out;
    assert!(
        status.starts_with(
            "status     ZohoMade.a.READ: observed → documented\nstatus     ZohoMade.b.READ: documented → disputed\nFrom"
        ),
        "{status}"
    );
    let path = new.path().join("made.json").display().to_string();
    assert_eq!(run(&["catalogue", "check", &path], "").out, "1 service, 4 scopes and patterns: no errors\n");
    let checked = run(&["check", "--catalogue", &path, "ZohoMade.b.READ"], "");
    assert!(
        checked.out.contains("is disputed") && checked.out.contains("Zoho's server refused it when asked"),
        "{}",
        checked.out
    );
    // Once is enough, an older answer changes nothing, and a later one takes the place of the former.
    let once = made();
    assert!(merge(0).out.ends_with("changed by 5 answers: 0 scopes\n") && made() == once);
    write(&file, &answers("2026-11-01", &[("ZohoMade.b.READ", "accepted")]));
    assert!(merge(0).out.ends_with("changed by 1 answer: 0 scopes\n"));
    write(&file, &answers("2026-11-29", &[("ZohoMade.b.READ", "accepted")]));
    merge(0);
    assert!(!made().contains("probe-eu-refused") && made().contains("probe-eu-accepted-2026-11-29"), "{}", made());
    assert!(!diff(old.path(), new.path(), &[], 1).out.contains("ZohoMade.b.READ"));
    assert_eq!(run(&["catalogue", "check", &path], "").out, "1 service, 4 scopes and patterns: no errors\n");
    for wrong in [
        json!({}),
        json!({"version": 9, "data_centre": "eu", "answers": []}),
        answers("yesterday", &[("a", "accepted")]),
    ] {
        write(&file, &wrong);
        merge(2);
    }
}

/// The answers are seen without a new build: where a catalogue file is given, and on the page that is made with it.
#[test]
fn answers_are_shown_from_the_merged_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let (merged, file) = (folder.path().join("zoholens.json"), folder.path().join("answers.txt"));
    fs::copy("../data/services/zoholens.json", &merged).expect("copied");
    write(&file, &answers("2026-11-29", &[("ZohoLens.orgs.READ", "refused")]));
    let [merged, file, into] =
        [&merged, &file, folder.path()].map(|path: &Path| path.to_str().expect("a path").to_owned());
    assert_eq!(run(&["catalogue", "merge", &file, "--into", &into], "").status, 0);
    let list = |more: &[&str]| run(&[&["list", "--format", "plain"], more].concat(), "").out;
    assert_eq!(list(&["--catalogue", &merged, "--service", "lens", "--status", "disputed"]), "ZohoLens.orgs.READ\n");
    assert!(list(&["--catalogue", &merged]) == list(&[]), "each scope once");
    let export = run(&["list", "--catalogue", &merged, "--service", "lens", "--format", "json"], "").out;
    assert!(export.contains("\"kind\": \"probe\"") && export.contains("\"shows\": \"refused\""), "{export}");
    let checked = run(&["check", "--catalogue", &merged, "ZohoLens.orgs.READ"], "");
    assert!(checked.out.contains("Zoho's server refused it when asked"), "{}", checked.out);
    let page = folder.path().join("page").display().to_string();
    assert_eq!(run(&["site", "--catalogue", &merged, "-o", &page], "").status, 0);
}

/// Every real file stays well formed and laid out, when all its scopes are refused and when they are accepted after.
#[test]
fn merge_keeps_real_files_in_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut files, mut scopes) = (Vec::new(), Vec::new());
    for entry in fs::read_dir("../data/services").expect("a folder") {
        let name = entry.expect("a file").file_name();
        let path = folder.path().join(&name);
        fs::copy(Path::new("../data/services").join(&name), &path).expect("copied");
        scopes.extend(read(&path).scopes().map(|scope| scope.wire()));
        files.push(path);
    }
    let file = folder.path().join("answers.txt");
    for (day, answer, status) in
        [("2026-11-28", "refused", Status::Disputed), ("2026-11-29", "accepted", Status::Documented)]
    {
        let all: Vec<(&str, &str)> = scopes.iter().map(|scope| (scope.as_str(), answer)).collect();
        write(&file, &answers(day, &all));
        let paths = [file.as_path(), folder.path()].map(|path| path.to_str().expect("a path").to_owned());
        assert_eq!(run(&["catalogue", "merge", &paths[0], "--into", &paths[1]], "").status, 0);
        let mut check = vec!["catalogue", "check"];
        check.extend(files.iter().map(|file| file.to_str().expect("a path")));
        let checked = run(&check, "");
        assert_eq!(checked.status, 0, "{}{}", checked.out, checked.err);
        for path in &files {
            let text = fs::read_to_string(path).expect("a file");
            let service = read(path);
            let mut open = service.scopes().filter(|scope| scope.deprecated().is_none() && scope.disputed().is_none());
            assert!(open.all(|scope| scope.status() == status), "{answer}: {}", path.display());
            assert!(answer == "refused" || !text.contains("probe-eu-refused"), "{}", path.display());
            assert_eq!(layout("file", &text).expect("a service"), text);
        }
    }
}
