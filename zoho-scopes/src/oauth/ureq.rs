//! A blocking transport: ureq with rustls.

use core::time::Duration;

use oauth2::{HttpRequest, HttpResponse, SyncHttpClient};

use super::{
    answer::MOST_BYTES,
    transport::{LONGEST, TransportError},
};

/// A blocking transport: ureq with rustls. It follows no redirect, reads no more than [`MOST_BYTES`] and
/// waits no longer than half a minute.
#[derive(Debug, Clone)]
pub struct Ureq(ureq::Agent);

impl Ureq {
    /// A transport.
    #[must_use]
    pub fn new() -> Self {
        Self::with_timeout(LONGEST)
    }

    /// A transport that waits for no longer than this, answer and all.
    #[must_use]
    pub fn with_timeout(timeout: Duration) -> Self {
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(timeout))
            .build();
        Self(config.into())
    }
}

impl Default for Ureq {
    fn default() -> Self {
        Self::new()
    }
}

impl SyncHttpClient for Ureq {
    type Error = TransportError<ureq::Error>;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, Self::Error> {
        let failed = |error| match error {
            ureq::Error::BodyExceedsLimit(_) => TransportError::TooLarge,
            error => TransportError::Http(error),
        };
        let (parts, mut body) = self.0.run(request).map_err(failed)?.into_parts();
        // One more than is read, since the limit itself counts as too much.
        let body = body.with_config().limit(MOST_BYTES as u64 + 1).read_to_vec().map_err(failed)?;
        Ok(HttpResponse::from_parts(parts, body))
    }
}
