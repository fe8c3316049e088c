//! Every format, over a repository of a dozen files, as golden files; `UPDATE_SCAN=1` writes them: read them.

use std::{env, fs, path::Path};

use serde_json::Value;

use super::{folder, scan};

const REPOSITORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scan/repository");
const EXPECTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scan/expected");

#[track_caller]
fn prints(name: &str, arguments: &[&str], status: i32) {
    let (given, mut text, errors) = scan(Path::new(REPOSITORY), arguments);
    assert_eq!(given, status, "{errors}");
    assert!(!text.contains("hush"), "a secret is printed: {text}");
    if arguments.contains(&"json") {
        let json: Value = serde_json::from_str(&text).expect("JSON");
        text = serde_json::to_string_pretty(&json).expect("JSON") + "\n";
    }
    let text = text.replace(env!("CARGO_PKG_VERSION"), "[VERSION]");
    let file = Path::new(EXPECTED).join(name);
    if env::var_os("UPDATE_SCAN").is_some() {
        fs::write(&file, &text).expect("the file is written");
    }
    let expected = fs::read_to_string(&file).expect("the file is read");
    assert_eq!(text, expected, "{name} is not what is printed: UPDATE_SCAN=1 writes it");
}

#[test]
fn every_format_prints_what_its_file_says() {
    prints("human.txt", &[], 1);
    prints("concise.txt", &["--format", "concise"], 1);
    prints("scan.json", &["--format", "json"], 1);
    prints("scan.sarif", &["--format", "sarif"], 1);
    prints("github.txt", &["--format", "github"], 1);
    prints("report.md", &["--format", "markdown"], 1);
    prints("findings.csv", &["--format", "csv"], 1);
    prints("list.txt", &["--list"], 0);
    prints("scopes.csv", &["--list", "--format", "csv"], 0);
    prints("fixes.diff", &["--diff"], 1);
}

#[test]
fn sarif_is_what_its_schema_says() {
    let schema = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scan/sarif/schema-2.1.0.json"));
    let mut schema: Value = serde_json::from_str(&schema.expect("the schema")).expect("JSON");
    for part in ["run", "toolComponent"] {
        // What stands there is no regular expression; nothing printed has a language.
        let language = schema.pointer_mut(&format!("/definitions/{part}/properties/language")).expect("a language");
        language.as_object_mut().expect("an object").remove("pattern").expect("a pattern");
    }
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    assert!(!validator.is_valid(&serde_json::json!({"version": "2.1.0"})));
    for arguments in [&[][..], &["--deny", "warnings"], &["--policy", "strict"], &["--max-bytes", "150"]] {
        let (_, text, _) = scan(Path::new(REPOSITORY), &[&["--format", "sarif"], arguments].concat());
        let document: Value = serde_json::from_str(&text).expect("JSON");
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        for result in document["runs"][0]["results"].as_array().expect("results") {
            let rule = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("an index");
            assert_eq!(document["runs"][0]["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        }
    }
}

fn fingerprints(folder: &Path) -> Vec<String> {
    let (_, text, _) = scan(folder, &["--format", "sarif"]);
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let results = document["runs"][0]["results"].as_array().expect("results");
    results.iter().map(|result| result["partialFingerprints"]["zohoScopes/v1"].to_string()).collect()
}

#[test]
fn fingerprints_survive_moved_lines() {
    let text = "a = 'ZohoCRM.ogr.READ'\nb = 'ZohoCRM.ogr.READ'\nc = 'ZohoCRM.ogr.ALL'\n";
    let folder = folder(&[("a.py", text.as_bytes())]);
    let before = fingerprints(folder.path());
    assert_eq!(before.len(), 3);
    assert!(before[0] != before[1] && before[1] != before[2] && before[0] != before[2], "{before:?}");
    let moved = format!("# new\n\n{}", text.replace("b = ", "\n  bb =  "));
    fs::write(folder.path().join("a.py"), moved).expect("a file");
    assert_eq!(fingerprints(folder.path()), before);
}

/// Names of files and text of scopes cannot begin anything in a format.
#[test]
fn foreign_text_is_escaped() {
    let folder = folder(&[("a|b`\u{1b}[31m.py", "a = 'ZohoCRM.<b>x|y`.READ', 'ZohoCRM.o\u{202e}gr.READ'".as_bytes())]);
    for format in ["human", "concise", "github", "markdown", "csv", "sarif", "json"] {
        let (_, text, _) = scan(folder.path(), &["--format", format, "--color", "never"]);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{format}: {text}");
    }
    let (_, text, _) = scan(folder.path(), &["--format", "markdown"]);
    assert!(!text.contains("<b>"), "{text}");
}
