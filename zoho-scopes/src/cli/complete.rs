//! `zoho-scopes completions` and `zoho-scopes man`: for those who package the program.

use std::{fs, path::PathBuf};

use clap::{Args, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Answer, Failure, Out, Program, Result};

#[derive(Args)]
#[command(
    after_help = "Example: zoho-scopes completions bash > ~/.local/share/bash-completion/completions/zoho-scopes"
)]
pub(super) struct CompletionArguments {
    /// The shell to complete in.
    shell: Shell,
}

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes man -o ~/.local/share/man/man1")]
pub(super) struct ManArguments {
    /// Write a page for the program and one for each command into this folder, instead of printing the first.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn completions(arguments: &CompletionArguments, out: Out<'_>) -> Result {
    // What generates them panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Program::command(), "zoho-scopes", &mut script);
    out.write_all(&script)?;
    Ok(Answer::Yes)
}

pub(super) fn man(arguments: &ManArguments, out: Out<'_>) -> Result {
    if let Some(folder) = &arguments.output {
        let failed = |error| Failure::file(folder.display(), &error);
        fs::create_dir_all(folder).map_err(failed)?;
        clap_mangen::generate_to(Program::command(), folder).map_err(failed)?;
    } else {
        Man::new(Program::command()).render(&mut &mut *out)?;
    }
    Ok(Answer::Yes)
}
