//! SARIF 2.1.0, which code scanning services read.

use std::{collections::BTreeSet, fmt::Write, io};

use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use zoho_scopes::report::{Code, Severity};

use crate::program::{
    answer::{Out, Result},
    commands::scan::{
        file::FileReport,
        finding::{Finding, Place, Replacement, Suppressed},
        scanned::Scanned,
    },
};

/// The name of the fingerprint, with the version of how it is made.
const FINGERPRINT: &str = "zohoScopes/v1";

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    column_kind: &'static str,
    invocations: [Value; 1],
    results: Results<'a>,
}

/// The results, of which there may be many: each is made when it is written.
struct Results<'a> {
    scanned: &'a Scanned,
    codes: &'a [Code],
}

impl Serialize for Results<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(all(self.scanned).map(|(file, found)| result(file, found, self.codes)))
    }
}

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let codes: BTreeSet<Code> = all(scanned).map(|(_, found)| found.diagnostic.code()).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let driver = json!({
        "name": "zoho-scopes",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "informationUri": env!("CARGO_PKG_REPOSITORY"),
        "rules": codes.iter().copied().map(rule).collect::<Vec<_>>(),
    });
    let run = Run {
        tool: json!({"driver": driver}),
        column_kind: "unicodeCodePoints",
        invocations: [invocation(scanned)],
        results: Results { scanned, codes: &codes },
    };
    let document = Document { schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
    serde_json::to_writer_pretty(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Every finding, those that do not count too, each with its file.
fn all(scanned: &Scanned) -> impl Iterator<Item = (&FileReport, &Finding)> {
    scanned.files.iter().flat_map(|file| file.all_findings().into_iter().map(move |found| (file, found)))
}

/// What was not read is no finding, but shall not be lost.
fn invocation(scanned: &Scanned) -> Value {
    let skipped = scanned.skipped.iter().map(|(path, reason)| {
        json!({
            "level": "warning",
            "message": {"text": format!("skipped: {reason}")},
            "locations": [{"physicalLocation": {"artifactLocation": artifact(path)}}],
        })
    });
    json!({"executionSuccessful": true, "toolExecutionNotifications": skipped.collect::<Vec<_>>()})
}

fn rule(code: Code) -> Value {
    let sentence = |words: &str| {
        let mut chars = words.chars();
        chars.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), chars.as_str()))
    };
    let (help, example) = (sentence(code.help()), code.example());
    let markdown = if example.is_empty() { help.clone() } else { format!("{help}\n\nExample: `{example}`") };
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": sentence(code.what())},
        "help": {"text": help, "markdown": markdown},
    })
}

fn result(file: &FileReport, found: &Finding, codes: &[Code]) -> Value {
    let Finding { start, end, diagnostic, fingerprint, fix, suppressed, .. } = found;
    let level = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    };
    let mut result = json!({
        "ruleId": diagnostic.code().as_str(),
        "ruleIndex": codes.iter().position(|code| *code == diagnostic.code()),
        "level": level,
        "message": {"text": diagnostic.in_words()},
        "locations": [{"physicalLocation": {
            "artifactLocation": artifact(&file.path),
            "region": region(*start, *end),
        }}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    });
    if let Some(Replacement { fix, start, end }) = fix {
        result["fixes"] = json!([{
            "description": {"text": format!("write `{}`", fix.replacement)},
            "artifactChanges": [{
                "artifactLocation": artifact(&file.path),
                "replacements": [{
                    "deletedRegion": region(*start, *end),
                    "insertedContent": {"text": fix.replacement},
                }],
            }],
        }]);
    }
    if let Some(suppressed) = suppressed {
        result["suppressions"] = json!([match suppressed {
            Suppressed::Baseline => json!({"kind": "external"}),
            Suppressed::Comment(reason) if reason.is_empty() => json!({"kind": "inSource"}),
            Suppressed::Comment(reason) => json!({"kind": "inSource", "justification": reason}),
        }]);
    }
    result
}

fn region(start: Place, end: Place) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

/// A file by its address: from the folder in which the program runs, or from the root.
fn artifact(path: &str) -> Value {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    if path.starts_with('/') { json!({"uri": format!("file://{uri}")}) } else { json!({"uri": uri}) }
}
