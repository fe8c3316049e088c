//! How `zoho-scopes token` prints what it got: without the secrets, unless they are asked for.

use std::io;

use clap::Args;
use serde_json::json;
use zoho_scopes::{ScopeSet, accounts::DataCentre, oauth::Token};
use zoho_scopes_data::text::printable::Printable;

use crate::program::{
    answer::{Answer, Out, Result},
    format::Format,
};

/// How to print tokens.
#[derive(Args)]
pub(super) struct Printing {
    /// Print the tokens themselves.
    #[arg(long)]
    show: bool,
    /// How to print.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// Prints a token, and the data centre that gave it, if that is known. The answer is not an if less was granted than asked for.
pub(super) fn token(token: &Token, centre: Option<DataCentre>, printing: &Printing, out: Out<'_>) -> Result {
    match printing.format {
        Format::Human => human(token, centre, printing.show, out)?,
        Format::Json => {
            let secret = |text: &String| if printing.show { text.clone() } else { "[redacted]".to_owned() };
            let answer = json!({
                "access_token": secret(token.access_token().secret()),
                "refresh_token": token.refresh_token().map(|token| secret(token.secret())),
                "expires_in": token.lifetime().as_secs(),
                "data_centre": centre.map(DataCentre::as_str),
                "api_domain": token.api_domain().map(|url| url.as_str().trim_end_matches('/')),
                "scopes": token.scopes(),
                "missing": token.missing(),
            });
            serde_json::to_writer(&mut *out, &answer).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Answer::from(token.missing().is_empty()))
}

/// Who answered may have written anything where scopes and tokens stand.
fn human(token: &Token, centre: Option<DataCentre>, show: bool, out: Out<'_>) -> io::Result<()> {
    let secret =
        |text: &str| if show { Printable::line(text).text.into_owned() } else { "received; `--show` prints it".into() };
    writeln!(out, "access token   {}", secret(token.access_token().secret()))?;
    if let Some(refresh) = token.refresh_token() {
        writeln!(out, "refresh token  {}", secret(refresh.secret()))?;
    }
    writeln!(out, "expires in     {} s", token.lifetime().as_secs())?;
    if let Some(centre) = centre {
        writeln!(out, "data centre    {centre}, where it is refreshed")?;
    }
    if let Some(domain) = token.api_domain() {
        writeln!(out, "API            {}", domain.as_str().trim_end_matches('/'))?;
    }
    match token.scopes() {
        Some(scopes) => {
            writeln!(out, "\ngranted")?;
            entries(scopes, out)?;
        }
        None => writeln!(out, "\nthe response does not say what was granted")?,
    }
    let missing = token.missing();
    if !missing.is_empty() {
        writeln!(out, "\nmissing: asked for, and not granted")?;
        entries(&missing, out)?;
    }
    Ok(())
}

fn entries(set: &ScopeSet, out: Out<'_>) -> io::Result<()> {
    set.iter().try_for_each(|entry| writeln!(out, "  {}", Printable::line(entry.as_str()).text))
}
