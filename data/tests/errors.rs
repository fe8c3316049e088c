//! A wrong catalogue file is refused with its place, what was found and what was expected.

mod pointed;

use pointed::pointed;
use zoho_scopes_data::files::{Catalogue, read};

/// A file without error, four names long.
const FILE: &str = r#"{
  "service": "ZohoTest",
  "product": "Zoho Test",
  "summary": "A service for tests",
  "docs": "https://example.com/scopes",
  "completeness": "complete",
  "checked": "2026-11-21",
  "sources": {
    "page": {"address": "https://example.com/scopes", "kind": "official-docs", "shows": "table", "seen": "2026-11"}
  },
  "from": ["page"],
  "verbs": {"WRITE": "Create, change and delete {}"},
  "names": {
    "Alpha": {"summary": "first things", "operations": ["ALL", "CREATE", "READ", "WRITE"]},
    "beta": {"summary": "second things", "operations": ["READ", {"operation": "UPDATE", "wire": "ZohoTest.Beta.UPDATE"}]},
    "gamma": {"summary": "third things", "operations": ["READ"], "requires": ["ZohoTest.beta.READ"]},
    "gamma.{item}": {"summary": "one of the third things", "operations": ["READ"]}
  },
  "covering": {
    "operations": [{"operation": "WRITE", "covers": ["CREATE"], "from": ["page"]}],
    "names": [{"name": "gamma", "operations": ["READ"], "from": ["page"]}],
    "scopes": [{"scope": "Alpha.ALL", "covers": ["*"], "except": ["gamma"]}]
  },
  "mistakes": [{"text": "ZohoTest.Alfa.READ", "means": "ZohoTest.Alpha.READ", "from": ["page"]}],
  "doubtful": [{"scopes": ["ZohoTest.delta.READ"], "because": "nobody has seen it", "from": ["page"]}]
}
"#;

/// Replaces one text of the file by another, and gives what the errors say: for each the line, the
/// JSON token that the column points at, and the words.
#[track_caller]
fn errors(from: &str, to: &str) -> String {
    assert!(FILE.contains(from), "`{from}` is not in the file");
    let text = FILE.replacen(from, to, 1);
    let errors = Catalogue::from_files([("test.json", text.as_str())]).expect_err("the file is wrong");
    errors.iter().map(|error| pointed("test.json", &text, error)).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert_eq!(errors(from, to), expected);
}

#[test]
fn the_file_itself_has_no_error() {
    let catalogue = Catalogue::from_files([("test.json", FILE)]).expect("no error");
    assert_eq!(catalogue.scopes().count(), 8);
}

#[test]
fn syntax() {
    check(r#""product": "Zoho Test","#, r#""product": "Zoho Test""#, "4 \"summary\": expected `,` or `}`");
    check("]}\n  },\n  \"covering\"", "]}\n  }\n  \"covering\"", "19 \"covering\": expected `,` or `}`");
    assert_eq!(read("empty.json", "").expect_err("wrong").to_string(), "empty.json:1:1: EOF while parsing a value");
}

#[test]
fn form() {
    let unknown = errors(r#""summary": "first things""#, r#""sumary": "first things""#);
    assert!(
        unknown.starts_with("14 \"sumary\": unknown field `sumary`, expected one of `summary`, `operations`"),
        "{unknown}"
    );
    let unknown = errors(r#""wire": "ZohoTest.Beta.UPDATE""#, r#""wires": "ZohoTest.Beta.UPDATE""#);
    assert!(
        unknown.starts_with("15 \"wires\": unknown field `wires`, expected one of `operation`, `wire`"),
        "{unknown}"
    );
    check(r#""complete""#, r#""whole""#, "6 \"completeness\": `whole` is none of complete, partial, sparse");
    check(
        r#"["READ"], "requires""#,
        r#"[7], "requires""#,
        "16 7: invalid type: integer `7`, expected an operation word, or an object with `operation`",
    );
    check("  \"checked\": \"2026-11-21\",\n", "", "1 {: missing field `checked`");
    check(r#"{"summary": "third things", "#, "{", "16 \"gamma\": missing field `summary`");
}

#[test]
fn duplicate_keys() {
    check(r#""beta": {"#, r#""Alpha": {"#, "15 \"Alpha\": duplicate key `Alpha`; expected each key once in an object");
    check(
        r#""from": ["page"],"#,
        r#""from": ["page"], "from": [],"#,
        "11 \"from\": duplicate key `from`; expected each key once in an object",
    );
}

#[test]
fn duplicate_scopes() {
    check(
        r#""CREATE", "READ", "WRITE""#,
        r#""CREATE", "READ", "read", "WRITE""#,
        "14 \"read\": duplicate scope `ZohoTest.Alpha.read`, said before as `ZohoTest.Alpha.READ`; expected each scope once; case does not tell scopes apart",
    );
    let by_case = errors(r#""beta": {"#, r#""alpha": {"#);
    assert!(by_case.contains("15 \"alpha\": the names `Alpha` and `alpha` differ in case alone; expected one name whose operations have a `wire`"), "{by_case}");
}

#[test]
fn operations() {
    check(
        r#""READ", "WRITE"]"#,
        r#""REED", "WRITE"]"#,
        "14 \"REED\": unknown operation `REED`; expected ALL, CREATE, READ, UPDATE, DELETE, or a word declared in `verbs`, perhaps `READ`\n24 \"means\": `ZohoTest.Alpha.READ` is not in the catalogue; expected a scope in its wire form, perhaps `ZohoTest.Alpha.REED`",
    );
    check(
        r#""ALL", "CREATE", "READ", "WRITE""#,
        r#""CREATE", "ALL", "READ", "WRITE""#,
        "14 \"ALL\": `ALL` is out of order; expected ALL, CREATE, READ, UPDATE, DELETE, then other verbs by name",
    );
    check(
        r#""CREATE", "READ", "WRITE"]"#,
        r#""CREATE", "READ", "WR!TE"]"#,
        "12 \"WRITE\": no scope uses the verb `WRITE`; expected a use of it, or its removal\n14 \"WR!TE\": `WR!TE` is not an operation; expected a letter, then letters, digits and `_` or `-`\n20 {: no scope of this file has the operation `WRITE`; expected an operation that occurs",
    );
    check(
        r#""ZohoTest.Beta.UPDATE""#,
        r#""ZohoTest.Better.UPDATE""#,
        "15 \"wire\": `ZohoTest.Better.UPDATE` is not a wire form of `ZohoTest.beta.UPDATE`; expected a spelling that differs from it in case alone; another spelling is one of the `aliases`",
    );
}

/// What stands for a placeholder is any text, in any case, so that only scopes have other spellings.
#[test]
fn patterns_have_no_aliases() {
    check(
        r#""one of the third things", "operations": ["READ"]"#,
        r#""one of the third things", "operations": [{"operation": "READ", "aliases": ["ZohoTest.gamma.{item}.Read"]}]"#,
        "17 {: the pattern `ZohoTest.gamma.{item}.READ` has an alias; expected aliases of scopes alone",
    );
}

#[test]
fn references() {
    check(
        r#""requires": ["ZohoTest.beta.READ"]"#,
        r#""requires": ["ZohoTest.beta.REED"]"#,
        "16 \"ZohoTest.beta.REED\": `ZohoTest.beta.REED` is not in the catalogue; expected a scope in its wire form, perhaps `ZohoTest.beta.READ`",
    );
    check(
        r#""means": "ZohoTest.Alpha.READ""#,
        r#""means": "ZohoTest.Alpha.REED""#,
        "24 \"means\": `ZohoTest.Alpha.REED` is not in the catalogue; expected a scope in its wire form, perhaps `ZohoTest.Alpha.READ`",
    );
    check(
        r#""scopes": ["ZohoTest.delta.READ"]"#,
        r#""scopes": ["ZohoTest.beta.READ"]"#,
        "25 \"ZohoTest.beta.READ\": `ZohoTest.beta.READ` is in the catalogue; expected a text that is not a scope",
    );
    check(
        r#""scope": "Alpha.ALL""#,
        r#""scope": "Alpha.UPDATE""#,
        "22 {: `ZohoTest.Alpha.UPDATE` is not in this file; expected `name.OPERATION` of a scope",
    );
    check(
        r#""name": "gamma", "operations""#,
        r#""name": "beta", "operations""#,
        "21 {: there is no name below `beta`; expected a name that is the beginning of others",
    );
}

#[test]
fn sources() {
    let none = errors(r#"  "from": ["page"],"#, "");
    assert!(
        none.contains(
            "14 \"Alpha\": `ZohoTest.Alpha.ALL` has no source; expected `from` here or at the top of the file"
        ),
        "{none}"
    );
    assert_eq!(none.lines().count(), 8, "one for each scope: {none}");
    check(
        r#""from": ["page"],"#,
        r#""from": ["pages"],"#,
        "11 \"pages\": no source is called `pages`; expected a key of `sources`, perhaps `page`",
    );
    check(
        r#""covers": ["CREATE"], "from": ["page"]"#,
        r#""covers": ["CREATE"], "from": []"#,
        "20 {: this claim has no source; expected `from`, or no claim: what nobody says is undocumented",
    );
    check(
        r#""address": "https://example.com/scopes""#,
        r#""address": "a page""#,
        "9 \"address\": `a page` is not an address; expected https://…, pkg:TYPE/NAME@VERSION or code-index:NUMBER",
    );
    check(
        r#""address": "https://example.com/scopes""#,
        r#""address": "code-index:7""#,
        "9 \"kind\": a source that cannot be opened is not official; expected `integrator` or `community`",
    );
    check(
        r#""kind": "official-docs""#,
        r#""kind": "probe""#,
        "9 \"shows\": a source of the kind `probe` does not show `table`; expected `accepted` or `refused` of a `probe`, and of no other",
    );
    check(
        r#""seen": "2026-11""#,
        r#""seen": "2026-13""#,
        "9 \"seen\": `2026-13` is not a date; expected YYYY-MM-DD or YYYY-MM",
    );
}

#[test]
fn names() {
    let spaced = errors(r#""beta": {"summary""#, r#""be ta": {"summary""#);
    assert!(
        spaced.starts_with("15 \"be ta\": `be ta` is not a scope name; expected segments joined by `.`"),
        "{spaced}"
    );
    check(
        r#""gamma.{item}""#,
        r#""gamma.{item}.{part}""#,
        "17 \"gamma.{item}.{part}\": `gamma.{item}.{part}` has several placeholders; expected one placeholder",
    );
    check(
        r#""summary": "first things""#,
        r#""summary": "alpha""#,
        "14 \"summary\": the summary of `Alpha` says nothing; expected what data it opens",
    );
    check(
        r#""summary": "first things""#,
        r#""summary": "first things.""#,
        "14 \"summary\": the summary ends in a full stop or white space; expected a noun phrase alone",
    );
    check(
        r#"["READ"], "requires""#,
        r#"[], "requires""#,
        "16 \"gamma\": `gamma` offers no operation; expected `operations`",
    );
    let spaced = errors(r#""service": "ZohoTest""#, r#""service": "Zoho Test""#);
    assert!(spaced.starts_with("2 \"service\": `Zoho Test` is not a service name; expected a letter"), "{spaced}");
    check(
        r#""checked": "2026-11-21""#,
        r#""checked": "21.11.2026""#,
        "7 \"checked\": `21.11.2026` is not a date; expected YYYY-MM-DD",
    );
    check(
        r#""docs": "https://example.com/scopes""#,
        r#""docs": "example.com""#,
        "5 \"docs\": `example.com` is not an address; expected https://…",
    );
}

#[test]
fn names_hold_no_more_than_the_name() {
    let name = r#""gamma": {"summary": "third things""#;
    let with = |name: &str| format!(r#""{name}": {{"summary": "third things""#);
    for more in ["ZohoTest.gamma", "gamma.READ"] {
        let found = errors(name, &with(more));
        assert!(found.contains(&format!("`{more}` is more than a scope name; expected the part between")), "{found}");
    }
}

#[test]
fn order_alone_is_reported_apart() {
    let text = FILE.replace(r#""CREATE", "READ", "WRITE"]"#, r#""READ", "CREATE", "WRITE"]"#);
    let found = Catalogue::from_files([("test.json", text.as_str())]).expect_err("unsorted");
    assert!(found.iter().all(|error| error.is_order));
    let laid_out = zoho_scopes_data::files::layout("test.json", &text).expect("it can be read");
    assert!(Catalogue::from_files([("test.json", laid_out.as_str())]).is_ok());
}

#[test]
fn order() {
    let names = r#""gamma": {"summary": "third things", "operations": ["READ"], "requires": ["ZohoTest.beta.READ"]},"#;
    let text = FILE.replacen(names, "", 1).replacen(r#""names": {"#, &format!(r#""names": {{ {names}"#), 1);
    let errors = Catalogue::from_files([("test.json", text.as_str())]).expect_err("unsorted").to_string();
    assert_eq!(errors, "test.json:14:5: `Alpha` is out of order; expected it before `gamma`");
}

#[test]
fn collisions_after_mangling() {
    let both = r#""gamma": {"summary": "third things", "operations": ["READ"], "requires": ["ZohoTest.beta.READ"]},
    "gamma.x": {"summary": "a", "operations": ["READ"]},
    "gamma_x": {"summary": "b", "operations": ["READ"]},"#;
    let gamma = r#""gamma": {"summary": "third things", "operations": ["READ"], "requires": ["ZohoTest.beta.READ"]},"#;
    let found = errors(gamma, both);
    assert!(found.contains("the scope names `gamma.x` and `gamma_x` are both `gamma_x` in Rust; expected a `rust` name of its own for one of them"), "{found}");
    let fixed = both.replace(r#""gamma_x": {"#, r#""gamma_x": {"rust": "gamma__x", "#);
    let item = ",\n    \"gamma.{item}\": {\"summary\": \"one of the third things\", \"operations\": [\"READ\"]}";
    assert!(FILE.contains(item));
    let text = FILE.replacen(item, "", 1).replacen(gamma.trim_end_matches(','), fixed.trim_end_matches(','), 1);
    let catalogue = Catalogue::from_files([("test.json", text.as_str())]).unwrap_or_else(|errors| panic!("{errors}"));
    let path =
        |wire: &str| catalogue.scopes().find(|scope| scope.wire() == wire).expect("a scope").rust_path().join("::");
    let paths = ["ZohoTest.gamma.x.READ", "ZohoTest.gamma_x.READ"].map(path);
    assert_eq!(paths, ["ZohoTest::gamma_x::READ", "ZohoTest::gamma__x::READ"], "a name of its own fixes the collision");
}

#[test]
fn services_are_described_once() {
    let other = FILE.replace("ZohoTest", "ZOHOTEST");
    let files = [("one.json", FILE), ("other.json", other.as_str())];
    let found = Catalogue::from_files(files).expect_err("said twice").to_string();
    assert_eq!(
        found,
        "other.json:2:3: `ZOHOTEST` is described twice, before as `ZohoTest`; expected one file for a service; `twin` in both where two differ in case alone"
    );
    let twins = [("ZohoTest", "ZOHOTEST"), ("ZOHOTEST", "ZohoTest")].map(|(own, twin)| {
        FILE.replace("ZohoTest", own).replacen("\"product\"", &format!("\"twin\": \"{twin}\",\n  \"product\""), 1)
    });
    assert!(Catalogue::from_files([("one.json", twins[0].as_str()), ("other.json", twins[1].as_str())]).is_ok());
}
