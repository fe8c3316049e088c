//! The commands of the OAuth workflow: the address of consent, then tokens.

pub(super) mod auth_url;
mod print;
mod secrets;
pub(super) mod token;
mod transport;

use super::{Failure, Result};
use crate::oauth::{Endpoints, RedirectUrl};

fn redirect(text: &str) -> Result<RedirectUrl> {
    RedirectUrl::new(text.to_owned()).map_err(|error| Failure::Usage(format!("`{text}` is no address: {error}")))
}

fn own_server(text: &str) -> Result<Endpoints> {
    Endpoints::at(text).map_err(|error| Failure::Usage(error.to_string()))
}
