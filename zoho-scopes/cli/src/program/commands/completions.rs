//! `zoho-scopes completions`: for those who package the program.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::program::answer::{Answer, Out, Result};

#[derive(Args)]
#[command(
    after_help = "Example: zoho-scopes completions bash > ~/.local/share/bash-completion/completions/zoho-scopes"
)]
pub(crate) struct Arguments {
    /// The shell to complete in.
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, mut program: Command, out: Out<'_>) -> Result {
    // What generates them panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "zoho-scopes", &mut script);
    out.write_all(&script)?;
    Ok(Answer::Yes)
}
