//! `zoho-scopes.toml`: what a repository wants of `scan`.

mod file;
mod globs;
mod model;
mod word;

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml::Spanned;

pub(super) use self::model::schema;
use self::{globs::Globs, model::Model};
use crate::{
    adjustments::Adjustments,
    policy::PolicyName,
    program::{
        answer::{Failure, Result},
        input,
    },
};

/// The name under which settings are found.
pub(super) const NAME: &str = "zoho-scopes.toml";

/// Settings, with what their paths are relative to.
#[derive(Default)]
pub(super) struct Settings {
    folder: PathBuf,
    pub(super) max_bytes: Option<u64>,
    pub(super) hidden: bool,
    pub(super) baseline: Option<PathBuf>,
    pub(super) catalogues: Vec<PathBuf>,
    exclude: Globs,
    /// The strongest first; the last is for all files.
    sections: Vec<(Globs, Section)>,
}

/// What is said of some files.
#[derive(Default)]
pub(super) struct Section {
    pub(super) policy: Option<PolicyName>,
    pub(super) adjustments: Adjustments,
}

impl Settings {
    /// The settings in this file.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = input::file(path)?;
        let wrong = |error: String| Failure::Usage(format!("{}:{error}", path.display()));
        let model = file::parse(&text).map_err(wrong)?;
        let folder = fs::canonicalize(path).map_err(|error| Failure::file(path.display(), &error))?;
        let folder = folder.parent().unwrap_or(Path::new("")).to_owned();
        // Settings come with a repository, which may not make the program wait or read without end.
        for named in model.catalogues.iter().chain(&model.baseline) {
            let file = folder.join(named.get_ref());
            if file.exists() && !file.is_file() {
                let message = format!("`{}` is not a file", named.get_ref().display());
                return Err(wrong(file::error_at(&text, named, &message)));
            }
        }
        Ok(Self::of(model, folder))
    }

    /// The settings of the folder that holds all of these paths, or of the nearest folder above that has some.
    pub(super) fn find(paths: &[PathBuf]) -> Result<Self> {
        let Some(folder) = common_folder(paths) else { return Ok(Self::default()) };
        // A link that leads nowhere is there, too.
        let is_there = |file: &PathBuf| file.symlink_metadata().is_ok();
        let file = folder.ancestors().map(|folder| folder.join(NAME)).find(is_there);
        let Some(file) = file.as_deref().map(shown) else { return Ok(Self::default()) };
        if file.is_file() { Self::read(&file) } else { Err(Failure::Usage(format!("{}: not a file", file.display()))) }
    }

    fn of(model: Model, folder: PathBuf) -> Self {
        let Model { policy, deny, allow, exclude, catalogues, baseline, max_bytes, hidden, overrides } = model;
        let inside = |path: Spanned<PathBuf>| shown(&folder.join(path.into_inner()));
        let section = |policy, deny, allow| Section { policy, adjustments: Adjustments::new(deny, allow) };
        let own = overrides
            .into_iter()
            .rev()
            .map(|part| (Globs::new(&folder, &part.paths), section(part.policy, part.deny, part.allow)));
        let all = (Globs::default(), section(policy, deny, allow));
        Self {
            max_bytes,
            hidden,
            baseline: baseline.map(inside),
            catalogues: catalogues.into_iter().map(inside).collect(),
            exclude: Globs::new(&folder, &exclude),
            sections: own.chain([all]).collect(),
            folder,
        }
    }

    /// Whether a file, with links followed, lies or will lie in the folder of the settings or below.
    pub(super) fn hold(&self, file: &Path) -> bool {
        let file = std::path::absolute(file).unwrap_or_default();
        let new = || Some(fs::canonicalize(file.parent()?).ok()?.join(file.file_name()?));
        fs::canonicalize(&file).ok().or_else(new).is_some_and(|file| file.starts_with(&self.folder))
    }

    /// Whether the file or folder of this absolute path is left out.
    pub(super) fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        path.starts_with(&self.folder) && self.exclude.match_path(path, is_folder)
    }

    /// What is said of the file of this absolute path, the strongest first.
    pub(super) fn sections_for(&self, path: &Path) -> impl Iterator<Item = &Section> {
        let is_inside = path.starts_with(&self.folder);
        let last = self.sections.len().saturating_sub(1);
        let holds = move |(index, (globs, _)): &(usize, &(Globs, Section))| {
            *index == last || (is_inside && globs.match_path(path, false))
        };
        self.sections.iter().enumerate().filter(holds).map(|(_, (_, section))| section)
    }
}

/// The deepest folder that holds all of these paths.
fn common_folder(paths: &[PathBuf]) -> Option<PathBuf> {
    let folder = |path: &PathBuf| {
        let path = fs::canonicalize(path).ok()?;
        if path.is_dir() { Some(path) } else { path.parent().map(Path::to_owned) }
    };
    let mut folders = paths.iter().filter_map(folder);
    let first = folders.next()?;
    Some(folders.fold(first, |common, folder| {
        common.ancestors().find(|common| folder.starts_with(common)).map_or(PathBuf::new(), Path::to_owned)
    }))
}

/// A path as people would write it: from the current folder where it lies below.
fn shown(path: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(fs::canonicalize).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).to_owned()
}
