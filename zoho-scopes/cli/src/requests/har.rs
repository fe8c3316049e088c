//! HTTP archives, as browsers save them.

use serde::Deserialize;

use super::request::Request;
use crate::document;

#[derive(Deserialize)]
struct Archive {
    log: Log,
}

#[derive(Deserialize)]
struct Log {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    request: Recorded,
    response: Option<Response>,
}

#[derive(Deserialize)]
struct Response {
    status: Option<i64>,
}

#[derive(Deserialize)]
struct Recorded {
    method: String,
    url: String,
}

/// The requests, each with whether it was answered that the address does not exist.
pub(super) fn requests(text: &str) -> Result<Vec<(Request, bool)>, String> {
    let archive: Archive = serde_json::from_str(document::without_mark(text)).map_err(|error| error.to_string())?;
    let request = |Entry { request, response }: Entry| {
        let status = response.and_then(|response| response.status);
        (Request::new(request.method, request.url), status == Some(404))
    };
    Ok(archive.log.entries.into_iter().map(request).collect())
}
