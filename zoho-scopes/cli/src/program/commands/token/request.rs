//! What commands share that ask an accounts server.

use clap::Args;
use zoho_scopes::{
    Error, ScopeSet,
    accounts::DataCentre,
    oauth::{Client, ClientSecret, Problem, Request, SendError, Token},
};

use crate::program::{
    answer::{Answer, Failure, Result},
    input,
    oauth::{client_id, own_server, redirect},
    secrets::ClientSecretSource,
    stderr::print,
    transport::Transport,
};

/// What every request needs.
#[derive(Args)]
pub(super) struct Common {
    /// The data centre of the user: `us`, `eu`, `in`, `com.au`, or a host.
    #[arg(long)]
    pub(super) dc: DataCentre,
    /// The client id, from the API console.
    #[arg(long, value_name = "ID")]
    client_id: String,
    #[command(flatten)]
    pub(super) client_secret: ClientSecretSource,
    /// An accounts server of one's own, instead of that of the data centre.
    #[arg(long, value_name = "URL")]
    pub(super) accounts_server: Option<String>,
}

impl Common {
    /// The data centre that gave a token; none if it was a server of one's own.
    pub(super) fn giver(&self, token: &Token) -> Option<DataCentre> {
        self.accounts_server.is_none().then(|| token.data_centre())
    }
}

/// The client that the arguments describe.
pub(super) fn client(common: &Common, redirect_uri: Option<&str>) -> Result<Client> {
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
pub(super) fn requested(list: &str) -> Result<ScopeSet> {
    input::list(list)?.parse().map_err(|error: Error| Failure::Usage(format!("the requested list: {error}")))
}

/// Sends a request, and prints what went wrong.
pub(super) fn answered<T>(request: &Request<T>, then: impl FnOnce(&T) -> Result) -> Result {
    match request.send(&Transport::new()) {
        Ok(answer) => then(&answer),
        Err(SendError::Response(problem)) => Ok(refused(&problem)),
        Err(error) => Err(Failure::Usage(error.to_string())),
    }
}

/// Prints why there is no token.
pub(super) fn refused(problem: &Problem) -> Answer {
    print(&format!("error: {problem}\nhelp: {}", problem.help()));
    Answer::No
}
