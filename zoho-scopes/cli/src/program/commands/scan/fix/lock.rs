//! Who fixes a file has it alone among those who run this program.

use std::{fs::File, io, path::Path};

/// Holds a file until it is dropped.
pub(super) struct Lock {
    _file: Option<File>,
}

impl Lock {
    /// Waits for the file at a path. Nothing where another file has been put there meanwhile: then it is to be read again.
    ///
    /// Where a locked file cannot be read or replaced, as on Windows, nobody waits: what remains is that a file is
    /// compared before it is replaced.
    pub(super) fn of(path: &Path) -> io::Result<Option<Self>> {
        if cfg!(not(unix)) {
            return Ok(Some(Self { _file: None }));
        }
        let file = File::open(path)?;
        file.lock()?;
        let is_there = same_file::Handle::from_file(file.try_clone()?)? == same_file::Handle::from_path(path)?;
        Ok(is_there.then_some(Self { _file: Some(file) }))
    }
}
