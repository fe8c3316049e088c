//! `zoho-scopes token info`: what the response of a token endpoint holds.

use std::time::SystemTime;

use clap::Args;
use zoho_scopes::{
    accounts::DataCentre,
    oauth::{Problem, Token},
};
use zoho_scopes_data::text::printable::Printable;

use super::{
    print::{self, Printing},
    request::{refused, requested},
};
use crate::{
    api_error,
    program::{
        answer::{Answer, Failure, Out, Result},
        redact, secrets,
        stderr::print,
    },
};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes token info --requested ZohoCRM.modules.ALL response.json")]
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

pub(super) fn run(arguments: &Info, out: Out<'_>) -> Result {
    secrets::only_one_from_stdin(&[Some(&arguments.file), arguments.requested.as_deref()])?;
    let body = secrets::text(&arguments.file)?;
    if body.trim().is_empty() {
        return Err(Failure::Usage("the response is empty".into()));
    }
    if serde_json::from_str::<serde::de::IgnoredAny>(&body).is_err() {
        let expected = "the JSON response of a token endpoint is expected, its body alone";
        return Err(Failure::Usage(format!("{}; {expected}", what_else(&body))));
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

/// What a text is that is not JSON.
fn what_else(text: &str) -> &'static str {
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(200).collect();
    let start = start.to_ascii_lowercase();
    if start.starts_with("http/") {
        "this is a whole HTTP response with its headers, as `curl -i` prints it"
    } else if start.starts_with('<') {
        "this is an HTML or XML page"
    } else if start.starts_with(['{', '[']) {
        "this is JSON that is cut off or damaged"
    } else {
        "this is not JSON"
    }
}
