//! An async transport: reqwest with rustls.

use alloc::{boxed::Box, vec::Vec};
use core::{fmt, future::Future, pin::Pin, time::Duration};

use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::redirect;

use super::response::MAX_BYTES;

/// A request takes no longer than this, response and all.
const LONGEST: Duration = Duration::from_secs(30);

/// An async transport: reqwest with rustls, on tokio. It follows no redirect, reads no more than
/// [`MAX_BYTES`] and waits no longer than half a minute.
#[derive(Debug, Clone)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    /// A transport.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up.
    pub fn new() -> Result<Self, TransportError> {
        Self::with_timeout(LONGEST)
    }

    /// A transport that waits for no longer than this, response and all.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up.
    pub fn with_timeout(timeout: Duration) -> Result<Self, TransportError> {
        let client = reqwest::Client::builder().redirect(redirect::Policy::none()).timeout(timeout).build();
        client.map(Self).map_err(TransportError::Http)
    }

    async fn response(&self, request: HttpRequest) -> Result<HttpResponse, reqwest::Error> {
        let mut received = self.0.execute(request.try_into()?).await?;
        let mut body = Vec::new();
        while let Some(chunk) = received.chunk().await? {
            body.extend_from_slice(&chunk);
            // One byte too much is enough to tell.
            if body.len() > MAX_BYTES {
                break;
            }
        }
        let mut response = HttpResponse::new(body);
        *response.status_mut() = received.status();
        *response.headers_mut() = core::mem::take(received.headers_mut());
        Ok(response)
    }
}

impl<'c> AsyncHttpClient<'c> for Reqwest {
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Self::Error>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let response = self.response(request).await.map_err(|error| TransportError::Http(error.without_url()))?;
            if response.body().len() > MAX_BYTES { Err(TransportError::TooLarge) } else { Ok(response) }
        })
    }
}

/// Why no response was delivered.
#[derive(Debug)]
#[non_exhaustive]
pub enum TransportError {
    /// The connection failed, was cut off, or took too long.
    Http(reqwest::Error),
    /// The response is longer than any of Zoho's; the rest was not read.
    TooLarge,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Http(error) => error.fmt(f),
            Self::TooLarge => f.write_str("the response is too long to be Zoho's"),
        }
    }
}

impl core::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Http(error) => error.source(),
            Self::TooLarge => None,
        }
    }
}
