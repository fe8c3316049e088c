//! Writing a file as a whole: who reads it sees the old text or the new one.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use tempfile::NamedTempFile;

/// Writes a file that may be there already. A link stays a link.
pub(super) fn replace(file: &Path, text: &str) -> io::Result<()> {
    let (file, permissions) = match fs::canonicalize(file) {
        Ok(file) => (file.clone(), Some(fs::metadata(&file)?.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => (file.to_owned(), None),
        Err(error) => return Err(error),
    };
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder)?;
    beside.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.persist(&file)?;
    Ok(())
}
