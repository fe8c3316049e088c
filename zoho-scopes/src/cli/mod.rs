//! The program `zoho-scopes`: a thin face over the library.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 yes or fine, 1
//! the answer is no, 2 wrong usage or an unreadable file.

mod calls;
mod catalogue;
mod check;
mod complete;
mod covers;
mod docs;
mod explain;
mod export;
mod fmt;
mod input;
mod list;
mod narrow;
mod needs;
mod oauth;
mod openapi;
mod progress;
mod search;
mod services;
mod site;
mod tell;
mod word;

use std::{fmt::Display, io, io::Write, process::ExitCode};

use anstream::{AutoStream, ColorChoice};
use clap::{Parser, Subcommand, ValueEnum};

use self::{
    tell::{tell, tell_faults, tell_unclear},
    word::word,
};

/// Zoho OAuth scopes: check lists, look scopes up, make documentation.
#[derive(Parser)]
#[command(name = "zoho-scopes", version, propagate_version = true)]
#[command(after_help = AFTER_HELP)]
struct Program {
    /// When to colour the output.
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    color: Color,
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
Exit status: 0 yes or fine, 1 the answer is no, 2 wrong usage or an unreadable file.

Example: zoho-scopes check 'ZohoCliq.Channels.READ,ZohoCliq.Chats.READ'";

#[derive(Clone, Copy, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand)]
enum Command {
    /// Validate scope lists.
    Check(check::Arguments),
    /// Print scope lists in wire form, sorted, without repeats.
    Fmt(fmt::Arguments),
    /// Say whether granted scopes cover what is required.
    Covers(covers::Arguments),
    /// Print the least scopes that API calls need.
    Needs(needs::Arguments),
    /// Say what narrower scopes an over-broad one stands for.
    Narrow(narrow::Arguments),
    /// Say all that is known of a scope, or what an error code means.
    Explain(explain::Arguments),
    /// Find scopes by name, product or description.
    Search(search::Arguments),
    /// List scopes of the catalogue.
    List(list::Arguments),
    /// List services with how much of each is known.
    Services(services::Arguments),
    /// Make documentation tables.
    Docs(docs::Arguments),
    /// Write the page where people find scopes.
    Site(site::Arguments),
    /// Print the address at which a user consents to a scope list.
    AuthUrl(oauth::auth_url::Arguments),
    /// Exchange codes, refresh and revoke tokens, read answers.
    #[command(
        subcommand,
        after_help = "Example: zoho-scopes token refresh --dc eu --client-id 1000.ABC --refresh-token-file token.txt"
    )]
    Token(oauth::token::Command),
    /// Check or lay out catalogue files.
    #[command(subcommand, after_help = "Example: zoho-scopes catalogue check data/services/*.json")]
    Catalogue(catalogue::Command),
    /// Print a script that completes commands in a shell.
    Completions(complete::CompletionArguments),
    /// Print the manual page, or write one for each command.
    Man(complete::ManArguments),
}

/// How commands print that have no forms but these.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// What a command answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// Why a command could not answer.
enum Failure {
    /// What was asked for makes no sense, or a file could not be used.
    Usage(String),
    /// Output failed.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// A file that could not be read or written.
    fn file(path: impl Display, error: &io::Error) -> Self {
        Self::Usage(format!("{path}: {error}"))
    }
}

/// What commands return.
type Result<T = Answer> = std::result::Result<T, Failure>;

/// Where commands write their results.
type Out<'a> = &'a mut dyn Write;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let program = Program::parse();
    match program.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
    .write_global();
    let mut out = standard_output();
    let result = program.command.run(&mut *out).and_then(|answer| Ok(out.flush().map(|()| answer)?));
    match result {
        Ok(Answer::Yes) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        // Whoever read the output has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let message = match failure {
                Failure::Usage(message) => message,
                Failure::Output(error) => error.to_string(),
            };
            tell(&format!("error: {message}"));
            ExitCode::from(2)
        }
    }
}

/// Standard output. Where nothing is coloured, nothing is looked through for colours either.
fn standard_output() -> Box<dyn Write> {
    const ROOM: usize = 1 << 16;
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => Box::new(io::BufWriter::with_capacity(ROOM, io::stdout().lock())),
        choice => Box::new(io::BufWriter::with_capacity(ROOM, AutoStream::new(io::stdout(), choice).lock())),
    }
}

impl Command {
    fn run(&self, out: Out<'_>) -> Result {
        match self {
            Self::Check(arguments) => check::run(arguments, out),
            Self::Fmt(arguments) => fmt::run(arguments, out),
            Self::Covers(arguments) => covers::run(arguments, out),
            Self::Needs(arguments) => needs::run(arguments, out),
            Self::Narrow(arguments) => narrow::run(arguments, out),
            Self::Explain(arguments) => explain::run(arguments, out),
            Self::Search(arguments) => search::run(arguments, out),
            Self::List(arguments) => list::run(arguments, out),
            Self::Services(arguments) => services::run(arguments, out),
            Self::Docs(arguments) => docs::run(arguments, out),
            Self::Site(arguments) => site::run(arguments, out),
            Self::AuthUrl(arguments) => oauth::auth_url::run(arguments, out),
            Self::Token(command) => command.run(out),
            Self::Catalogue(command) => catalogue::run(command, out),
            Self::Completions(arguments) => complete::completions(arguments, out),
            Self::Man(arguments) => complete::man(arguments, out),
        }
    }
}

/// The service of that name, or an error that names the nearest.
fn service(word: &str) -> Result<crate::catalogue::Service> {
    service_of(crate::Catalogue::builtin(), word)
}

/// The same in another catalogue.
fn service_of(catalogue: crate::Catalogue, word: &str) -> Result<crate::catalogue::Service> {
    catalogue.service(word).ok_or_else(|| {
        let near = crate::validate::suggest::service(catalogue, word);
        let meant = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Failure::Usage(format!("unknown service `{word}`{meant}"))
    })
}
