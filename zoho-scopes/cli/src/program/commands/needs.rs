//! `zoho-scopes needs`: the minimal scopes for API calls.

use std::{io, path::PathBuf};

use clap::Args;
use serde::Serialize;
use zoho_scopes::{
    Catalogue, Entry, Policy,
    calls::{Call, MinimalScopes, minimal_scopes},
    catalogue::Source,
};
use zoho_scopes_data::text::printable::Printable;

use crate::{
    program::{
        answer::{Answer, Out, Result},
        calls::Gathered,
        format::Format,
        redact,
        stderr::{print, print_unclear},
    },
    requests::{Form, NotKnown, Requests, Written},
};

#[derive(Args)]
#[command(
    after_help = "Calls are those of the built-in catalogue: catalogue files of your own describe scopes, not calls.\n\n\
                        Example: zoho-scopes needs --why 'GET /crm/v8/org/currencies' 'GET /books/v3/invoices'"
)]
pub(crate) struct Arguments {
    /// API calls such as `GET /crm/v8/org/currencies`: a method, and a URL or its path. Or what holds some, such as a
    /// command of curl.
    #[arg(value_name = "CALL", required_unless_present_any = ["stdin", "files"])]
    calls: Vec<String>,
    /// Read calls from standard input.
    #[arg(long)]
    stdin: bool,
    /// Read calls from a file; may be repeated.
    #[arg(long = "calls", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of standard input and of files; by default their content tells it.
    #[arg(long = "from", value_enum)]
    form: Option<Form>,
    /// Say which call needs which scope.
    #[arg(long)]
    why: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let mut gathered = Gathered::of(&arguments.calls)?;
    if arguments.stdin {
        gathered.read(io::stdin().lock(), arguments.form)?;
    }
    for file in &arguments.files {
        gathered.read_file(file, arguments.form)?;
    }
    let gathered = gathered.or_nothing()?;
    let calls = &gathered.requests.calls;
    let least = minimal_scopes(calls);
    match arguments.format {
        Format::Human => human(&gathered, &least, arguments.why, out)?,
        Format::Json => writeln!(out, "{}", redact::json(&Needs::of(&gathered, &least))?)?,
    }
    let has_needs = |place: &usize| calls[*place].requirement().is_some();
    Ok(Answer::from(gathered.is_all_known() && least.unclear().iter().all(has_needs)))
}

fn human(gathered: &Gathered, least: &MinimalScopes, why: bool, out: Out<'_>) -> io::Result<()> {
    let calls = &gathered.requests.calls;
    gathered.print_errors();
    for place in least.unclear() {
        print_unclear(&calls[*place]);
    }
    let unofficial = calls.iter().filter(|call| !is_official(call)).count();
    match (unofficial, calls.len()) {
        (0, _) => {}
        (_, 1) => print("note: no official source was read for this call"),
        (unofficial, all) => print(&format!("note: no official source was read for {unofficial} of {all} calls")),
    }
    if !least.is_exact() {
        print("so many calls hang together that a narrower list may exist");
    }
    let scopes = least.scopes().to_string();
    // A module's name comes from the request, and may be misspelled there.
    if !scopes.is_empty() {
        let report = Catalogue::builtin().validate(&scopes, &Policy::LAX);
        report.diagnostics().iter().for_each(|found| print(&found.to_string()));
    }
    if !scopes.is_empty() {
        writeln!(out, "{scopes}")?;
    }
    if why {
        writeln!(out)?;
        reasons(&gathered.requests, least, out)?;
    }
    Ok(())
}

/// Each request as it was written, the call it makes, and what that needs by itself; where the list has something
/// broader for it, that too.
fn reasons(requests: &Requests, least: &MinimalScopes, out: Out<'_>) -> io::Result<()> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    for (place, (call, written)) in requests.calls.iter().zip(&requests.written).enumerate() {
        let own = own_needs(call);
        let listed: Vec<&str> = scopes_for(least, place).iter().map(Entry::as_str).collect();
        let broader = if listed == own { String::new() } else { format!(" (by {})", listed.join(", ")) };
        let unclear = if call.unclear().is_some() || own.is_empty() { "unclear" } else { "" };
        let unofficial = if is_official(call) { "" } else { "no official source" };
        let needs = [own.join(", ") + &broader, unclear.to_owned(), unofficial.to_owned()];
        let needs = needs.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("; ");
        let row = |request: &String| {
            [Printable::line(&redact::text(request)).text.into_owned(), call.to_string(), needs.clone()]
        };
        rows.extend(written.requests.iter().map(row));
        if written.more > 0 {
            rows.push([format!("and {} more", written.more), call.to_string(), needs.clone()]);
        }
    }
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [first, second] = [0, 1].map(width);
    rows.iter().try_for_each(|[request, call, needs]| writeln!(out, "{request:first$}  {call:second$}  {needs}"))
}

/// Whether a page or a file of the vendor says what a call needs.
fn is_official(call: &Call) -> bool {
    call.sources().any(|source| source.kind.is_official())
}

/// The narrowest scopes for a call alone.
fn own_needs(call: &Call) -> Vec<String> {
    let least = minimal_scopes(std::slice::from_ref(call));
    least.scopes().iter().map(|entry| entry.as_str().to_owned()).collect()
}

/// The scopes of the list that a call needs. The list is that of all calls, so each has its place in it.
fn scopes_for(least: &MinimalScopes, place: usize) -> &[Entry<'static>] {
    least.of_call(place).unwrap_or_default()
}

/// What `--format json` prints.
#[derive(Serialize)]
struct Needs<'a> {
    scopes: Vec<Entry<'static>>,
    exact: bool,
    calls: Vec<NeededBy<'a>>,
    unknown: Vec<NotKnown>,
    /// The number of further requests that are not known.
    more_unknown: usize,
}

#[derive(Serialize)]
struct NeededBy<'a> {
    /// As they were written, up to some.
    requests: &'a [String],
    call: String,
    host: &'static str,
    service: &'static str,
    /// What it needs by itself.
    needs: Vec<String>,
    /// The scopes of the list that it needs.
    scopes: &'a [Entry<'static>],
    unclear: Option<&'static str>,
    open: Vec<&'static str>,
    sources: Vec<&'static Source>,
}

impl<'a> Needs<'a> {
    fn of(gathered: &'a Gathered, least: &'a MinimalScopes) -> Self {
        let Requests { calls, written, unknown, .. } = &gathered.requests;
        let needed_by = |(place, (call, written)): (usize, (&Call, &'a Written))| NeededBy {
            requests: &written.requests,
            call: call.to_string(),
            host: call.host(),
            service: call.service().as_str(),
            needs: own_needs(call),
            scopes: scopes_for(least, place),
            unclear: call.unclear(),
            open: call.open_patterns(),
            sources: call.sources().collect(),
        };
        Self {
            scopes: least.scopes().iter().collect(),
            exact: least.is_exact() && least.unclear().is_empty(),
            calls: calls.iter().zip(written).enumerate().map(needed_by).collect(),
            unknown: unknown.iter().map(NotKnown::from).collect(),
            more_unknown: gathered.requests.more_unknown,
        }
    }
}
