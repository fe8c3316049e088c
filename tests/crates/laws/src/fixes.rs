//! Fixing: what is certain makes no list worse, and is done once.

use zoho_scopes::{
    Catalogue, Policy, Report,
    report::{Applicability, Code, Diagnostic, Severity},
};

use crate::{bytes::Bytes, validate::is_sound};

/// Applies the certain suggestions to a list, twice.
///
/// # Panics
///
/// Where a law is broken.
pub fn fixes(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let policy = bytes.policy();
    fixes_of(&bytes.text(), &policy);
}

/// The same for a text.
///
/// # Panics
///
/// Where a law is broken.
pub fn fixes_of(text: &str, policy: &Policy) {
    let report = Catalogue::builtin().validate(text, policy);
    let list = report.input();
    let fixed = report.apply_fixes();
    let again = Catalogue::builtin().validate(&fixed, policy);
    is_sound(&again, policy);
    // Once it is fixed, what stands around scopes may be seen for what it is; then the report says so.
    let is_list = again.input() == fixed;
    assert!(is_list || takes_out(&again), "{list:?} is a list as it is, but of {fixed:?} {:?} is read", again.input());
    // Text that is nothing like a scope may be read in yet another way once what stands around it is fixed.
    let are_words = report.items().iter().all(|item| is_word(item.entry.as_str()));
    // A template is a note in a text, and what it is in a list by itself is another thing.
    if are_words && !report.diagnostics().iter().any(|found| found.code() == Code::PlaceholderLeftIn) {
        // Separators count in a list by itself, and not in one that was found in a text.
        let alone = Catalogue::builtin().validate(list, policy);
        assert!(errors(&again) <= errors(&report).max(errors(&alone)), "{list:?} became {fixed:?}");
        assert!(unknown(&again) <= unknown(&report), "{list:?} became {fixed:?}");
    }
    if are_words && is_list {
        let left: Vec<&Diagnostic> = again.diagnostics().iter().filter(|diagnostic| is_certain(diagnostic)).collect();
        assert!(left.is_empty(), "{list:?} became {fixed:?} with {left:?}");
        assert_eq!(again.apply_fixes(), fixed);
    }
    // Text that is read in two ways, by itself and in what it stands in, loses nothing by fixes where there are none.
    let kept = report.items().iter().filter_map(|item| item.entry.scope());
    for scope in kept.filter(|_| fixed != list) {
        assert!(again.to_set().contains(scope), "{list:?} became {fixed:?} without {scope}");
    }
    if !report.diagnostics().iter().any(is_certain) {
        assert_eq!(fixed, list);
    }
}

/// Whether a report says that the list stands in a text, or that something stands between its entries.
fn takes_out(report: &Report<'_>) -> bool {
    let says = |found: &Diagnostic| {
        matches!(found.code(), Code::TakenOut | Code::ForeignSeparator | Code::SeveralLists | Code::TooManyDiagnostics)
    };
    report.diagnostics().iter().any(says)
}

/// How many errors there are; a template is a note in a text, and an error in a list by itself.
fn errors(report: &Report<'_>) -> usize {
    let is_error = |found: &&Diagnostic| found.severity() == Severity::Error && found.code() != Code::PlaceholderLeftIn;
    report.diagnostics().iter().filter(is_error).count()
}

fn unknown(report: &Report<'_>) -> usize {
    report.items().iter().filter(|item| item.entry.scope().is_none()).count()
}

fn is_certain(diagnostic: &Diagnostic) -> bool {
    diagnostic.suggestions().iter().any(|fix| fix.applicability == Applicability::MachineApplicable)
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}
