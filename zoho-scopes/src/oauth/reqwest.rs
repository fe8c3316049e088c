//! An async transport: reqwest with rustls.

use alloc::{boxed::Box, vec::Vec};
use core::{future::Future, pin::Pin, time::Duration};

use oauth2::{AsyncHttpClient, HttpRequest, HttpResponse};
use reqwest::redirect;

use super::{
    answer::MOST_BYTES,
    transport::{LONGEST, TransportError},
};

/// An async transport: reqwest with rustls, on tokio. It follows no redirect, reads no more than
/// [`MOST_BYTES`] and waits no longer than half a minute.
#[derive(Debug, Clone)]
pub struct Reqwest(reqwest::Client);

impl Reqwest {
    /// A transport.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up.
    pub fn new() -> Result<Self, TransportError<reqwest::Error>> {
        Self::with_timeout(LONGEST)
    }

    /// A transport that waits for no longer than this, answer and all.
    ///
    /// # Errors
    ///
    /// If TLS cannot be set up.
    pub fn with_timeout(timeout: Duration) -> Result<Self, TransportError<reqwest::Error>> {
        let client = reqwest::Client::builder().redirect(redirect::Policy::none()).timeout(timeout).build();
        client.map(Self).map_err(TransportError::Http)
    }

    async fn answer(&self, request: HttpRequest) -> Result<HttpResponse, reqwest::Error> {
        let mut response = self.0.execute(request.try_into()?).await?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            body.extend_from_slice(&chunk);
            // One byte too much is enough to tell.
            if body.len() > MOST_BYTES {
                break;
            }
        }
        let mut answer = HttpResponse::new(body);
        *answer.status_mut() = response.status();
        *answer.headers_mut() = core::mem::take(response.headers_mut());
        Ok(answer)
    }
}

impl<'c> AsyncHttpClient<'c> for Reqwest {
    type Error = TransportError<reqwest::Error>;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Self::Error>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let answer = self.answer(request).await.map_err(|error| TransportError::Http(error.without_url()))?;
            if answer.body().len() > MOST_BYTES { Err(TransportError::TooLarge) } else { Ok(answer) }
        })
    }
}
