//! A list that is right costs one allocation: the items of the report.

use allocation_counter::measure;
use zoho_scopes::{Catalogue, Covers, Policy, Scope, catalogue::Status};

/// A list of so many scopes about which there is nothing to say, and none of which covers others.
fn known(count: usize, separator: &str) -> String {
    let catalogue = Catalogue::builtin();
    let usual = |scope: &Scope| matches!(scope.status(), Status::Documented | Status::Observed);
    let narrow = |scope: &Scope| scope.covered().next().is_none();
    let scopes: Vec<Scope> = catalogue.scopes().filter(usual).filter(narrow).collect();
    let list: Vec<&str> = scopes.iter().step_by(scopes.len() / count).take(count).map(|scope| scope.as_str()).collect();
    list.join(separator)
}

#[track_caller]
fn check(count: usize, separator: &str, policy: &Policy) {
    let list = known(count, separator);
    let mut report = None;
    let info = measure(|| report = Some(Catalogue::builtin().validate(&list, policy)));
    let report = report.expect("a report");
    assert!(report.is_valid() && report.diagnostics().is_empty());
    assert_eq!(info.count_total, 1, "{count} scopes");
    assert_eq!(info.bytes_total, size_of_val(report.items()) as u64, "{count} scopes");
}

#[test]
fn a_list_that_is_right_allocates_its_items_alone() {
    for count in [1, 2, 20, 33, 200, 1000] {
        check(count, ",", &Policy::LAX);
        check(count, ",", &Policy::STRICT);
        check(count, " ", &Policy::GRANTED);
    }
}

#[test]
fn looking_up_and_covering_allocate_nothing() {
    let list = known(200, ",");
    let catalogue = Catalogue::builtin();
    let info = measure(|| {
        let scopes = || list.split(',').map(|text| catalogue.find(text).expect("a known scope"));
        assert!(scopes().all(|scope| scope.covers(scope) == Covers::Yes));
    });
    assert_eq!(info.count_total, 0);
}
