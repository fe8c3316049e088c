//! The table of services in `data/README.md` is what the program prints.
//!
//! `UPDATE_README=1 cargo test -p zoho-scopes-tests --test data_readme` rewrites it.

use std::{env, fs};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/README.md");

#[test]
fn the_table_of_services_is_current() {
    let mut program = assert_cmd::Command::new(env!("CARGO_BIN_EXE_zoho-scopes-under-test"));
    let output = program.args(["services", "--format", "markdown"]).output().expect("the program runs");
    let table = String::from_utf8(output.stdout).expect("UTF-8");
    let readme = fs::read_to_string(PATH).expect("data/README.md is there");
    let (before, rest) = readme.split_once("<!-- services -->\n").expect("the first marker");
    let (written, after) = rest.split_once("<!-- /services -->").expect("the last marker");
    if env::var_os("UPDATE_README").is_some() {
        let text = format!("{before}<!-- services -->\n{table}<!-- /services -->{after}");
        fs::write(PATH, text).expect("data/README.md is written");
    } else {
        assert!(
            written == table,
            "the table in data/README.md is out of date: UPDATE_README=1 cargo test -p zoho-scopes-tests --test data_readme"
        );
    }
}
