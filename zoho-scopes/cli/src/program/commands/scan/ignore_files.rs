//! What a repository ignores, looked at before the crate `ignore` reads it: that waits for what comes out of a pipe, reads
//! files without a bound, and braces within braces too, so that such a file could end the program.

use std::{
    fs::{self, File},
    io::Read,
    path::Path,
};

use memchr::memchr_iter;

/// The files in a folder that say what is ignored.
const NAMES: [&str; 3] = [".gitignore", ".ignore", ".git/info/exclude"];

/// No file that somebody wrote is larger.
const MAX_BYTES: u64 = 1 << 20;

/// No pattern with more of them within each other can be read.
const MAX_BRACES: usize = 250;

/// Why the patterns of a folder cannot be read.
pub(super) fn problem(folder: &Path) -> Option<String> {
    NAMES.iter().map(|name| folder.join(name)).find_map(|path| {
        let problem = of_file(&path)?;
        Some(format!("{}{problem}", path.display()))
    })
}

/// Why a file cannot be read, if there is one; a folder of its name has no patterns.
fn of_file(path: &Path) -> Option<String> {
    let metadata = fs::metadata(path).ok().filter(|metadata| !metadata.is_dir())?;
    if !metadata.is_file() {
        return Some(": not a file".into());
    }
    let mut text = Vec::new();
    File::open(path).ok()?.take(MAX_BYTES + 1).read_to_end(&mut text).ok()?;
    if text.len() as u64 > MAX_BYTES {
        return Some(format!(": longer than {} MB", MAX_BYTES >> 20));
    }
    let has_too_many = |line: &[u8]| memchr_iter(b'{', line).count() > MAX_BRACES;
    let line = text.split(|byte| *byte == b'\n').position(has_too_many)? + 1;
    Some(format!(":{line}: a pattern has more than {MAX_BRACES} braces"))
}
