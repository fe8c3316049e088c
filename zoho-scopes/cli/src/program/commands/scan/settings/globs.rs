//! Patterns of paths, as in a `.gitignore`.

use std::path::Path;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::word::word;

/// A pattern of paths, as in a `.gitignore`.
#[derive(Debug, Clone, JsonSchema)]
pub(super) struct Glob(String);

impl<'de> Deserialize<'de> for Glob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        /// Of a longer one the braces may be too deep to be read.
        const MAX_BYTES: usize = 1 << 10;
        word(deserializer, |text| {
            if text.len() > MAX_BYTES {
                return Err(format!("a pattern of paths has {MAX_BYTES} bytes at most"));
            }
            match GitignoreBuilder::new("").add_line(None, text) {
                Ok(_) => Ok(Self(text.to_owned())),
                Err(error) => Err(format!("no pattern of paths: {error}")),
            }
        })
    }
}

/// Patterns, relative to a folder.
pub(super) struct Globs(Gitignore);

impl Default for Globs {
    fn default() -> Self {
        Self(Gitignore::empty())
    }
}

impl Globs {
    /// Patterns of a folder.
    pub(super) fn new(folder: &Path, globs: &[Glob]) -> Self {
        let mut builder = GitignoreBuilder::new(folder);
        for glob in globs {
            let _ = builder.add_line(None, &glob.0);
        }
        Self(builder.build().unwrap_or_else(|_| Gitignore::empty()))
    }

    /// Whether they hold an absolute path below the folder, or a folder above it.
    pub(super) fn match_path(&self, path: &Path, is_folder: bool) -> bool {
        !self.0.is_empty() && self.0.matched_path_or_any_parents(path, is_folder).is_ignore()
    }
}
