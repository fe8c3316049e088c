//! `check`, `check --file` and `fmt` read every list of whatever text they are given.

use std::fs;

use assert_cmd::Command;

fn program() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("zoho-scopes-under-test"))
}

/// The inputs and validities of the lists that `check` reports on.
fn checked(arguments: &[&str]) -> Vec<(String, bool, usize)> {
    let output = program().args(["check", "--format", "json"]).args(arguments).output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let lists = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    lists
        .map(|list| {
            let input = list["input"].as_str().expect("a text").to_owned();
            (input, list["valid"].as_bool().expect("yes or no"), list["scopes"].as_array().expect("a list").len())
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[(bool, usize)]) {
    let found: Vec<(bool, usize)> =
        checked(&["--", text]).into_iter().map(|(_, valid, scopes)| (valid, scopes)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn pasted_texts() {
    check("ZohoCRM.org.READ,ZohoInventory:items:READ", &[(false, 2)]);
    check("ZohoCRM.org.READ & ZohoCRM.users.READ", &[(true, 2)]);
    check("ZohoCRM.org.READ and ZohoCRM.users.READ", &[(true, 2)]);
    check("- \u{2705} ZohoCRM.org.READ\n- \u{2705} ZohoCRM.users.READ", &[(true, 2)]);
    check(
        "| scope | why |\n|---|---|\n| `ZohoCRM.org.READ` | the org |\n| ZohoCRM.usres.READ | users |",
        &[(false, 2)],
    );
    check("A_SCOPE=ZohoCRM.modules.ALL\nB_SCOPE=ZohoDesk.tickets.ALL", &[(true, 1), (false, 1)]);
    check("const S: readonly string[] = ['ZohoCRM.org.READ', /* note */ 'ZohoCRM.users.READ'];", &[(true, 2)]);
    check(
        "const s: Record<P, string[]> = { a: ['Desk.tickets.READ'], b: ['ZohoCRM.org.READ'] };",
        &[(true, 1), (true, 1)],
    );
    check("scope=['openid', 'email', 'AaaServer.profile.READ'], a='x.y'", &[(true, 3)]);
    check("nothing here", &[(false, 2)]);
    check("| scope | why |\n|---|---|\n| `ZohoCRM.org.READ` | it |\n| `ZohoCRM.usres.READ` | them |", &[(false, 2)]);
    check("* `ZohoCRM.modules.ALL`: leads", &[(true, 1)]);
    check("ZohoCRM.modules.READ: to read leads", &[(true, 1)]);
    check("[ZohoCliq.Channels.READ](https://x.example)", &[(true, 1)]);
    check("env(\"ZOHO_SCOPES\", \"ZohoCRM.modules.ALL,ZohoCRM.settings.READ\")", &[(true, 2)]);
    check("// The following scopes are required\nZohoCRM.modules.ALL, ZohoCRM.settings.READ", &[(true, 2)]);
    check("scopes:\n  - Acme.things.READ # why\n  - ZohoCRM.org.READ\nkey: hush", &[(false, 2)]);
    check("# once\nscopes: Acme.things.READ # why", &[(false, 1)]);
    check("The scopes are ZohoCRM.org.READ and, for people, ZohoCRM.users.READ.", &[(true, 1), (true, 1)]);
}

#[test]
fn a_bullet_is_no_option() {
    let output = program().args(["check", "- ZohoCRM.bulk.READ"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let output = program().args(["check", "-ZohoCRM.bulk.READ"]).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
}

/// The inputs of people that a reader of one list failed on; the expected answers are those of the issue that reports them.
#[test]
fn files_of_all_kinds() {
    #[track_caller]
    fn check(name: &str, text: &str, expected: &[(bool, usize)]) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        let lists = checked(&["--file", path.to_str().expect("UTF-8")]);
        assert_eq!(lists.iter().map(|(_, valid, scopes)| (*valid, *scopes)).collect::<Vec<_>>(), expected, "{text}");
    }
    let two = &[(true, 1), (false, 1)];
    check("a.env", "A_SCOPE=ZohoCRM.modules.ALL\nB_SCOPE=ZohoDesk.tickets.ALL\n", two);
    check("a.json", r#"{"a": {"scope": "ZohoCRM.modules.ALL"}, "b": {"scope": "ZohoDesk.tickets.ALL"}}"#, two);
    check("a.toml", "[a]\nscope = 'ZohoCRM.modules.ALL'\n[b]\nscope = 'ZohoDesk.tickets.ALL'\n", two);
    check("a.yaml", "a:\n  scope: ZohoCRM.modules.ALL\nb:\n  scope:\n    - ZohoDesk.tickets.ALL\n", two);
    let map = "const scopes: Record<Product, string[]> = { desk: ['Desk.tickets.READ'], crm: ['ZohoCRM.org.READ'] };";
    check("a.ts", map, &[(true, 1), (true, 1)]);
    let commented = "const scopes = [\n  // all that is read\n  'ZohoCRM.org.READ',\n  // 'ZohoCRM.users.READ',\n];\n";
    check("a.js", commented, &[(true, 1)]);
    let openapi = "securityDefinitions:\n  oauth:\n    scopes:\n      ZohoCRM.org.READ: read\n      ZohoCRM.users.READ: read users\n";
    check("openapi.yaml", openapi, &[(true, 2)]);
    check("a.ps1", "[ValidateSet('ZohoCRM.org.READ','ZohoCRM.users.READ')]", &[(true, 2)]);
    let object = "const scopes = { desk: 'Desk.tickets.READ Desk.basic.READ', crm: 'ZohoCRM.org.READ' }";
    check("b.js", object, &[(true, 2), (true, 1)]);
}

#[test]
fn files() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.py");
    let source = "KEY = 'hush.hush.hush'\nCRM = ['ZohoCRM.org.READ']\n# OLD = ['ZohoCRM.nothing.READ']\nDESK = ['Desk.tickets.READ', 'Desk.tikets.READ']\n";
    fs::write(&path, source).expect("a file");
    let path = path.to_str().expect("UTF-8");
    let lists = checked(&["--file", path]);
    assert_eq!(lists.iter().map(|(_, valid, scopes)| (*valid, *scopes)).collect::<Vec<_>>(), [(true, 1), (false, 2)]);
    let output = program().args(["check", "--format", "github", "--file", path]).output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("line=4,col=36,title=unknown-scope-name"), "{text}");
    assert!(!text.contains("hush"), "{text}");
}

#[test]
fn a_line_of_a_file_is_shown_as_it_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("config.json");
    let source = "{\n  \"client_secret\": \"hush\", \"scope\": \"Desk.tikets.READ\" }\n";
    fs::write(&path, source).expect("a file");
    let output = program().args(["check", "--file"]).arg(&path).output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(text.contains("2 |   \"client_secret\": \"****\", \"scope\": \"Desk.tikets.READ\" }"), "{text}");
}

#[test]
fn secrets_between_entries_stay_where_they_are() {
    let text = "scopes: ['ZohoCRM.org.READ', /* 1000.hush.hush */ 'ZohoCRM.usres.READ', key.hush]";
    for format in ["human", "json", "github"] {
        let output = program().args(["check", "--format", format, text]).output().expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.contains("ZohoCRM.users.READ") && !text.contains("hush"), "{text}");
    }
}

#[test]
fn what_stands_between_is_said_and_left_out() {
    let output = program().args(["fmt", "ZohoCRM.users.READ and ZohoCRM.org.READ"]).output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "ZohoCRM.org.READ,ZohoCRM.users.READ\n");
    let table = "| scope | why |\n|---|---|\n| `zohocrm.org.read` | the org |\n| ZohoCRM.usres.READ | all users |";
    let output = program().args(["fmt", "--fix", table]).output().expect("the program runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "ZohoCRM.org.READ,ZohoCRM.users.READ\n");
    let output = program().args(["check", table]).output().expect("the program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("note[taken-out]"), "{text}");
}
