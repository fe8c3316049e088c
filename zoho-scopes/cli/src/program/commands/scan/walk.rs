//! The files of a repository, read in parallel: what is ignored or hidden is left out, and so is what is no text.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
        mpsc::{Sender, channel},
    },
};

use ignore::{DirEntry, WalkBuilder, WalkState};

use super::{
    ignore_files,
    output::is_output,
    text::{is_binary, is_utf_16, text},
};
use crate::program::progress::Progress;

/// What a file came to.
pub(super) enum Outcome<T> {
    Read(T),
    /// It was not read, for this reason.
    Skipped(String),
    /// It was given by name, and could not be read: a message that names it.
    Unreadable(String),
}

/// What came of all files.
pub(super) struct Walked<T> {
    /// In the order of their paths.
    pub(super) outcomes: Vec<(PathBuf, Outcome<T>)>,
    /// Whether the text of any file was read, whatever it holds.
    pub(super) has_read: bool,
}

/// A file.
pub(super) struct File<'a> {
    /// As it is shown.
    pub(super) path: &'a Path,
    /// From the root of the file system, with links followed in the part that was given.
    pub(super) absolute: PathBuf,
}

/// What is read, and what is not.
pub(super) struct Walk<'a> {
    pub(super) paths: &'a [PathBuf],
    /// Whether hidden files are read.
    pub(super) hidden: bool,
    /// Larger files are skipped.
    pub(super) max_bytes: u64,
    /// Whether a file or folder, by its absolute path, is left out.
    pub(super) excludes: &'a (dyn Fn(&Path, bool) -> bool + Sync),
    /// Whether bytes may hold something.
    pub(super) may_hold: &'a (dyn Fn(&[u8]) -> bool + Sync),
}

impl Walk<'_> {
    /// Uses each text below the paths that may hold something. Places in the text are those of the file.
    pub(super) fn each_text<T: Send>(&self, use_text: impl Fn(&File<'_>, &str) -> Option<T> + Sync) -> Walked<T> {
        let nothing = |outcomes| Walked { outcomes, has_read: false };
        let Some((first, others)) = self.paths.split_first() else { return nothing(Vec::new()) };
        let unreadable = |problem| (PathBuf::new(), Outcome::Unreadable(problem));
        if let Some(problem) = self.paths.iter().find_map(|path| problem_above(path)) {
            return nothing(vec![unreadable(problem)]);
        }
        let mut walk = WalkBuilder::new(first);
        for path in others {
            walk.add(path);
        }
        // What is ignored is ignored, whether or not the folder is a repository.
        walk.require_git(false).hidden(!self.hidden);
        let problems = Arc::new(Mutex::new(Vec::new()));
        let found_problems = Arc::clone(&problems);
        walk.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let problem = if is_folder { ignore_files::problem(entry.path()) } else { None };
            let is_fine = problem.is_none();
            if let (Some(problem), Ok(mut problems)) = (problem, found_problems.lock()) {
                problems.push(problem);
            }
            is_fine && (entry.depth() == 0 || entry.file_name() != ".git")
        });
        let roots: HashMap<&Path, PathBuf> =
            self.paths.iter().filter_map(|path| Some((path.as_path(), fs::canonicalize(path).ok()?))).collect();
        let progress = Mutex::new(Progress::new("files", false));
        let has_read = AtomicBool::new(false);
        let (results, found) = channel();
        walk.build_parallel().run(|| {
            let (results, use_text, roots, progress, has_read): (Sender<_>, _, _, _, _) =
                (results.clone(), &use_text, &roots, &progress, &has_read);
            Box::new(move |entry| {
                let entry = match entry {
                    Ok(entry) => entry,
                    Err(error) => {
                        let is_given = error.depth() == Some(0);
                        let outcome = if is_given { Outcome::Unreadable } else { Outcome::Skipped };
                        let _ = results.send((PathBuf::new(), outcome(error.to_string())));
                        return WalkState::Continue;
                    }
                };
                let file = File { path: without_dot(entry.path()), absolute: absolute(&entry, roots) };
                if (self.excludes)(&file.absolute, entry.file_type().is_some_and(|kind| kind.is_dir())) {
                    return WalkState::Skip;
                }
                if let Some(outcome) = self.read(&entry, &file, has_read, use_text) {
                    // The receiver lives longer than the walk.
                    let _ = results.send((file.path.to_owned(), outcome));
                }
                if let Ok(mut progress) = progress.lock() {
                    progress.advance();
                }
                WalkState::Continue
            })
        });
        drop(results);
        let problems = problems.lock().map(|mut problems| std::mem::take(&mut *problems)).unwrap_or_default();
        let mut found: Vec<_> = found.into_iter().chain(problems.into_iter().map(unreadable)).collect();
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        // A file may be given by name and with its folder.
        found.dedup_by(|(one, _), (other, _)| one == other && !one.as_os_str().is_empty());
        Walked { outcomes: found, has_read: has_read.into_inner() }
    }

    fn read<T>(
        &self,
        entry: &DirEntry,
        file: &File<'_>,
        has_read: &AtomicBool,
        use_text: &impl Fn(&File<'_>, &str) -> Option<T>,
    ) -> Option<Outcome<T>> {
        let is_given = entry.depth() == 0;
        let unreadable = |reason: &str| Outcome::Unreadable(format!("{}: {reason}", file.path.display()));
        // A link is followed where it is given by name.
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file()) || (is_given && entry.path().is_file());
        if !is_file {
            let is_other = is_given && !entry.path().is_dir();
            return is_other.then(|| unreadable("it is neither a file nor a folder"));
        }
        let length = fs::metadata(entry.path()).map_or(0, |file| file.len());
        if length > self.max_bytes {
            return Some(Outcome::Skipped(format!("it has {length} bytes, and {} are allowed", self.max_bytes)));
        }
        let bytes = match fs::read(entry.path()) {
            Ok(bytes) => bytes,
            Err(error) if is_given => return Some(unreadable(&error.to_string())),
            Err(error) => return Some(Outcome::Skipped(error.to_string())),
        };
        if is_utf_16(&bytes) {
            return Some(Outcome::Skipped("it is written in UTF-16".into()));
        }
        if is_binary(&bytes) {
            return None;
        }
        has_read.store(true, Ordering::Relaxed);
        if !(self.may_hold)(&bytes) {
            return None;
        }
        let text = text(&bytes);
        if is_output(&text) {
            return Some(Outcome::Skipped("it is a baseline or a report of `scan`".into()));
        }
        use_text(file, &text).map(Outcome::Read)
    }
}

/// Why the patterns of a path cannot be read, or of the folders above it, which count too.
fn problem_above(path: &Path) -> Option<String> {
    fs::canonicalize(path).ok()?.ancestors().find_map(ignore_files::problem)
}

/// A path without `./` in front.
fn without_dot(path: &Path) -> &Path {
    path.strip_prefix(".").ok().filter(|path| !path.as_os_str().is_empty()).unwrap_or(path)
}

fn absolute(entry: &DirEntry, roots: &HashMap<&Path, PathBuf>) -> PathBuf {
    let path = entry.path();
    let root = path.ancestors().nth(entry.depth()).unwrap_or(path);
    let below = path.strip_prefix(root).unwrap_or(path);
    let root = roots.get(root).cloned().unwrap_or_else(|| root.to_owned());
    if below.as_os_str().is_empty() { root } else { root.join(below) }
}
