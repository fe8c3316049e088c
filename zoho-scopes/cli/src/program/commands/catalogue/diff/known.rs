//! A catalogue to compare: an export, or a folder of catalogue files.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde::Deserialize;
use zoho_scopes::catalogue::Status;
use zoho_scopes_data::files::{self as data, Rows, ScopeRow};

use super::super::folder;
use crate::program::{
    answer::{Failure, Result},
    input,
};

pub(super) struct Known {
    pub(super) date: String,
    /// Scopes and patterns by wire form.
    pub(super) scopes: BTreeMap<String, KnownScope>,
    pub(super) has_covering: bool,
}

pub(super) struct KnownScope {
    pub(super) status: Status,
    pub(super) replacement: Option<String>,
    /// What it covers, with a source.
    pub(super) covers: BTreeSet<String>,
    /// What it may cover.
    pub(super) may_cover: BTreeSet<String>,
}

/// What `list --format json` prints, as far as it is compared.
#[derive(Deserialize)]
struct Export {
    version: u32,
    date: String,
    scopes: Vec<Exported>,
    #[serde(default)]
    patterns: Vec<Exported>,
}

#[derive(Deserialize)]
struct Exported {
    wire: String,
    status: Status,
    replacement: Option<String>,
    covers: Option<BTreeSet<String>>,
    #[serde(default)]
    may_cover: BTreeSet<String>,
}

impl Known {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let known = if path.is_dir() { Self::of_folder(path)? } else { Self::of_export(path)? };
        let wrong = known.scopes.iter().find_map(|(wire, scope)| {
            [wire].into_iter().chain(&scope.replacement).find(|text| !is_plain(text)).cloned()
        });
        match wrong {
            Some(wrong) => Err(Failure::Usage(format!("{}: `{wrong}` is not a scope", path.display()))),
            None => Ok(known),
        }
    }

    fn of_export(path: &Path) -> Result<Self> {
        let wrong = |what: String| Failure::Usage(format!("{}: {what}", path.display()));
        let export: Export = input::json(path, &input::file(path)?, "what `list --format json` prints")?;
        if export.version != 1 {
            return Err(wrong(format!("version {} of the export is not known", export.version)));
        }
        let has_covering = export.scopes.iter().all(|scope| scope.covers.is_some());
        let known = |exported: Exported| {
            let Exported { wire, status, replacement, covers, may_cover } = exported;
            (wire, KnownScope { status, replacement, covers: covers.unwrap_or_default(), may_cover })
        };
        let scopes = export.scopes.into_iter().chain(export.patterns).map(known).collect();
        Ok(Self { date: export.date, scopes, has_covering })
    }

    /// Files of another day may not pass the checks of today, so only their form is read.
    fn of_folder(path: &Path) -> Result<Self> {
        let errors = |errors: data::FileErrors| Failure::Usage(errors.to_string());
        let files = folder::read(path)?;
        let services: std::result::Result<Vec<_>, _> =
            files.iter().map(|(file, text)| data::read(&file.display().to_string(), text)).collect();
        let mut services = services.map_err(errors)?;
        services.sort_by_cached_key(|service| service.service.to_ascii_lowercase());
        let date = services.iter().map(|service| service.verified.clone()).max().unwrap_or_default();
        let rows = Rows::of(&services, &date).map_err(|error| Failure::Usage(error.to_string()))?;
        let known = |row: &ScopeRow<'_>| {
            let replacement = row.scope.deprecated().and_then(|end| end.replacement.clone());
            let (covers, may_cover) = (wires(&rows, &row.covers), wires(&rows, &row.may_cover));
            (row.wire.clone(), KnownScope { status: row.scope.status(), replacement, covers, may_cover })
        };
        let scopes = rows.scopes.iter().map(known).collect();
        Ok(Self { date: date.clone(), scopes, has_covering: true })
    }
}

/// The scopes of ranges of ids, without patterns.
fn wires(rows: &Rows<'_>, ranges: &[(u16, u16)]) -> BTreeSet<String> {
    let ids = ranges.iter().flat_map(|(first, last)| *first..=*last);
    let rows = ids.filter_map(|id| rows.scopes.get(usize::from(id)));
    rows.filter(|row| !row.scope.is_pattern()).map(|row| row.wire.clone()).collect()
}

/// Whether a text is written like a scope or a pattern: then it is printed as it is.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-{}".contains(&byte))
}
