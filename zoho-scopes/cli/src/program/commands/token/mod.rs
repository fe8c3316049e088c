//! `zoho-scopes token`: exchanging codes, refreshing and revoking tokens, the device flow, and reading responses.

mod device;
mod info;
mod print;
mod request;

use self::{
    print::Printing,
    request::{Common, answered, client, requested},
};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    secrets,
    stderr::print,
};
use clap::{Args, Subcommand};
use zoho_scopes::{
    ScopeSet,
    oauth::{
        AccessToken, AuthorizationCode, CsrfToken, Grant, Pending, PkceCodeVerifier, RefreshToken,
        StandardRevocableToken,
    },
};

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Exchange a code for tokens.
    Exchange(Exchange),
    /// Get a new access token.
    Refresh(Refresh),
    /// Revoke a token.
    Revoke(Revoke),
    /// Get tokens without a browser: the user consents on another device.
    Device(device::Device),
    /// Show what the response of a token endpoint holds. Nothing is sent.
    Info(info::Info),
}

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes token exchange --dc eu --client-id 1000.ABC \
                        --redirect-uri https://app.example/callback --state S --code-file redirect.txt")]
pub(crate) struct Exchange {
    #[command(flatten)]
    common: Common,
    /// A file with the code, or with the whole address at which the browser came back; else it is in
    /// `ZOHO_CODE`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    code_file: Option<String>,
    /// The redirect URI of the authorization request; a self client has none.
    #[arg(long, value_name = "URI")]
    redirect_uri: Option<String>,
    /// The state that was sent, to which that of the address is compared.
    #[arg(long)]
    state: Option<String>,
    /// A file with the verifier of the code challenge, else it is in `ZOHO_CODE_VERIFIER`, if there is one.
    #[arg(long, value_name = "FILE")]
    verifier_file: Option<String>,
    /// The scopes that were asked for, to say which were not granted; `-` is standard input.
    #[arg(long, value_name = "LIST")]
    requested: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Args)]
#[command(
    after_help = "Example: zoho-scopes token refresh --dc eu --client-id 1000.ABC --refresh-token-file token.txt --show"
)]
pub(crate) struct Refresh {
    #[command(flatten)]
    common: Common,
    /// A file with the refresh token, else it is in `ZOHO_REFRESH_TOKEN`; `-` is standard input.
    #[arg(long = "refresh-token-file", value_name = "FILE")]
    token_file: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes token revoke --dc eu --client-id 1000.ABC --token-file token.txt")]
pub(crate) struct Revoke {
    #[command(flatten)]
    common: Common,
    /// A file with the refresh token, else it is in `ZOHO_TOKEN`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    token_file: Option<String>,
    /// It is an access token.
    #[arg(long)]
    access: bool,
}

impl Command {
    pub(super) fn run(&self, out: Out<'_>) -> Result {
        match self {
            Self::Exchange(arguments) => exchange(arguments, out),
            Self::Refresh(arguments) => refresh(arguments, out),
            Self::Revoke(arguments) => revoke(arguments, out),
            Self::Device(arguments) => device::run(arguments, out),
            Self::Info(arguments) => info::run(arguments, out),
        }
    }
}

fn exchange(arguments: &Exchange, out: Out<'_>) -> Result {
    let Exchange { common, code_file, verifier_file, .. } = arguments;
    secrets::only_one_from_stdin(&[
        common.client_secret.file(),
        code_file.as_deref(),
        verifier_file.as_deref(),
        arguments.requested.as_deref(),
    ])?;
    let client = client(common, arguments.redirect_uri.as_deref())?;
    let code = secrets::required(code_file.as_deref(), "ZOHO_CODE", "code", "--code-file")?;
    let requested = arguments.requested.as_deref().map(requested).transpose()?;
    let mut grant = if code.starts_with("https://") || code.starts_with("http://") {
        let state = arguments.state.clone().ok_or_else(|| {
            Failure::Usage(
                "the state of an address is compared with the one that was sent: give it with `--state`".into(),
            )
        })?;
        let mut pending = Pending::new(CsrfToken::new(state), common.dc, ScopeSet::new());
        if common.accounts_server.is_some() {
            pending = pending.with_own_server();
        }
        match pending.accept(&code) {
            Ok(grant) => grant,
            Err(error) => {
                print(&format!("error: {error}"));
                return Ok(Answer::No);
            }
        }
    } else {
        Grant::new(common.dc, AuthorizationCode::new(code))
    };
    if let Some(verifier) = secrets::read(verifier_file.as_deref(), "ZOHO_CODE_VERIFIER")? {
        grant = grant.with_verifier(PkceCodeVerifier::new(verifier));
    }
    grant = grant.with_requested(requested.unwrap_or_default());
    let request = client.exchange(grant);
    answered(&request, |token| print::token(token, common.giver(token), &arguments.printing, out))
}

fn refresh(arguments: &Refresh, out: Out<'_>) -> Result {
    let Refresh { common, token_file, printing } = arguments;
    let file = token_file.as_deref();
    secrets::only_one_from_stdin(&[common.client_secret.file(), file])?;
    let token = secrets::required(file, "ZOHO_REFRESH_TOKEN", "refresh token", "--refresh-token-file")?;
    let request = client(common, None)?.refresh(common.dc, &RefreshToken::new(token));
    answered(&request, |token| print::token(token, common.giver(token), printing, out))
}

fn revoke(arguments: &Revoke, out: Out<'_>) -> Result {
    let Revoke { common, token_file, access } = arguments;
    secrets::only_one_from_stdin(&[common.client_secret.file(), token_file.as_deref()])?;
    let token = secrets::required(token_file.as_deref(), "ZOHO_TOKEN", "token", "--token-file")?;
    let token: StandardRevocableToken =
        if *access { AccessToken::new(token).into() } else { RefreshToken::new(token).into() };
    answered(&client(common, None)?.revoke(common.dc, token), |()| {
        writeln!(out, "the token is revoked")?;
        Ok(Answer::Yes)
    })
}
