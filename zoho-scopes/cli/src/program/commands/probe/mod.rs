//! `zoho-scopes probe`: asks Zoho whether scopes exist, one scope a request.

mod ask;
mod print;
mod subjects;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use clap::Args;
use zoho_scopes::{accounts::DataCentre, oauth::Client};

use self::{
    ask::{Asking, Stop},
    print::Print,
};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    format::Format,
    oauth::{client_id, loopback_server},
    probe_file::{ProbeFile, Verdict},
    stderr::print,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    /// The scopes to ask about; `-` reads them from standard input.
    #[arg(required_unless_present = "service")]
    list: Option<String>,
    /// Ask about every scope of this service.
    #[arg(long)]
    service: Option<String>,
    /// The client id, from the API console. No secret is needed.
    #[arg(long, value_name = "ID")]
    client_id: String,
    /// The data centre to ask: `us`, `eu`, `in`, `com.au`, or a host.
    #[arg(long, default_value = "us")]
    dc: DataCentre,
    /// Keep the answers in this file, which is written after each; scopes that it settles are not asked again.
    #[arg(long, value_name = "FILE")]
    save: Option<PathBuf>,
    /// Show what would be sent, and send nothing.
    #[arg(long)]
    dry_run: bool,
    /// Seconds between two requests, 1 or more; up to half as many are added by chance.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    pace: u16,
    /// How to print; `json` is one object a line.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// A stand-in for Zoho on this machine.
    #[arg(long, value_name = "URL", hide = true)]
    accounts_server: Option<String>,
}

const AFTER_HELP: &str = "\
The endpoint of the device flow answers without a user, and refuses a request that holds an unknown scope. Each scope is \
a request of its own; nothing but the client id and the scope is sent, to the accounts host of the data centre alone. \
The first request is about a scope that does not exist: it shows what a refusal looks like. The codes in answers are \
dropped. The run stops when Zoho says that there were too many requests, and after three unclear answers in a row; \
the same command with the same `--save FILE` goes on.

This was never tried against Zoho: it follows Zoho's pages and public code.

Examples: zoho-scopes probe --client-id 1004.ABC --dry-run ZohoCRM.modules.READ,ZohoCRM.coql.READ
          zoho-scopes list --status observed --format plain | zoho-scopes probe --client-id 1004.ABC --save answers.json -";

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let client = client(arguments)?;
    let subjects = subjects::of(arguments.list.as_deref(), arguments.service.as_deref())?;
    let mut file = match &arguments.save {
        Some(path) => ProbeFile::resumed(path, arguments.dc)?,
        None => ProbeFile::new(arguments.dc),
    };
    let open: Vec<&String> = subjects.iter().filter(|scope| file.settled(scope).is_none()).collect();
    let control = subjects::control(&subjects[0]);
    let mut printed = Print::new(arguments.format, out);
    if arguments.dry_run {
        let control = file.control.is_none().then_some(&control);
        let requests: Vec<&String> = control.into_iter().chain(open).collect();
        printed.requests(arguments.dc, &arguments.client_id, &requests, arguments.pace)?;
        return Ok(Answer::Yes);
    }
    let mut asking = Asking::new(client, arguments.dc, Duration::from_secs(arguments.pace.into()));
    subjects.iter().filter_map(|scope| file.settled(scope)).try_for_each(|answered| printed.answer(answered))?;
    let stopped = ask(&mut asking, &control, &open, &mut file, arguments.save.as_deref(), &mut printed)?;
    if let Some(Stop { what, help }) = stopped {
        let done = open.iter().filter(|scope| file.settled(scope).is_some()).count();
        print(&format!("error: {what}: {done} of {} scopes have an answer\nhelp: {help}", open.len()));
        print(match &arguments.save {
            Some(_) => "help: run the same command again to go on: what is saved is not asked again",
            None => "help: with `--save FILE` a run goes on where another stopped",
        });
        return Ok(Answer::No);
    }
    let is_accepted = |scope: &String| file.settled(scope).is_some_and(|found| found.answer == Verdict::Accepted);
    Ok(Answer::from(subjects.iter().all(is_accepted)))
}

/// Asks about scopes, and keeps each answer; why it stopped, if it did.
fn ask(
    asking: &mut Asking,
    control: &str,
    scopes: &[&String],
    file: &mut ProbeFile,
    save: Option<&Path>,
    printed: &mut Print<'_>,
) -> Result<Option<Stop>> {
    for scope in scopes {
        if file.control.is_none() {
            match asking.control(control) {
                Ok(answered) => file.control = Some(answered),
                Err(stop) => return Ok(Some(stop)),
            }
        }
        match asking.scope(scope, file.control.as_ref()) {
            Ok(answered) => {
                printed.answer(&answered)?;
                file.add(answered);
            }
            Err(stop) => return Ok(Some(stop)),
        }
        if let Some(path) = save {
            file.write(path)?;
        }
        if let Some(stop) = asking.given_up() {
            return Ok(Some(stop));
        }
    }
    Ok(None)
}

/// The client. Users cannot send anything elsewhere than to Zoho: a stand-in is on this machine, and it alone is asked
/// without a pause.
fn client(arguments: &Arguments) -> Result<Client> {
    let client = Client::self_client(client_id(&arguments.client_id)?);
    match &arguments.accounts_server {
        Some(server) => Ok(client.with_own_server(loopback_server(server)?)),
        None if arguments.pace == 0 => Err(Failure::Usage("the pace is one second or more".into())),
        None => Ok(client),
    }
}
