//! What a repository ignores, looked at before the crate `ignore` reads it: that reads braces within braces without a bound,
//! so that such a file could end the program.

use std::{fs, path::Path};

use memchr::memchr_iter;

/// The files in a folder that say what is ignored.
const NAMES: [&str; 3] = [".gitignore", ".ignore", ".git/info/exclude"];

/// No pattern with more of them within each other can be read.
const MAX_BRACES: usize = 250;

/// What is wrong with the patterns of a folder.
pub(super) fn too_many(folder: &Path) -> Option<String> {
    NAMES.iter().find_map(|name| {
        let path = folder.join(name);
        let text = fs::read(&path).ok()?;
        let has_too_many = |line: &[u8]| memchr_iter(b'{', line).count() > MAX_BRACES;
        let line = text.split(|byte| *byte == b'\n').position(has_too_many)? + 1;
        Some(format!("{}:{line}: a pattern has more than {MAX_BRACES} braces", path.display()))
    })
}
