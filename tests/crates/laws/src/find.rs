//! Finding: what is found lies in the text, each scope is found wherever it stands, and nothing where no dot is.

use zoho_scopes::{
    Catalogue, Scope,
    find::{Finder, Found, Kind},
};

use crate::bytes::Bytes;

/// What scopes stand in: in front of them, behind them, and what they are there.
const WRAPPINGS: [(&str, &str, Kind); 34] = [
    ("", "", Kind::Scope),
    ("\"", "\"", Kind::Scope),
    ("scopes = ['", "']", Kind::Scope),
    ("const SCOPE: &str = \"", "\";", Kind::Scope),
    ("scope: ", "\n", Kind::Scope),
    ("scopes:\n  - ", "\n  # why\n", Kind::Scope),
    ("ZOHO_SCOPES=", "\nNEXT=1\n", Kind::Scope),
    ("export SCOPE=\"", "\"\n", Kind::Scope),
    ("{\"scope\":\"", "\",\"expires_in\":3600}", Kind::Scope),
    (r#"{\"scope\":\""#, r#"\"}"#, Kind::Scope),
    ("\"text\": \"line\\n", "\\nline\"", Kind::Scope),
    ("https://a.test/oauth/v2/auth?scope=", "&state=1", Kind::Scope),
    ("https%3A%2F%2Fa.test%3Fscope%3D", "%26state%3D1", Kind::Scope),
    ("curl -d 'scope=", "' https://a.test", Kind::Scope),
    ("`", "`", Kind::Scope),
    ("**", "**", Kind::Scope),
    ("- ", "\n", Kind::Scope),
    ("* ", " - why\n", Kind::Scope),
    ("1. ", "\n", Kind::Scope),
    ("| ", " | why |\n", Kind::Scope),
    ("| `", "` | why |\n", Kind::Scope),
    ("<li>", "</li>", Kind::Scope),
    ("<code>", "</code>", Kind::Scope),
    ("value=&quot;", "&quot;", Kind::Scope),
    ("Ask for ", ".\n", Kind::Scope),
    ("(", ")", Kind::Scope),
    ("• ", "\r\n", Kind::Scope),
    ("$scope = '", "' . ',' . $more;", Kind::Scope),
    ("scopes := []string{\"", "\"}", Kind::Scope),
    ("@scopes ~w(", ")a", Kind::Scope),
    ("// needs ", "\n", Kind::Commented),
    ("# needs ", "\n", Kind::Commented),
    ("/* ", " */", Kind::Commented),
    ("<!-- ", " -->", Kind::Commented),
];

/// Every scope with a dot is found in every wrapping, and nothing beside it.
///
/// # Panics
///
/// Where a law is broken.
pub fn wrapped(finder: &Finder, scope: Scope) {
    if !scope.as_str().contains('.') {
        return;
    }
    for (before, behind, kind) in WRAPPINGS {
        let text = format!("{before}{scope}{behind}");
        let found: Vec<_> = finder.find(&text).matches().collect();
        let [only] = found.as_slice() else { panic!("{found:?} in {text:?}") };
        assert_eq!((only.span.start, only.span.end), (before.len(), before.len() + scope.as_str().len()), "{text:?}");
        assert_eq!(only.kind, kind, "{text:?}");
    }
}

/// Whatever a text is, what is found lies in it.
///
/// # Panics
///
/// Where a law is broken.
pub fn find(bytes: &[u8]) {
    let text = Bytes(bytes).text();
    found(&text);
    found(&String::from_utf8_lossy(bytes));
    // Nothing that is read as a dot.
    let without = text.replace(['.', '．', '。', '%', '\\', '&'], " ");
    assert!(Catalogue::builtin().find_all(&without).is_empty(), "{without:?}");
}

/// Entries are parts of the text, in order, and do not overlap.
///
/// # Panics
///
/// Where a law is broken.
pub fn found(text: &str) {
    let found: Found<'_> = Catalogue::builtin().find_all(text);
    let mut end = 0;
    for list in found.lists() {
        assert!(!list.matches().is_empty(), "{text:?}");
        for entry in list.matches() {
            assert!(entry.span.start >= end && entry.span.end > entry.span.start, "{entry:?} in {text:?}");
            assert!(text.get(entry.span.range()).is_some(), "{entry:?} in {text:?}");
            end = entry.span.end;
        }
    }
}
