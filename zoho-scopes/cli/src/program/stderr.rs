//! What goes to standard error. Where nobody reads it, the exit status still answers.

use std::io::Write;

use zoho_scopes::{
    Entry, Report,
    calls::Call,
    report::{Diagnostic, Severity},
};
use zoho_scopes_data::text::printable::Printable;

use super::redact;

/// Writes lines, with escapes for what a terminal would obey, and without secrets.
pub(super) fn print(lines: &str) {
    let _ = writeln!(anstream::stderr(), "{}", Printable::lines(&redact::message(lines)).text);
}

/// What is wrong with the entries that the catalogue does not know, and with the list, a line each.
pub(super) fn print_errors(report: &Report<'_>) {
    let unknown = |span| report.items().iter().any(|item| item.span == span && matches!(item.entry, Entry::Unknown(_)));
    let is_error = |found: &&Diagnostic| found.severity() == Severity::Error || unknown(found.span());
    for error in report.diagnostics().iter().filter(is_error) {
        print(&error.to_string());
    }
}

/// What is not settled about a call.
pub(super) fn print_unclear(call: &Call) {
    let open = call.open_patterns().join("`, `");
    let reason = call.unclear().map_or_else(|| format!("the request does not fill `{open}`"), str::to_owned);
    print(&format!("unclear: `{call}`: {reason}"));
}
