//! Findings as annotations of a GitHub workflow.

use std::path::Path;

use crate::program::{
    answer::{Out, Result},
    commands::scan::scanned::Scanned,
    github::{Position, annotate},
};

pub(super) fn write(scanned: &Scanned, out: Out<'_>) -> Result<()> {
    for (file, finding) in scanned.findings() {
        let position = Position { file: Path::new(&file.path), line: finding.start.line, column: finding.start.column };
        annotate(&finding.diagnostic, Some(&position), out)?;
    }
    Ok(())
}
