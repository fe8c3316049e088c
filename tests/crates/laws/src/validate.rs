//! Validation: every diagnostic has its place and its fix, there are not too many, and none holds a secret.

use zoho_scopes::{
    Catalogue, Policy, Report,
    report::{Code, Diagnostic, Severity},
};

use crate::{bytes::Bytes, forms::SECRET};

/// Checks a text under any policy, by itself or as the value of something that holds secrets.
///
/// # Panics
///
/// Where a law is broken.
pub fn validate(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let frame = bytes.below(FRAMES.len() * 2);
    let policy = bytes.limited_policy();
    let text = bytes.text();
    let Some(frame) = FRAMES.get(frame) else {
        return is_sound(&Catalogue::builtin().validate(&text, &policy), &policy);
    };
    let pasted = frame(&text);
    let report = Catalogue::builtin().validate(&pasted, &policy);
    is_sound(&report, &policy);
    let shown = format!("{report:?} {}", serde_json::to_string(&report).expect("a report is JSON"));
    assert!(!shown.contains(SECRET), "{pasted:?} brings {shown}");
}

/// Whatever a list holds, its report is about that list.
///
/// # Panics
///
/// If an entry or a diagnostic is out of order or has no place in the list, if the verdict is not that of the
/// diagnostics, or if the report is longer than a multiple of the list.
pub fn is_sound(report: &Report<'_>, policy: &Policy) {
    let list = report.input();
    let mut end = 0;
    for item in report.items() {
        assert!(end <= item.span.start && item.span.start < item.span.end, "{:?} behind {end} in {list:?}", item.span);
        assert!(list.get(item.span.range()).is_some(), "{:?} in {list:?}", item.span);
        end = item.span.end;
    }
    let diagnostics = report.diagnostics();
    // That there are more is said last.
    let said = diagnostics.iter().filter(|diagnostic| diagnostic.code() != Code::TooManyDiagnostics);
    assert!(said.is_sorted_by_key(|diagnostic| diagnostic.span().start), "{list:?} brings {diagnostics:?}");
    for diagnostic in diagnostics {
        let fixes = diagnostic.suggestions().iter().map(|fix| fix.span);
        for span in fixes.chain([diagnostic.span()]) {
            assert!(list.get(span.range()).is_some(), "{span:?} of {} in {list:?}", diagnostic.code());
        }
        assert!(diagnostic.suggestions().len() <= 3);
    }
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity() == Severity::Error;
    assert_eq!(report.is_valid(), !diagnostics.iter().any(is_error));
    let written: usize = diagnostics.iter().map(length).sum();
    assert!(written <= 4_096 + 640 * list.len(), "{written} bytes about {list:?} under {policy:?}");
    assert!(serde_json::to_string(report).is_ok());
    assert_eq!(report, &report.clone().into_owned());
}

/// How many bytes a diagnostic says.
fn length(diagnostic: &Diagnostic) -> usize {
    let fixes = diagnostic.suggestions().iter().map(|fix| fix.replacement.len());
    diagnostic.message().len() + diagnostic.help().unwrap_or_default().len() + fixes.sum::<usize>()
}

/// What holds a list beside secrets; the list is written so that it stays the value.
const FRAMES: [fn(&str) -> String; 5] = [url, response, setting, document, request];

fn url(list: &str) -> String {
    format!("https://a.test/oauth/v2/auth?client_id={SECRET}&scope={}&state={SECRET}", encoded(list))
}

fn request(list: &str) -> String {
    format!("curl -d 'client_secret={SECRET}&scope={}&code={SECRET}'", encoded(list))
}

fn response(list: &str) -> String {
    serde_json::json!({"access_token": SECRET, "refresh_token": SECRET, "scope": list, "token": SECRET}).to_string()
}

fn setting(list: &str) -> String {
    format!("CODE={SECRET}\nSCOPES=\"{}\"\nSECRET={SECRET}\n", word(list))
}

fn document(list: &str) -> String {
    format!("secret: {SECRET}\nscope: \"{}\"\ncode: {SECRET}\n", word(list))
}

fn encoded(list: &str) -> String {
    list.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat()
}

/// The text without what a quoted value cannot hold.
fn word(list: &str) -> String {
    list.replace(['"', '\\', '\n', '\r'], " ")
}
