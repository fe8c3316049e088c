//! Which scopes are generated.

use std::path::{Path, PathBuf};

use clap::Args;
use zoho_scopes::{Catalogue, Entry, Policy, ScopeSet, policy::Unknown};

use crate::program::{
    answer::{Failure, Result},
    commands::scan,
    input,
    service::service_of,
    stderr::print,
};

#[derive(Args)]
pub(super) struct Selection {
    /// Only this service; may be repeated.
    #[arg(long = "service", value_name = "SERVICE")]
    services: Vec<String>,
    /// Only the scopes of this list; `-` reads it from standard input.
    #[arg(long, value_name = "LIST")]
    scopes: Option<String>,
    /// Only the scopes that the files below this path ask for; what was generated before is left out.
    #[arg(long, value_name = "PATH", conflicts_with = "scopes")]
    from_scan: Option<PathBuf>,
}

impl Selection {
    /// The scopes in output order; `output` is no part of what is scanned.
    pub(super) fn entries(&self, catalogue: Catalogue, output: Option<&Path>) -> Result<Vec<Entry<'static>>> {
        let services = self.services.iter().map(|word| service_of(catalogue, word)).collect::<Result<Vec<_>>>()?;
        let set = if let Some(list) = &self.scopes {
            listed(&input::list(list)?, catalogue)?
        } else if let Some(path) = &self.from_scan {
            scanned(path, catalogue, output)?
        } else {
            catalogue.scopes().map(Entry::Known).collect()
        };
        let is_wanted = |entry: &Entry<'_>| match entry {
            _ if services.is_empty() => true,
            Entry::Known(scope) => services.contains(&scope.listed_under().service()),
            Entry::Admitted(text) => services.contains(&text.pattern().service()),
            Entry::Unknown(_) => false,
        };
        let entries: Vec<_> = set.iter().filter(is_wanted).collect();
        if entries.is_empty() { Err(Failure::Usage("there is no scope to generate".into())) } else { Ok(entries) }
    }
}

fn listed(list: &str, catalogue: Catalogue) -> Result<ScopeSet> {
    let report = catalogue.validate(list, &Policy::LAX.unknown(Unknown::Deny));
    report.into_set().map_err(|error| Failure::Usage(format!("the list is invalid: {error}")))
}

/// The scopes that files ask for. What the catalogue does not know has no constant, and is reported.
fn scanned(path: &Path, catalogue: Catalogue, output: Option<&Path>) -> Result<ScopeSet> {
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut set = ScopeSet::new();
    for (file, scopes) in scan::asked_below(path, catalogue)? {
        if output.is_some() && file.canonicalize().ok() == output {
            continue;
        }
        for text in &scopes {
            match catalogue.entry(text) {
                Entry::Unknown(_) => print(&format!("{}: left out, not in the catalogue: `{text}`", file.display())),
                entry => set.extend([entry.into_owned()]),
            }
        }
    }
    Ok(set)
}
