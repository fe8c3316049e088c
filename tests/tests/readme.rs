//! What documents say that commands print: README, the steps of a workflow, the formats of tables.

mod ran;

const README: &str = include_str!("../../README.md");
const DATA: &str = include_str!("../../data/README.md");
const LIBRARY: &str = include_str!("../../zoho-scopes/src/lib.rs");
const MANIFEST: &str = include_str!("../../zoho-scopes/Cargo.toml");

/// Runs the console examples of a document.
fn prints_what_it_says(document: &str) {
    trycmd::TestCases::new()
        .register_bin("zoho-scopes", trycmd::cargo::cargo_bin!("zoho-scopes-under-test"))
        .case(document)
        .run();
}

#[test]
fn examples_print_what_the_readme_says() {
    prints_what_it_says("../README.md");
}

#[test]
fn formats_of_tables_print_what_the_file_says() {
    prints_what_it_says("docs/formats.md");
}

/// The first command checks a real list; the second runs the tests. `.ci/run` runs both as they stand.
#[test]
fn the_first_command_checks_a_list() {
    let mut commands = README.lines().filter(|line| line.starts_with("cargo "));
    let first = commands.next().expect("a command");
    let list = first
        .strip_prefix("cargo run -q -p zoho-scopes-cli -- check ")
        .expect("the first command runs `check`")
        .trim_matches('"');
    let shown = ran::output(&["check", list], 0);
    assert!(shown.starts_with("valid: 2 scopes\n"), "{shown}");
    assert_eq!(commands.next(), Some("cargo test --workspace"));
}

/// The steps of a workflow print what is said, on files that are right and on files that are wrong.
#[test]
fn steps_print_what_the_file_says() {
    const STEPS: &str = include_str!("../ci/steps.md");
    prints_what_it_says("ci/steps.md");
    let steps: Vec<&str> = README.lines().filter_map(|line| line.strip_prefix("- run: zoho-scopes ")).collect();
    let tried: Vec<&str> = STEPS.lines().filter_map(|line| line.strip_prefix("$ zoho-scopes ")).collect();
    assert_eq!(steps.len(), 2);
    assert!(tried.starts_with(&steps), "{steps:?}");
}

/// README and crate page have the same table of features, and all features are in it.
#[test]
fn every_feature_is_in_both_tables() {
    let table = |text: &'static str, before: &str| -> Vec<&'static str> {
        let lines = text.lines().map(|line| line.strip_prefix(before).unwrap_or(line));
        lines.skip_while(|line| !line.starts_with("| feature |")).take_while(|line| line.starts_with('|')).collect()
    };
    assert_eq!(table(README, ""), table(LIBRARY, "//! "));
    let rows = table(README, "").into_iter().skip(2);
    let shown: Vec<&str> = rows.filter_map(|row| row.strip_prefix("| `")?.split('`').next()).collect();
    let (_, features) = MANIFEST.split_once("[features]\n").expect("features");
    let lines = features.lines().take_while(|line| !line.starts_with('['));
    let mut declared: Vec<&str> =
        lines.filter_map(|line| Some(line.split_once(" = [")?.0)).filter(|feature| *feature != "default").collect();
    declared.sort_by_key(|feature| shown.iter().position(|shown| shown == feature));
    assert_eq!(shown, declared);
}

/// The catalogue file that stands in a document.
fn catalogue_file(document: &'static str) -> &'static str {
    let mut blocks = document.split("```json\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0));
    blocks.find(|block| block.contains("\"service\":")).expect("a catalogue file")
}

/// What `zoho-scopes catalogue COMMAND` does with a file.
fn catalogue(command: &str, file: &std::path::Path) -> assert_cmd::assert::Assert {
    ran::command(&["catalogue", command]).arg(file).assert()
}

#[test]
fn catalogue_files_in_documents_have_no_errors() {
    let folder = tempfile::tempdir().expect("a folder");
    for document in [README, DATA] {
        let file = folder.path().join("service.json");
        std::fs::write(&file, catalogue_file(document)).expect("the file is written");
        catalogue("check", &file).success();
    }
}

/// The way of data/README.md: an operation added at the end is an error until `catalogue fmt` has put it in its place.
#[test]
fn a_scope_is_added_by_a_line_and_catalogue_fmt() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("zoholens.json");
    let added = catalogue_file(DATA).replace(r#"["READ", "UPDATE"]"#, r#"["READ", "UPDATE", "CREATE"]"#);
    std::fs::write(&file, added).expect("the file is written");
    let check = catalogue("check", &file).code(1);
    let errors = String::from_utf8_lossy(&check.get_output().stdout).into_owned();
    assert!(errors.contains("`CREATE` is out of order"), "{errors}");
    catalogue("fmt", &file).success();
    catalogue("check", &file).success();
    let text = std::fs::read_to_string(&file).expect("the file is read");
    assert!(text.contains(r#""operations": ["CREATE", "READ", "UPDATE"]"#), "{text}");
}
