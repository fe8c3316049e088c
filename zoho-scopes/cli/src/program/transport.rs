//! How the program asks an accounts server: ureq with rustls.
//!
//! Not for the library: ureq logs what it receives at the level `trace`, and a program that uses the
//! library may have a logger. This one has none.

use std::time::Duration;

use ureq::{Agent, Error};
use zoho_scopes::oauth::{HttpRequest, HttpResponse, MAX_BYTES, SyncHttpClient};

/// Follows no redirect, reads no more than [`MAX_BYTES`], and waits no longer than half a minute.
pub(super) struct Transport(Agent);

impl Transport {
    pub(super) fn new() -> Self {
        let config = Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .build();
        Self(config.into())
    }
}

impl SyncHttpClient for Transport {
    type Error = Error;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, Error> {
        let (parts, mut body) = self.0.run(request)?.into_parts();
        let body = body.with_config().limit(MAX_BYTES as u64).read_to_vec()?;
        Ok(HttpResponse::from_parts(parts, body))
    }
}
