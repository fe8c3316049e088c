//! `zoho-scopes explain` of an error code of Zoho's: what causes it, what fixes it, which scope is missing.

use std::io;

use clap::Args;
use zoho_scopes::{Catalogue, Policy, ScopeSet, accounts::ErrorCode, calls::Call, catalogue::Service};
use zoho_scopes_data::text::{distance::nearest, printable::Printable};

use super::sources::sources;
use crate::{
    program::{
        answer::{Answer, Failure, Out, Result},
        redact,
    },
    requests::{NotKnown, Requests},
    usable,
};

/// Of an error so many requests are reported.
const MAX_UNKNOWN: usize = 10;

/// What a refused call had and needed.
#[derive(Args)]
pub(super) struct Token {
    /// For an error: the scopes of the token, to say which is missing.
    #[arg(long, value_name = "LIST")]
    granted: Option<String>,
    /// For an error: the scopes that the call needs.
    #[arg(long, value_name = "LIST", requires = "granted")]
    required: Option<String>,
    /// For an error: the call that was refused, such as `GET /crm/v8/Leads`; by default it is looked for in the text.
    #[arg(long, value_name = "CALL", conflicts_with = "required")]
    call: Option<String>,
}

pub(super) fn run(code: ErrorCode, subject: &str, token: &Token, catalogue: Catalogue, out: Out<'_>) -> Result {
    let required = match &token.required {
        Some(list) => catalogue
            .validate(list, &Policy::LAX)
            .into_set()
            .map_err(|error| Failure::invalid("required list", &error))?,
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
    let granted = token.granted.as_deref().map(|list| granted_set(list, catalogue)).transpose()?;
    let requests = requests(token.call.as_deref(), subject)?;
    let calls = requests.as_ref().map(|requests| requests.calls.as_slice()).unwrap_or_default();
    match granted {
        Some(granted) if token.required.is_some() => {
            writeln!(out, "\n{}", code.advice_for_all(&granted, &required))?;
        }
        Some(_) if calls.is_empty() => {
            let needed = "`--granted` is compared with what the call needs: give it with `--call` or `--required`";
            return Err(Failure::Usage(needed.into()));
        }
        granted => calls.iter().try_for_each(|call| about_call(code, call, granted.as_ref(), out))?,
    }
    for unknown in requests.iter().flat_map(|requests| &requests.unknown) {
        let unknown = NotKnown::from(unknown);
        writeln!(out, "\n{}", Printable::line(&redact::text(&unknown.message)).text)?;
        unknown.help_lines().iter().try_for_each(|help| writeln!(out, "  {}", Printable::line(help).text))?;
    }
    Ok(Answer::Yes)
}

fn granted_set(list: &str, catalogue: Catalogue) -> Result<ScopeSet> {
    let report = usable::report("granted", list, &Policy::GRANTED, usable::GRANTED, catalogue);
    report.map(|report| report.to_set()).map_err(Failure::Usage)
}

/// The requests that were refused: the one that is given, or those that stand in the text of the error.
fn requests(call: Option<&str>, subject: &str) -> Result<Option<Requests>> {
    let mut requests = Requests::new(MAX_UNKNOWN);
    match call {
        Some(call) => requests.add_argument(call).map_err(Failure::Usage)?,
        None => requests.add_found_in(subject),
    }
    Ok((!requests.calls.is_empty() || !requests.unknown.is_empty()).then_some(requests))
}

/// What a call needs, and what the token lacks of it.
fn about_call(code: ErrorCode, call: &Call, granted: Option<&ScopeSet>, out: Out<'_>) -> io::Result<()> {
    let request = call.request();
    let request = redact::text(&request);
    let request = Printable::line(&request).text;
    let Some(needed) = call.requirement() else {
        return writeln!(out, "\n{request}: it is unclear what it needs");
    };
    writeln!(out, "\n{request} needs {needed}")?;
    if let Some(reason) = call.unclear() {
        writeln!(out, "  unclear: {reason}")?;
    }
    granted.map_or(Ok(()), |granted| writeln!(out, "  {}", code.advice(granted, &needed)))
}

/// Whether a text is written as codes and HTTP statuses are.
pub(super) fn is_like_code(text: &str) -> bool {
    let is_word = text.contains('_') && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    let is_number = !text.is_empty() && text.len() < 10 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_word || is_number || status(text).is_some()
}

/// An HTTP status, alone or as the first line of a response has it: `HTTP/1.1 401 Unauthorized`.
fn status(text: &str) -> Option<u16> {
    let is_protocol = |word: &&str| word.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"));
    let mut words = text.split_whitespace().peekable();
    words.next_if(is_protocol);
    let status = words.next()?.parse().ok().filter(|status| (100..600).contains(status))?;
    words.all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(status)
}

/// A code that no source describes, or what is known of a status.
pub(super) fn unknown(text: &str, out: Out<'_>) -> Result {
    let status = status(text);
    let codes: Vec<ErrorCode> =
        ErrorCode::all().filter(|code| status.is_some_and(|status| code.statuses().contains(&status))).collect();
    if codes.is_empty() {
        writeln!(out, "`{text}` is an error code that no source describes")?;
        // One digit more or less is another number.
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let near = nearest(text, ErrorCode::all().map(ErrorCode::as_str)).filter(|_| !is_number);
        near.map_or(Ok(()), |near| writeln!(out, "  did you mean `{near}`?"))?;
        return Ok(Answer::No);
    }
    writeln!(out, "HTTP status {} comes with", status.unwrap_or_default())?;
    codes.iter().try_for_each(|code| writeln!(out, "  {code}: {}", code.cause()))?;
    Ok(Answer::Yes)
}

fn capitalised(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
