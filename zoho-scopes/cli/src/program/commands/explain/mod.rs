//! `zoho-scopes explain`: all that is known of a scope, or what a code means.

mod error;
mod sources;

use std::{fmt::Display, io};

use clap::Args;
use zoho_scopes::{
    Catalogue, Entry, Policy, Scope,
    accounts::ErrorCode,
    calls::Call,
    catalogue::{Pattern, ScopeName, Status},
    report::{Code, Item},
};
use zoho_scopes_data::text::printable::Printable;

use self::sources::sources;
use crate::program::answer::{Answer, Out, Result};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes explain ZohoCliq.Reminders.ALL")]
pub(crate) struct Arguments {
    /// A scope, the code of a diagnostic such as `unknown-scope-name`, or an error code of Zoho's such as
    /// `OAUTH_SCOPE_MISMATCH`.
    subject: String,
    /// List every call that the scope opens.
    #[arg(long)]
    calls: bool,
    #[command(flatten)]
    token: error::Token,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let subject = arguments.subject.trim();
    if let Some(code) = Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(subject)) {
        writeln!(out, "{code}: {}\n\n{}.", code.what(), code.help())?;
        if !code.example().is_empty() {
            writeln!(out, "\nexample: {}", code.example())?;
        }
        return Ok(Answer::Yes);
    }
    if let Some(code) = ErrorCode::find(subject) {
        return error::run(code, &arguments.token, out);
    }
    let catalogue = Catalogue::builtin();
    if let Some(scope) = catalogue.find(subject) {
        explain(scope, out)?;
        calls(scope, if arguments.calls { usize::MAX } else { MAX_CALLS }, out)?;
        return Ok(Answer::Yes);
    }
    let report = catalogue.validate(subject, &Policy::LAX);
    if let [item @ Item { entry: Entry::Admitted(admitted), .. }] = report.items() {
        writeln!(out, "{}\n  {}\n", admitted.as_str(), admitted.summary())?;
        writeln!(out, "pattern     {}", admitted.pattern())?;
        let pattern = admitted.pattern();
        about(&About::pattern(pattern), out)?;
        listed("covers", item.entry.narrower(&[]).direct, out)?;
        sources(pattern.sources(), out)?;
        return Ok(Answer::Yes);
    }
    // Of a URL or a token response, the list alone.
    writeln!(out, "`{}` is not in the catalogue", Printable::line(report.input()).text)?;
    for diagnostic in report.diagnostics() {
        writeln!(out, "\n{}: {}", diagnostic.code(), Printable::line(diagnostic.message()).text)?;
        if let Some(help) = diagnostic.help() {
            writeln!(out, "  {}", Printable::line(help).text)?;
        }
    }
    Ok(Answer::No)
}

/// So many calls are listed unless all are asked for.
const MAX_CALLS: usize = 10;

/// The calls that name the scope or one that it covers.
fn calls(scope: Scope, most: usize, out: Out<'_>) -> io::Result<()> {
    let calls: Vec<Call> = Call::all().into_iter().filter(|call| call.is_opened_by(scope)).collect();
    listed("calls it opens, alone or with others", calls.iter().take(most), out)?;
    match calls.len().saturating_sub(most) {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more, which `--calls` lists"),
    }
}

fn explain(scope: Scope, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "{scope}\n  {}\n", scope.summary())?;
    about(&About::scope(scope), out)?;
    listed("covers", scope.covered(), out)?;
    listed("covered by", scope.covered_by(), out)?;
    if !scope.requires().is_empty() {
        writeln!(out, "\nalso needs")?;
        scope.requires().iter().try_for_each(|scope| writeln!(out, "  {scope}"))?;
    }
    sources(scope.sources(), out)
}

/// What is known of scopes and patterns alike.
struct About {
    name: Option<ScopeName>,
    status: Status,
    reason: Option<&'static str>,
    since: Option<&'static str>,
    replacement: Option<&'static str>,
    docs: &'static str,
}

impl About {
    fn scope(scope: Scope) -> Self {
        Self {
            name: scope.name(),
            status: scope.status(),
            reason: scope.reason(),
            since: scope.deprecated_since(),
            replacement: scope.replacement(),
            docs: scope.docs_url(),
        }
    }

    fn pattern(pattern: Pattern) -> Self {
        Self {
            name: Some(pattern.name()),
            status: pattern.status(),
            reason: pattern.reason(),
            since: pattern.deprecated_since(),
            replacement: pattern.replacement(),
            docs: pattern.docs_url(),
        }
    }
}

/// What is known of a scope or a pattern, but for others that it covers.
fn about(about: &About, out: Out<'_>) -> io::Result<()> {
    if let Some(name) = about.name {
        let service = name.service();
        writeln!(out, "service     {service} ({})", service.product())?;
        let scopes = name.scopes().filter_map(Scope::operation);
        let operations: Vec<&str> = scopes.chain(name.patterns().map(Pattern::operation)).collect();
        writeln!(out, "scope name  {name}, which offers {}", operations.join(", "))?;
    }
    writeln!(out, "status      {}", about.status)?;
    for (label, text) in [("reason", about.reason), ("since", about.since), ("use", about.replacement)] {
        if let Some(text) = text {
            writeln!(out, "{label:11} {text}")?;
        }
    }
    writeln!(out, "docs        {}", about.docs)
}

fn listed(title: &str, items: impl IntoIterator<Item = impl Display>, out: Out<'_>) -> io::Result<()> {
    for (place, item) in items.into_iter().enumerate() {
        if place == 0 {
            writeln!(out, "\n{title}")?;
        }
        writeln!(out, "  {item}")?;
    }
    Ok(())
}
