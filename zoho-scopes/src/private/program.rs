//! What the program `zoho-scopes`, a package of its own, uses of the library and nobody else has a use for. Nothing
//! here is stable but by its version, which the program pins.

use alloc::vec::Vec;
use core::ptr;

use crate::{
    catalogue::{Scope, Service},
    policy::Policy,
    report::{Diagnostic, Error, Report, Severity},
    services::LAYER,
    set::Admitted,
};
pub use crate::{
    catalogue::{format::is_hidden, search::Index},
    docs::{csv::field as csv_field, markdown::text as markdown_text},
    printable::{Printable, is_escaped},
    report::fixes::applied,
    validate::suggest::service,
};

/// The service under which a scope is listed: words without a dot are listed under one too.
#[must_use]
pub fn owner(scope: Scope) -> Service {
    scope.owner()
}

/// The pattern that admits a text, with all that is known of it.
#[must_use]
pub fn pattern(admitted: &Admitted<'_>) -> Scope {
    admitted.scope()
}

/// Whether a scope is of the built-in catalogue, and so has a constant.
#[must_use]
pub fn is_builtin(scope: Scope) -> bool {
    ptr::eq(scope.layer(), &raw const LAYER)
}

/// The length in bytes beyond which a policy refuses a list.
#[must_use]
pub const fn max_bytes(policy: &Policy) -> usize {
    policy.max_bytes
}

/// The findings of a report, of which options leave some out.
pub fn diagnostics_mut<'r>(report: &'r mut Report<'_>) -> &'r mut Vec<Diagnostic> {
    &mut report.diagnostics
}

/// Options treat some findings as errors.
pub fn set_severity(diagnostic: &mut Diagnostic, severity: Severity) {
    diagnostic.severity = severity;
}

/// A report as an error, which says in a line what is wrong.
#[must_use]
pub fn error(report: Report<'_>) -> Error {
    Error::new(report)
}

/// The method and the address of a call that stands in a line.
#[cfg(feature = "calls")]
#[must_use]
pub fn split(line: &str) -> (&str, &str) {
    crate::calls::split(line)
}
