//! How commands print that have no forms but these.

use clap::ValueEnum;

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
}
