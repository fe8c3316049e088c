//! `zoho-scopes check`: validates lists, and shows what is wrong where.

use std::io::{self, BufRead, Read};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::{Args, ValueEnum};

use super::{Answer, Failure, Out, Result};
use crate::{Catalogue, Code, Diagnostic, Entry, Policy, Report, Severity, Unknown};

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
    let mut all_valid = true;
    let mut judge = |list: &str| -> Result<()> {
        let report = arguments.adjusted(Catalogue::builtin().validate(list, &arguments.policy()));
        all_valid &= report.is_valid();
        if arguments.quiet { Ok(()) } else { arguments.print(&report, out) }
    };
    if arguments.stdin {
        each_line(&mut io::stdin().lock(), arguments.policy().max_bytes, &mut judge)?;
    }
    for list in &arguments.lists {
        if list == "-" {
            let mut text = Vec::new();
            let read = io::stdin().lock().take(u64::MAX).read_to_end(&mut text);
            read.map_err(|error| Failure::file("standard input", &error))?;
            judge(String::from_utf8_lossy(&text).trim_end_matches(['\n', '\r']))?;
        } else {
            judge(list)?;
        }
    }
    Ok(Answer::from(all_valid))
}

/// Calls `judge` with each line. A line longer than `limit` is cut a little beyond it, so that
/// memory stays bounded and the list is still seen to be too long.
fn each_line(input: &mut dyn BufRead, limit: usize, judge: &mut dyn FnMut(&str) -> Result<()>) -> Result<()> {
    let unreadable = |error: &io::Error| Failure::file("standard input", error);
    let bound = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(16);
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.take(bound).read_until(b'\n', &mut line).map_err(|error| unreadable(&error))?;
        if read == 0 {
            return Ok(());
        }
        let whole = line.ends_with(b"\n");
        judge(String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']))?;
        if !whole {
            skip_line(input).map_err(|error| unreadable(&error))?;
        }
    }
}

fn skip_line(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (length, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(place) => (place + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(length);
        if ended {
            return Ok(());
        }
    }
}

impl Arguments {
    fn policy(&self) -> Policy {
        let policy = match self.policy {
            PolicyName::Strict => Policy::STRICT,
            PolicyName::Lax => Policy::LAX,
            PolicyName::Granted => Policy::GRANTED,
        };
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
