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
}

#[derive(Deserialize)]
struct Recorded {
    method: String,
    url: String,
}

pub(super) fn requests(text: &str) -> Result<Vec<Request>, String> {
    let archive: Archive = serde_json::from_str(document::without_mark(text)).map_err(|error| error.to_string())?;
    let requests = archive.log.entries.into_iter().map(|Entry { request }| Request::new(request.method, request.url));
    Ok(requests.collect())
}
