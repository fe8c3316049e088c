//! A folder of catalogue files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::program::{
    answer::{Failure, Result},
    input,
};

/// The catalogue files of a folder, or of `services` in it, with their texts, sorted by name.
pub(super) fn read(folder: &Path) -> Result<Vec<(PathBuf, String)>> {
    let services = folder.join("services");
    let folder = if services.is_dir() { services } else { folder.to_owned() };
    let unreadable = |error| Failure::file(folder.display(), &error);
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(&folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Failure::Usage(format!("{}: holds no catalogue files", folder.display())));
    }
    files.into_iter().map(|path| Ok((path.clone(), input::file(&path)?))).collect()
}
