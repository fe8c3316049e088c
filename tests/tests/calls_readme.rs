//! The table in `data/calls/README.md` says what the files hold.
//!
//! `UPDATE_README=1 cargo test -p zoho-scopes-tests --test calls_readme` rewrites it.

use std::{env, fmt::Write, fs};

use zoho_scopes_data::calls::{Calls, Described, model::Lists};

#[test]
fn the_table_of_calls_is_current() {
    let calls = Calls::builtin().expect("the calls are read");
    let mut table = String::from("| service | calls | official | unclear | a list means |\n|---|--:|--:|--:|---|\n");
    let mut all = [0; 3];
    for file in calls.files() {
        let count = |held: fn(&Described<'_>) -> bool| file.described().filter(held).count();
        let counts = [count(|_| true), count(is_official), count(|call| call.call.unclear.is_some())];
        let [of_all, official, unclear] = counts;
        let lists = match file.reading.lists {
            _ if count(names_several) == 0 => "(one scope each)",
            Lists::Any => "any of them",
            Lists::All => "all of them",
        };
        writeln!(table, "| {} | {of_all} | {official} | {unclear} | {lists} |", file.service)
            .expect("a string takes it");
        all = [0, 1, 2].map(|place| all[place] + counts[place]);
    }
    let [of_all, official, unclear] = all;
    let services = calls.files().len();
    writeln!(table, "| **{services} services** | **{of_all}** | **{official}** | **{unclear}** | |")
        .expect("a string takes it");
    is_current("calls/README.md", "calls", &table);
}

/// Whether the best source of a call is Zoho's own.
fn is_official(call: &Described<'_>) -> bool {
    let best = call.source_keys().first();
    call.file.sources.iter().any(|(key, source)| best.is_some_and(|best| best == key) && source.kind.is_official())
}

fn names_several(call: &Described<'_>) -> bool {
    call.call.needs.as_ref().is_some_and(|needs| needs.scopes().len() > 1)
}

/// Compares what stands between the markers, or rewrites it.
#[track_caller]
fn is_current(file: &str, marker: &str, table: &str) {
    let path = format!("{}/../data/{file}", env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(&path).expect("the README is there");
    let (open, close) = (format!("<!-- {marker} -->\n"), format!("<!-- /{marker} -->"));
    let (before, rest) = readme.split_once(&open).expect("the first marker");
    let (written, after) = rest.split_once(&close).expect("the last marker");
    if env::var_os("UPDATE_README").is_some() {
        fs::write(&path, format!("{before}{open}{table}{close}{after}")).expect("the README is written");
    } else {
        assert!(
            written == table,
            "the table in data/{file} is out of date: UPDATE_README=1 cargo test -p zoho-scopes-tests --test calls_readme"
        );
    }
}
