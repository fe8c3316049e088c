//! SARIF 2.1.0, which code scanning services read.

use std::{collections::BTreeSet, fmt::Write, io};

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

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let findings =
        || scanned.files.iter().flat_map(|file| file.all_findings().into_iter().map(move |found| (file, found)));
    let codes: BTreeSet<Code> = findings().map(|(_, found)| found.diagnostic.code()).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results: Vec<Value> = findings().map(|(file, found)| result(file, found, &codes)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "zoho-scopes",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": codes.iter().copied().map(rule).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation(scanned)],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
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
