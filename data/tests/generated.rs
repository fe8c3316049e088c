//! What the generator makes of a small catalogue with every difficulty in it.
#![cfg(feature = "codegen")]

use zoho_scopes_data::{Catalogue, codegen, rust_name};

const FILE: &str = r#"{
  "service": "My_Service",
  "product": "My `Service`",
  "summary": "A <service>\u202e for | tests",
  "docs": "https://example.com/>`<b>",
  "completeness": "sparse",
  "checked": "2026-11-21",
  "sources": {"page": {"address": "https://example.com/>a", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
  "from": ["page"],
  "verbs": {"CREATE-UPDATE": "Create and change {}"},
  "names": {
    "a": {"summary": "one", "operations": ["ALL", "READ", "CREATE-UPDATE"]},
    "a.b": {"summary": "two", "operations": ["READ"]},
    "a.{c}": {"summary": "three", "operations": ["READ"]},
    "self": {"summary": "four", "operations": [{"operation": "READ", "deprecated": {"because": "gone\n\u202eaway", "replacement": "My_Service.a.READ"}}]},
    "type": {"summary": "five", "operations": ["all"]}
  }
}
"#;

fn generated() -> String {
    let catalogue = Catalogue::from_files([("my.json", FILE)]).expect("no fault");
    codegen::generate(&catalogue, &quote::quote!(crate)).expect("few scopes").to_string()
}

#[test]
fn names_become_identifiers() {
    for (wire, rust) in
        [("Channels", "Channels"), ("settings.fields", "settings_fields"), ("CREATE-UPDATE", "CREATE_UPDATE")]
    {
        assert_eq!(rust_name(wire), rust);
    }
    for (wire, rust) in [
        ("type", "r#type"),
        ("gen", "r#gen"),
        ("self", "self_"),
        ("Self", "Self_"),
        ("crate", "crate_"),
        ("7up", "_7up"),
    ] {
        assert_eq!(rust_name(wire), rust);
    }
}

#[test]
fn enums_hold_places_in_the_order_of_the_file() {
    let code = generated();
    assert!(code.contains("pub mod My_Service"), "{code}");
    // `a` has the places 0 to 2, `a.b` 3; 4 is the pattern, so `self` has 5.
    for (item, first) in [("pub enum a ", 0), ("pub enum a_b ", 3), ("pub enum self_ ", 5), ("pub enum r#type ", 6)] {
        let (_, rest) = code.split_once(item).unwrap_or_else(|| panic!("{item} is missing in {code}"));
        let (_, rest) = rest.split_once("super :: scope_at (").expect("a place");
        assert!(rest.starts_with(&format!("{first} , self as usize)")), "{item}: {rest}");
    }
    assert!(!code.contains("pub enum a__c"), "a pattern has no enum");
    assert!(code.contains(r#"# [deprecated (note = "use `My_Service.a.READ`: gone �away")]"#), "{code}");
}

#[test]
fn documentation_is_escaped() {
    let code = generated();
    assert!(code.contains(r"My \\`Service\\`"), "{code}");
    assert!(code.contains(r"A \\<service\\>� for \\| tests"), "{code}");
    assert!(code.contains("[Documentation](<https://example.com/%3E`%3Cb%3E>), last"), "{code}");
    assert!(code.contains("Source: <https://example.com/%3Ea>"), "{code}");
}

#[test]
fn the_page_of_a_service_has_a_table_of_links() {
    let code = generated();
    for row in [
        r"| [`a.b`](My_Service::a_b) | two | READ |\n",
        r"| `a.{c}` | three | READ |\n",
        r"| [`self`](My_Service::self_) | four | READ |\n",
        r"| [`type`](My_Service::type) | five | all |\n",
        r"last checked 2026-11-21; some scopes may be missing.\n",
        r"\nA name with a hole is a pattern",
    ] {
        assert!(code.contains(row), "{row} is missing in {code}");
    }
}

#[test]
fn generated_code_parses() {
    syn::parse_file(&generated()).expect("the generated code is Rust");
}

/// Programs print an error and then its sources: nothing is said twice.
#[cfg(feature = "builder")]
#[test]
fn errors_of_the_builder_are_told_once() {
    use std::error::Error;

    let error = codegen::Builder::new().file("no/such/file.json").generate().expect_err("there is no such file");
    assert!(error.to_string().starts_with("no/such/file.json: "), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
    let faulty = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let error = codegen::Builder::new().file(faulty).generate().expect_err("no catalogue file");
    assert!(error.to_string().contains("Cargo.toml:1:"), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
}
