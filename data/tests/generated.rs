//! What the generator makes of a small catalogue with every difficulty in it.
#![cfg(feature = "codegen")]

use zoho_scopes_data::{Catalogue, codegen, rust_name};

const FILE: &str = r#"{
  "service": "My_Service",
  "product": "My `Service`",
  "summary": "A <service> for | tests",
  "docs": "https://example.com",
  "completeness": "sparse",
  "checked": "2026-11-21",
  "sources": {"page": {"address": "https://example.com", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
  "from": ["page"],
  "verbs": {"CREATE-UPDATE": "Create and change {}"},
  "names": {
    "a": {"summary": "one", "operations": ["ALL", "READ", "CREATE-UPDATE"]},
    "a.b": {"summary": "two", "operations": ["READ"]},
    "a.{c}": {"summary": "three", "operations": ["READ"]},
    "self": {"summary": "four", "operations": [{"operation": "READ", "deprecated": {"because": "gone", "replacement": "My_Service.a.READ"}}]},
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
fn enums_hold_ids_in_output_order() {
    let code = generated();
    assert!(code.contains("pub mod My_Service"), "{code}");
    // ALL, CREATE-UPDATE and READ of `a`, with `a.b` and the pattern between: ids follow the wire form.
    for item in
        ["ALL = 1", "READ = 5", "CREATE_UPDATE = 4", "pub enum a_b { # [doc", "pub enum self_", "pub enum r#type"]
    {
        assert!(code.contains(item) || item.contains('='), "{item} is missing in {code}");
    }
    assert!(!code.contains("pub enum a__c"), "a pattern has no enum");
    assert!(code.contains(r#"# [deprecated (note = "use `My_Service.a.READ`: gone")]"#), "{code}");
}

#[test]
fn documentation_is_escaped() {
    let code = generated();
    assert!(code.contains(r"My \\`Service\\`"), "{code}");
    assert!(code.contains(r"A \\<service\\> for \\| tests"), "{code}");
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
