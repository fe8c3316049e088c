//! Writing a file again as a whole: who reads it sees the old text or the new one.

use std::{fs, io, io::Write, path::Path};

use tempfile::{Builder, NamedTempFile};

use super::answer::{Failure, Result};

/// Writes a file that an option names, and the folders in which it is, where they are missing.
pub(super) fn output(file: &Path, bytes: &[u8]) -> Result<()> {
    let made = file.parent().map_or(Ok(()), fs::create_dir_all);
    made.and_then(|()| replace(file, bytes)).map_err(|error| Failure::file(file.display(), &error))
}

/// Replaces the bytes of a file, or makes it. Its permissions stay, and a link stays a link. What is no file, such as
/// `/dev/stdout`, is written to.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(file).is_ok_and(|metadata| !metadata.is_file()) {
        return fs::write(file, bytes);
    }
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
    let mut beside = new_file_in(folder)?;
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

/// A file that others may read as far as those that are made anew, where the file that it replaces does not say it.
fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(all(test, unix))]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::replace;

    #[test]
    fn permissions_stay_or_are_the_usual_ones() {
        let folder = tempfile::tempdir().expect("a folder");
        let [usual, new] = ["usual", "new"].map(|name| folder.path().join(name));
        let mode = |path| fs::metadata(path).expect("a file").permissions().mode();
        fs::write(&usual, "").expect("a file");
        replace(&new, b"1").expect("a file");
        assert_eq!(mode(&new), mode(&usual));
        fs::set_permissions(&new, fs::Permissions::from_mode(0o640)).expect("it is ours");
        replace(&new, b"2").expect("a file");
        assert_eq!((fs::read(&new).expect("a file"), mode(&new) & 0o777), (b"2".to_vec(), 0o640));
    }
}
