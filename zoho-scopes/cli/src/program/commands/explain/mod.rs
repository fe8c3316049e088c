//! `zoho-scopes explain`: all that is known of a scope, a scope name or a service, or what a code means.

mod error;
mod name;
mod scope;
mod sources;

use clap::Args;
use zoho_scopes::{
    Catalogue, Entry, Policy, Report,
    accounts::ErrorCode,
    report::{Code, Item, Severity},
};
use zoho_scopes_data::text::printable::Printable;

use super::catalogues::Catalogues;
use crate::{
    api_error,
    program::{
        answer::{Answer, Out, Result},
        input,
        pattern::pattern,
        redact,
        stderr::print,
    },
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes explain ZohoCliq.Reminders.ALL")]
pub(crate) struct Arguments {
    /// A scope, a pattern, a scope name, a service or its product, the code of a diagnostic such as
    /// `unknown-scope-name`, or an error of Zoho's, as its code or as JSON; `-` reads it from standard input.
    subject: String,
    /// List every call that the scope opens.
    #[arg(long)]
    calls: bool,
    #[command(flatten)]
    catalogues: Catalogues,
    #[command(flatten)]
    token: error::Token,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let subject = input::list(&arguments.subject)?;
    let subject = subject.trim();
    let catalogue = arguments.catalogues.read()?;
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(subject)) {
        writeln!(out, "{code}: {}\n\n{}.", code.what(), code.help())?;
        if !code.example().is_empty() {
            writeln!(out, "\nexample: {}", code.example())?;
        }
    } else if let Some(code) = ErrorCode::find(subject).or_else(|| api_error::code_in(subject)) {
        return error::run(code, subject, &arguments.token, catalogue, out);
    } else if let Some(scope) = catalogue.find(subject) {
        scope::scope(scope, out)?;
        scope::calls(&scope.into(), arguments.calls, out)?;
    } else if let Some(pattern) = pattern(catalogue, subject) {
        scope::pattern(pattern, out)?;
    } else if error::is_like_code(subject) {
        return error::unknown(subject, out);
    } else {
        return name_or_text(catalogue, subject, arguments.calls, out);
    }
    Ok(Answer::Yes)
}

/// A service, a scope name, or a text that a pattern admits. What is none of these is validated.
fn name_or_text(catalogue: Catalogue, subject: &str, all_calls: bool, out: Out<'_>) -> Result {
    match (&catalogue.services_named(subject)[..], &name::names(catalogue, subject)[..]) {
        ([service], _) => name::service(*service, out)?,
        ([], [name]) => name::name(*name, out)?,
        ([], []) => return text(catalogue, subject, all_calls, out),
        ([], names) => {
            name::candidates(names.iter().map(|name| (format!("{}.{name}", name.service()), name.summary())), out)?;
        }
        (services, _) => {
            name::candidates(services.iter().map(|service| (service.to_string(), service.product())), out)?;
        }
    }
    Ok(Answer::Yes)
}

fn text(catalogue: Catalogue, subject: &str, all_calls: bool, out: Out<'_>) -> Result {
    let report = catalogue.validate(subject, &Policy::LAX);
    let is_known = |item: &Item<'_>| !matches!(item.entry, Entry::Unknown(_));
    if report.items().is_empty() {
        if let Some(code) = api_error::any_code_in(subject) {
            return error::unknown(&shown(&code), out);
        }
        writeln!(out, "no scope, service or error code was found")?;
    } else if report.items().iter().all(is_known) {
        return each(&report, all_calls, out);
    } else {
        // Of a URL or a token response, the list alone.
        writeln!(out, "`{}` is not in the catalogue", shown(report.input()))?;
        let is_word = |item: &Item<'_>| !is_known(item) && !item.entry.as_str().contains('.');
        if report.items().len() > 1 && report.items().iter().all(is_word) {
            writeln!(out, "  `zoho-scopes search` finds scopes by words")?;
            return Ok(Answer::No);
        }
    }
    for diagnostic in report.diagnostics() {
        writeln!(out, "\n{}: {}", diagnostic.code(), shown(diagnostic.message()))?;
        if let Some(help) = diagnostic.help() {
            writeln!(out, "  {}", shown(help))?;
        }
    }
    Ok(Answer::No)
}

/// Each entry of a list that the catalogue knows; what is doubtful about it goes to standard error.
fn each(report: &Report<'_>, all_calls: bool, out: Out<'_>) -> Result {
    for (place, item) in report.items().iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        match &item.entry {
            Entry::Known(known) => scope::scope(*known, out)?,
            Entry::Admitted(admitted) => {
                scope::admitted(item, admitted.as_str(), admitted.summary(), admitted.pattern(), out)?;
            }
            Entry::Unknown(_) => continue,
        }
        scope::calls(&item.entry, all_calls, out)?;
    }
    let warnings = report.diagnostics().iter().filter(|found| found.severity() == Severity::Warning);
    warnings.for_each(|warning| print(&warning.to_string()));
    Ok(Answer::Yes)
}

/// A text of others, without what a terminal would obey and without secrets.
fn shown(text: &str) -> String {
    Printable::line(&redact::text(text)).text.into_owned()
}
