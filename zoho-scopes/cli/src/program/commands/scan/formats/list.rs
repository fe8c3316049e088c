//! The scopes that are asked for, each once, sorted: the input of other commands.

use std::collections::BTreeSet;

use zoho_scopes_data::text::printable::Printable;

use crate::program::{
    answer::{Out, Result},
    commands::scan::scanned::Scanned,
};

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    let scopes: BTreeSet<&str> = scanned.asked().map(|(_, asked)| asked.name()).collect();
    for scope in scopes {
        writeln!(out, "{}", Printable::line(scope).text)?;
    }
    Ok(())
}
