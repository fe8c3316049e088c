//! `zoho-scopes check`: validates lists, and shows what is wrong where.

use std::{io, path::PathBuf};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::{Args, ValueEnum};

use super::{Answer, Out, Result, input};
use crate::{Code, Diagnostic, Entry, Policy, Report, Severity, Unknown};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes check 'ZohoCliq.Channels.READ,ZohoCliq.Chats.READ'")]
pub(super) struct Arguments {
    /// Scope lists, each judged by itself; `-` reads one from standard input.
    #[arg(required_unless_present = "stdin")]
    lists: Vec<String>,
    /// Read lists from standard input, one a line.
    #[arg(long, conflicts_with = "lists")]
    stdin: bool,
    /// How to read and judge.
    #[arg(long, value_enum, default_value_t = PolicyName::Lax)]
    policy: PolicyName,
    /// What to do about scopes that the catalogue does not know.
    #[arg(long, value_enum)]
    unknown: Option<UnknownName>,
    /// Treat findings of this code, or all `warnings`, as errors.
    #[arg(long, value_name = "CODE|warnings", value_parser = denied)]
    deny: Vec<Denied>,
    /// Leave findings of this code out.
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<Code>,
    /// A catalogue file of your own, on top of the built-in catalogue.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print nothing; the exit status answers.
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum PolicyName {
    /// Your own configuration: official spellings, commas, nothing unknown.
    Strict,
    /// What people paste.
    Lax,
    /// Token responses: spaces, unknown scopes kept.
    Granted,
}

#[derive(Clone, Copy, ValueEnum)]
enum UnknownName {
    Deny,
    Warn,
    Allow,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Github,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Denied {
    Warnings,
    Code(Code),
}

fn denied(word: &str) -> std::result::Result<Denied, String> {
    if word == "warnings" { Ok(Denied::Warnings) } else { code(word).map(Denied::Code) }
}

fn code(word: &str) -> std::result::Result<Code, String> {
    let known = Code::ALL.iter().find(|code| code.as_str() == word);
    known.copied().ok_or_else(|| format!("no such code; `explain {word}` may know more"))
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let catalogue = input::catalogue(&arguments.catalogues)?;
    let mut all_valid = true;
    let mut judge = |list: &str| -> Result<()> {
        let report = arguments.adjusted(catalogue.validate(list, &arguments.policy()));
        all_valid &= report.is_valid();
        if arguments.quiet { Ok(()) } else { arguments.print(&report, out) }
    };
    if arguments.stdin {
        input::each_line(&mut io::stdin().lock(), arguments.policy().max_bytes, &mut judge)?;
    }
    for list in &arguments.lists {
        judge(&input::list(list)?)?;
    }
    Ok(Answer::from(all_valid))
}

impl Arguments {
    fn policy(&self) -> Policy {
        let policy = match self.policy {
            PolicyName::Strict => Policy::STRICT,
            PolicyName::Lax => Policy::LAX,
            PolicyName::Granted => Policy::GRANTED,
        };
        // What is denied by name is looked for, whatever the policy says.
        let denied = |code| self.deny.contains(&Denied::Code(code));
        let policy = if denied(Code::OverBroad) { policy.over_broad(true) } else { policy };
        let policy = if denied(Code::Redundant) { policy.redundant(true) } else { policy };
        match self.unknown {
            None => policy,
            Some(UnknownName::Deny) => policy.unknown(Unknown::Deny),
            Some(UnknownName::Warn) => policy.unknown(Unknown::Warn),
            Some(UnknownName::Allow) => policy.unknown(Unknown::Allow),
        }
    }

    /// The report with `--deny` and `--allow` applied.
    fn adjusted<'a>(&self, mut report: Report<'a>) -> Report<'a> {
        report.diagnostics.retain(|diagnostic| !self.allow.contains(&diagnostic.code));
        for diagnostic in &mut report.diagnostics {
            let by_code = self.deny.contains(&Denied::Code(diagnostic.code));
            let as_warning = diagnostic.severity == Severity::Warning && self.deny.contains(&Denied::Warnings);
            if by_code || as_warning {
                diagnostic.severity = Severity::Error;
            }
        }
        report
    }

    fn print(&self, report: &Report<'_>, out: Out<'_>) -> Result<()> {
        match self.format {
            Format::Human => human(report, out)?,
            Format::Json => {
                serde_json::to_writer(&mut *out, report).map_err(io::Error::from)?;
                writeln!(out)?;
            }
            Format::Github => {
                for diagnostic in report.diagnostics() {
                    github(diagnostic, out)?;
                }
            }
        }
        Ok(())
    }
}

/// What is wrong, underlined; then what the list holds.
fn human(report: &Report<'_>, out: Out<'_>) -> io::Result<()> {
    for diagnostic in report.diagnostics() {
        writeln!(out, "{}\n", Renderer::styled().render(&[underlined(report.input(), diagnostic)]))?;
    }
    let count = report.items().len();
    let errors = report.diagnostics().iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
    let scopes = if count == 1 { "scope" } else { "scopes" };
    if !report.is_valid() {
        return writeln!(out, "invalid: {errors} {} in {count} {scopes}", if errors == 1 { "error" } else { "errors" });
    }
    writeln!(out, "valid: {count} {scopes}")?;
    let width = report.items().iter().map(|item| item.entry.as_str().chars().count()).max().unwrap_or(0);
    for item in report.items() {
        let summary = match &item.entry {
            Entry::Known(scope) => scope.summary(),
            Entry::Admitted(admitted) => admitted.summary(),
            Entry::Unknown(_) => "unknown",
        };
        writeln!(out, "  {:width$}  {summary}", item.entry)?;
    }
    Ok(())
}

fn underlined<'a>(input: &'a str, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let snippet = Snippet::source(input).annotation(AnnotationKind::Primary.span(diagnostic.span().range()));
    let group = level.primary_title(diagnostic.message()).id(diagnostic.code().as_str()).element(snippet);
    match diagnostic.help() {
        Some(help) => group.element(Level::HELP.message(help)),
        None => group,
    }
}

/// A workflow command, which GitHub shows as an annotation.
fn github(diagnostic: &Diagnostic, out: Out<'_>) -> io::Result<()> {
    let command = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let help = diagnostic.help().map(|help| format!(" ({help})")).unwrap_or_default();
    let text = format!("{}{help}", diagnostic.message());
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    writeln!(out, "::{command} title={}::{escaped}", diagnostic.code())
}
