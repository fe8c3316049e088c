//! Where what is known was seen.

use std::io;

use zoho_scopes::catalogue::Source;

use crate::program::answer::Out;

pub(super) fn sources<'a>(sources: impl IntoIterator<Item = &'a Source>, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "\nsources")?;
    for source in sources {
        writeln!(out, "  {} ({}, {}, seen {})", source.address, source.kind, source.evidence, source.retrieved)?;
    }
    Ok(())
}
