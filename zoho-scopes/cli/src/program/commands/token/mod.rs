//! `zoho-scopes token`: exchanging codes, refreshing and revoking tokens, and reading answers.

mod print;
mod transport;

use std::time::SystemTime;

use clap::{Args, Subcommand};
use zoho_scopes::{
    Error, ScopeSet,
    accounts::DataCentre,
    oauth::{
        AccessToken, AuthorizationCode, Client, ClientSecret, CsrfToken, Grant, Pending, PkceCodeVerifier, Problem,
        RefreshToken, Request, SendError, StandardRevocableToken, Token,
    },
};
use zoho_scopes_data::text::printable::Printable;

use self::{print::Printing, transport::Transport};
use crate::{
    api_error,
    program::{
        answer::{Answer, Failure, Out, Result},
        input,
        oauth::{client_id, own_server, redirect},
        redact,
        secrets::{self, ClientSecretSource},
        stderr::print,
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
    /// Show what the response of a token endpoint holds. Nothing is sent.
    Info(Info),
}

/// What every request needs.
#[derive(Args)]
struct Common {
    /// The data centre of the user: `us`, `eu`, `in`, `com.au`, or a host.
    #[arg(long)]
    dc: DataCentre,
    /// The client id, from the API console.
    #[arg(long, value_name = "ID")]
    client_id: String,
    #[command(flatten)]
    client_secret: ClientSecretSource,
    /// An accounts server of one's own, instead of that of the data centre.
    #[arg(long, value_name = "URL")]
    accounts_server: Option<String>,
}

impl Common {
    /// The data centre that gave a token; none if it was a server of one's own.
    fn giver(&self, token: &Token) -> Option<DataCentre> {
        self.accounts_server.is_none().then(|| token.data_centre())
    }
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

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes token info --requested ZohoCRM.modules.ALL answer.json")]
pub(crate) struct Info {
    /// A file with the JSON response of a token endpoint; `-` is standard input.
    #[arg(default_value = "-")]
    file: String,
    /// The scopes that were asked for, to say which were not granted; `-` is standard input.
    #[arg(long, value_name = "LIST")]
    requested: Option<String>,
    #[command(flatten)]
    printing: Printing,
}

impl Command {
    pub(super) fn run(&self, out: Out<'_>) -> Result {
        match self {
            Self::Exchange(arguments) => exchange(arguments, out),
            Self::Refresh(arguments) => refresh(arguments, out),
            Self::Revoke(arguments) => revoke(arguments, out),
            Self::Info(arguments) => info(arguments, out),
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
            Failure::Usage("an address is held against the state that was sent: give it with `--state`".into())
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

fn info(arguments: &Info, out: Out<'_>) -> Result {
    secrets::only_one_from_stdin(&[Some(&arguments.file), arguments.requested.as_deref()])?;
    let body = secrets::text(&arguments.file)?;
    if body.trim().is_empty() {
        return Err(Failure::Usage("the file holds no answer".into()));
    }
    if serde_json::from_str::<serde::de::IgnoredAny>(&body).is_err() {
        return Err(Failure::Usage("this is not JSON; the body of the response is needed, without its headers".into()));
    }
    let requested = arguments.requested.as_deref().map(requested).transpose()?;
    // Which data centre gave it makes no difference to what is printed.
    match Token::from_answer(body.as_bytes(), DataCentre::UnitedStates, SystemTime::now()) {
        Ok(token) => {
            let centre = token.api_domain().and_then(|url| url.host_str()).and_then(DataCentre::from_host);
            print::token(&token.with_requested(requested.unwrap_or_default()), centre, &arguments.printing, out)
        }
        Err(problem) => {
            // It may be the answer of an API.
            let code =
                api_error::code_in(&body).filter(|_| matches!(problem, Problem::Malformed { .. } | Problem::NoToken));
            let Some(code) = code else {
                let raw = if problem.is_unknown_refusal() { raw_error(&body) } else { None };
                let Some(raw) = raw else { return Ok(refused(&problem)) };
                print(&format!(
                    "error: `{raw}`: the cause is unknown, no source describes it\nhelp: {}",
                    problem.help()
                ));
                return Ok(Answer::No);
            };
            print(&format!(
                "error: `{code}`: {}\nhelp: {} (`zoho-scopes explain '{code}'`)",
                code.cause(),
                code.remedy()
            ));
            Ok(Answer::No)
        }
    }
}

/// The error of a response as it stands there, but for what may be a secret in it.
fn raw_error(body: &str) -> Option<String> {
    let fields: serde_json::Value = serde_json::from_str(body).ok()?;
    let error = fields.get("error")?.as_str()?;
    let shown = |word: &str| {
        let is_secret = word.len() >= 20 && word.contains(|c: char| c.is_ascii_digit());
        if is_secret { "…".to_owned() } else { word.chars().take(60).collect() }
    };
    let words: Vec<String> = redact::tokens(error).split_whitespace().take(20).map(shown).collect();
    Some(Printable::line(&words.join(" ").replace('`', "'")).text.into_owned())
}

/// The client that the arguments describe.
fn client(common: &Common, redirect_uri: Option<&str>) -> Result<Client> {
    let id = client_id(&common.client_id)?;
    let mut client = match redirect_uri {
        Some(uri) => Client::new(id, redirect(uri)?),
        None => Client::self_client(id),
    };
    if let Some(secret) = common.client_secret.read()? {
        client = client.with_secret(ClientSecret::new(secret));
    }
    if let Some(server) = &common.accounts_server {
        client = client.with_own_server(own_server(server)?);
    }
    Ok(client)
}

/// The set that a list spells; a list that is wrong is not a usage of the program.
fn requested(list: &str) -> Result<ScopeSet> {
    input::list(list)?.parse().map_err(|error: Error| Failure::Usage(format!("the requested list: {error}")))
}

/// Sends a request, and prints what went wrong.
fn answered<T>(request: &Request<T>, then: impl FnOnce(&T) -> Result) -> Result {
    match request.send(&Transport::new()) {
        Ok(answer) => then(&answer),
        Err(SendError::Response(problem)) => Ok(refused(&problem)),
        Err(error) => Err(Failure::Usage(error.to_string())),
    }
}

fn refused(problem: &Problem) -> Answer {
    print(&format!("error: {problem}\nhelp: {}", problem.help()));
    Answer::No
}
