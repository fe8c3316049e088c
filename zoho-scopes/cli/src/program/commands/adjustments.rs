//! `--deny` and `--allow`: which diagnostics are errors, and which are left out.

use clap::Args;
use zoho_scopes::{
    Policy, Report,
    report::{Code, Severity},
};

/// What is an error, whatever it would be otherwise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Denied {
    Warnings,
    Code(Code),
}

/// Reads an argument of `--deny`.
fn denied(word: &str) -> Result<Denied, &'static str> {
    if word == "warnings" { Ok(Denied::Warnings) } else { code(word).map(Denied::Code) }
}

/// Reads the code of a diagnostic.
fn code(word: &str) -> Result<Code, &'static str> {
    let known = Code::ALL.iter().find(|code| code.as_str() == word);
    known.copied().ok_or("no such code; a code is what `check` prints in brackets, such as `other-case`")
}

/// What was denied and what was allowed.
#[derive(Args, Default)]
pub(super) struct Adjustments {
    /// Treat diagnostics of this code (what `check` prints in brackets, such as `other-case`), or all `warnings`, as errors;
    /// may be repeated.
    #[arg(long, value_name = "CODE|warnings", value_parser = denied)]
    deny: Vec<Denied>,
    /// Leave diagnostics of this code out; may be repeated.
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<Code>,
}

impl Adjustments {
    /// What is denied by name is looked for, whatever the policy says.
    pub(super) fn applied_to(&self, policy: Policy) -> Policy {
        let denied = |code| self.deny.contains(&Denied::Code(code));
        let policy = if denied(Code::OverBroad) { policy.over_broad(true) } else { policy };
        if denied(Code::Redundant) { policy.redundant(true) } else { policy }
    }

    /// The report with denied diagnostics as errors and without those that are allowed.
    pub(super) fn adjusted<'a>(&self, report: Report<'a>) -> Report<'a> {
        report.map_diagnostics(|found| {
            let by_code = self.deny.contains(&Denied::Code(found.code()));
            let as_warning = found.severity() == Severity::Warning && self.deny.contains(&Denied::Warnings);
            let severity = if by_code || as_warning { Severity::Error } else { found.severity() };
            (!self.allow.contains(&found.code())).then(|| found.with_severity(severity))
        })
    }
}
