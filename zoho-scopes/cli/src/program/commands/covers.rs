//! `zoho-scopes covers`: whether granted scopes allow what is required.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::Args;
use serde::{Serialize, Serializer};
use zoho_scopes::{
    Catalogue, Entry, Policy, ScopeSet,
    calls::Call,
    report::Code,
    set::{Coverage, CoveredBy, Unmet},
};
use zoho_scopes_data::text::printable::Printable;

use crate::program::{
    answer::{Answer, Failure, Out, Result},
    calls::{Form, Gathered},
    format::Format,
    input,
    stderr::{print_errors, print_unclear},
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes covers --granted 'ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ' \
                        --required ZohoCliq.Reminders.READ")]
pub(crate) struct Arguments {
    /// The scopes of a token, as a token response spells them; `-` reads them from standard input.
    #[arg(long, value_name = "LIST")]
    granted: String,
    /// The scopes that a task needs; `-` reads them from standard input.
    #[arg(long, value_name = "LIST", required_unless_present = "calls")]
    required: Option<String>,
    /// A file with the API calls of a task instead; `-` is standard input.
    #[arg(long, value_name = "FILE", conflicts_with = "required")]
    calls: Option<PathBuf>,
    /// The form of the file of calls.
    #[arg(long = "from", value_enum, default_value_t = Form::Lines, requires = "calls")]
    form: Form,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let required = arguments.required.as_deref().unwrap_or_default();
    let from_input = |path: &PathBuf| path.as_os_str() == "-";
    if arguments.granted == "-" && (required == "-" || arguments.calls.as_ref().is_some_and(from_input)) {
        return Err(Failure::Usage("only one of the lists can come from standard input".into()));
    }
    let granted = read("granted", &input::list(&arguments.granted)?, &Policy::GRANTED, &[Code::TooLong])?;
    if let Some(path) = &arguments.calls {
        return calls(&granted, path, arguments, out);
    }
    let without_answer = [Code::TooLong, Code::EmptyList];
    let required = read("required", &input::list(required)?, &Policy::LAX, &without_answer)?;
    let coverage = granted.coverage(&required);
    match arguments.format {
        Format::Human => human(&coverage, out)?,
        Format::Json => {
            serde_json::to_writer(&mut *out, &coverage).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Answer::from(coverage.is_covered()))
}

/// The set that a list spells. What is wrong with it goes to standard error; some of that leaves
/// nothing to answer.
fn read(which: &str, list: &str, policy: &Policy, without_answer: &[Code]) -> Result<ScopeSet> {
    let report = Catalogue::builtin().validate(list, policy);
    if let Some(error) = report.diagnostics().iter().find(|diagnostic| without_answer.contains(&diagnostic.code())) {
        return Err(Failure::Usage(format!("the {which} list cannot be used: {}", error.message())));
    }
    print_errors(&report);
    Ok(report.to_set())
}

/// Which calls would fail with the granted scopes.
fn calls(granted: &ScopeSet, path: &Path, arguments: &Arguments, out: Out<'_>) -> Result {
    let mut gathered = Gathered::of(&[]);
    gathered.read_file(path, arguments.form)?;
    let checked: Vec<CheckedCall<'_>> =
        gathered.requests.calls.iter().map(|call| CheckedCall::new(call, granted)).collect();
    match arguments.format {
        Format::Human => {
            gathered.print_errors();
            for checked in checked.iter().filter(|checked| checked.allowed.is_none()) {
                print_unclear(checked.call);
            }
            let failing: Vec<_> = checked.iter().filter(|checked| checked.allowed == Some(false)).collect();
            for CheckedCall { call, missing, .. } in &failing {
                writeln!(out, "{call}  lacks {}", missing.join(" or "))?;
            }
            let (count, total) = (failing.len(), checked.len());
            writeln!(out, "{count} of {total} calls would fail with OAUTH_SCOPE_MISMATCH")?;
        }
        Format::Json => {
            serde_json::to_writer(&mut *out, &checked).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    let all_allowed = checked.iter().all(|checked| checked.allowed == Some(true));
    Ok(Answer::from(all_allowed && gathered.is_all_known()))
}

/// What `--calls` says of a call.
#[derive(Serialize)]
struct CheckedCall<'a> {
    #[serde(serialize_with = "in_words")]
    call: &'a Call,
    /// None where its needs are unclear.
    allowed: Option<bool>,
    /// The smallest lists any of which would have to be granted also.
    missing: Vec<String>,
}

fn in_words<S: Serializer>(call: &Call, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(call)
}

impl<'a> CheckedCall<'a> {
    fn new(call: &'a Call, granted: &ScopeSet) -> Self {
        let checked = call.requirement().map(|requirement| requirement.check(granted));
        let allowed = checked.as_ref().map(std::result::Result::is_ok);
        let options = |unmet: Unmet| unmet.options().iter().map(ScopeSet::to_string).collect();
        Self { call, allowed, missing: checked.and_then(std::result::Result::err).map(options).unwrap_or_default() }
    }
}

fn human(coverage: &Coverage, out: Out<'_>) -> io::Result<()> {
    let line = |item: &CoveredBy, perhaps: &str| {
        let by: Vec<&str> = item.by.iter().map(Entry::as_str).collect();
        format!("{}  {perhaps}by {}", item.entry, by.join(", "))
    };
    let covered = coverage.covered().iter().map(|item| line(item, "")).collect();
    let undocumented = coverage.undocumented().iter().map(|item| line(item, "perhaps ")).collect();
    let plain = |set: &ScopeSet| set.iter().map(|entry| entry.to_string()).collect();
    let parts: [(&str, Vec<String>); 4] = [
        ("covered", covered),
        ("missing", plain(coverage.missing())),
        ("undocumented: no source says whether it is covered", undocumented),
        ("excess: granted, and nothing that is required needs it", plain(coverage.excess())),
    ];
    for (title, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        writeln!(out, "{title}")?;
        lines.iter().try_for_each(|line| writeln!(out, "  {}", Printable::line(line).text))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", if coverage.is_covered() { "everything is covered" } else { "not everything is covered" })
}
