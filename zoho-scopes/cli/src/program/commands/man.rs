//! `zoho-scopes man`: for those who package the program.

use std::{fs, path::PathBuf};

use clap::{Args, Command};
use clap_mangen::Man;

use crate::program::answer::{Answer, Failure, Out, Result};

#[derive(Args)]
#[command(after_help = "Example: zoho-scopes man -o ~/.local/share/man/man1")]
pub(crate) struct Arguments {
    /// Write a page for the program and one for each command into this folder, instead of printing the first.
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments, program: Command, out: Out<'_>) -> Result {
    if let Some(folder) = &arguments.output {
        let failed = |error| Failure::file(folder.display(), &error);
        fs::create_dir_all(folder).map_err(failed)?;
        clap_mangen::generate_to(program, folder).map_err(failed)?;
    } else {
        Man::new(program).render(&mut &mut *out)?;
    }
    Ok(Answer::Yes)
}
