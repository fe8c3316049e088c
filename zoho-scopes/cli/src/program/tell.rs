//! What goes to standard error. Where nobody reads it, the exit status still answers.

use std::io::Write;

use zoho_scopes_data::text::printable::Printable;
use zoho_scopes::{
    Entry, Report,
    calls::Call,
    report::{Diagnostic, Severity},
};

/// Writes lines, with escapes for what a terminal would obey.
pub(super) fn tell(lines: &str) {
    let _ = writeln!(anstream::stderr(), "{}", Printable::lines(lines).text);
}

/// What is wrong with the entries that the catalogue does not know, and with the list, a line each.
pub(super) fn tell_faults(report: &Report<'_>) {
    let unknown = |span| report.items().iter().any(|item| item.span == span && matches!(item.entry, Entry::Unknown(_)));
    let is_fault = |found: &&Diagnostic| found.severity() == Severity::Error || unknown(found.span());
    for fault in report.diagnostics().iter().filter(is_fault) {
        tell(&fault.to_string());
    }
}

/// What is not settled about a call.
pub(super) fn tell_unclear(call: &Call) {
    let open = call.open_patterns().join("`, `");
    let reason = call.unclear().map_or_else(|| format!("the request does not fill `{open}`"), str::to_owned);
    tell(&format!("unclear: `{call}`: {reason}"));
}
