//! Where what is known was seen.

use std::io;

use zoho_scopes::catalogue::Source;

use crate::program::answer::Out;

pub(super) fn sources<'a>(sources: impl IntoIterator<Item = &'a Source>, out: Out<'_>) -> io::Result<()> {
    writeln!(out, "\nsources")?;
    for source in sources {
        // Such a number leads nowhere; programs find it in the JSON.
        let is_number = source.address.starts_with("code-index:");
        let address = if is_number { "public code seen without its repository" } else { source.address };
        writeln!(out, "  {address} ({}, {}, seen {})", source.kind, source.evidence, source.retrieved)?;
    }
    Ok(())
}
