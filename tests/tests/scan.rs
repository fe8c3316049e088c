//! `scan` finds and judges the scopes of a repository.

use std::{fs, path::Path};

use assert_cmd::Command;

fn scan(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("zoho-scopes-under-test"));
    let output = program.current_dir(folder).arg("scan").args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
}

/// A repository with a fault in each of two files, and with files that are not read.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let files: [(&str, &[u8]); 9] = [
        (
            "src/crm.py",
            b"KEY = 'hush.hush.hush'\nSCOPES = ['ZohoCRM.org.READ', 'ZohoCRM.org.ALL']\n# OLD = 'ZohoCRM.no.READ'\n",
        ),
        (
            "src/desk.ts",
            b"const a = 'Desk.tickets.READ';\nconst b = 'Desk.tikets.READ';\nconst c = `Desk.tickets.${op}`;\n",
        ),
        ("docs/openapi.json", br#"{"scopes": {"ZohoCRM.org.READ": "read", "ZohoCRM.org.ALL": "all"}}"#),
        ("latin.txt", b"\xe9 ZohoCRM.users.READ\r\n"),
        (".gitignore", b"/target\n"),
        ("target/out.js", b"'ZohoCRM.ignored.READ'"),
        (".hidden/x.js", b"'ZohoCRM.hidden.READ'"),
        ("data.bin", b"\0'ZohoCRM.binary.READ'"),
        ("other.py", b"import com.zoho.crm.api\nZohoCRM.modules.all()\n"),
    ];
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    folder
}

#[test]
fn findings_for_people() {
    let folder = repository();
    let (status, text, errors) = scan(folder.path(), &[]);
    assert_eq!((status, errors.as_str()), (1, ""));
    let expected = "\
./src/crm.py:2:12: warning[redundant]: `ZohoCRM.org.READ` is redundant: `ZohoCRM.org.ALL` covers it
  help: leave it out
./src/desk.ts:2:17: error[unknown-scope-name]: service `Desk` has no scope name `tikets`
  help: did you mean `Desk.tickets.READ`?
./src/desk.ts:3:12: note[placeholder-left-in]: `Desk.tickets.${op}` is a template: a part of it is filled in later
  help: what is sent is checked once it is filled in
7 scopes in 4 files: 1 error, 1 warning, 1 note
";
    assert_eq!(text, expected);
}

#[test]
fn the_list_is_the_input_of_other_commands() {
    let folder = repository();
    let (status, text, _) = scan(folder.path(), &["--list"]);
    assert_eq!(status, 0);
    assert_eq!(text, "Desk.tickets.READ\nDesk.tikets.READ\nZohoCRM.org.ALL\nZohoCRM.org.READ\nZohoCRM.users.READ\n");
}

#[test]
fn findings_for_programs() {
    let folder = repository();
    let (_, text, _) = scan(folder.path(), &["--format", "json"]);
    assert!(!text.contains("hush"), "{text}");
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(document["version"], 1);
    let files = document["files"].as_array().expect("files");
    assert_eq!(files.len(), 4);
    assert_eq!(files[0]["lists"][0]["choice"], true);
    assert_eq!(files[3]["lists"][1]["diagnostics"][0]["span"], serde_json::json!([47, 53]));
    let (_, text, _) = scan(folder.path(), &["--format", "github", "src"]);
    assert!(text.contains("::error file=src/desk.ts,line=2,col=17,title=unknown-scope-name::"), "{text}");
}

#[test]
fn the_status_answers() {
    let folder = repository();
    assert_eq!(scan(folder.path(), &["docs"]).0, 0);
    assert_eq!(scan(folder.path(), &["src/crm.py"]).0, 0);
    assert_eq!(scan(folder.path(), &["src/crm.py", "--deny", "warnings"]).0, 1);
    assert_eq!(scan(folder.path(), &["src", "--allow", "unknown-scope-name"]).0, 0);
    assert_eq!(scan(folder.path(), &["nowhere"]).0, 2);
}

#[test]
fn what_is_too_large_is_said() {
    let folder = repository();
    let (status, _, errors) = scan(folder.path(), &["src", "--max-bytes", "95"]);
    assert_eq!(status, 1);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.contains("crm.py"), "{errors}");
}
