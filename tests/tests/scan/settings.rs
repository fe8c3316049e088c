//! `zoho-scopes.toml`.

use std::{env, fs, path::Path};

use serde_json::Value;

use super::{findings, folder, scan};

const SETTINGS: &str = r#"
policy = "lax"
deny = ["redundant"]
allow = ["other-case"]
exclude = ["/generated", "*.lock"]

[[overrides]]
paths = ["docs/"]
policy = "strict"
allow = ["redundant"]

[[overrides]]
paths = ["docs/public.md"]
deny = ["warnings"]
"#;

const TEXT: &[u8] = b"['ZohoCRM.org.ALL', 'ZohoCRM.org.READ', 'desk.basic.read', `Desk.tickets.${x}`]";

#[test]
fn settings_are_found_above_and_say_what_counts() {
    let folder = folder(&[
        ("zoho-scopes.toml", SETTINGS.as_bytes()),
        ("src/deep/a.py", TEXT),
        ("docs/a.md", TEXT),
        ("docs/public.md", TEXT),
        ("generated/a.py", TEXT),
        ("src/a.lock", TEXT),
    ]);
    let all = [
        "docs/a.md:1:61: error[placeholder-left-in]",
        "docs/public.md:1:61: error[placeholder-left-in]",
        "src/deep/a.py:1:22: error[redundant]",
        "src/deep/a.py:1:61: note[placeholder-left-in]",
    ];
    assert_eq!(findings(folder.path(), &[]), all);
    // From below, and what is given by name.
    let deep = folder.path().join("src/deep");
    assert_eq!(findings(&deep, &[]), ["a.py:1:22: error[redundant]", "a.py:1:61: note[placeholder-left-in]"]);
    assert_eq!(findings(folder.path(), &["generated/a.py", "src/deep/a.py"]), all[2..]);
    // The command line is stronger.
    let line = ["--policy", "lax", "--allow", "redundant", "--deny", "other-case", "src", "docs"];
    assert_eq!(
        findings(folder.path(), &line),
        [
            "docs/a.md:1:42: error[other-case]",
            "docs/a.md:1:61: note[placeholder-left-in]",
            "docs/public.md:1:42: error[other-case]",
            "docs/public.md:1:61: note[placeholder-left-in]",
            "src/deep/a.py:1:42: error[other-case]",
            "src/deep/a.py:1:61: note[placeholder-left-in]",
        ]
    );
    let without = findings(&deep, &["--no-settings"]);
    assert_eq!(without[0], "a.py:1:22: warning[redundant]");
    fs::write(folder.path().join("other.toml"), "allow = ['redundant', 'other-case', 'placeholder-left-in']")
        .expect("it");
    assert_eq!(findings(&deep, &["--settings", "../../other.toml"]), [""; 0]);
}

#[test]
fn paths_are_relative_to_the_file() {
    let acme = include_str!("../../crates/own-catalogue/catalogue/acme.json");
    let settings = "catalogues = ['data/acme.json']\nbaseline = 'known.json'\nhidden = true\nmax-bytes = 5000";
    let folder = folder(&[
        ("zoho-scopes.toml", settings.as_bytes()),
        ("data/acme.json", acme.as_bytes()),
        ("known.json", b"{\"version\": 1, \"findings\": []}"),
        ("src/.a.py", b"'Acme.Notes.READ'\n'Acme.Nots.READ'"),
        ("src/large.py", " ".repeat(5001).as_bytes()),
    ]);
    let src = folder.path().join("src");
    let (status, _, errors) = scan(&src, &[]);
    assert_eq!(status, 1);
    assert_eq!(errors, "skipped large.py: it has 5001 bytes, and 5000 are allowed\n");
    assert_eq!(findings(&src, &["--max-bytes", "9000"]), [".a.py:2:7: error[unknown-scope-name]"]);
}

#[test]
fn errors_have_a_place_and_say_what_is_expected() {
    let check = |settings: &str, expected: &[&str]| {
        let folder = folder(&[("zoho-scopes.toml", settings.as_bytes()), ("a/b.py", b"")]);
        let (status, _, errors) = scan(folder.path(), &["a"]);
        assert_eq!(status, 2, "{settings}");
        for words in expected {
            assert!(errors.contains(words), "{settings}: {errors}");
        }
    };
    check("polcy = 'lax'", &["error: zoho-scopes.toml:1:1: unknown field `polcy`, expected one of `policy`, "]);
    check("\npolicy = 'lex'", &["zoho-scopes.toml:2:10: unknown variant `lex`, expected one of `strict`"]);
    check("deny = [\n  'redundant',\n  'redundent',\n]", &["zoho-scopes.toml:3:3: `redundent`: no such code"]);
    check("allow = 'redundant'", &["zoho-scopes.toml:1:9: invalid type", "expected a sequence"]);
    check("allow = ['warnings']", &["zoho-scopes.toml:1:10: `warnings`: no such code"]);
    check("exclude = ['a', '{']", &["zoho-scopes.toml:1:17: `{`: no pattern of paths"]);
    check("[[overrides]]\ndeny = []", &["zoho-scopes.toml:1:1: missing field `paths`"]);
    check("[[overrides]]\npaths = []\nhidden = true", &["zoho-scopes.toml:3:1: unknown field `hidden`"]);
    check("policy = ", &["zoho-scopes.toml:1:10: "]);
    check("catalogues = ['no.json']", &["no.json"]);
    check("hidden = true\ncatalogues = ['a']", &["error: zoho-scopes.toml:2:15: `a` is not a file"]);
    check("baseline = 'a'", &["error: zoho-scopes.toml:1:12: `a` is not a file"]);
    check(
        "max-bytes = -1",
        &["zoho-scopes.toml:1:13: invalid value: integer `-1`, expected a number of bytes, such as 16777216\n"],
    );
    check(
        "max-bytes = 'a'",
        &["zoho-scopes.toml:1:13: invalid type: string \"a\", expected a number of bytes, such as 16777216\n"],
    );
    let deep = format!("exclude = ['{}a{}']", "{".repeat(100_000), "}".repeat(100_000));
    check(&deep, &["a pattern of paths has 1024 bytes at most"]);
}

#[cfg(unix)]
#[test]
fn what_is_given_and_no_file_is_an_error() {
    let folder = folder(&[("a.py", b"")]);
    let (status, _, errors) = scan(folder.path(), &["a.py", "/dev/null"]);
    assert_eq!((status, &*errors), (2, "error: /dev/null: it is neither a file nor a folder\n"));
}

/// `UPDATE_SCHEMAS=1` writes it.
#[test]
fn the_schema_is_current_and_admits_what_is_read() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../zoho-scopes/cli/zoho-scopes.schema.json");
    let (status, schema, _) = scan(Path::new("."), &["--settings-schema"]);
    assert_eq!(status, 0);
    if env::var_os("UPDATE_SCHEMAS").is_some() {
        fs::write(&file, &schema).expect("the schema is written");
    }
    let kept = fs::read_to_string(&file).expect("the schema");
    assert_eq!(schema, kept, "UPDATE_SCHEMAS=1 writes zoho-scopes.schema.json");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    let instance = |text: &str| -> Value { toml::from_str(text).expect("TOML") };
    assert!(validator.is_valid(&instance(SETTINGS)));
    assert!(validator.is_valid(&instance("")));
    for wrong in ["polcy = 'lax'", "policy = 'lex'", "deny = ['redundent']", "allow = ['warnings']", "[[overrides]]"] {
        assert!(!validator.is_valid(&instance(wrong)), "{wrong}");
    }
}

/// They are not passed over, which would look as if all were well.
#[cfg(unix)]
#[test]
fn settings_that_are_no_file_are_an_error() {
    let folder = folder(&[("fifo/a.py", TEXT), ("endless/a.py", TEXT), ("lost/a.py", TEXT)]);
    super::make_fifo(&folder.path().join("fifo/zoho-scopes.toml"));
    for (name, target) in [("endless", "/dev/zero"), ("lost", "nowhere")] {
        let link = folder.path().join(name).join("zoho-scopes.toml");
        std::os::unix::fs::symlink(target, link).expect("a link");
    }
    for name in ["fifo", "endless", "lost"] {
        let (status, text, errors) = scan(&folder.path().join(name), &[]);
        assert_eq!((status, &*text, &*errors), (2, "", "error: zoho-scopes.toml: not a file\n"), "{name}");
    }
}
