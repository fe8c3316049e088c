//! Writing a file again as a whole: who reads it sees the old text or the new one.

use std::{fs, io, io::Write, path::Path};

use tempfile::NamedTempFile;

/// Replaces the bytes of a file, or makes it. Its permissions stay, and a link stays a link.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_if(file, bytes, |_| Ok(true)).map(|_| ())
}

/// The same, if the file with its links followed is still as it should be just before: whether it was.
pub(super) fn replace_if(
    file: &Path,
    bytes: &[u8],
    is_as_expected: impl FnOnce(&Path) -> io::Result<bool>,
) -> io::Result<bool> {
    let (file, permissions) = match fs::canonicalize(file) {
        Ok(file) => (file.clone(), Some(fs::metadata(&file)?.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (file.to_owned(), None),
        Err(error) => return Err(error),
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.as_file().sync_all()?;
    if !is_as_expected(&file)? {
        return Ok(false);
    }
    beside.persist(&file)?;
    Ok(true)
}
