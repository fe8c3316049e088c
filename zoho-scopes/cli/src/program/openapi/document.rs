//! An `OpenAPI` file, or one of parts that such files share.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use serde_json::Value;

use super::uses::{self, Use, members};
use crate::document::read;

pub(crate) struct Document {
    path: PathBuf,
    root: Value,
}

impl Document {
    pub(crate) fn read(path: &Path, text: &str) -> Result<Self, String> {
        Ok(Self { path: path.to_owned(), root: read(text)? })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it says so; else it may hold parts that others refer to.
    pub(crate) fn is_openapi(&self) -> bool {
        self.root.get("openapi").or_else(|| self.root.get("swagger")).is_some()
    }

    /// Whether a `$ref` leads to the other file.
    pub(crate) fn refers_to(&self, other: &Self) -> bool {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let mut files = BTreeSet::new();
        references(&self.root, &mut files);
        let other = plain(&other.path);
        files.into_iter().any(|file| plain(&folder.join(file)) == other)
    }

    pub(crate) fn uses(&self) -> Vec<Use> {
        let file = self.path.display().to_string();
        if self.is_openapi() { uses::of_document(&file, &self.root) } else { uses::of_parts(&file, &self.root) }
    }
}

/// The files that a value refers to.
fn references<'a>(value: &'a Value, files: &mut BTreeSet<&'a str>) {
    if let Some(file) = value.get("$ref").and_then(Value::as_str).and_then(|target| target.split('#').next()) {
        files.insert(file);
    }
    let items = value.as_array().into_iter().flatten();
    members(Some(value)).map(|(_, below)| below).chain(items).for_each(|below| references(below, files));
}

/// A path without `.` and, as far as it goes, without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            component => plain.push(component),
        }
    }
    plain
}
