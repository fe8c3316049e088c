//! `zoho-scopes explain`: all that is known of a scope, a scope name or a service, or what a code means.

mod error;
mod name;
mod scope;
mod sources;

use clap::Args;
use zoho_scopes::{
    Catalogue, Entry, Policy,
    accounts::ErrorCode,
    report::{Code, Item},
};
use zoho_scopes_data::text::printable::Printable;

use crate::{
    api_error,
    program::{
        answer::{Answer, Out, Result},
        pattern::pattern,
        redact,
    },
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes explain ZohoCliq.Reminders.ALL")]
pub(crate) struct Arguments {
    /// A scope, a pattern, a scope name, a service or its product, the code of a diagnostic such as
    /// `unknown-scope-name`, or an error of Zoho's, as its code or as JSON.
    subject: String,
    /// List every call that the scope opens.
    #[arg(long)]
    calls: bool,
    #[command(flatten)]
    token: error::Token,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let subject = arguments.subject.trim();
    let catalogue = Catalogue::builtin();
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(subject)) {
        writeln!(out, "{code}: {}\n\n{}.", code.what(), code.help())?;
        if !code.example().is_empty() {
            writeln!(out, "\nexample: {}", code.example())?;
        }
    } else if let Some(code) = ErrorCode::find(subject).or_else(|| api_error::code_in(subject)) {
        return error::run(code, subject, &arguments.token, out);
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
    if let [item @ Item { entry: Entry::Admitted(admitted), .. }] = report.items() {
        scope::admitted(item, admitted.as_str(), admitted.summary(), admitted.pattern(), out)?;
        scope::calls(&item.entry, all_calls, out)?;
        return Ok(Answer::Yes);
    }
    // Of a URL or a token response, the list alone.
    let shown = |text: &str| Printable::line(&redact::tokens(text)).text.into_owned();
    writeln!(out, "`{}` is not in the catalogue", shown(report.input()))?;
    for diagnostic in report.diagnostics() {
        writeln!(out, "\n{}: {}", diagnostic.code(), shown(diagnostic.message()))?;
        if let Some(help) = diagnostic.help() {
            writeln!(out, "  {}", shown(help))?;
        }
    }
    Ok(Answer::No)
}
