//! The data centres, as far as the hosts of calls go.

use crate::files::{
    accounts::{DATA_CENTRES, DataCentres},
    error::FileErrors,
    read::read_checked,
};

/// The domains of product hosts: for each kind what it is in the first data centre, whose hosts the
/// `bases` of calls have, and what it is in the others. Longer domains come first.
///
/// # Errors
///
/// Errors of form, which can occur only while the file is being edited.
pub fn domains() -> Result<Vec<(String, String)>, FileErrors> {
    let DataCentres { data_centres, .. } = read_checked(DATA_CENTRES.0, DATA_CENTRES.1)?;
    let Some((first, others)) = data_centres.split_first() else { return Ok(Vec::new()) };
    let mut domains = Vec::new();
    for centre in others {
        for (kind, domain) in centre.domains.iter() {
            domains.extend(first.domains.get(kind).map(|usual| (domain.clone(), usual.clone())));
        }
    }
    domains.sort_by_key(|(domain, _)| (usize::MAX - domain.len(), domain.clone()));
    domains.dedup();
    Ok(domains)
}
