//! `--deny` and `--allow`: which diagnostics are errors, and which are left out.

use serde::Deserialize;
use zoho_scopes::{
    Policy, Report,
    report::{Code, Diagnostic, Severity},
};

/// What is an error, whatever it would be otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Denied {
    Warnings,
    Code(Code),
}

impl TryFrom<String> for Denied {
    type Error = &'static str;

    fn try_from(word: String) -> Result<Self, Self::Error> {
        denied(&word)
    }
}

/// Reads an argument of `--deny`.
pub(crate) fn denied(word: &str) -> Result<Denied, &'static str> {
    if word == "warnings" { Ok(Denied::Warnings) } else { code(word).map(Denied::Code) }
}

/// Reads the code of a diagnostic.
pub(crate) fn code(word: &str) -> Result<Code, &'static str> {
    let known = Code::ALL.iter().find(|code| code.as_str() == word);
    known.copied().ok_or("no such code; a code is what `check` prints in brackets, such as `other-case`")
}

/// What was denied and what was allowed.
#[derive(Debug, Default)]
#[cfg_attr(feature = "program", derive(clap::Args))]
pub(crate) struct Adjustments {
    /// Treat diagnostics of this code (what `check` prints in brackets, such as `other-case`), or all `warnings`, as errors;
    /// may be repeated.
    #[cfg_attr(feature = "program", arg(long, value_name = "CODE|warnings", value_parser = denied))]
    deny: Vec<Denied>,
    /// Leave diagnostics of this code out; may be repeated.
    #[cfg_attr(feature = "program", arg(long, value_name = "CODE", value_parser = code))]
    allow: Vec<Code>,
}

impl Adjustments {
    pub(crate) fn new(deny: Vec<Denied>, allow: Vec<Code>) -> Self {
        Self { deny, allow }
    }

    /// What is denied by name is looked for, whatever the policy says.
    pub(crate) fn applied_to(&self, policy: Policy) -> Policy {
        let denied = |code| self.deny.contains(&Denied::Code(code));
        let policy = if denied(Code::OverBroad) { policy.over_broad(true) } else { policy };
        if denied(Code::Redundant) { policy.redundant(true) } else { policy }
    }

    /// The report with denied diagnostics as errors and without those that are allowed.
    pub(crate) fn adjusted<'a>(&self, report: Report<'a>) -> Report<'a> {
        report.map_diagnostics(|found| adjusted(&[self], found))
    }

    /// What is said of a code by name: whether it is an error, or else is left out.
    fn is_denied(&self, code: Code) -> Option<bool> {
        match (self.allow.contains(&code), self.deny.contains(&Denied::Code(code))) {
            (true, _) => Some(false),
            (_, true) => Some(true),
            _ => None,
        }
    }
}

/// A diagnostic as several say, of whom the first that names its code decides; nothing where it is left out. `warnings`
/// means those that nobody names.
pub(crate) fn adjusted(adjustments: &[&Adjustments], found: Diagnostic) -> Option<Diagnostic> {
    let as_warning = || {
        found.severity() == Severity::Warning
            && adjustments.iter().any(|adjustments| adjustments.deny.contains(&Denied::Warnings))
    };
    match adjustments.iter().find_map(|adjustments| adjustments.is_denied(found.code())) {
        Some(false) => None,
        Some(true) => Some(found.with_severity(Severity::Error)),
        None if as_warning() => Some(found.with_severity(Severity::Error)),
        None => Some(found),
    }
}
