//! `--catalogue`: catalogue files of one's own.

use std::path::PathBuf;

use clap::Args;
use zoho_scopes::Catalogue;

use crate::program::{answer::Result, input};

#[derive(Args)]
pub(super) struct Catalogues {
    /// A catalogue file of your own, on top of the built-in catalogue; may be repeated.
    #[arg(long = "catalogue", value_name = "FILE")]
    catalogues: Vec<PathBuf>,
}

impl Catalogues {
    /// The built-in catalogue, with these files on top.
    pub(super) fn read(&self) -> Result<Catalogue> {
        input::catalogue(&self.catalogues)
    }
}
