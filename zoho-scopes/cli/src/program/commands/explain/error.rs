//! `zoho-scopes explain` of an error code of Zoho's: what causes it, what fixes it, which scope is missing.

use clap::Args;
use zoho_scopes::{Error, ScopeSet, accounts::ErrorCode, catalogue::Service};

use super::sources::sources;
use crate::program::answer::{Answer, Failure, Out, Result};

/// What a refused call had and needed.
#[derive(Args)]
pub(super) struct Token {
    /// For an error code: the scopes of the token, to say which is missing.
    #[arg(long, value_name = "LIST", requires = "required")]
    granted: Option<String>,
    /// For an error code: the scopes that the call needs.
    #[arg(long, value_name = "LIST", requires = "granted")]
    required: Option<String>,
}

pub(super) fn run(code: ErrorCode, token: &Token, out: Out<'_>) -> Result {
    let required = match &token.required {
        Some(list) => list.parse().map_err(|error: Error| Failure::Usage(format!("the required list: {error}")))?,
        None => ScopeSet::new(),
    };
    writeln!(out, "{code}: {}\n\n{}.\n", code.cause(), capitalised(code.remedy()))?;
    writeln!(out, "kind    {}", code.kind())?;
    let places: Vec<&str> = code.places().iter().map(|place| place.as_str()).collect();
    let services: Vec<&str> = code.services().map(Service::as_str).collect();
    let of = if services.is_empty() { String::new() } else { format!(" of {}", services.join(", ")) };
    writeln!(out, "met in  {}{of}", places.join(", "))?;
    if !code.statuses().is_empty() {
        let statuses: Vec<String> = code.statuses().iter().map(u16::to_string).collect();
        writeln!(out, "status  {}", statuses.join(", "))?;
    }
    if let Some(note) = code.note() {
        writeln!(out, "note    {note}")?;
    }
    sources(code.sources(), out)?;
    if let Some(granted) = &token.granted {
        writeln!(out, "\n{}", code.advice_for_all(&ScopeSet::granted(granted), &required))?;
    }
    Ok(Answer::Yes)
}

/// Whether a text is written as codes and HTTP statuses are.
pub(super) fn is_like_code(text: &str) -> bool {
    let is_word = text.contains('_') && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    is_word || status(text).is_some()
}

fn status(text: &str) -> Option<u16> {
    text.parse().ok().filter(|status| (100..600).contains(status))
}

/// A code that no source describes, or what is known of a status.
pub(super) fn unknown(text: &str, out: Out<'_>) -> Result {
    let status = status(text);
    let codes: Vec<ErrorCode> =
        ErrorCode::all().filter(|code| status.is_some_and(|status| code.statuses().contains(&status))).collect();
    if codes.is_empty() {
        writeln!(out, "`{text}` is an error code that no source describes")?;
        return Ok(Answer::No);
    }
    writeln!(out, "HTTP status {text} comes with")?;
    codes.iter().try_for_each(|code| writeln!(out, "  {code}: {}", code.cause()))?;
    Ok(Answer::Yes)
}

fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
