//! The files of a repository, read in parallel: what is ignored or hidden is left out, and so is what is no text.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{Sender, channel},
};

use ignore::{DirEntry, WalkBuilder, WalkState};
use zoho_scopes::find::Finder;

use crate::requests;

/// What a file came to.
pub(super) enum Outcome<T> {
    Read(T),
    /// It was not read, for this reason.
    Skipped(String),
}

/// How a file is read.
pub(super) struct Reader<'a> {
    pub(super) finder: &'a Finder,
    /// Larger files are skipped.
    pub(super) max_bytes: u64,
    /// Whether texts that may hold API calls are wanted too.
    pub(super) with_calls: bool,
}

/// Uses each text below these paths that may hold a scope; the results in the order of the paths.
pub(super) fn each_text<T: Send>(
    paths: &[PathBuf],
    reader: &Reader<'_>,
    use_text: impl Fn(&Path, &str) -> Option<T> + Sync,
) -> Vec<(PathBuf, Outcome<T>)> {
    let mut walk = WalkBuilder::new(&paths[0]);
    paths[1..].iter().for_each(|path| {
        walk.add(path);
    });
    // What is ignored is ignored, whether or not the folder is a repository.
    walk.require_git(false);
    let (results, found) = channel();
    walk.build_parallel().run(|| {
        let (results, use_text): (Sender<_>, _) = (results.clone(), &use_text);
        Box::new(move |entry| {
            if let Some(result) = reader.read(entry, use_text) {
                // The receiver lives longer than the walk.
                let _ = results.send(result);
            }
            WalkState::Continue
        })
    });
    drop(results);
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

impl Reader<'_> {
    fn read<T>(
        &self,
        entry: Result<DirEntry, ignore::Error>,
        use_text: &impl Fn(&Path, &str) -> Option<T>,
    ) -> Option<(PathBuf, Outcome<T>)> {
        let entry = match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => entry,
            Ok(_) => return None,
            Err(error) => return Some((PathBuf::new(), Outcome::Skipped(error.to_string()))),
        };
        let path = entry.path();
        let skipped = |reason: String| Some((path.to_owned(), Outcome::Skipped(reason)));
        let length = entry.metadata().map_or(0, |file| file.len());
        if length > self.max_bytes {
            return skipped(format!("it has {length} bytes, and {} are allowed", self.max_bytes));
        }
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return skipped(error.to_string()),
        };
        let may_hold = self.finder.may_hold(&bytes) || (self.with_calls && requests::finder::may_hold(&bytes));
        if is_binary(&bytes) || !may_hold {
            return None;
        }
        use_text(path, &String::from_utf8_lossy(&bytes)).map(|result| (path.to_owned(), Outcome::Read(result)))
    }
}

/// Whether a file is no text, as other programs that search tell it.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().take(8 << 10).any(|byte| *byte == 0)
}
