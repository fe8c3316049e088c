//! `zoho-scopes check`: validates lists, and shows what is wrong where.

mod json;

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use unicode_width::UnicodeWidthStr;
use zoho_scopes::{Policy, Report, report::Severity};
use zoho_scopes_data::text::printable::Printable;

use super::catalogues::Catalogues;
use crate::{
    adjustments::Adjustments,
    api_error,
    list_file::{ListFile, without_remarks},
    policy::{PolicyName, UnknownName},
    program::{
        answer::{Answer, Failure, Out, Result},
        counted::counted,
        github::{Position, annotate},
        input,
        progress::Progress,
        redact,
        snippet::{Look, Snippets},
        stderr::print,
    },
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes check 'ZohoCliq.Channels.READ,ZohoCliq.Chats.READ'")]
pub(crate) struct Arguments {
    /// Scope lists, each checked by itself; `-` reads one from standard input.
    #[arg(required_unless_present_any = ["stdin", "files"])]
    lists: Vec<String>,
    /// A file with lists: a setting of a YAML, TOML or .env file, source code, Markdown; may be repeated. Each
    /// list is checked by itself. Diagnostics name file and line, in JSON as `file`, `line` and `column`. Comments are left
    /// out.
    #[arg(long = "file", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Read lists from standard input, one a line.
    #[arg(long, conflicts_with = "lists")]
    stdin: bool,
    /// How to read and check.
    #[arg(long, value_enum, default_value_t = PolicyName::Lax)]
    policy: PolicyName,
    /// What to do about scopes that the catalogue does not know.
    #[arg(long, value_enum)]
    unknown: Option<UnknownName>,
    #[command(flatten)]
    adjustments: Adjustments,
    #[command(flatten)]
    catalogues: Catalogues,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print nothing; the exit status answers.
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Github,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let catalogue = arguments.catalogues.read()?;
    let policy = arguments.policy();
    let mut all_valid = true;
    let mut line = Vec::new();
    let mut report_on = |report: Report<'_>, within: Within<'_>, out: Out<'_>| -> Result<()> {
        let report = arguments.adjustments.adjusted(report).map_diagnostics(|found| Some(redact::diagnostic(found)));
        all_valid &= report.is_valid();
        if arguments.quiet { Ok(()) } else { arguments.print(&report, within, &mut line, out) }
    };
    if arguments.stdin {
        let mut progress = Progress::new("lists", !arguments.quiet);
        let mut is_empty = true;
        input::each_line(&mut input::stdin(), policy.byte_limit(), out, &mut |list, out| {
            progress.advance();
            is_empty = false;
            report_on(catalogue.validate(list, &policy), Within::Nothing, out)
        })?;
        // A check of nothing may not look like one that passed.
        if is_empty {
            return Err(Failure::Usage("no list was read: standard input is empty".into()));
        }
    }
    for list in input::lists(&arguments.lists)? {
        let list = list?;
        if Path::new(&*list).is_file() && !arguments.adjustments.adjusted(catalogue.validate(&list, &policy)).is_valid()
        {
            return Err(Failure::Usage(format!("`{list}` is a file; `check --file {list}` checks the list in it")));
        }
        let reports = catalogue.validate_all(&list, &policy);
        let within = if reports.len() > 1 { Within::Text(&list) } else { Within::Nothing };
        if reports.iter().all(|report| report.items().is_empty()) {
            say_if_api_error(&list);
        }
        for report in reports {
            report_on(report, within, out)?;
        }
    }
    for path in &arguments.files {
        let file = ListFile::new(path, input::file(path)?);
        let reports = file.reports(catalogue, &policy);
        let (several, shown) = (reports.len() > 1, redact::source(file.text()));
        for report in reports {
            report_on(without_remarks(report), Within::File { file: &file, shown: &shown, several }, out)?;
        }
    }
    Ok(Answer::from(all_valid))
}

/// Says of a text without scopes what it is, if that is an error of an API.
fn say_if_api_error(text: &str) {
    if let Some(code) = api_error::code_in(text).filter(|_| text.contains('{')) {
        let (cause, remedy) = (code.cause(), code.remedy());
        print(&format!(
            "note: this is an error of Zoho's, `{code}`: {cause}\nhelp: {remedy} (`zoho-scopes explain '{code}'`)"
        ));
    }
}

/// What a list stands in.
#[derive(Clone, Copy)]
enum Within<'a> {
    /// It was given by itself.
    Nothing,
    /// A text with several lists.
    Text(&'a str),
    File {
        file: &'a ListFile<'a>,
        /// The text as it is shown: what looks secret is covered.
        shown: &'a str,
        /// Whether the file has more lists.
        several: bool,
    },
}

impl<'a> Within<'a> {
    fn file(self) -> Option<&'a ListFile<'a>> {
        if let Self::File { file, .. } = self { Some(file) } else { None }
    }
}

impl Arguments {
    fn policy(&self) -> Policy {
        let policy = self.adjustments.applied_to(self.policy.policy());
        self.unknown.map_or(policy, |unknown| policy.unknown(unknown.unknown()))
    }

    /// Prints what came of a list; `line` is room for it.
    fn print(&self, report: &Report<'_>, within: Within<'_>, line: &mut Vec<u8>, out: Out<'_>) -> Result<()> {
        let file = within.file();
        match self.format {
            Format::Human => human(report, within, out)?,
            Format::Json => {
                line.clear();
                json::write(report, line)?;
                if let Some(file) = file {
                    let placed = serde_json::from_slice(line).map(|json| file.placed(report, json));
                    *line = placed.and_then(|placed| serde_json::to_vec(&placed)).map_err(io::Error::from)?;
                }
                line.push(b'\n');
                out.write_all(line)?;
            }
            Format::Github => {
                for diagnostic in report.diagnostics() {
                    let position = file.map(|file| {
                        let (line, column) = file.position(report, diagnostic.span().start);
                        Position { file: file.path(), line, column }
                    });
                    annotate(diagnostic, position.as_ref(), out)?;
                }
            }
        }
        Ok(())
    }
}

/// What is wrong, underlined; then what the list holds.
fn human(report: &Report<'_>, within: Within<'_>, out: Out<'_>) -> io::Result<()> {
    let look = Look::of_standard_output();
    let covered = redact::covered(report.input());
    let mut snippets = match within {
        Within::Nothing => Snippets::new(&covered, look),
        Within::Text(text) => {
            let lines = text[..report.start()].matches('\n').count();
            Snippets::new(&covered, look).within(1 + lines, 0)
        }
        Within::File { shown, .. } => Snippets::new(shown, look).within(1, report.start()),
    };
    for diagnostic in report.diagnostics() {
        writeln!(out, "{}\n", snippets.render(diagnostic))?;
    }
    if let Within::File { file, several, .. } = within {
        write!(out, "{}:", Printable::line(&file.path().display().to_string()).text)?;
        if several {
            write!(out, "{}:", file.position(report, 0).0)?;
        }
        write!(out, " ")?;
    }
    let count = report.items().len();
    let errors = report.diagnostics().iter().filter(|diagnostic| diagnostic.severity() == Severity::Error).count();
    let scopes = counted(count, "scope");
    if !report.is_valid() {
        return writeln!(out, "invalid: {} in {scopes}", counted(errors, "error"));
    }
    writeln!(out, "valid: {scopes}")?;
    let columns = |text: &str| Printable::line(text).text.width();
    let width = report.items().iter().map(|item| columns(item.entry.as_str())).max().unwrap_or(0);
    for item in report.items() {
        let summary = item.entry.summary().unwrap_or("unknown");
        let entry = redact::covered(item.entry.as_str());
        let entry = Printable::line(&entry).text;
        let space = width - entry.width();
        writeln!(out, "  {entry}{:space$}  {}", "", Printable::line(summary).text)?;
    }
    Ok(())
}
