//! What is done over and over may not grow slower unseen: its instructions are compared with those that were kept.
//!
//! `UPDATE_INSTRUCTIONS=1` keeps the new ones.

mod callgrind;

use std::{collections::BTreeMap, env, fs, io::Write, process::Command};

use callgrind::{instructions, is_missing};

/// The counts of the path, by the compiler in the first line.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../zoho-scopes/benches/instructions.tsv");
const PATHS: [&str; 6] = ["known", "misspelt", "unknown", "covers", "find", "guess"];
const TIMES: u64 = 5;
/// So much of a hundred may be added.
const ALLOWED: u64 = 5;

/// The instructions of a path, without those of the start.
fn counted(path: &str) -> u64 {
    let run = |times: u64| instructions(env!("CARGO_BIN_EXE_counted-paths"), &[path, &times.to_string()]);
    (run(TIMES) - run(0)) / TIMES
}

/// The version of the compiler, which another one's code has no part in.
fn compiler() -> String {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("rustc runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[test]
fn no_path_takes_more_instructions_than_were_kept() {
    if is_missing() {
        return;
    }
    let update = env::var_os("UPDATE_INSTRUCTIONS").is_some();
    let kept = fs::read_to_string(KEPT).unwrap_or_default();
    let (of, kept) = kept.split_once('\n').unwrap_or_default();
    if !update && of != compiler() {
        // Past the harness, which shows what failing tests print alone.
        let _ = writeln!(std::io::stderr(), "not compared: the instructions that were kept are of {of}");
        return;
    }
    let counts = PATHS.map(|path| (path, counted(path)));
    if update {
        let lines: String =
            counts.iter().map(|(path, count)| [*path, "\t", &count.to_string(), "\n"].concat()).collect();
        fs::write(KEPT, format!("{}\n{lines}", compiler())).expect("the file can be written");
        return;
    }
    let kept: BTreeMap<&str, u64> = kept
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(path, count)| (path, count.parse().expect("a number")))
        .collect();
    let grown = counts.iter().filter(|(path, count)| {
        let kept = kept.get(path).unwrap_or_else(|| panic!("nothing was kept of {path}"));
        count * 100 > kept * (100 + ALLOWED)
    });
    let grown: Vec<String> = grown.map(|(path, count)| format!("{path}: {count}, kept {}", kept[path])).collect();
    assert!(grown.is_empty(), "more instructions; UPDATE_INSTRUCTIONS=1 keeps them:\n{}", grown.join("\n"));
}
