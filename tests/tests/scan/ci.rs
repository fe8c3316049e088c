//! Where people run it: the action's step, the hooks of pre-commit.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use super::folder;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A folder in which the program has its own name.
fn programs() -> tempfile::TempDir {
    let programs = tempfile::tempdir().expect("a folder");
    let program = Path::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"));
    std::os::unix::fs::symlink(program, programs.path().join("zoho-scopes")).expect("a link");
    programs
}

/// Runs the step of the action with these inputs.
fn step(folder: &Path, inputs: &[(&str, &str)]) -> (Option<i32>, String) {
    let programs = programs();
    let paths = env::var_os("PATH").unwrap_or_default();
    let paths = [PathBuf::from(programs.path())].into_iter().chain(env::split_paths(&paths));
    let Output { status, stdout, .. } = Command::new(format!("{ROOT}/.github/actions/zoho-scopes/scan"))
        .current_dir(folder)
        .env("PATH", env::join_paths(paths).expect("paths"))
        .envs(inputs.iter().copied())
        .output()
        .expect("the step runs");
    (status.code(), String::from_utf8(stdout).expect("UTF-8"))
}

#[test]
fn the_action_annotates_and_writes_sarif() {
    let folder = folder(&[("src/a.py", b"'ZohoCRM.ogr.READ'"), ("docs/my notes.md", b"`ZohoCRM.org.READ`")]);
    let wrong = "::error file=src/a.py,line=1,col=10,title=unknown-scope-name::";
    let (status, text) = step(folder.path(), &[("ZOHO_SCOPES_SARIF", "out.sarif")]);
    assert!(status == Some(1) && text.starts_with(wrong), "{text}");
    let sarif = fs::read_to_string(folder.path().join("out.sarif")).expect("SARIF");
    assert!(sarif.contains("\"ruleId\": \"unknown-scope-name\""), "{sarif}");

    let (status, text) = step(folder.path(), &[("ZOHO_SCOPES_PATHS", "docs/my notes.md\n\n")]);
    assert_eq!((status, text.as_str()), (Some(0), ""));
    let inputs = [("ZOHO_SCOPES_PATHS", "src"), ("ZOHO_SCOPES_ARGUMENTS", "--allow=unknown-scope-name\n")];
    assert_eq!(step(folder.path(), &inputs), (Some(0), String::new()));
    // Nothing is read as a command, and paths are no options.
    for hostile in ["$(touch x)", "; touch x", "--list"] {
        assert_eq!(step(folder.path(), &[("ZOHO_SCOPES_PATHS", hostile)]).0, Some(2), "{hostile}");
    }
    assert!(!folder.path().join("x").exists());
}

/// What the hooks run is there; `.ci/pre-commit` runs them.
#[test]
fn hooks_run_commands_that_exist() {
    let folder = folder(&[("a.py", b"'ZohoCRM.ogr.READ'")]);
    let hooks = fs::read_to_string(format!("{ROOT}/.pre-commit-hooks.yaml")).expect("the hooks");
    let entries: Vec<&str> =
        hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: zoho-scopes scan ")).collect();
    assert_eq!(entries, ["--format concise", "--fix --format concise"]);
    for (entry, status) in entries.into_iter().zip([1, 0]) {
        let arguments: Vec<&str> = entry.split(' ').chain(["a.py"]).collect();
        assert_eq!(super::scan(folder.path(), &arguments).0, status);
    }
}
