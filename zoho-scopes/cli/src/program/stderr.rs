//! What goes to standard error. Where nobody reads it, the exit status still answers.

use std::io::Write;

use zoho_scopes::{
    Entry, Report,
    calls::Call,
    report::{Code, Diagnostic, Severity, Span},
};
use zoho_scopes_data::text::printable::Printable;

use super::redact;

/// Writes lines, with escapes for what a terminal would obey, and without secrets.
pub(super) fn print(lines: &str) {
    let _ = writeln!(anstream::stderr(), "{}", Printable::lines(&redact::message(lines)).text);
}

/// What is wrong with the list, and with the entries that the catalogue does not know or that look like a known scope.
pub(super) fn print_errors(report: &Report<'_>) {
    let is_unknown = |span: Span| {
        let holds = |own: Span| own.start <= span.start && span.end <= own.end;
        report.items().iter().any(|item| matches!(item.entry, Entry::Unknown(_)) && holds(item.span))
    };
    let is_told = |found: &&Diagnostic| {
        found.severity() == Severity::Error || found.code() == Code::CloseToKnown || is_unknown(found.span())
    };
    report.diagnostics().iter().filter(is_told).for_each(|found| print(&found.to_string()));
}

/// What is not settled about a call.
pub(super) fn print_unclear(call: &Call) {
    let open = call.open_patterns().join("`, `");
    let reason = call.unclear().map_or_else(|| format!("the request does not fill `{open}`"), str::to_owned);
    print(&format!("unclear: `{call}`: {reason}"));
}
