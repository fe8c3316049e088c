//! Secrets: from the environment, a file or standard input. Never from arguments, which every process
//! of the machine can read.

use std::{
    env, fs,
    io::{self, Read},
};

use clap::Args;

use crate::cli::{Failure, Result};

/// No secret, and no redirect that holds one, comes near this.
const MOST_BYTES: u64 = 64 * 1024;

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
        Some(path) => {
            let from = |input: &mut dyn Read| {
                let mut text = String::new();
                input.take(MOST_BYTES).read_to_string(&mut text).map(|_| text)
            };
            let read = if path == "-" {
                from(&mut io::stdin().lock())
            } else {
                fs::File::open(path).and_then(|mut file| from(&mut file))
            };
            Some(read.map_err(|error| Failure::file(if path == "-" { "standard input" } else { path }, &error))?)
        }
        None => match env::var(variable) {
            Ok(text) => Some(text),
            Err(env::VarError::NotPresent) => None,
            Err(env::VarError::NotUnicode(_)) => return Err(Failure::Usage(format!("`{variable}` is not UTF-8"))),
        },
    };
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
}

/// Standard input can hold one secret only.
pub(super) fn only_one_from_stdin(files: &[Option<&str>]) -> Result<()> {
    if files.iter().filter(|file| **file == Some("-")).count() > 1 {
        return Err(Failure::Usage("only one secret can come from standard input".into()));
    }
    Ok(())
}
