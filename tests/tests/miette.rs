//! `DiagnosticsOfList` as miette shows them.

use miette::{Diagnostic, NarratableReportHandler, Severity};
use zoho_scopes::{
    Scope, ScopeSet,
    external::miette::{DiagnosticInList, DiagnosticsOfList},
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
Error: `REED` is not an operation of `Desk.basic`
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
fn a_diagnostic_says_all_there_is() {
    let diagnostics = DiagnosticsOfList::from(validate("ZohoCliq.Chanels.READ"));
    let [diagnostic] = diagnostics.diagnostics() else { panic!("{diagnostics:?}") };
    let said = |text: Option<Box<dyn std::fmt::Display + '_>>| text.map(|text| text.to_string());
    assert_eq!(diagnostic.to_string(), "service `ZohoCliq` has no scope name `Chanels`");
    assert_eq!(said(diagnostic.code()).as_deref(), Some("unknown-scope-name"));
    assert_eq!(said(diagnostic.help()).as_deref(), Some("did you mean `ZohoCliq.Channels.READ`?"));
    assert_eq!(
        said(diagnostic.url()),
        Some(format!(
            "https://docs.rs/zoho-scopes/{}/zoho_scopes/report/enum.Code.html#variant.UnknownScopeName",
            env!("CARGO_PKG_VERSION")
        ))
    );
    assert_eq!(diagnostic.severity(), Some(Severity::Error));
    assert_eq!(underlined(diagnostic), "Chanels");
    assert_eq!(diagnostic.diagnostic().suggestions()[0].replacement, "Channels");
}

/// What the label of a diagnostic covers.
fn underlined(diagnostic: &DiagnosticInList) -> String {
    let label = diagnostic.labels().into_iter().flatten().next().expect("a label");
    let source = diagnostic.source_code().expect("the list");
    let contents = source.read_span(label.inner(), 0, 0).expect("the place lies in the list");
    String::from_utf8(contents.data().to_vec()).expect("text")
}

#[test]
fn warnings_are_shown_too() {
    let diagnostics = DiagnosticsOfList::from(validate("ZohoCliq.Chats.READ,ZohoCliq.Chats.READ,zohocliq.bots.read"));
    assert_eq!(diagnostics.to_string(), "1 warning in a list of 3 scopes");
    assert_eq!(diagnostics.severity(), Some(Severity::Warning));
    let severities: Vec<_> = diagnostics.related().into_iter().flatten().map(Diagnostic::severity).collect();
    assert_eq!(severities, [Some(Severity::Warning), Some(Severity::Advice)]);
}

#[test]
fn text_that_is_right_and_no_scope_is_an_error() {
    let error = "ZohoCliq.Chats.READ,ZohoCliq.Chats.READ".parse::<Scope>().expect_err("two scopes");
    let words = error.to_string();
    let diagnostics = DiagnosticsOfList::from(error);
    assert_eq!((words.as_str(), diagnostics.to_string()), ("one scope is wanted, the text has 2", words.clone()));
    assert_eq!(diagnostics.severity(), Some(Severity::Error));
    assert_eq!(diagnostics.diagnostics().len(), 1, "the repeat is reported also");
    assert_eq!(
        DiagnosticsOfList::from(validate("ZohoCliq.Chats.READ")).to_string(),
        "no diagnostics in a list of 1 scope"
    );
}

#[test]
fn nothing_raw_reaches_the_terminal() {
    let diagnostics =
        DiagnosticsOfList::from(validate("Desk.{\u{1b}[2J}.READ,\u{9b}日本.\u{200b}x.READ,Desk.basic.REED"));
    let text = narrated(&diagnostics);
    assert!(!text.contains(|c: char| c.is_control() && c != '\n' || c == '\u{200b}'), "{text:?}");
    assert_eq!(underlined(&diagnostics.diagnostics()[0]), "{\\u{1b}[2J}");
    assert_eq!(underlined(diagnostics.diagnostics().last().expect("diagnostics")), "REED");
}
