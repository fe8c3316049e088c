//! `scan` finds and validates the scopes of a repository.

mod baseline;
#[cfg(unix)]
mod ci;

mod fix;
mod formats;
mod ignores;
mod secrets;
mod settings;
mod together;

use std::{fs, path::Path};

use assert_cmd::Command;

fn scan(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut program = Command::new(assert_cmd::cargo::cargo_bin!("zoho-scopes-under-test"));
    let output = program.current_dir(folder).arg("scan").args(arguments).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("a status"), text(output.stdout), text(output.stderr))
}

/// What `--format concise` prints before its last lines, which count.
fn findings(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let (_, text, errors) = scan(folder, &[&["--format", "concise"], arguments].concat());
    assert_eq!(errors, "");
    let is_finding = |line: &&str| line.contains("]: ");
    // Without what is said of it.
    text.lines().filter(is_finding).filter_map(|line| Some(line.split_once("]: ")?.0.to_owned() + "]")).collect()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

/// A repository with a fault in each of two files, and with files that are not read.
fn repository() -> tempfile::TempDir {
    folder(&[
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
    ])
}

#[test]
fn findings_for_people() {
    let folder = repository();
    let (status, text, errors) = scan(folder.path(), &["--format", "concise"]);
    assert_eq!((status, errors.as_str()), (1, ""));
    let expected = "\
src/crm.py:2:12: warning[redundant]: `ZohoCRM.org.READ` is redundant: `ZohoCRM.org.ALL` covers it (leave it out)
src/desk.ts:2:17: error[unknown-scope-name]: service `Desk` has no scope name `tikets` (did you mean `Desk.tickets.READ`?)
src/desk.ts:3:12: note[placeholder-left-in]: `Desk.tickets.${op}` is a template: a part of it is filled in later (what is sent is checked once it is filled in)
7 scopes in 4 files: 1 error, 1 warning, 1 note
1 can be fixed with `--fix`; `--diff` shows it
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
    assert_eq!(scan(folder.path(), &["docs", "--policy", "strict"]).0, 0);
    assert_eq!(scan(folder.path(), &["src/desk.ts", "--policy", "granted"]).0, 0);
}

#[test]
fn what_is_too_large_is_said() {
    let folder = repository();
    let (status, _, errors) = scan(folder.path(), &["src", "--max-bytes", "95"]);
    assert_eq!(status, 1);
    assert_eq!(errors.lines().count(), 1, "{errors}");
    assert!(errors.contains("crm.py"), "{errors}");
}

#[test]
fn hidden_files_are_read_where_that_is_wanted() {
    let folder = repository();
    let (_, text, _) = scan(folder.path(), &["--list", "--hidden"]);
    assert!(text.contains("ZohoCRM.hidden.READ") && !text.contains("ZohoCRM.ignored.READ"), "{text}");
    let (_, text, _) = scan(folder.path(), &["--list", ".hidden/x.js"]);
    assert_eq!(text, "ZohoCRM.hidden.READ\n");
}

#[test]
fn places_are_in_a_table() {
    let folder = repository();
    let (status, text, _) = scan(folder.path(), &["--list", "--format", "csv", "latin.txt", "src/desk.ts"]);
    assert_eq!(status, 0);
    let expected = "\
scope,file,line,column,text
ZohoCRM.users.READ,latin.txt,1,3,ZohoCRM.users.READ
Desk.tickets.READ,src/desk.ts,1,12,Desk.tickets.READ
Desk.tikets.READ,src/desk.ts,2,12,Desk.tikets.READ
";
    assert_eq!(text, expected);
}

#[test]
fn what_cannot_be_read_as_text_is_said() {
    let utf_16: Vec<u8> = "\u{feff}'ZohoCRM.org.READ'".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = folder(&[("a.ps1", &utf_16), ("b.ps1", b"'ZohoCRM.org.READ'")]);
    let (status, text, errors) = scan(folder.path(), &["--list"]);
    assert_eq!((status, text.as_str()), (0, "ZohoCRM.org.READ\n"));
    assert_eq!(errors, "skipped a.ps1: it is written in UTF-16\n");
    let (_, text, _) = scan(folder.path(), &["--format", "sarif"]);
    assert!(text.contains("skipped: it is written in UTF-16"), "{text}");
}

#[test]
fn a_scan_of_nothing_is_refused() {
    let empty = folder(&[("data.bin", b"\0"), (".gitignore", b"out\n"), ("out/a.py", b"'ZohoCRM.org.READ'")]);
    for arguments in [&[][..], &["--list"], &["--format", "json"]] {
        let (status, _, errors) = scan(empty.path(), arguments);
        let expected = "error: no text was read: hidden and ignored files are left out\n";
        assert_eq!((status, &*errors), (2, expected), "{arguments:?}");
    }
    // Hooks give files by name, which settings may leave out.
    let left_out = folder(&[("zoho-scopes.toml", b"exclude = ['*.py']"), ("a.py", b"'ZohoCRM.ogr.READ'")]);
    assert_eq!(scan(left_out.path(), &["a.py"]).0, 0);
    // Without scopes, there is nothing wrong.
    assert_eq!(scan(folder(&[("a.py", b"print()")]).path(), &[]).0, 0);
}

/// The crate that reads such files takes braces within braces by recursion.
#[test]
fn braces_without_end_do_not_end_the_program() {
    let deep = format!("/target\n{}a{}\n", "{".repeat(100_000), "}".repeat(100_000));
    let folder = folder(&[
        ("a.py", b"'ZohoCRM.org.READ'"),
        ("sub/.gitignore", deep.as_bytes()),
        ("sub/deeper/b.py", b"'ZohoCRM.users.READ'"),
    ]);
    let (status, text, errors) = scan(folder.path(), &["--list"]);
    assert_eq!((status, &*text), (2, "ZohoCRM.org.READ\n"), "{errors}");
    assert!(errors.ends_with("sub/.gitignore:2: a pattern has more than 250 braces\n"), "{errors}");
    let below = folder.path().join("sub/deeper");
    for arguments in [&["--list"][..], &["--calls"]] {
        let (status, _, errors) = scan(&below, arguments);
        assert_eq!(status, 2);
        assert!(errors.ends_with("sub/.gitignore:2: a pattern has more than 250 braces\n"), "{errors}");
    }
}

/// Neither do files without an end, nor those for which one would wait.
#[cfg(unix)]
#[test]
fn what_says_what_is_ignored_is_a_file_with_an_end() {
    let folder = folder(&[
        ("a.py", b"'ZohoCRM.org.READ'"),
        ("endless/b.py", b""),
        ("waiting/.git/info/HEAD", b""),
        ("long/.ignore", &b"/target\n".repeat(200_000)),
        ("folder/.gitignore/HEAD", b""),
        ("folder/c.py", b"'ZohoCRM.users.READ'"),
    ]);
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("endless/.gitignore")).expect("a link");
    make_fifo(&folder.path().join("waiting/.git/info/exclude"));
    for (name, expected) in [
        ("endless", "endless/.gitignore: not a file\n"),
        ("waiting", "waiting/.git/info/exclude: not a file\n"),
        ("long", "long/.ignore: longer than 1 MB\n"),
    ] {
        let (status, _, errors) = scan(&folder.path().join(name), &[]);
        assert_eq!(status, 2, "{errors}");
        assert!(errors.ends_with(expected), "{errors}");
    }
    let (status, text, errors) = scan(folder.path(), &["--list"]);
    assert_eq!((status, &*text), (2, "ZohoCRM.org.READ\nZohoCRM.users.READ\n"), "{errors}");
}

#[cfg(unix)]
fn make_fifo(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().expect("a program").success());
}

/// What else could be read is printed all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_given_file_that_cannot_be_read_is_an_error() {
    let folder = folder(&[("a.py", b"'ZohoCRM.org.READ'")]);
    let (status, text, errors) = scan(folder.path(), &["--list", "a.py", "/proc/self/mem"]);
    assert_eq!((status, text.as_str()), (2, "ZohoCRM.org.READ\n"));
    assert!(errors.starts_with("error: /proc/self/mem: "), "{errors}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_where_they_are_given() {
    let folder = folder(&[("a/b.py", b"'ZohoCRM.ogr.READ'")]);
    std::os::unix::fs::symlink("a/b.py", folder.path().join("file.py")).expect("a link");
    std::os::unix::fs::symlink("a", folder.path().join("folder")).expect("a link");
    let found = |path: &str| [format!("{path}:1:10: error[unknown-scope-name]")];
    assert_eq!(findings(folder.path(), &["file.py"]), found("file.py"));
    assert_eq!(findings(folder.path(), &["folder"]), found("folder/b.py"));
    assert_eq!(findings(folder.path(), &[]), found("a/b.py"));
    // Neither is a link that leads nowhere an empty folder.
    std::os::unix::fs::symlink("nowhere", folder.path().join("lost.py")).expect("a link");
    assert_eq!(scan(folder.path(), &["lost.py"]).0, 2);
}
