//! What covers what, where claims about the same scopes meet.

use zoho_scopes_data::files::{Closure, read};

/// Checks what the first scope covers: with a source, and perhaps.
#[track_caller]
fn check(names: &str, covering: &str, upper: &str, yes: &[&str], undocumented: &[&str]) {
    let text = format!(
        r#"{{"service": "ZohoTest", "product": "Zoho Test", "summary": "A service for tests", "docs": "https://example.com",
        "completeness": "complete", "checked": "2026-11-21", "sources": {{}}, "names": {names}, "covering": {covering}}}"#
    );
    let service = read("test.json", &text).expect("a readable file");
    let wires: Vec<String> = service.scopes().map(|scope| scope.wire().replace("ZohoTest.", "")).collect();
    let place = wires.iter().position(|wire| wire == upper).expect("a scope of the file");
    let covers = Closure::of(&service);
    let found = |places: &[usize]| places.iter().map(|place| wires[*place].clone()).collect::<Vec<_>>();
    assert_eq!(found(&covers.yes[place]), yes);
    assert_eq!(found(&covers.undocumented[place]), undocumented);
}

#[test]
fn a_claim_without_a_source_weakens_no_other() {
    let names =
        r#"{"all": {"summary": "x", "operations": ["ALL", "READ"]}, "b": {"summary": "y", "operations": ["READ"]}}"#;
    let covering = r#"{"scopes": [{"scope": "all.ALL", "covers": ["*"], "from": []}]}"#;
    check(names, covering, "all.ALL", &["all.READ"], &["b.READ"]);
}

#[test]
fn what_fills_a_placeholder_covers_its_own_name_alone() {
    let names = r#"{"a": {"summary": "x", "operations": ["READ"]}, "b": {"summary": "y", "operations": ["READ"]},
        "c.{placeholder}": {"summary": "z", "operations": ["ALL", "READ"]}}"#;
    let covering = r#"{"scopes": [{"scope": "a.READ", "covers": ["c.{placeholder}.ALL"], "from": ["page"]},
        {"scope": "c.{placeholder}.READ", "covers": ["b.READ"], "from": ["page"]}]}"#;
    check(names, covering, "a.READ", &["c.{placeholder}.ALL", "c.{placeholder}.READ"], &[]);
}
