//! A request to an accounts server: ready to be sent by any transport.

use alloc::string::String;
use core::{cell::RefCell, fmt};
use std::time::SystemTime;

use oauth2::{
    AsyncHttpClient, HttpRequest, HttpResponse, SyncHttpClient,
    http::{HeaderValue, Method, header},
    url::{Url, form_urlencoded},
};

use super::{
    problem::{Problem, SendError},
    response,
    token::{Origin, Token},
};
use crate::accounts::DataCentre;

/// A request to an accounts server, whose response is a `T`. It holds secrets, which `Debug` does not show.
///
/// A transport must not follow redirects: it would hand the secrets on. The one that the feature
/// `oauth-reqwest` brings does not.
#[must_use]
pub struct Request<T> {
    http: HttpRequest,
    pub(super) origin: Origin,
    read: Read<T>,
}

impl Request<Token> {
    pub(super) fn for_token(draft: Draft, origin: Origin) -> Self {
        let read = |request: &Self, response: &HttpResponse, sent| {
            Token::read(response::fields(response)?, request.origin.clone(), sent)
        };
        Self::new(draft, origin, read)
    }
}

impl Request<()> {
    pub(super) fn for_revocation(draft: Draft, centre: DataCentre) -> Self {
        let read = |_: &Self, response: &HttpResponse, _| response::revoked(response);
        Self::new(draft, Origin { centre, requested: None, own_server: false }, read)
    }
}

/// What reads a response to a request.
type Read<T> = fn(&Request<T>, &HttpResponse, SystemTime) -> Result<T, Problem>;

impl<T> Request<T> {
    pub(super) fn new(draft: Draft, origin: Origin, read: Read<T>) -> Self {
        Self { http: draft.0, origin, read }
    }

    /// The request itself, for transports of another kind. Its body and headers hold secrets.
    #[must_use]
    pub fn http(&self) -> &HttpRequest {
        &self.http
    }

    /// The data centre it goes to.
    #[must_use]
    pub fn data_centre(&self) -> DataCentre {
        self.origin.centre
    }

    /// Reads the response to the request; `sent` is when it was sent, from which tokens live.
    ///
    /// # Errors
    ///
    /// What Zoho refuses, whatever the status says, and what is not a response of Zoho's.
    pub fn read(&self, response: &HttpResponse, sent: SystemTime) -> Result<T, Problem> {
        (self.read)(self, response, sent)
    }

    /// Sends the request, and waits for its response.
    ///
    /// # Errors
    ///
    /// What the transport says, and what [`Request::read`] does.
    pub fn send<C: SyncHttpClient>(&self, transport: &C) -> Result<T, SendError<C::Error>> {
        let sent = SystemTime::now();
        let response = transport.call(self.http.clone()).map_err(SendError::Transport)?;
        Ok(self.read(&response, sent)?)
    }

    /// Sends the request. Dropping the future gives it up; a code may have been used by then.
    ///
    /// # Errors
    ///
    /// What the transport says, and what [`Request::read`] does.
    pub async fn send_async<'c, C: AsyncHttpClient<'c>>(&self, transport: &'c C) -> Result<T, SendError<C::Error>> {
        let sent = SystemTime::now();
        let response = transport.call(self.http.clone()).await.map_err(SendError::Transport)?;
        Ok(self.read(&response, sent)?)
    }
}

impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let uri = self.http.uri();
        write!(f, "Request({} {}{} [redacted])", self.http.method(), uri.host().unwrap_or_default(), uri.path())
    }
}

/// A request as `oauth2` writes it. `oauth2` builds requests only while sending them, so this is got from
/// a transport that sends nothing.
pub(super) struct Draft(HttpRequest);

impl Draft {
    pub(super) fn of(send: impl FnOnce(&Recorder)) -> Self {
        let desk = Recorder(RefCell::new(None));
        send(&desk);
        // Addresses have been checked, so there is always a request.
        Self(desk.0.into_inner().unwrap_or_default())
    }

    /// A form, for what `oauth2` does not write.
    pub(super) fn post(address: &Url, form: &[(&str, &str)]) -> Self {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let mut request = HttpRequest::new(body.into_bytes());
        *request.method_mut() = Method::POST;
        let headers = request.headers_mut();
        headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
        Self(request).to(address)
    }

    /// The same request, to another address.
    pub(super) fn to(mut self, address: &Url) -> Self {
        if let Ok(uri) = address.as_str().parse() {
            *self.0.uri_mut() = uri;
        }
        self
    }
}

/// A transport that keeps the request and sends nothing.
pub(super) struct Recorder(RefCell<Option<HttpRequest>>);

impl SyncHttpClient for Recorder {
    type Error = fmt::Error;

    fn call(&self, request: HttpRequest) -> Result<HttpResponse, fmt::Error> {
        self.0.replace(Some(request));
        Err(fmt::Error)
    }
}
