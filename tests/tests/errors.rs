//! What errors say where no report is shown.

use zoho_scopes::{Catalogue, Requirement, Scope, ScopeSet, report::Diagnostic, validate};

#[track_caller]
fn refused(list: &str, expected: &str) {
    let error = list.parse::<ScopeSet>().expect_err(list);
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{error:?}"), format!("Error({expected})"));
}

#[test]
fn the_first_diagnostics_are_reported_in_one_line() {
    refused(
        "ZohoCliq.Chanels.READ",
        "service `ZohoCliq` has no scope name `Chanels` (did you mean `ZohoCliq.Channels.READ`?)",
    );
    let unknown = "unknown service `A` (`zoho-scopes services` lists the services)";
    refused("A.b.READ A.c.READ A.d.READ", &[unknown; 3].join("; "));
    refused("A.b.READ A.c.READ A.d.READ A.e.READ A.f.READ", &([unknown; 3].join("; ") + "; and 2 more"));
}

#[test]
fn nothing_raw_reaches_a_terminal() {
    let list = "Desk.{\u{1b}[2J}.READ";
    let report = validate(list);
    let diagnostic: &Diagnostic = report.diagnostics().first().expect("a placeholder");
    assert_eq!(diagnostic.message(), "the placeholder `{\u{1b}[2J}` was not filled in");
    let words = r"the placeholder `{\u{1b}[2J}` was not filled in (replace it with a name)";
    assert_eq!(diagnostic.to_string(), format!("error: {words}"));
    refused(list, words);

    let needed = Requirement::Scope(Catalogue::builtin().entry("Desk.\u{1b}[2J.READ"));
    let unmet = needed.check(&ScopeSet::new());
    assert_eq!(unmet.expect_err("nothing is granted").to_string(), r"missing `Desk.\u{1b}[2J.READ`");
}

#[test]
fn text_that_is_right_and_no_scope_is_reported_so() {
    #[track_caller]
    fn refused(text: &str, expected: &str) {
        let error = text.parse::<Scope>().expect_err(text);
        assert!(error.report().is_valid());
        assert_eq!(error.to_string(), expected);
    }
    refused("ZohoCliq.Chats.READ,ZohoCliq.Bots.READ", "one scope is wanted, the text has 2");
    // Warnings are not what is wrong.
    refused("ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ", "one scope is wanted, the text has 2");
    refused(
        "ZohoCRM.modules.visits.READ",
        "not a scope of the catalogue, but the pattern `ZohoCRM.modules.{module_api_name}.READ` admits it",
    );
}
