//! Instructions, counted by valgrind: what else the machine does has no part in them.

use std::{
    env,
    io::Write,
    process::{Command, Stdio},
};

/// Says whether there is no valgrind, so that a test is skipped; fails instead where `ZOHO_SCOPES_VALGRIND` is
/// `required`.
pub fn is_missing() -> bool {
    let mut valgrind = Command::new("valgrind");
    let found = valgrind.arg("--version").stdout(Stdio::null()).status().is_ok_and(|status| status.success());
    if !found {
        assert!(env::var("ZOHO_SCOPES_VALGRIND").as_deref() != Ok("required"), "there is no valgrind");
        // Past the harness, which shows what failing tests print alone.
        let _ = writeln!(std::io::stderr(), "skipped: there is no valgrind");
    }
    !found
}

/// The instructions that a program takes.
pub fn instructions(program: &str, arguments: &[&str]) -> u64 {
    let mut valgrind = Command::new("valgrind");
    let output = valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", program])
        .args(arguments)
        .output()
        .expect("valgrind runs");
    let shown = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{shown}");
    let counted = shown.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    counted.unwrap_or_else(|| panic!("valgrind counted nothing: {shown}"))
}
