//! `zoho-scopes auth-url`: the address at which a user consents to a list.

use std::{fs, io::Write};

use clap::{Args, ValueEnum};
use zoho_scopes::{
    Catalogue, Policy,
    accounts::DataCentre,
    oauth::{Client, CsrfToken, PkceCodeVerifier},
};

use crate::program::{
    answer::{Answer, Failure, Out, Result},
    input,
    oauth::{client_id, own_server, redirect},
    secrets,
    stderr::{print, print_errors},
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes auth-url --dc eu --client-id 1000.ABC \
                        --redirect-uri https://app.example/callback --offline ZohoCliq.Chats.READ")]
pub(crate) struct Arguments {
    /// The scope list; `-` reads it from standard input.
    list: String,
    /// The data centre in which the client is registered: `us`, `eu`, `in`, `com.au`, or a host.
    #[arg(long)]
    dc: DataCentre,
    /// The client id, from the API console.
    #[arg(long, value_name = "ID")]
    client_id: String,
    /// Where the browser comes back: an address that is registered for the client.
    #[arg(long, value_name = "URI")]
    redirect_uri: String,
    /// Ask for a refresh token also.
    #[arg(long)]
    offline: bool,
    /// Show the consent page even to users who have consented before.
    #[arg(long, value_enum)]
    prompt: Option<Prompt>,
    /// The state that must come back; without it one is made.
    #[arg(long)]
    state: Option<String>,
    /// Send a code challenge (PKCE). Its verifier is taken from `ZOHO_CODE_VERIFIER`, else made.
    #[arg(long)]
    pkce: bool,
    /// Keep the verifier in this file, which must not exist.
    #[arg(long, value_name = "FILE", requires = "pkce")]
    verifier_file: Option<String>,
    /// Print the verifier, to standard error.
    #[arg(long)]
    show: bool,
    /// An accounts server of one's own, instead of that of the data centre.
    #[arg(long, value_name = "URL")]
    accounts_server: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Prompt {
    Consent,
}

pub(super) fn run(arguments: &Arguments, out: Out<'_>) -> Result {
    let list = input::list(&arguments.list)?;
    let report = Catalogue::builtin().validate(&list, &Policy::LAX);
    print_errors(&report);
    if !report.is_valid() {
        return Ok(Answer::No);
    }
    let redirect = redirect(&arguments.redirect_uri)?;
    let mut client = Client::new(client_id(&arguments.client_id)?, redirect);
    if let Some(server) = &arguments.accounts_server {
        client = client.with_own_server(own_server(server)?);
    }
    // The library would decide by whether there is a secret, which nobody needs here.
    let mut request = client.authorize(arguments.dc, report.to_set()).pkce(arguments.pkce);
    if arguments.offline {
        request = request.offline();
    }
    if let Some(Prompt::Consent) = arguments.prompt {
        request = request.consent();
    }
    if let Some(state) = &arguments.state {
        if state.is_empty() {
            return Err(Failure::Usage("an empty state protects nobody".into()));
        }
        request = request.state(CsrfToken::new(state.clone()));
    }
    let own_verifier = if arguments.pkce { secrets::read(None, "ZOHO_CODE_VERIFIER")? } else { None };
    let is_own = own_verifier.is_some();
    if let Some(verifier) = own_verifier {
        let unfit = |error| Failure::Usage(format!("`ZOHO_CODE_VERIFIER`: {error}"));
        request = request.pkce_verifier(PkceCodeVerifier::new(verifier)).map_err(unfit)?;
    }
    let (url, pending) = request.url();
    if arguments.state.is_none() {
        hand_over("state", pending.state().secret())?;
    }
    if let Some(verifier) = pending.verifier() {
        keep(verifier, arguments, is_own)?;
    }
    writeln!(out, "{url}")?;
    Ok(Answer::Yes)
}

/// Hands the verifier over, without which the code cannot be exchanged.
fn keep(verifier: &PkceCodeVerifier, arguments: &Arguments, is_own: bool) -> Result<()> {
    if let Some(path) = &arguments.verifier_file {
        let write = || new_private_file(path)?.write_all(verifier.secret().as_bytes());
        write().map_err(|error| Failure::file(path, &error))?;
    }
    if arguments.show {
        hand_over("verifier", verifier.secret())?;
    } else if arguments.verifier_file.is_none() && !is_own {
        print(
            "note: the verifier was made and not kept, so the code cannot be exchanged; give `--verifier-file` or \
             `--show`, or set `ZOHO_CODE_VERIFIER`",
        );
    }
    Ok(())
}

/// Prints what was made, on standard error: the address is of no use to who cannot read it.
fn hand_over(what: &str, secret: &str) -> Result<()> {
    writeln!(anstream::stderr(), "{what}: {secret}").map_err(|error| Failure::file("standard error", &error))
}

/// A new file that only its owner reads, as far as the system has that.
fn new_private_file(path: &str) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
