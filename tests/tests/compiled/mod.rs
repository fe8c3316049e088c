//! Small programs given to the compiler, and the errors that it reports.

use std::{fs, path::Path, process::Command};

use serde_json::Value;

/// The messages of the errors in each program, in order. A program is a few items; each is a module of one crate.
pub fn errors_of(name: &str, programs: &[String]) -> Vec<Vec<String>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = format!(
        "[package]\nname = \"wrong\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\nzoho-scopes = {{ path = '{}' }}\n",
        root.join("../zoho-scopes").display()
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root.join("../Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    // A line for each, so that a line says which it is.
    let lines: Vec<String> =
        programs.iter().enumerate().map(|(number, program)| format!("mod m{number} {{ {program} }}")).collect();
    fs::write(folder.join("src/lib.rs"), lines.join("\n") + "\n").expect("the programs");
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--quiet", "--message-format=json"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs");
    let mut errors = vec![Vec::new(); programs.len()];
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(message) = serde_json::from_str::<Value>(line) else { continue };
        let message = &message["message"];
        let primary = message["spans"].as_array().into_iter().flatten().find(|span| span["is_primary"] == true);
        if let (Some("error"), Some(span), Some(text)) =
            (message["level"].as_str(), primary, message["message"].as_str())
        {
            let line = usize::try_from(span["line_start"].as_u64().expect("a line")).expect("a small number");
            errors[line - 1].push(text.to_owned());
        }
    }
    errors
}
