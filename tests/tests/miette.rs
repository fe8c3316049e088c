//! Findings as miette shows them.

use miette::{Diagnostic, NarratableReportHandler, Severity};
use zoho_scopes::{
    Scope, ScopeSet,
    external::miette::{Finding, Findings},
    validate,
};

fn narrated(diagnostic: &dyn Diagnostic) -> String {
    let mut text = String::new();
    NarratableReportHandler::new().render_report(&mut text, diagnostic).expect("it renders");
    text
}

#[test]
fn an_error_is_narrated() {
    let report: miette::Report =
        "ZohoCliq.Chanels.READ,\nDesk.basic.REED".parse::<ScopeSet>().expect_err("misspellings").into();
    let expected = "2 errors in a list of 2 scopes
    Diagnostic severity: error

Error: service `ZohoCliq` has no scope name `Chanels`
    Diagnostic severity: error

Begin snippet starting at line 1, column 1

snippet line 1: ZohoCliq.Chanels.READ,
    label at line 1, columns 10 to 16
snippet line 2: Desk.basic.REED
diagnostic help: did you mean `ZohoCliq.Channels.READ`?
diagnostic code: unknown-scope-name
For more details, see:
https://docs.rs/zoho-scopes/VERSION/zoho_scopes/report/enum.Code.html#variant.UnknownScopeName
Error: `REED` is no operation of `Desk.basic`
    Diagnostic severity: error

Begin snippet starting at line 1, column 1

snippet line 1: ZohoCliq.Chanels.READ,
snippet line 2: Desk.basic.REED
    label at line 2, columns 12 to 15
diagnostic help: did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE
diagnostic code: unknown-operation
For more details, see:
https://docs.rs/zoho-scopes/VERSION/zoho_scopes/report/enum.Code.html#variant.UnknownOperation
";
    assert_eq!(narrated(&*report), expected.replace("VERSION", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_finding_says_all_there_is() {
    let findings = Findings::from(validate("ZohoCliq.Chanels.READ"));
    let [finding] = findings.findings() else { panic!("{findings:?}") };
    let said = |text: Option<Box<dyn std::fmt::Display + '_>>| text.map(|text| text.to_string());
    assert_eq!(finding.to_string(), "service `ZohoCliq` has no scope name `Chanels`");
    assert_eq!(said(finding.code()).as_deref(), Some("unknown-scope-name"));
    assert_eq!(said(finding.help()).as_deref(), Some("did you mean `ZohoCliq.Channels.READ`?"));
    assert_eq!(
        said(finding.url()),
        Some(format!(
            "https://docs.rs/zoho-scopes/{}/zoho_scopes/report/enum.Code.html#variant.UnknownScopeName",
            env!("CARGO_PKG_VERSION")
        ))
    );
    assert_eq!(finding.severity(), Some(Severity::Error));
    assert_eq!(underlined(finding), "Chanels");
    assert_eq!(finding.diagnostic().suggestions()[0].replacement, "Channels");
}

/// What the label of a finding covers.
fn underlined(finding: &Finding) -> String {
    let label = finding.labels().into_iter().flatten().next().expect("a label");
    let source = finding.source_code().expect("the list");
    let contents = source.read_span(label.inner(), 0, 0).expect("the place lies in the list");
    String::from_utf8(contents.data().to_vec()).expect("text")
}

#[test]
fn warnings_are_shown_too() {
    let findings = Findings::from(validate("ZohoCliq.Chats.READ,ZohoCliq.Chats.READ,zohocliq.bots.read"));
    assert_eq!(findings.to_string(), "1 warning in a list of 3 scopes");
    assert_eq!(findings.severity(), Some(Severity::Warning));
    let severities: Vec<_> = findings.related().into_iter().flatten().map(Diagnostic::severity).collect();
    assert_eq!(severities, [Some(Severity::Warning), Some(Severity::Advice)]);
}

#[test]
fn text_that_is_right_and_no_scope_is_an_error() {
    let error = "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ".parse::<Scope>().expect_err("two scopes");
    let words = error.to_string();
    let findings = Findings::from(error);
    assert_eq!((words.as_str(), findings.to_string()), ("one scope is wanted, the text has 2", words.clone()));
    assert_eq!(findings.severity(), Some(Severity::Error));
    assert_eq!(findings.findings().len(), 1, "the repeat is told besides");
    assert_eq!(Findings::from(validate("ZohoCliq.Chats.READ")).to_string(), "no findings in a list of 1 scope");
}

#[test]
fn nothing_raw_reaches_the_terminal() {
    let findings = Findings::from(validate("Desk.{\u{1b}[2J}.READ,\u{9b}日本.\u{200b}x.READ,Desk.basic.REED"));
    let text = narrated(&findings);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{200b}'), "{text:?}");
    assert_eq!(underlined(&findings.findings()[0]), "{\\u{1b}[2J}");
    assert_eq!(underlined(findings.findings().last().expect("findings")), "REED");
}
