//! The commands, each in a file or a folder of its name.

mod auth_url;
mod catalogue;
mod catalogues;
mod check;
mod completions;
mod covers;
mod docs;
mod explain;
mod fmt;
mod generate;
mod list;
mod man;
mod narrow;
mod needs;
mod probe;
mod scan;
mod search;
mod services;
mod site;
mod token;

use clap::Subcommand;

use super::answer::{Out, Result};

#[derive(Subcommand)]
pub(super) enum Command {
    /// Validate scope lists.
    Check(check::Arguments),
    /// Find and validate the scopes of a repository, in any language.
    Scan(scan::Arguments),
    /// Print scope lists in wire form, sorted, without repeats.
    Fmt(fmt::Arguments),
    /// Check whether granted scopes cover what is required.
    Covers(covers::Arguments),
    /// Print the minimal scopes that API calls need.
    Needs(needs::Arguments),
    /// Show the narrower scopes that an over-broad one includes.
    Narrow(narrow::Arguments),
    /// Explain a scope, a scope name, a service or an error code.
    Explain(explain::Arguments),
    /// Find scopes by name, product or description.
    Search(search::Arguments),
    /// List scopes of the catalogue.
    List(list::Arguments),
    /// List services with how much of each is known.
    Services(services::Arguments),
    /// Generate documentation tables.
    Docs(docs::Arguments),
    /// Generate constants for other languages.
    Generate(generate::Arguments),
    /// Write the page where people find scopes.
    Site(site::Arguments),
    /// Print the address at which a user consents to a scope list.
    AuthUrl(auth_url::Arguments),
    /// Ask Zoho whether scopes exist.
    Probe(probe::Arguments),
    /// Exchange codes, refresh and revoke tokens, show responses.
    #[command(
        subcommand,
        after_help = "Example: zoho-scopes token refresh --dc eu --client-id 1000.ABC --refresh-token-file token.txt"
    )]
    Token(token::Command),
    /// Check or lay out catalogue files.
    #[command(subcommand, after_help = "Example: zoho-scopes catalogue check data/services/*.json")]
    Catalogue(catalogue::Command),
    /// Print a script that completes commands in a shell.
    Completions(completions::Arguments),
    /// Print the manual page, or write one for each command.
    Man(man::Arguments),
}

impl Command {
    /// Runs it. `program` describes all commands, for those that print them.
    pub(super) fn run(&self, program: fn() -> clap::Command, out: Out<'_>) -> Result {
        match self {
            Self::Check(arguments) => check::run(arguments, out),
            Self::Scan(arguments) => scan::run(arguments, out),
            Self::Fmt(arguments) => fmt::run(arguments, out),
            Self::Covers(arguments) => covers::run(arguments, out),
            Self::Needs(arguments) => needs::run(arguments, out),
            Self::Narrow(arguments) => narrow::run(arguments, out),
            Self::Explain(arguments) => explain::run(arguments, out),
            Self::Search(arguments) => search::run(arguments, out),
            Self::List(arguments) => list::run(arguments, out),
            Self::Services(arguments) => services::run(arguments, out),
            Self::Docs(arguments) => docs::run(arguments, out),
            Self::Generate(arguments) => generate::run(arguments, out),
            Self::Site(arguments) => site::run(arguments, out),
            Self::AuthUrl(arguments) => auth_url::run(arguments, out),
            Self::Probe(arguments) => probe::run(arguments, out),
            Self::Token(command) => command.run(out),
            Self::Catalogue(command) => catalogue::run(command, out),
            Self::Completions(arguments) => completions::run(arguments, program(), out),
            Self::Man(arguments) => man::run(arguments, program(), out),
        }
    }
}
