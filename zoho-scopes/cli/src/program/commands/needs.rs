//! `zoho-scopes needs`: the minimal scopes for API calls.

use std::{io, path::PathBuf};

use clap::Args;
use serde::Serialize;
use zoho_scopes::{
    Catalogue, Entry, Policy,
    calls::{Call, MinimalScopes, minimal_scopes},
};

use crate::{
    program::{
        answer::{Answer, Out, Result},
        calls::{Form, Gathered},
        format::Format,
        stderr::{print, print_unclear},
    },
    requests::{NotKnown, Requests},
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes needs --why 'GET /crm/v8/org/currencies' 'GET /books/v3/invoices'")]
pub(crate) struct Arguments {
    /// API calls such as `GET /crm/v8/org/currencies`: a method, and a URL or its path.
    #[arg(value_name = "CALL", required_unless_present_any = ["stdin", "files"])]
    calls: Vec<String>,
    /// Read calls from standard input.
    #[arg(long)]
    stdin: bool,
    /// Read calls from a file; may be repeated.
    #[arg(long = "calls", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of standard input and of files.
    #[arg(long = "from", value_enum, default_value_t = Form::Lines)]
    form: Form,
    /// Say which call needs which scope.
    #[arg(long)]
    why: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let mut gathered = Gathered::of(&arguments.calls);
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
        Format::Json => {
            serde_json::to_writer(&mut *out, &Needs::of(&gathered, &least)).map_err(io::Error::from)?;
            writeln!(out)?;
        }
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
    if !least.is_exact() {
        print("so many calls hang together that a narrower list may exist");
    }
    let scopes = least.scopes().to_string();
    // A module's name comes from the request, and may be misspelt there.
    if !scopes.is_empty() {
        let report = Catalogue::builtin().validate(&scopes, &Policy::LAX);
        report.diagnostics().iter().for_each(|found| print(&found.to_string()));
    }
    writeln!(out, "{scopes}")?;
    if why {
        writeln!(out)?;
        let width = calls.iter().map(|call| call.to_string().chars().count()).max().unwrap_or(0);
        for (place, call) in calls.iter().enumerate() {
            let scopes: Vec<&str> = least.of_call(place).iter().map(Entry::as_str).collect();
            let scopes = if scopes.is_empty() { "unclear".to_owned() } else { scopes.join(", ") };
            writeln!(out, "{call:width$}  {scopes}")?;
        }
    }
    Ok(())
}

/// What `--format json` prints.
#[derive(Serialize)]
struct Needs<'a> {
    scopes: Vec<Entry<'static>>,
    exact: bool,
    calls: Vec<NeededBy<'a>>,
    unknown: Vec<NotKnown>,
}

#[derive(Serialize)]
struct NeededBy<'a> {
    call: String,
    host: &'static str,
    service: &'static str,
    scopes: &'a [Entry<'static>],
    unclear: Option<&'static str>,
    open: Vec<&'static str>,
}

impl<'a> Needs<'a> {
    fn of(gathered: &Gathered, least: &'a MinimalScopes) -> Self {
        let Requests { calls, unknown, .. } = &gathered.requests;
        let needed_by = |(place, call): (usize, &Call)| NeededBy {
            call: call.to_string(),
            host: call.host(),
            service: call.service().as_str(),
            scopes: least.of_call(place),
            unclear: call.unclear(),
            open: call.open_patterns(),
        };
        Self {
            scopes: least.scopes().iter().collect(),
            exact: least.is_exact(),
            calls: calls.iter().enumerate().map(needed_by).collect(),
            unknown: unknown.iter().map(NotKnown::from).collect(),
        }
    }
}
