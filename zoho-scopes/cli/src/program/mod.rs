//! The program `zoho-scopes`: a thin face over the library.
//!
//! Results go to standard output, everything else to standard error. Exit status: 0 yes or fine, 1
//! the answer is no, 2 wrong usage or an unreadable file.
//!
//! Each command is a file or a folder of `commands`; what they share stands beside it.

mod answer;
mod calls;
mod commands;
mod counted;
mod difference;
mod format;
mod github;
mod input;
mod oauth;
mod openapi;
mod operation;
mod pattern;
mod probe_file;
mod progress;
mod redact;
mod replace;
mod secrets;
mod service;
mod snippet;
mod stderr;
mod transport;
mod word;

use crate::{export, lines};
use std::{ffi::OsString, io, io::Write, process::ExitCode};

use anstream::{AutoStream, ColorChoice};
use clap::{CommandFactory, Parser, ValueEnum};

use self::{
    answer::{Answer, Failure},
    commands::Command,
    stderr::print,
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

/// Runs the program `zoho-scopes` with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let program = match Program::try_parse_from(std::env::args_os().map(no_option)) {
        Ok(program) => program,
        Err(error) if error.use_stderr() => {
            // It repeats the arguments, and one of them may be a token.
            let _ = write!(anstream::stderr(), "{}", redact::arguments(&error.render().ansi().to_string()));
            return ExitCode::from(2);
        }
        Err(error) => error.exit(),
    };
    match program.color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
    .write_global();
    let mut out = standard_output();
    let result = program.command.run(Program::command, &mut *out);
    match result.and_then(|answer| Ok(out.flush().map(|()| answer)?)) {
        Ok(Answer::Yes) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        // Whoever read the output has seen enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            let (message, status) = match failure {
                Failure::Invalid(message) => (message, 1),
                Failure::Usage(message) => (message, 2),
                Failure::Output(error) => (error.to_string(), 2),
            };
            print(&format!("error: {message}"));
            ExitCode::from(status)
        }
    }
}

/// An argument; a bullet with a list behind it is no option, and lists may begin with a space.
fn no_option(argument: OsString) -> OsString {
    match argument.to_str() {
        Some(text) if text.starts_with("- ") => format!(" {text}").into(),
        _ => argument,
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
