//! The data centres, as far as the hosts of calls go.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{fault::Faults, read::read_checked};

const FILE: (&str, &str) =
    ("data-centres.json", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data-centres.json")));

#[derive(Deserialize)]
struct DataCentres {
    data_centres: Vec<DataCentre>,
}

#[derive(Deserialize)]
struct DataCentre {
    domains: BTreeMap<String, String>,
}

/// The domains of product hosts: for each kind what it is in the first data centre, whose hosts the
/// `bases` of calls have, and what it is in the others. Longer domains come first.
///
/// # Errors
///
/// Faults of form, which can occur only while the file is being edited.
pub fn domains() -> Result<Vec<(String, String)>, Faults> {
    let DataCentres { data_centres } = read_checked(FILE.0, FILE.1)?;
    let Some((first, others)) = data_centres.split_first() else { return Ok(Vec::new()) };
    let mut domains = Vec::new();
    for centre in others {
        for (kind, domain) in &centre.domains {
            domains.extend(first.domains.get(kind).map(|usual| (domain.clone(), usual.clone())));
        }
    }
    domains.sort_by_key(|(domain, _)| (usize::MAX - domain.len(), domain.clone()));
    domains.dedup();
    Ok(domains)
}
