//! Documentation tables: what hostile catalogues and lists make of them. How formats print, `readme.rs` tries.

mod hostile_tables;
mod ran;

use ran::run;
use zoho_scopes::{
    Catalogue, ScopeSet, ZohoCliq,
    docs::{Column, Format, Grouping, Rows, Table},
};

/// Columns, rows and groups in every combination are a table of the right shape, and the same each time.
#[test]
fn every_option_makes_a_table() {
    let catalogue = Catalogue::builtin();
    for &rows in Rows::ALL {
        for &grouping in Grouping::ALL {
            let table = Table::of_services(catalogue.services()).rows(rows).grouping(grouping);
            let table = table.columns(Column::ALL.iter().copied());
            let markdown = table.to_string();
            assert_eq!(markdown, table.clone().to_string());
            assert!(markdown.lines().filter(|line| line.starts_with('|')).all(|line| line.ends_with('|')));
            let json = table.format(Format::Json).to_string();
            let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
            let sections = json["sections"].as_array().expect("sections");
            assert_eq!(sections.len(), if grouping == Grouping::None { 1 } else { catalogue.services().count() });
            let rows_in = sections.iter().flat_map(|section| section["rows"].as_array().expect("rows"));
            let scopes: usize = rows_in.map(|row| row["scopes"].as_array().expect("scopes").len()).sum();
            assert!(scopes > catalogue.scopes().count(), "scopes, and patterns");
        }
    }
}

/// The rows of a service with several statuses or sources in one.
#[test]
fn rows_of_several_scopes_say_what_differs() {
    let service = |word| Catalogue::builtin().service(word).expect("a service");
    let row = |word, name: &str, column| {
        let table = Table::of(service(word)).columns([Column::Name, column]).to_string();
        let row = table.lines().find(|line| line.starts_with(&format!("| `{name}` |"))).expect("a row");
        row[name.len() + 7..row.len() - 2].to_owned()
    };
    assert_eq!(row("ZohoLens", "orgs", Column::Status), "documented");
    assert_eq!(row("ZohoCliq", "Channels", Column::Status), "documented<br>ALL: observed");
    assert_eq!(
        row("ZohoReports", "data", Column::Status),
        "ALL: deprecated, use `ZohoAnalytics.data.all`<br>read: deprecated, use `ZohoAnalytics.data.read`"
    );
    let kinds = ["official-docs", "official-oas", "official-sdk", "integrator", "community"];
    for name in service("ZohoCliq").names() {
        let sources = row("ZohoCliq", name.as_str(), Column::Source);
        let place = |line: &str| kinds.iter().position(|kind| line.trim_start_matches('[').starts_with(kind));
        assert!(sources.split("<br>").is_sorted_by_key(|line| place(line).expect("a kind")), "{sources}");
    }
}

#[test]
fn nothing_is_a_table_too() {
    let (services, list) = (Table::of_services([]), Table::of_scopes(ScopeSet::new()));
    assert_eq!(services.to_string(), "");
    assert_eq!(list.to_string(), "No scopes.\n");
    assert_eq!(services.clone().format(Format::Html).to_string(), "");
    assert_eq!(services.clone().format(Format::Csv).to_string(), "service,name,opens,operations,status,source\n");
    assert_eq!(list.clone().format(Format::Csv).to_string(), "operations,opens,status,reason\n");
    assert_eq!(list.clone().columns([Column::Source]).format(Format::Csv).to_string(), "source\n");
    for table in [services, list] {
        let json: serde_json::Value = serde_json::from_str(&table.format(Format::Json).to_string()).expect("JSON");
        assert_eq!(json["version"], 1);
    }
}

#[test]
fn lists_keep_their_order_and_say_each_scope_once() {
    let list = [ZohoCliq::Chats::READ.scope(), ZohoCliq::Bots::READ.scope(), ZohoCliq::Chats::READ.scope()];
    let wires = |table: Table<'_>| table.columns([Column::Operations]).format(Format::Csv).to_string();
    assert_eq!(wires(Table::of_scopes(list)), "operations\nZohoCliq.Chats.READ\nZohoCliq.Bots.READ\n");
    assert_eq!(
        wires(Table::of_scopes(ScopeSet::from_iter(list))),
        "operations\nZohoCliq.Bots.READ\nZohoCliq.Chats.READ\n"
    );
    let twice = Table::of_reasons([(list[0], "one"), (list[1], "two"), (list[2], "three"), (list[0], "one")]);
    assert_eq!(
        twice.columns([Column::Operations, Column::Reason]).to_string(),
        "| scope | reason |\n|---|---|\n| `ZohoCliq.Chats.READ` | one<br>three |\n| `ZohoCliq.Bots.READ` | two |\n"
    );
}

/// Runs `docs` with this on standard input; gives the exit status and what it printed.
#[track_caller]
fn docs(arguments: &[&str], input: &str) -> (i32, String) {
    let ran = run(&[&["docs"], arguments].concat(), input);
    (ran.status, if ran.status == 0 { ran.out } else { ran.err })
}

#[test]
fn reasons_come_as_lines_or_json() {
    let table = "| scope | reason |\n|---|---|\n\
                 | `ZohoCliq.Chats.READ` | shows chats: those of the user |\n| `ZohoCliq.Bots.READ` | |\n";
    let arguments = ["--reasons", "-", "--columns", "operations,reason"];
    let lines = "# what we ask for\n\n  zohocliq.chats.read :  shows chats: those of the user\r\nZohoCliq.Bots.READ\n";
    assert_eq!(docs(&arguments, lines), (0, table.to_owned()));
    let json = r#" {"ZohoCliq.Chats.READ": "shows chats: those of the user", "ZohoCliq.Bots.READ": ""}"#;
    assert_eq!(docs(&arguments, json), (0, table.to_owned()));
}

#[test]
fn wrong_reasons_are_placed() {
    let errors = |input| docs(&["--reasons", "-"], input);
    let lines = "ZohoCliq.Chats.READ: a\nZohoCliq.Chats.REED: b\n\nZohoCliq.Bots.READ ZohoCliq.Chats.READ: c\n: d\n";
    let expected = "error: -:2: `REED` is not an operation of `ZohoCliq.Chats` (did you mean `ZohoCliq.Chats.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE)\n\
        -:4: `ZohoCliq.Bots.READ ZohoCliq.Chats.READ` is not one scope; a reason comes after a colon\n\
        -:5: the list is empty\n";
    assert_eq!(errors(lines), (2, expected.to_owned()));
    let number = "error: -:1:25: not an object of scopes and reasons: invalid type: integer `1`, expected a string\n";
    assert_eq!(errors("{\"ZohoCliq.Chats.READ\": 1}"), (2, number.to_owned()));
    let cut = "error: -:2:23: not an object of scopes and reasons: EOF while parsing a value\n";
    assert_eq!(errors("{\n\"ZohoCliq.Chats.READ\": "), (2, cut.to_owned()));
    let misspelled =
        "error: -: service `ZohoCliq` has no scope name `Chanels` (did you mean `ZohoCliq.Channels.READ`?)\n";
    assert_eq!(errors("{\"ZohoCliq.Chanels.READ\": \"a\"}"), (2, misspelled.to_owned()));
    let lost = "error: -:1: `ZohoCliq.Chats.READ shows chats` is not one scope; a reason comes after a colon\n";
    assert_eq!(errors("ZohoCliq.Chats.READ shows chats\n"), (2, lost.to_owned()));
    assert_eq!(docs(&["--reasons", "no/such/file"], "").0, 2);
}

#[test]
fn options_that_would_do_nothing_are_refused() {
    for (arguments, option) in [
        (["--format", "csv", "--heading", "3"].as_slice(), "heading"),
        (&["--format", "csv", "--group", "none"], "group"),
        (&["--format", "json", "--columns", "name"], "columns"),
        (&["--format", "json", "--anchors"], "anchors"),
    ] {
        let refusal = format!("error: `--{option}` is not for `--format {}`\n", arguments[1]);
        assert_eq!(docs(arguments, ""), (2, refusal));
    }
    for wrong in [["--heading", "7"], ["--columns", "colour"], ["--service", "ZohoLenz"], ["--check", "--anchors"]] {
        assert_eq!(docs(&wrong, "").0, 2, "{wrong:?}");
    }
}

#[test]
fn catalogues_of_ones_own_are_shown() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/own-catalogue/catalogue/acme.json");
    let (status, text) = docs(&["--catalogue", file, "--service", "acme"], "");
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("\n| `settings.fields` | "), "{text}");
}
