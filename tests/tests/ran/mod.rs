//! Running the program from outside.
#![allow(dead_code, reason = "each test uses its part")]

use std::{env, process};

use assert_cmd::Command;

/// What came of it.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// The program, for those who speak with it while it runs; without the variables that a developer may have set.
pub fn process(arguments: &[&str]) -> process::Command {
    let mut command = process::Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"));
    command.args(arguments);
    for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ZOHO_")) {
        command.env_remove(name);
    }
    command
}

/// The same for those who read what it printed when it has ended.
pub fn command(arguments: &[&str]) -> Command {
    process(arguments).into()
}

/// Runs the program with standard input.
pub fn run(arguments: &[&str], input: &str) -> Ran {
    finished(command(arguments).write_stdin(input))
}

/// Runs the program and gives its standard output, after checking how it exits.
#[track_caller]
pub fn output(arguments: &[&str], status: i32) -> String {
    let ran = run(arguments, "");
    assert_eq!(ran.status, status, "{}", ran.err);
    ran.out
}

/// Runs the program with standard input, after checking how it exits, and that it prints these words.
#[track_caller]
pub fn says(arguments: &[&str], input: &str, status: i32, words: &[&str]) -> Ran {
    let ran = run(arguments, input);
    assert_eq!(ran.status, status, "{arguments:?}\n{}{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{arguments:?}: `{word}`\n{}{}", ran.out, ran.err);
    }
    ran
}

/// Runs what is ready to run.
pub fn finished(command: &mut Command) -> Ran {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { status: output.status.code().expect("it exits"), out: text(output.stdout), err: text(output.stderr) }
}
