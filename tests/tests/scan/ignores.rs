//! Comments that take findings out.

use super::{findings, folder, scan};

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let folder = folder(&[("file", text.as_bytes())]);
    assert_eq!(findings(folder.path(), &[]), expected, "{text}");
}

const ERROR: &str = "a = 'ZohoCRM.ogr.READ'";

#[test]
fn on_the_line_or_above() {
    check(ERROR, &["file:1:14: error[unknown-scope-name]"]);
    for comment in ["# zoho-scopes: ignore", "// zoho-scopes:ignore[unknown-scope-name] why", "-- zoho-scopes: ignore"]
    {
        check(&format!("{ERROR} {comment}"), &[]);
        check(&format!("{comment}\n{ERROR}"), &[]);
        check(&format!("/* */{ERROR} {comment}\n{ERROR}"), &["file:2:14: error[unknown-scope-name]"]);
    }
    check(
        &format!("<!-- a --> # zoho-scopes: ignore[redundant , unknown-scope-name]\n\n{ERROR}"),
        &[
            "file:1:34: warning[unused-ignore]",
            "file:1:46: warning[unused-ignore]",
            "file:3:14: error[unknown-scope-name]",
        ],
    );
    // Several above each other.
    let two = "['ZohoCRM.ogr.READ', 'ZohoCRM.org.ALL', 'ZohoCRM.org.READ']";
    check(two, &["file:1:11: error[unknown-scope-name]", "file:1:42: warning[redundant]"]);
    check(&format!("# zoho-scopes: ignore[redundant]\n# zoho-scopes: ignore[unknown-scope-name]\n{two}"), &[]);
    check(&format!("# zoho-scopes: ignore[redundant,unknown-scope-name]\n{two}"), &[]);
}

#[test]
fn what_ignores_nothing_is_reported() {
    check("# zoho-scopes: ignore\na = 'ZohoCRM.org.READ'", &["file:1:3: warning[unused-ignore]"]);
    check("# zoho-scopes: ignore[redundant] alone in its file", &["file:1:23: warning[unused-ignore]"]);
    check(
        &format!("{ERROR} # zoho-scopes: ignore[unknown-scope-name,no-such-code]"),
        &["file:1:65: warning[unused-ignore]"],
    );
    // Nobody looks for this one here.
    check("a = 'ZohoCRM.org.ALL' # zoho-scopes: ignore[over-broad]", &[]);
    let folder = folder(&[("file", b"a = 'ZohoCRM.org.READ' # zoho-scopes: ignore[over-broad]")]);
    assert_eq!(findings(folder.path(), &["--deny", "over-broad"]), ["file:1:46: warning[unused-ignore]"]);
    assert_eq!(findings(folder.path(), &["--deny", "over-broad", "--allow", "unused-ignore"]), [""; 0]);
    assert_eq!(scan(folder.path(), &["--deny", "over-broad", "--deny", "unused-ignore"]).0, 1);
}

#[test]
fn what_is_no_comment_is_no_order() {
    let error = ["file:1:14: error[unknown-scope-name]"];
    check(&format!("{ERROR} and `zoho-scopes: ignore`"), &error);
    check(&format!("{ERROR} # zoho-scopes: ignored"), &error);
}

#[test]
fn malformed_ones_are_reported_and_ignore_nothing() {
    for order in [
        "ignore [redundant]",
        "ignore [unknown-scope-name] why",
        "ignore(unknown-scope-name)",
        "ignore (unknown-scope-name)",
        "ignore unknown-scope-name",
        "ignore: unknown-scope-name",
        "ignore-file",
        "ignore_all",
        "ignore[unknown-scope-name",
    ] {
        let reported = ["file:1:14: error[unknown-scope-name]", "file:1:26: warning[unused-ignore]"];
        check(&format!("{ERROR} # zoho-scopes: {order}"), &reported);
    }
    for order in ["ignore", "ignore-->", "ignore */", "ignore (the review wants it)", "ignore: why", "ignore - why"] {
        check(&format!("{ERROR} # zoho-scopes: {order}"), &[]);
    }
}

#[test]
fn what_is_ignored_is_counted_and_named_in_sarif() {
    let folder =
        folder(&[("file", format!("{ERROR} # zoho-scopes: ignore[unknown-scope-name]: a test */").as_bytes())]);
    let (status, text, _) = scan(folder.path(), &[]);
    assert_eq!(
        (status, text.as_str()),
        (0, "1 scope in 1 file: 0 errors, 0 warnings, 0 notes; 1 ignored by comments\n")
    );
    let (_, text, _) = scan(folder.path(), &["--format", "sarif"]);
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let suppressions = &document["runs"][0]["results"][0]["suppressions"];
    assert_eq!(*suppressions, serde_json::json!([{"kind": "inSource", "justification": "a test"}]));
}
