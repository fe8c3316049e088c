//! Services by the names that options give.

use zoho_scopes::{Catalogue, catalogue::Service};

use super::answer::{Failure, Result};

/// The service of that name, or an error that names the nearest.
pub(super) fn service(word: &str) -> Result<Service> {
    service_of(Catalogue::builtin(), word)
}

/// The same in another catalogue.
pub(super) fn service_of(catalogue: Catalogue, word: &str) -> Result<Service> {
    catalogue.service(word).ok_or_else(|| {
        let near = catalogue.service_like(word);
        let meant = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Failure::Usage(format!("unknown service `{word}`{meant}"))
    })
}
