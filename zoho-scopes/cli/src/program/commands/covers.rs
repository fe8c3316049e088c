//! `zoho-scopes covers`: whether granted scopes allow what is required.

use std::{
    io,
    path::{Path, PathBuf},
};

use clap::{ArgGroup, Args};
use serde::{Serialize, Serializer};
use zoho_scopes::{
    Catalogue, Entry, Policy, ScopeSet,
    calls::Call,
    report::Code,
    set::{Coverage, CoveredBy, Unmet},
};
use zoho_scopes_data::text::printable::Printable;

use super::catalogues::Catalogues;
use crate::{
    program::{
        answer::{Answer, Failure, Out, Result},
        calls::Gathered,
        format::Format,
        input, redact,
        stderr::{print_errors, print_unclear},
    },
    requests::{Form, NotKnown},
    usable,
};

#[derive(Args)]
#[command(group = ArgGroup::new("needed").required(true).args(["required", "calls"]))]
#[command(after_help = "Example: zoho-scopes covers --granted 'ZohoCliq.Reminders.ALL ZohoCliq.Chats.READ' \
                        --required ZohoCliq.Reminders.READ")]
pub(crate) struct Arguments {
    /// The scopes of a token, as a token response spells them; `-` reads them from standard input.
    #[arg(long, value_name = "LIST")]
    granted: String,
    /// The scopes that a task needs; `-` reads them from standard input.
    #[arg(long, value_name = "LIST")]
    required: Option<String>,
    /// A file with the API calls of a task instead; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    calls: Option<PathBuf>,
    /// The form of the file of calls; by default its content tells it.
    #[arg(long = "from", value_enum, requires = "calls")]
    form: Option<Form>,
    #[command(flatten)]
    catalogues: Catalogues,
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
    let catalogue = arguments.catalogues.read()?;
    let granted = input::list(&arguments.granted)?;
    let granted = read("granted", &granted, &Policy::GRANTED, usable::GRANTED, catalogue)?;
    if let Some(path) = &arguments.calls {
        return calls(&granted, path, arguments, out);
    }
    let required = read("required", &input::list(required)?, &Policy::LAX, usable::REQUIRED, catalogue)?;
    let coverage = granted.coverage(&required);
    match arguments.format {
        Format::Human => human(&coverage, out)?,
        Format::Json => writeln!(out, "{}", redact::json(&coverage)?)?,
    }
    Ok(Answer::from(coverage.is_covered()))
}

/// The set that a list spells. What is wrong with it goes to standard error; some of that leaves
/// nothing to answer.
fn read(which: &str, list: &str, policy: &Policy, without_answer: &[Code], catalogue: Catalogue) -> Result<ScopeSet> {
    let report = usable::report(which, list, policy, without_answer, catalogue).map_err(Failure::Usage)?;
    print_errors(&report);
    Ok(report.to_set())
}

/// Which calls would fail with the granted scopes.
fn calls(granted: &ScopeSet, path: &Path, arguments: &Arguments, out: Out<'_>) -> Result {
    let mut gathered = Gathered::of(&[])?;
    gathered.read_file(path, arguments.form)?;
    let gathered = gathered.or_nothing()?;
    let checked: Vec<CheckedCall<'_>> =
        gathered.requests.calls.iter().map(|call| CheckedCall::new(call, granted)).collect();
    match arguments.format {
        Format::Human => {
            gathered.print_errors();
            calls_for_people(&checked, gathered.count_unknown(), out)?;
        }
        Format::Json => {
            let unknown = gathered.requests.unknown.iter().map(NotKnown::from).collect();
            let answer = CheckedCalls { calls: &checked, unknown, more_unknown: gathered.requests.more_unknown };
            writeln!(out, "{}", redact::json(&answer)?)?;
        }
    }
    let all_allowed = checked.iter().all(|checked| checked.allowed == Some(true));
    Ok(Answer::from(all_allowed && gathered.is_all_known()))
}

fn calls_for_people(checked: &[CheckedCall<'_>], unknown: usize, out: Out<'_>) -> io::Result<()> {
    let unsettled: Vec<_> = checked.iter().filter(|checked| checked.allowed.is_none()).collect();
    for CheckedCall { call, missing, .. } in unsettled.iter().filter(|checked| checked.undocumented) {
        writeln!(out, "{call}  undocumented: no source says whether {} is covered", missing.join(" or "))?;
    }
    checked.iter().filter(|checked| checked.is_unclear()).for_each(|checked| print_unclear(checked.call));
    let failing: Vec<_> = checked.iter().filter(|checked| checked.allowed == Some(false)).collect();
    for CheckedCall { call, missing, .. } in &failing {
        writeln!(out, "{call}  lacks {}", missing.join(" or "))?;
    }
    write!(out, "{} of {} calls would fail with OAUTH_SCOPE_MISMATCH", failing.len(), checked.len())?;
    for (count, what) in [(unsettled.len(), "unclear or undocumented"), (unknown, "requests not known")] {
        if count > 0 {
            write!(out, "; {count} {what}")?;
        }
    }
    writeln!(out)
}

/// What `--calls --format json` prints.
#[derive(Serialize)]
struct CheckedCalls<'a> {
    calls: &'a [CheckedCall<'a>],
    unknown: Vec<NotKnown>,
    more_unknown: usize,
}

/// What `--calls` says of a call.
#[derive(Serialize)]
struct CheckedCall<'a> {
    #[serde(serialize_with = "in_words")]
    call: &'a Call,
    /// None where its needs are unclear, or it is undocumented whether they are covered.
    allowed: Option<bool>,
    undocumented: bool,
    /// Why its needs cannot be settled; what is known of them is the safest reading.
    unclear: Option<&'static str>,
    /// The smallest lists any of which would have to be granted also.
    missing: Vec<String>,
}

fn in_words<S: Serializer>(call: &Call, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_str(call)
}

impl<'a> CheckedCall<'a> {
    fn new(call: &'a Call, granted: &ScopeSet) -> Self {
        let unmet = match call.requirement().map(|requirement| requirement.check(granted)) {
            Some(Ok(())) => {
                let unclear = call.unclear();
                return Self { call, allowed: Some(true), undocumented: false, unclear, missing: Vec::new() };
            }
            Some(Err(unmet)) => Some(unmet),
            None => None,
        };
        let options = unmet.as_ref().map(Unmet::options).unwrap_or_default();
        let undocumented = options.iter().any(|option| granted.coverage(option).missing().is_empty());
        // What is known of an unclear call is the safest reading: without its scopes the call may succeed also.
        let fails = unmet.is_some() && !undocumented && call.unclear().is_none();
        let missing = options.iter().map(ScopeSet::to_string).collect();
        Self { call, allowed: fails.then_some(false), undocumented, unclear: call.unclear(), missing }
    }

    fn is_unclear(&self) -> bool {
        self.unclear.is_some() || self.call.requirement().is_none()
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
        lines.iter().try_for_each(|line| writeln!(out, "  {}", Printable::line(&redact::text(line)).text))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", if coverage.is_covered() { "everything is covered" } else { "not everything is covered" })
}
