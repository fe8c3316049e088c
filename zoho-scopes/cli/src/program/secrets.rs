//! Secrets, and answers that hold them: from the environment, a file or standard input. Never from arguments,
//! which every process of the machine can read.

use std::{
    env, fs,
    io::{self, Read},
};

use clap::Args;
use zoho_scopes::oauth::MAX_BYTES;

use super::answer::{Failure, Result};

/// The client secret.
#[derive(Args)]
pub(super) struct ClientSecretSource {
    /// A file with the client secret, else it is in `ZOHO_CLIENT_SECRET`; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    client_secret_file: Option<String>,
}

impl ClientSecretSource {
    /// The client secret, if there is one: mobile and desktop clients have none.
    pub(super) fn read(&self) -> Result<Option<String>> {
        read(self.client_secret_file.as_deref(), "ZOHO_CLIENT_SECRET")
    }

    pub(super) fn file(&self) -> Option<&str> {
        self.client_secret_file.as_deref()
    }
}

/// A secret that there must be. `what` and `option` are for the message.
pub(super) fn required(file: Option<&str>, variable: &str, what: &str, option: &str) -> Result<String> {
    read(file, variable)?.ok_or_else(|| {
        Failure::Usage(format!("no {what}: set `{variable}`, or give `{option} FILE` (`-` is standard input)"))
    })
}

/// The secret in a file, or in a variable of the environment; without the line's end.
pub(super) fn read(file: Option<&str>, variable: &str) -> Result<Option<String>> {
    let text = match file {
        Some(path) => Some(text(path)?),
        None => match env::var(variable) {
            Ok(text) => Some(text),
            Err(env::VarError::NotPresent) => None,
            Err(env::VarError::NotUnicode(_)) => return Err(Failure::Usage(format!("`{variable}` is not UTF-8"))),
        },
    };
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
}

/// The text of a file, or of standard input.
pub(super) fn text(path: &str) -> Result<String> {
    let read = if path == "-" {
        bounded(&mut io::stdin().lock())
    } else {
        fs::File::open(path).and_then(|mut file| bounded(&mut file))
    };
    read.map_err(|error| Failure::file(if path == "-" { "standard input" } else { path }, &error))
}

/// No secret comes near the length to which answers are read, nor does a redirect that holds one.
fn bounded(input: &mut dyn Read) -> io::Result<String> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(io::Error::other(format!(
            "longer than {} kB: no secret and no answer of Zoho's is",
            MAX_BYTES / 1024
        )));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("not UTF-8"))
}

/// Standard input can be read once only.
pub(super) fn only_one_from_stdin(arguments: &[Option<&str>]) -> Result<()> {
    if arguments.iter().filter(|argument| **argument == Some("-")).count() > 1 {
        return Err(Failure::Usage("only one argument can come from standard input".into()));
    }
    Ok(())
}
