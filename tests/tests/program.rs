//! The program from outside: what it prints, and how it exits.

mod ran;

use ran::{command, output, process, run};
use serde_json::{Value, json};
use zoho_scopes::{Catalogue, Policy, catalogue::Status};

#[track_caller]
fn json_of(arguments: &[&str], status: i32) -> Value {
    serde_json::from_str(&output(arguments, status)).expect("output is JSON")
}

#[test]
fn check_prints_the_contract() {
    let report = json_of(&["check", "--format", "json", "ZohoCliq.Chanels.READ"], 1);
    assert_eq!(report["input"], "ZohoCliq.Chanels.READ");
    assert_eq!(report["valid"], false);
    let scope = json!({"input": "ZohoCliq.Chanels.READ", "span": [0, 21], "known": false, "wire": null,
        "service": "ZohoCliq", "name": "Chanels", "operation": "READ"});
    assert_eq!(report["scopes"], json!([scope]));
    let [diagnostic] = report["diagnostics"].as_array().expect("an array").as_slice() else { panic!("{report}") };
    assert_eq!(diagnostic["code"], "unknown-scope-name");
    assert_eq!(diagnostic["severity"], "error");
    assert_eq!(diagnostic["span"], json!([9, 16]));
    assert!(diagnostic["message"].is_string() && diagnostic["help"].is_string());
    assert_eq!(diagnostic["suggestion"], json!({"span": [9, 16], "replacement": "Channels"}));
    let first = json!({"span": [9, 16], "replacement": "Channels", "applicability": "certain"});
    assert_eq!(diagnostic["suggestions"][0], first);
}

/// An argument that names a file is a typo; a line of standard input is a list, whatever files there are.
#[test]
fn a_line_that_names_a_file_is_a_list() {
    let refusal = run(&["check", "Cargo.toml"], "");
    assert_eq!((refusal.status, refusal.out.as_str()), (2, ""));
    assert!(refusal.err.contains("check --file Cargo.toml"), "{}", refusal.err);
    let ran = run(&["check", "--stdin", "--format", "json"], "Cargo.toml\nZohoCliq.Chats.READ\n");
    assert_eq!((ran.status, ran.out.lines().count(), ran.err.as_str()), (1, 2, ""));
}

#[test]
fn check_says_what_it_knows() {
    let report = json_of(&["check", "--format", "json", "zohocliq.chats.read,ZohoCRM.modules.visits.READ"], 0);
    assert_eq!(report["valid"], true);
    assert_eq!(report["scopes"][0]["wire"], "ZohoCliq.Chats.READ");
    assert_eq!(report["scopes"][1]["known"], true);
    assert_eq!(report["scopes"][1]["wire"], "ZohoCRM.modules.visits.READ");
    assert_eq!(report["scopes"][1]["pattern"], "ZohoCRM.modules.{module_api_name}.READ");
    assert_eq!(report["diagnostics"][0]["code"], "other-case");
}

#[test]
fn check_answers_with_its_exit_status() {
    output(&["check", "ZohoCliq.Chats.READ"], 0);
    output(&["check", "ZohoCliq.Chats.READ", "ZohoCliq.Chats.REED"], 1);
    assert_eq!(output(&["check", "--quiet", "nonsense"], 1), "");
    output(&["check"], 2);
    let unknown = run(&["check", "--deny", "no-such-code", "ZohoCliq.Chats.READ"], "");
    let text = "no such code; a code is what `check` prints in brackets, such as `other-case`";
    assert!(unknown.status == 2 && unknown.err.contains(text), "{}", unknown.err);
}

#[test]
fn check_obeys_policies() {
    output(&["check", "--policy", "strict", "zohocliq.chats.read"], 1);
    output(&["check", "--policy", "granted", "ZohoCliq.Chats.READ Zoho.whatever.READ"], 0);
    output(&["check", "--deny", "other-case", "zohocliq.chats.read"], 1);
    output(&["check", "--deny", "warnings", "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ"], 1);
    output(&["check", "--deny", "warnings", "--allow", "duplicate", "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ"], 0);
}

#[test]
fn check_reads_a_list_a_line() {
    let lists = "ZohoCliq.Chats.READ\nZohoCliq.Chat.READ\n";
    let ran = run(&["check", "--stdin", "--format", "json"], lists);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let valid: Vec<&Value> = lines.iter().map(|report| &report["valid"]).collect();
    assert_eq!(valid, [true, false]);
    assert_eq!(ran.status, 1);
}

/// The program writes reports itself: letter for letter as serde writes them.
#[test]
fn check_writes_json_as_serde_does() {
    let catalogue = Catalogue::builtin();
    let mut lists: Vec<String> = catalogue.scopes().map(|scope| scope.as_str().to_owned()).collect();
    lists.extend(lists.iter().step_by(9).map(|scope| scope.to_lowercase() + "; openid").collect::<Vec<_>>());
    lists.extend(lists.iter().step_by(29).map(|scope| scope.replacen('a', "", 1)).collect::<Vec<_>>());
    lists.push(lists[..200].join(","));
    let others = [
        "",
        ",",
        "\"",
        "\\",
        "\t\u{1}\u{7f}",
        "A\"b.c\\d.READ",
        "ZohoCRM.modules.visits.READ",
        "ZohoCRM.modules.v\"x.READ",
        "ZohoCliq.Chats.{operation}",
        "ZohoCliq.Ch\u{430}ts.READ",
        "ZohoCliq%2EChats.READ,\u{200b}email",
        "日本.é.READ",
        "scope=\"ZohoCliq.Chats.READ\"",
        "{\"scope\":\"ZohoCliq.Chats.READ Desk\"}",
        "an ordinary sentence, with \\ signs",
    ];
    lists.extend(others.map(str::to_owned));
    let ran = run(&["check", "--stdin", "--format", "json"], &lists.join("\n"));
    let report = |list: &String| {
        serde_json::to_string(&catalogue.validate(list, &Policy::LAX)).expect("a report can be written")
    };
    for (line, list) in ran.out.lines().zip(&lists) {
        assert_eq!(line, report(list));
    }
    assert_eq!(ran.out.lines().count(), lists.len());
}

#[test]
fn check_bounds_long_lines() {
    let long = "A".repeat(3 << 20) + "\nZohoCliq.Chats.READ\n";
    let text = run(&["check", "--stdin"], &long).out;
    assert!(text.contains("error[too-long]"), "the long line is refused");
    assert!(text.contains("valid: 1 scope\n"), "the next line is read");
}

#[test]
fn check_annotates_for_github() {
    let text = output(&["check", "--format", "github", "ZohoCliq.Chanels.READ"], 1);
    assert!(
        text.starts_with("::error title=unknown-scope-name::service `ZohoCliq` has no scope name `Chanels`"),
        "{text}"
    );
}

#[test]
fn list_filters_and_exports() {
    assert_eq!(
        output(&["list", "--service", "zohocliq", "--operation", "all", "--format", "plain"], 0).lines().next(),
        Some("ZohoCliq.Bots.ALL")
    );
    let export = json_of(&["list", "--service", "ZohoLens", "--format", "json"], 0);
    assert_eq!(export["version"], 1);
    let scope = &export["scopes"][0];
    for field in ["wire", "service", "name", "operation", "summary", "status", "sources"] {
        assert!(!scope[field].is_null(), "{field} is missing");
    }
    for status in Status::ALL {
        let listed = json_of(&["list", "--status", status.as_str(), "--format", "json"], 0);
        let scopes = listed["scopes"].as_array().expect("scopes");
        assert!(!scopes.is_empty() && scopes.iter().all(|scope| scope["status"] == status.as_str()), "{status}");
    }
    assert_eq!(output(&["list", "--service", "ZohoLenz"], 2), "");
    assert_eq!(output(&["list", "--status", "Observed"], 2), "");
}

#[test]
fn services_counts() {
    let services = json_of(&["services", "--format", "json"], 0);
    let cliq = services.as_array().expect("an array").iter().find(|row| row["service"] == "ZohoCliq").expect("Cliq");
    let listed = output(&["list", "--service", "ZohoCliq", "--format", "plain"], 0).lines().count();
    assert_eq!(cliq["scopes"], listed);
    assert_eq!(cliq["product"], "Zoho Cliq");
}

/// A mark of completeness comes with the facts that it follows from.
#[test]
fn services_say_what_was_read() {
    let services = json_of(&["services", "--format", "json"], 0);
    let services = services.as_array().expect("an array");
    for service in services {
        let list = |key: &str| service[key].as_array().expect("an array");
        assert_eq!(service["completeness"] == "complete", list("unread").is_empty(), "{service}");
        assert!(list("read").iter().all(|page| page.as_str().is_some_and(|page| page.contains(':'))), "{service}");
    }
    let count = |key: &str| services.iter().filter(|service| service[key] != json!([])).count();
    assert!(count("read") > 20 && count("unread") > 20);

    let table = output(&["services"], 0);
    let explained = output(&["explain", "DRE"], 0);
    let reason = services.iter().find(|row| row["service"] == "DRE").and_then(|row| row["unread"][0].as_str());
    let reason = reason.expect("something was not read");
    assert!(table.contains(reason) && explained.contains(&format!("\nnot read    {reason}\n")), "{explained}");
}

#[test]
fn explain_knows_scopes_and_codes() {
    let text = output(&["explain", "zohocliq.reminders.all"], 0);
    assert!(text.starts_with("ZohoCliq.Reminders.ALL\n"), "{text}");
    assert!(text.contains("\ncovers\n  ZohoCliq.Reminders.CREATE\n"), "{text}");
    let text = output(&["explain", "ZohoCRM.modules.zzzzzz.ALL"], 0);
    assert!(text.starts_with("ZohoCRM.modules.zzzzzz.ALL\n"), "{text}");
    for part in [
        "\npattern     ZohoCRM.modules.{",
        "\nservice     ZohoCRM (",
        "\ncovers\n  ZohoCRM.modules.zzzzzz.",
        "\nsources\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(output(&["explain", "operation-not-offered"], 0).contains("example: ZohoCliq.Attachments.DELETE"));
    assert!(output(&["explain", "ZohoCliq.Chanels.READ"], 1).contains("did you mean `ZohoCliq.Channels.READ`?"));
}

#[test]
fn every_code_shows_itself_in_its_example() {
    for code in zoho_scopes::report::Code::ALL.iter().filter(|code| !code.example().is_empty()) {
        let policy = zoho_scopes::Policy::LAX.over_broad(true);
        let report = zoho_scopes::Catalogue::builtin().validate(code.example(), &policy);
        assert!(
            report.diagnostics().iter().any(|diagnostic| diagnostic.code() == *code),
            "{code}: {:?}",
            report.diagnostics()
        );
    }
}

#[test]
fn docs_make_tables() {
    let text = output(&["docs", "--service", "ZohoLens"], 0);
    assert!(text.starts_with("## Zoho Lens\n"), "{text}");
    assert!(
        text.contains(
            "| `userapi` | the user, departments, members and session reports | `ZohoLens.userapi.READ` | documented | ["
        ),
        "{text}"
    );
    let list = output(&["docs", "--scopes", "ZohoLens.userapi.READ"], 0);
    assert!(
        list.ends_with(
            "| `ZohoLens.userapi.READ` | Read the user, departments, members and session reports | documented | |\n"
        ),
        "{list}"
    );
    output(&["docs", "--scopes", "ZohoLens.userapi.REED"], 1);
}

#[test]
fn a_wrong_catalogue_file_is_placed() {
    let folder = std::env::temp_dir().join(format!("zoho-scopes-tests-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("wrong.json");
    std::fs::write(&file, "{\n  \"service\": \"A\",\n  \"servise\": \"B\"\n}\n").expect("a file");
    let path = file.display().to_string();
    let text = output(&["catalogue", "check", &path], 1);
    assert!(text.starts_with(&format!("{path}:3:3: unknown field `servise`")), "{text}");
    output(&["catalogue", "check", "no/such/file.json"], 2);
    std::fs::remove_dir_all(folder).expect("cleaned up");
}

#[test]
fn check_takes_catalogues_of_ones_own() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/own-catalogue/catalogue/acme.json");
    let list = "Acme.settings.fields.READ,ZohoCliq.Channels.READ";
    output(&["check", "--policy", "strict", list], 1);
    output(&["check", "--policy", "strict", "--catalogue", file, list], 0);
    output(&["check", "--catalogue", concat!(env!("CARGO_MANIFEST_DIR"), "/ui-catalogues/collision.json"), list], 2);
    output(&["check", "--catalogue", concat!(env!("CARGO_MANIFEST_DIR"), "/ui-catalogues/reference.json"), list], 2);
}

#[test]
fn other_commands_take_them_also() {
    let file = ["--catalogue", concat!(env!("CARGO_MANIFEST_DIR"), "/crates/own-catalogue/catalogue/acme.json")];
    let check = |arguments: &[&str], status, expected: &str| {
        let text = output(&[arguments, &file].concat(), status);
        assert!(text.contains(expected), "{arguments:?}: {text}");
    };
    check(&["fmt", "acme.settings.all"], 0, "Acme.settings.ALL\n");
    check(&["narrow", "Acme.settings.ALL"], 0, "Acme.settings.fields.READ  ");
    check(&["explain", "Acme.settings.READ"], 0, "covered by\n  Acme.settings.ALL");
    check(&["explain", "Acme"], 0, "Acme (Acme Desk)");
    check(&["search", "musical notes acme"], 0, "Acme.notes.READ");
    let covers = ["covers", "--granted", "Acme.settings.ALL", "--required", "Acme.settings.fields.READ"];
    check(&covers, 0, "covered");
    output(&covers, 1);
}

#[test]
fn a_check_of_nothing_is_refused() {
    let ran = assert_cmd::Command::new(assert_cmd::cargo::cargo_bin!("zoho-scopes-under-test"))
        .args(["check", "--stdin", "--quiet"])
        .write_stdin("")
        .output()
        .expect("the program runs");
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "error: no list was read: standard input is empty\n");
}

#[test]
fn help_has_examples() {
    let catalogue: [&[&str]; 5] =
        [&[], &["catalogue"], &["catalogue", "check"], &["catalogue", "fmt"], &["catalogue", "schema"]];
    let commands = ["check", "fmt", "covers", "narrow", "explain", "search", "list", "services", "docs", "site"];
    let commands = commands.iter().map(std::slice::from_ref).chain(catalogue);
    for command in commands {
        assert!(output(&[command, &["--help"]].concat(), 0).contains("Example: zoho-scopes"), "{command:?}");
    }
}

#[test]
fn help_says_how_the_program_answers() {
    let status = "Exit status: 0 yes or fine, 1 the answer is no, 2 wrong usage or an unreadable file.\n";
    assert!(output(&["--help"], 0).contains(status));
    assert!(output(&["man"], 0).contains(status.trim_end()));
    for command in ["needs", "covers"] {
        assert!(output(&[command, "--help"], 0).contains("An OpenAPI or Swagger file"));
    }
    // Every member of the export is there, under the name that the help gives it.
    let help = output(&["list", "--help"], 0);
    let export = json_of(&["list", "--service", "ZohoLens", "--format", "json"], 0);
    let members = help.lines().find(|line| line.starts_with("JSON: ")).expect("what JSON is");
    for name in members.split('`').skip(1).step_by(2) {
        assert!(!export[name].is_null() || !export["scopes"][0][name].is_null(), "{name}");
    }
}

#[test]
fn standard_input_is_one_list_and_only_once() {
    let check = ["check", "--format", "json", "-", "ZohoCliq.Bots.READ"];
    let text = run(&check, "ZohoCliq.Chats.READ\nZohoCliq.Channels.READ\n").out;
    let inputs: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let inputs: Vec<&Value> = inputs.iter().map(|report| &report["input"]).collect();
    assert_eq!(inputs, ["ZohoCliq.Chats.READ\nZohoCliq.Channels.READ", "ZohoCliq.Bots.READ"]);
    for command in ["check", "fmt"] {
        let ran = run(&[command, "-", "-"], "");
        let error = "error: only one of the lists can come from standard input\n";
        assert_eq!((ran.status, ran.err.as_str()), (2, error));
    }
}

#[test]
fn a_list_beyond_the_limits_is_not_laid_out() {
    let list = "ZohoCRM.modules.READ,".repeat(10_010) + "ZohoCliq.Chats.READ";
    for arguments in [&["fmt", "-"][..], &["fmt", "--fix", "-"]] {
        let ran = run(arguments, &list);
        assert_eq!((ran.status, ran.out.trim()), (1, ""), "{arguments:?}");
        assert!(ran.err.contains("the list has more than 10000 entries"), "{arguments:?}: {}", ran.err);
    }
}

/// Who sends a list and waits for the answer gets it.
#[test]
fn answers_do_not_wait_for_more_lists() {
    use std::{
        io::{BufRead, BufReader, Write},
        process::Stdio,
    };
    for arguments in [&["check", "--stdin", "--format", "json"][..], &["fmt", "--stdin"]] {
        let mut child =
            process(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
        let (mut lists, answers) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let mut answers = BufReader::new(answers).lines();
        for list in ["ZohoCliq.Chats.READ", "ZohoCliq.Bots.READ"] {
            writeln!(lists, "{list}").expect("it listens");
            let answer = answers.next().expect("an answer").expect("text");
            assert!(answer.contains(list), "{answer}");
        }
        drop(lists);
        assert!(child.wait().expect("the program ends").success());
    }
}

#[test]
fn colours_are_obeyed() {
    #[track_caller]
    fn coloured(arguments: &[&str], variables: &[(&str, &str)], expected: bool) {
        let mut check = command(&["check", "ZohoCliq.Chanels.READ"]);
        let check = check.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        let output = check.envs(variables.iter().copied()).output().expect("the program runs");
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!(text.contains('\u{1b}'), expected, "{arguments:?} {variables:?}: {text}");
        assert!(text.contains("`Chanels`"));
    }
    coloured(&[], &[], false);
    coloured(&["--color", "always"], &[], true);
    coloured(&["--color", "always"], &[("NO_COLOR", "1")], true);
    coloured(&[], &[("CLICOLOR_FORCE", "1")], true);
    coloured(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false);
    coloured(&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false);
}

#[test]
fn a_closed_pipe_is_quiet() {
    use std::process::Stdio;
    let mut child = process(&["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Who does not read standard error gets the answer all the same, unless it is of no use without what stands there.
#[test]
fn standard_error_may_be_closed() {
    use std::{io::Write, process::Stdio};
    #[track_caller]
    fn deaf(arguments: &[&str], input: &str, status: i32, expected: &str) {
        let mut child = process(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stderr.take());
        child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it listens");
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).as_ref()), (Some(status), expected));
    }
    let fields = "ZohoCRM.settings.fields.READ\n";
    deaf(&["needs", "--stdin"], "GET /crm/v8/settings/fields\nGET /nothing\n", 1, fields);
    deaf(&["fmt", "--stdin"], "Desk.basic.REED\n", 1, "Desk.basic.REED\n");
    let url = ["auth-url", "--dc", "eu", "--client-id", "1", "--redirect-uri", "https://app.example/", "-"];
    deaf(&url, "ZohoCliq.Chats.READ", 2, "");
    deaf(&["token", "info"], r#"{"error":"invalid_code"}"#, 1, "");
}
