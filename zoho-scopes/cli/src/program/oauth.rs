//! Addresses that the commands of the OAuth workflow take: where the browser comes back, and servers of one's own.

use zoho_scopes::oauth::{Endpoints, RedirectUrl};

use super::answer::{Failure, Result};

pub(super) fn redirect(text: &str) -> Result<RedirectUrl> {
    RedirectUrl::new(text.to_owned()).map_err(|error| Failure::Usage(format!("`{text}` is not an address: {error}")))
}

pub(super) fn own_server(text: &str) -> Result<Endpoints> {
    Endpoints::at(text).map_err(|error| Failure::Usage(error.to_string()))
}
