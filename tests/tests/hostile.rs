//! Lists that nobody writes but to do harm: each is answered in time linear in its length, with a
//! clear answer. What would take time by the square of the length would not end here.

use zoho_scopes::{
    Catalogue, Policy, Report, Scope,
    report::{Code, Diagnostic},
};

const MEGABYTE: usize = 1 << 20;

/// No limits but that of findings.
const UNLIMITED: Policy = Policy::LAX.max_bytes(usize::MAX).max_entries(usize::MAX);

fn validate<'a>(list: &'a str, policy: &Policy) -> Report<'a> {
    Catalogue::builtin().validate(list, policy)
}

fn codes(report: &Report<'_>) -> Vec<Code> {
    report.diagnostics().iter().map(Diagnostic::code).collect()
}

/// Checks what a list brings without limits, and that it is refused with the usual ones.
#[track_caller]
fn check(list: &str, items: usize, expected: &[Code]) {
    let report = validate(list, &UNLIMITED);
    assert_eq!((report.items().len(), codes(&report).as_slice()), (items, expected));
    let report = validate(list, &Policy::LAX);
    assert!(codes(&report).contains(&Code::TooLong) || list.len() <= MEGABYTE);
    assert!(report.items().len() <= 10_000 && report.diagnostics().len() <= 1_001);
}

#[test]
fn a_long_list_of_known_scopes() {
    let scopes: Vec<&str> = Catalogue::builtin().scopes().map(Scope::as_str).collect();
    let list = scopes.join(",").repeat(10 * MEGABYTE / scopes.join(",").len() + 1);
    let report = validate(&list, &UNLIMITED);
    assert!(list.len() >= 10 * MEGABYTE);
    assert!(report.items().len() > 300_000);
    assert_eq!(report.diagnostics().len(), 1_001);
    assert_eq!(codes(&report).last(), Some(&Code::TooManyDiagnostics));
}

#[test]
fn a_million_commas() {
    check(&",".repeat(1_000_000), 0, &[Code::EmptyEntry, Code::EmptyList]);
}

#[test]
fn a_million_unknown_scopes() {
    let list: Vec<String> = (0..1_000_000).map(|number| format!("Acme.n{number}.READ")).collect();
    let list = list.join(" ");
    let report = validate(&list, &UNLIMITED);
    assert_eq!(report.items().len(), 1_000_000);
    assert_eq!(report.diagnostics().len(), 1_001);
    assert!(!report.is_valid());
    let final_finding = report.diagnostics().last().expect("findings");
    assert_eq!(
        final_finding.to_string(),
        "error: there are more than 1000 findings (what follows was looked up, but not judged)"
    );
    assert_eq!(final_finding.span().range(), report.items()[1_000].span.start..list.len());

    let list = &list[..MEGABYTE];
    let granted = validate(list, &Policy::GRANTED.max_entries(usize::MAX));
    assert!(granted.is_valid() && granted.diagnostics().len() == 1_001);
    assert_eq!(granted.to_set().len(), list.split(' ').count(), "a token response is kept whole");
}

#[test]
fn one_endless_entry() {
    for segment in ["A", ".", "é", "A.{"] {
        check(&segment.repeat(10 * MEGABYTE / segment.len()), 1, &[Code::TooLong]);
    }
    let report = validate(&"A".repeat(300), &Policy::LAX).into_owned();
    assert_eq!(
        report.diagnostics()[0].to_string(),
        "error: the entry has 300 bytes, and no scope nearly as many (only a comma or white space ends an entry)"
    );
}

#[test]
fn one_thing_over_and_over() {
    let over_and_over = |text: &str| text.repeat(MEGABYTE / 4 / text.len());
    check(&over_and_over("\""), 0, &[Code::Markup, Code::EmptyList]);
    check(&over_and_over("* \n"), 0, &[Code::Markup, Code::EmptyList]);
    check(&over_and_over("1. "), 0, &[Code::Markup, Code::EmptyList]);
    check(&over_and_over("\u{200b}"), 0, &[Code::InvisibleCharacter, Code::EmptyList]);
    check(&over_and_over("%2C"), 0, &[Code::Encoded, Code::EmptyEntry, Code::EmptyList]);
    check(&over_and_over("%"), 1, &[Code::TooLong]);
    check(&("%".to_owned() + &over_and_over("25")), 1, &[Code::Encoded, Code::InvalidCharacter]);
    check(&over_and_over("%E2%25"), 1, &[Code::TooLong, Code::Encoded]);
    check(&over_and_over("\\"), 1, &[Code::TooLong]);
    for shape in
        ["scope=", "scope:", "scope\n", "\"scope\":", "\"scope\":\"", "&scope=", "=", "{\"", "scope = [\n", "\\\""]
    {
        let list = over_and_over(shape);
        assert!(validate(&list, &UNLIMITED).diagnostics().len() <= 1_001, "{shape}");
        assert!(validate(&(list + "A:"), &UNLIMITED).items().len() <= MEGABYTE, "{shape}");
    }
    for shape in ["A,\n", "A,\\\n", "A,\n\n"] {
        let list = "scope=".to_owned() + &over_and_over(shape);
        assert!(!validate(&list, &UNLIMITED).items().is_empty(), "{shape}");
    }
}

/// Checks the number of entries, and the findings as `code@start..end`.
#[track_caller]
fn limited(list: &str, policy: Policy, items: usize, expected: &[&str]) {
    let report = validate(list, &policy);
    let told: Vec<String> = report
        .diagnostics()
        .iter()
        .map(|found| format!("{}@{}..{}", found.code(), found.span().start, found.span().end))
        .collect();
    assert_eq!((report.items().len(), told), (items, expected.iter().map(ToString::to_string).collect()));
}

#[test]
fn limits_hold() {
    let list = "Desk.basic.READ,Desk.search.READ,Desk.tickets.ALL";
    limited(list, Policy::LAX.max_bytes(32), 2, &["too-long@32..49"]);
    limited(list, Policy::LAX.max_bytes(0), 0, &["too-long@0..49"]);
    limited(list, Policy::LAX.max_entries(2), 2, &["too-long@33..49"]);
    limited(&list.replace(',', ", "), Policy::LAX.max_entries(2), 2, &["too-long@35..51"]);
    limited(&format!("scope={list}&code=x"), Policy::LAX.max_bytes(32), 2, &["taken-out@0..49", "too-long@32..49"]);
    limited(
        "A.b.READ;A.c.READ",
        Policy::LAX.max_diagnostics(1),
        2,
        &["unknown-service@0..1", "too-many-diagnostics@8..17"],
    );
    limited("A.b.READ", Policy::LAX.max_diagnostics(0), 1, &["too-many-diagnostics@0..8"]);
    limited(
        "A.b.READ A.c.READ",
        Policy::GRANTED.max_diagnostics(1),
        2,
        &["unknown-service@0..1", "too-many-diagnostics@9..17"],
    );
}

#[test]
fn that_a_list_was_cut_is_said_beside_whatever_else() {
    let list = "A.b.READ ".repeat(20_000);
    for policy in [Policy::GRANTED, Policy::LAX, Policy::GRANTED.max_diagnostics(1)] {
        let report = validate(&list, &policy);
        assert!(!report.is_valid(), "half a list passes for a whole one: {policy:?}");
        assert!(codes(&report).ends_with(&[Code::TooLong, Code::TooManyDiagnostics]), "{policy:?}");
    }
    assert!(!validate(&list, &Policy::GRANTED.max_diagnostics(0)).is_valid());
}
