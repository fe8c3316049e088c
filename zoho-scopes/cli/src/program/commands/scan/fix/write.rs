//! Making fixes in files, of which nobody else's change is lost.

use std::{fs, io, path::Path};

use super::{edits::made, lock::Lock};
use crate::program::{
    commands::scan::{file::FileReport, finding::Replacement},
    replace::replace_if,
};

/// How often a file is read again that somebody else changes meanwhile.
const MAX_TRIES: usize = 10;

/// What came of a file.
pub(in crate::program::commands::scan) struct Fixed {
    /// How many fixes were made.
    pub(in crate::program::commands::scan) count: usize,
    /// What is left.
    pub(in crate::program::commands::scan) left: Option<FileReport>,
}

/// The fixes of a file.
pub(in crate::program::commands::scan) fn fixes(report: &FileReport) -> Vec<&Replacement> {
    report.findings().filter_map(|finding| finding.fix.as_ref()).collect()
}

/// Makes the fixes of a file that `read` finds in its bytes.
///
/// Whoever else runs this waits. An editor does not: if the file is another one than was read, it is read again.
pub(in crate::program::commands::scan) fn fix(
    path: &Path,
    read: impl Fn(&[u8]) -> Option<FileReport>,
) -> io::Result<Fixed> {
    for _ in 0..MAX_TRIES {
        let Some(_lock) = Lock::of(path)? else { continue };
        let bytes = fs::read(path)?;
        let left = read(&bytes);
        let fixes = left.as_ref().map(fixes).unwrap_or_default();
        if fixes.is_empty() {
            return Ok(Fixed { count: 0, left });
        }
        let (count, new) = (fixes.len(), made(&bytes, fixes));
        if replace_if(path, &new, |path| Ok(fs::read(path)? == bytes))? {
            return Ok(Fixed { count, left: read(&new) });
        }
    }
    Err(io::Error::other("somebody else keeps changing it; nothing was fixed"))
}
