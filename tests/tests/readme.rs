//! The README's commands and what they print.

const README: &str = include_str!("../../README.md");

/// Console examples of the README print what they say.
#[test]
fn examples_print_what_the_readme_says() {
    trycmd::TestCases::new()
        .register_bin("zoho-scopes", trycmd::cargo::cargo_bin!("zoho-scopes-under-test"))
        .case("../README.md")
        .run();
}

/// The first command checks a real list; the second runs the tests. `.ci/run` runs both as they stand.
#[test]
fn the_first_command_checks_a_list() {
    let mut commands = README.lines().filter(|line| line.starts_with("cargo "));
    let first = commands.next().expect("a command");
    let list = first
        .strip_prefix("cargo run -q -p zoho-scopes --features cli -- check ")
        .expect("the first command runs `check`")
        .trim_matches('"');
    let output = assert_cmd::Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test")).args(["check", list]).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{output:?}");
    assert!(output.stdout.starts_with(b"valid: 2 scopes\n"), "{output:?}");
    assert_eq!(commands.next(), Some("cargo test --workspace"));
}
