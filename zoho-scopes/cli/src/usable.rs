//! Lists of which an answer is made, for the page and for the program.

use zoho_scopes::{Catalogue, Policy, Report, report::Code};

/// What a list comes to, or why nothing can be answered about it: one of these diagnostics.
pub(crate) fn report<'a>(
    which: &str,
    list: &'a str,
    policy: &Policy,
    without_answer: &[Code],
    catalogue: Catalogue,
) -> Result<Report<'a>, String> {
    let report = catalogue.validate(list, policy);
    match report.diagnostics().iter().find(|diagnostic| without_answer.contains(&diagnostic.code())) {
        Some(error) => Err(format!("the {which} list cannot be used: {}", error.message())),
        None => Ok(report),
    }
}

/// What leaves a list of granted, and one of required scopes without an answer.
pub(crate) const GRANTED: &[Code] = &[Code::TooLong];
pub(crate) const REQUIRED: &[Code] = &[Code::TooLong, Code::EmptyList];
