//! What errors say where no report is shown.

use zoho_scopes::{ScopeSet, report::Diagnostic, validate};

#[track_caller]
fn refused(list: &str, expected: &str) {
    let error = list.parse::<ScopeSet>().expect_err(list);
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{error:?}"), format!("Error({expected})"));
}

#[test]
fn the_first_findings_are_told_in_one_line() {
    refused(
        "ZohoCliq.Chanels.READ",
        "service `ZohoCliq` has no scope name `Chanels` (did you mean `ZohoCliq.Channels.READ`?)",
    );
    refused("A.b.READ A.c.READ A.d.READ", "unknown service `A`; unknown service `A`; unknown service `A`");
    refused(
        "A.b.READ A.c.READ A.d.READ A.e.READ A.f.READ",
        "unknown service `A`; unknown service `A`; unknown service `A`; and 2 more",
    );
}

#[test]
fn nothing_raw_reaches_a_terminal() {
    let list = "Desk.{\u{1b}[2J}.READ";
    let report = validate(list);
    let finding: &Diagnostic = report.diagnostics().first().expect("a placeholder");
    assert_eq!(finding.message(), "the placeholder `{\u{1b}[2J}` was not filled in");
    let words = r"the placeholder `{\u{1b}[2J}` was not filled in (put the name it stands for in its place)";
    assert_eq!(finding.to_string(), format!("error: {words}"));
    refused(list, words);
}
