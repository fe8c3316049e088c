//! What is said of requests that are not known, or may be typos.

use serde::Serialize;
use zoho_scopes::{
    Scope,
    calls::{Unknown, Why},
    catalogue::Service,
};

/// What a request is taken for, and the call that may have been meant.
#[derive(PartialEq, Eq, Serialize)]
pub(crate) struct Typo {
    pub(crate) call: String,
    pub(crate) meant: String,
}

/// What is said of a request that is not known.
#[derive(Serialize)]
pub(crate) struct NotKnown {
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// The service whose API it is made to.
    service: Option<&'static str>,
    /// Scopes of the service that it may need: a guess, which is no part of any answer.
    guesses: Vec<&'static str>,
}

impl From<&Unknown> for NotKnown {
    fn from(unknown: &Unknown) -> Self {
        let place = || (unknown.service(), unknown.guesses());
        let (service, guesses) = if *unknown.why() == Why::Method { (None, Vec::new()) } else { place() };
        Self {
            message: unknown.to_string(),
            help: unknown.help(),
            service: service.map(Service::as_str),
            guesses: guesses.into_iter().map(Scope::as_str).collect(),
        }
    }
}

#[cfg(feature = "program")]
impl NotKnown {
    /// What may help, in lines: what was meant, and what it may need.
    pub(crate) fn help_lines(&self) -> Vec<String> {
        let guess = self.service.map(|service| {
            let scopes: Vec<String> = self.guesses.iter().map(|scope| format!("`{scope}`")).collect();
            let guess = if scopes.is_empty() { String::new() } else { format!("; a guess: {}", scopes.join(", ")) };
            format!("it goes to `{service}`, and the call is not in the catalogue{guess}")
        });
        self.help.clone().into_iter().chain(guess).collect()
    }
}
