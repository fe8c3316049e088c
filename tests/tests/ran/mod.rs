//! Running the program from outside.

use assert_cmd::Command;

/// What came of it.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program with standard input.
pub fn run(arguments: &[&str], input: &str) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"));
    let output = command.args(arguments).write_stdin(input).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    Ran { status: output.status.code().expect("it exits"), out: text(output.stdout), err: text(output.stderr) }
}
