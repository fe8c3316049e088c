//! Fixing all files of a scan, or showing what that would change.

use super::{diff, write};
use crate::program::{
    answer::{Answer, Failure, Out, Result},
    commands::scan::{file::FileReport, scanned::Scanned},
    counted::counted,
    stderr,
};

/// Makes the fixes, and puts what is left in the place of what was found. `read` finds what is in the bytes of a file.
pub(in crate::program::commands::scan) fn fix(
    scanned: &mut Scanned,
    read: impl Fn(&FileReport, &[u8]) -> Option<FileReport>,
) -> Result<()> {
    let (mut count_made, mut count_files) = (0, 0);
    let mut kept = Vec::with_capacity(scanned.files.len());
    for report in std::mem::take(&mut scanned.files) {
        if write::fixes(&report).is_empty() {
            kept.push(report);
            continue;
        }
        let done = write::fix(&report.absolute, |bytes| read(&report, bytes));
        let done = done.map_err(|error| Failure::file(&report.path, &error))?;
        count_made += done.count;
        count_files += usize::from(done.count > 0);
        kept.extend(done.left);
    }
    scanned.files = kept;
    stderr::print(&format!("fixed {} in {}", counted(count_made, "finding"), counted(count_files, "file")));
    Ok(())
}

/// Shows what fixes would change: whether that is nothing.
pub(in crate::program::commands::scan) fn diff(scanned: &Scanned, out: Out<'_>) -> Result {
    let mut fixes = 0;
    for report in &scanned.files {
        fixes += diff::show(&report.absolute, report, out)?;
    }
    stderr::print(&format!("{} can be fixed", counted(fixes, "finding")));
    Ok(Answer::from(fixes == 0))
}
