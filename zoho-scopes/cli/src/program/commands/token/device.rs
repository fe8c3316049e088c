//! `zoho-scopes token device`: tokens for who has no browser here.

use std::{thread::sleep, time::SystemTime};

use clap::Args;
use zoho_scopes::{
    Catalogue, Policy,
    oauth::{Client, Device as Codes, SendError, Token},
};

use super::{
    print::{self, Printing},
    request::{Common, answered, client, refused},
};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    input, secrets,
    stderr::{print, print_errors},
    transport::Transport,
};

#[derive(Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Device {
    #[command(flatten)]
    common: Common,
    /// The scope list; `-` reads it from standard input.
    list: String,
    /// Ask for a refresh token also.
    #[arg(long)]
    offline: bool,
    #[command(flatten)]
    printing: Printing,
}

const AFTER_HELP: &str = "\
The address and the code to type in there are printed on standard error. The client must be of the type \"non-browser\". \
This was never tried against Zoho: it follows Zoho's pages.

Example: zoho-scopes token device --dc eu --client-id 1004.ABC --offline --show ZohoCliq.Chats.READ";

/// A connection may fail so often in a row.
const MAX_FAILURES: usize = 3;

pub(super) fn run(arguments: &Device, out: Out<'_>) -> Result {
    let Device { common, list, offline, printing } = arguments;
    secrets::only_one_from_stdin(&[Some(list), common.client_secret.file()])?;
    let list = input::list(list)?;
    let report = Catalogue::builtin().validate(&list, &Policy::LAX);
    print_errors(&report);
    if !report.is_valid() {
        return Ok(Answer::No);
    }
    let client = client(common, None)?;
    let mut request = client.authorize_device(common.dc, report.to_set());
    if *offline {
        request = request.offline();
    }
    answered(&request.request(), |codes| {
        show(codes);
        match wait(&client, codes.clone())? {
            Some(token) => print::token(&token, common.giver(&token), printing, out),
            None => Ok(Answer::No),
        }
    })
}

fn show(codes: &Codes) {
    print(&format!("open {} and type in {}", codes.verification_url(), codes.user_code()));
    if let Some(url) = codes.complete_url() {
        print(&format!("or open {url}"));
    }
    let left = codes.expires_at().duration_since(SystemTime::now()).unwrap_or_default();
    print(&format!("the code expires in {} s", left.as_secs()));
}

/// Polls until the user has answered; says why where there is no token.
fn wait(client: &Client, mut codes: Codes) -> Result<Option<Token>> {
    let transport = Transport::new();
    let mut failures = 0;
    loop {
        if SystemTime::now() + codes.interval() >= codes.expires_at() {
            print("error: nobody consented before the code expired\nhelp: run the command again for a new code");
            return Ok(None);
        }
        sleep(codes.interval());
        let centre = codes.data_centre();
        match client.poll(&codes).send(&transport) {
            Ok(token) => return Ok(Some(token)),
            Err(SendError::Response(problem)) => {
                failures = 0;
                let now = SystemTime::now();
                if !codes.goes_on(&problem, now) && now < codes.expires_at() {
                    refused(&problem);
                    return Ok(None);
                }
            }
            Err(error) => {
                failures += 1;
                if failures == MAX_FAILURES {
                    return Err(Failure::Usage(error.to_string()));
                }
                codes.slow_down();
                print(&format!("note: {error}; trying again"));
            }
        }
        if codes.data_centre() != centre {
            print(&format!("note: the data centre of the user is `{}`", codes.data_centre()));
        }
    }
}
