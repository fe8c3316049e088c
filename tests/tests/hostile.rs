//! Lists that nobody writes but to do harm: each has a clear answer, in time linear in its length.
#![allow(clippy::cast_precision_loss, reason = "counts are small")]

mod callgrind;

use std::{io::Write, sync::Mutex, thread};

use callgrind::{instructions, is_missing};
use zoho_scopes::{
    Catalogue, Policy, Report, Scope,
    report::{Code, Diagnostic},
};
use zoho_scopes_tests::hostile::Kind;

const MEGABYTE: usize = 1 << 20;

/// No limits but that of diagnostics.
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
    let final_diagnostic = report.diagnostics().last().expect("diagnostics");
    assert_eq!(
        final_diagnostic.to_string(),
        "error: there are more than 1000 diagnostics (what follows was looked up, but not checked)"
    );
    assert_eq!(final_diagnostic.span().range(), report.items()[1_000].span.start..list.len());

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
}

#[test]
fn every_kind_of_list_has_an_answer() {
    for kind in Kind::ALL {
        let list = kind.list(MEGABYTE / 4);
        let report = validate(&list, &UNLIMITED);
        assert!(report.diagnostics().len() <= 1_001, "{}", kind.name());
        assert!(!report.items().is_empty() || !matches!(kind, Kind::Repeated("scope=", _)), "{}", kind.name());
        assert!(validate(&(list + "A:"), &UNLIMITED).items().len() <= MEGABYTE, "{}", kind.name());
    }
}

/// A list four times as long takes no more than this times as many instructions.
const MOST: f64 = 4.5;

/// How long the shorter list is. Where each entry brings a diagnostic, the longer one stays below the limit of diagnostics:
/// beyond it nothing is checked.
fn length(kind: Kind) -> usize {
    match kind {
        Kind::Unknown | Kind::Admitted => 2 * 1024,
        Kind::Repeated("", "scope\n") | Kind::Repeated("scope=", "A,\n" | "A,\\\n") => 128,
        Kind::Repeated(..) | Kind::Known(_) => 8 * 1024,
    }
}

#[test]
fn time_is_linear() {
    if is_missing() {
        return;
    }
    let counted = |place: usize, bytes: usize| {
        let arguments = ["once", &place.to_string(), &bytes.to_string()];
        instructions(env!("CARGO_BIN_EXE_hostile-lists"), &arguments)
    };
    // What a run takes without a list is taken away.
    let none = counted(0, 0);
    let classify = |place: usize, kind: Kind| {
        let length = length(kind);
        let [short, long] = [length, 4 * length].map(|bytes| counted(place, bytes));
        let ratio = (long - none) as f64 / (short - none) as f64;
        (ratio, format!("{:40} {:8} {ratio:6.2}\n", kind.name(), (long - none) / (4 * length) as u64))
    };
    let open = Mutex::new(Kind::ALL.iter().copied().enumerate());
    let next = || open.lock().expect("no thread panics with it").next();
    let mut rows: Vec<(f64, String)> = thread::scope(|scope| {
        let classify_some = || std::iter::from_fn(next).map(|(place, kind)| classify(place, kind)).collect::<Vec<_>>();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(classify_some)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("valgrind counts")).collect()
    });
    rows.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let table: String = rows.iter().map(|(_, row)| row.as_str()).collect();
    // Past the harness, since the figures are of interest when they are good, too.
    let heading = "instructions a byte, and how many times as many for a list four times as long:\n";
    std::io::stderr().write_all((heading.to_owned() + &table).as_bytes()).expect("standard error is open");
    assert!(rows.iter().all(|(ratio, _)| *ratio <= MOST), "{table}");
}

#[test]
fn what_many_modules_need_takes_linear_time() {
    if is_missing() {
        return;
    }
    let counted =
        |count: usize| instructions(env!("CARGO_BIN_EXE_hostile-lists"), &["needs", &count.to_string()]) as f64;
    let none = counted(0);
    let [short, long] = [25, 100].map(|count| counted(count) - none);
    assert!(long / short <= MOST, "{long} instructions for 100 modules, {short} for 25");
}

/// Checks the number of entries, and the diagnostics as `code@start..end`.
#[track_caller]
fn limited(list: &str, policy: Policy, items: usize, expected: &[&str]) {
    let report = validate(list, &policy);
    let shown: Vec<String> = report
        .diagnostics()
        .iter()
        .map(|found| format!("{}@{}..{}", found.code(), found.span().start, found.span().end))
        .collect();
    assert_eq!((report.items().len(), shown), (items, expected.iter().map(ToString::to_string).collect()));
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
fn fixes_lose_nothing_behind_the_limits() {
    let list = "Desk.basic.READ,Desk.basic.READ,desk.search.read,Desk.tickets.ALL";
    for policy in (0..=list.len())
        .map(|bytes| Policy::LAX.max_bytes(bytes))
        .chain([1, 2, 3].map(|entries| Policy::LAX.max_entries(entries)))
    {
        let report = validate(list, &policy);
        for fixed in [report.apply_fixes(), report.fixed_list()] {
            let set = validate(&fixed, &Policy::LAX).to_set();
            assert_eq!(set, validate(list, &Policy::LAX).to_set(), "{policy:?}: {fixed}");
        }
    }
    let report = validate("Desk.basic.READ,Desk.basic.READING", &Policy::LAX.max_bytes(31));
    assert_eq!(report.apply_fixes(), report.input());
    assert_eq!(report.fixed_list(), report.input());
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
