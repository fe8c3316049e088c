//! Services by the names that options give.

use zoho_scopes::{Catalogue, catalogue::Service};

use super::answer::{Failure, Result};

/// The service that is called so, or an error that names the nearest, or those that are.
pub(super) fn service(word: &str) -> Result<Service> {
    service_of(Catalogue::builtin(), word)
}

/// The same in another catalogue.
pub(super) fn service_of(catalogue: Catalogue, word: &str) -> Result<Service> {
    match catalogue.services_named(word)[..] {
        [service] => Ok(service),
        // JSON or a header that was pasted in the wrong place may hold secrets.
        [] if word.contains(['{', ':', '=']) => Err(Failure::Usage("this is not the name of a service".into())),
        [] => {
            let near = catalogue.service_like(word);
            let meant = near.map_or_else(
                || "; `zoho-scopes services` lists them".to_owned(),
                |near| format!("; did you mean `{near}`?"),
            );
            Err(Failure::Usage(format!("unknown service `{word}`{meant}")))
        }
        ref several => {
            let several: Vec<String> =
                several.iter().map(|service| format!("`{service}` ({})", service.product())).collect();
            Err(Failure::Usage(format!("`{word}` may be {}", several.join(" or "))))
        }
    }
}
