//! Wrong scopes do not compile: one error each, where the mistake is, with the words that matter.
//!
//! Each file of `ui/` says in `//@ error: WORDS` lines what its one error must contain; the line of
//! the error is the one that holds the mistake. That is checked on every toolchain. The whole output
//! is compared with golden files on the version that wrote them (`TRYBUILD=overwrite` rewrites them).

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The toolchain whose output the golden files hold.
const GOLDEN: &str = "rustc 1.95.";

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn golden_files_show_the_whole_output() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc runs");
    if String::from_utf8_lossy(&version.stdout).starts_with(GOLDEN) {
        trybuild::TestCases::new().compile_fail("ui/*.rs");
    } else {
        // Past the harness, which shows what failing tests print alone. `.ci/run` says it again at its end.
        let _ = writeln!(io::stderr(), "skipped: the golden files of compile errors are of {GOLDEN}");
    }
}

#[test]
fn each_mistake_is_one_error_in_its_place() {
    let cases = cases();
    assert!(cases.len() >= 20, "cases are missing");
    let errors = errors(&cases);
    let mut wrong = Vec::new();
    for (name, text) in &cases {
        let expected: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("//@ error: ")).collect();
        let mistakes = ["const HERE", "zoho_scopes::catalogue!"];
        let line = 1 + text
            .lines()
            .position(|line| mistakes.iter().any(|start| line.trim().starts_with(start)))
            .expect("a mistake");
        match errors.get(name).map(Vec::as_slice) {
            Some([(at, message)]) => {
                let missing: Vec<&&str> = expected.iter().filter(|words| !message.contains(**words)).collect();
                if *at != line || !missing.is_empty() {
                    wrong.push(format!("{name}: line {at} (expected {line}), without {missing:?}: {message}"));
                }
            }
            others => wrong.push(format!("{name}: {others:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The cases by name: those of `ui`, and those with wrong catalogue files, whose paths no golden
/// file can hold.
fn cases() -> BTreeMap<String, String> {
    let files =
        ["ui", "ui-catalogues"].iter().flat_map(|folder| fs::read_dir(Path::new(ROOT).join(folder)).expect("cases"));
    let sources =
        files.map(|file| file.expect("a file").path()).filter(|path| path.extension().is_some_and(|end| end == "rs"));
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    sources.map(|path| (name(&path), fs::read_to_string(&path).expect("UTF-8"))).collect()
}

/// The errors that the compiler reports for each case: line and message with its notes.
fn errors(cases: &BTreeMap<String, String>) -> BTreeMap<String, Vec<(usize, String)>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    fs::create_dir_all(folder.join("src/bin")).expect("a folder");
    let library = Path::new(ROOT).join("../zoho-scopes");
    let manifest = [
        "[package]\nname = \"ui\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n",
        &format!("zoho-scopes = {{ path = '{}' }}\n", library.display()),
    ]
    .concat();
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(Path::new(ROOT).join("../Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    let catalogues = folder.join("ui-catalogues");
    fs::create_dir_all(&catalogues).expect("a folder");
    for file in fs::read_dir(Path::new(ROOT).join("ui-catalogues")).expect("catalogues") {
        let path = file.expect("a file").path();
        fs::copy(&path, catalogues.join(path.file_name().expect("a name"))).expect("copied");
    }
    for (name, text) in cases {
        fs::write(folder.join(format!("src/bin/{name}.rs")), text).expect("a case");
    }
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--bins", "--keep-going", "--message-format=json"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let mut errors: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let (target, message) = (&message["target"]["name"], &message["message"]);
        let primary = message["spans"].as_array().into_iter().flatten().find(|span| span["is_primary"] == true);
        if let (Some(target), "error", Some(span)) =
            (target.as_str(), message["level"].as_str().unwrap_or_default(), primary)
        {
            let mut span = span;
            // What a macro made is where the macro was called.
            while !span["expansion"].is_null() {
                span = &span["expansion"]["span"];
            }
            let at = usize::try_from(span["line_start"].as_u64().expect("a line")).expect("a small number");
            errors
                .entry(target.to_owned())
                .or_default()
                .push((at, message["rendered"].as_str().unwrap_or_default().to_owned()));
        }
    }
    errors
}
