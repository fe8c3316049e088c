//! Files of requests, `.http` and `.rest`, and requests as they are sent: a line with method and URL, headers, a body.

use super::{
    request::{Request, is_method},
    url::{Variables, plain},
};

pub(super) fn requests(text: &str) -> Vec<Request> {
    let variables: Variables = text.lines().filter_map(variable).collect();
    let mut requests: Vec<Request> = Vec::new();
    let mut part = Part::Start;
    for line in text.lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("###") {
            part = Part::Start;
        } else if trimmed.is_empty() {
            part = if part == Part::Headers { Part::Body } else { part };
        } else if trimmed.starts_with('#') || trimmed.starts_with("//") || variable(line).is_some() {
        } else if part == Part::Headers {
            // A path alone is at the host of its header.
            let host = header(trimmed).filter(|(name, _)| name.eq_ignore_ascii_case("host"));
            let path = requests.last_mut().filter(|request| request.url.starts_with('/'));
            if let (Some((_, host)), Some(request)) = (host, path) {
                request.url = format!("https://{host}{}", request.url);
            }
        } else if let Some((method, url)) = first_line(trimmed, part == Part::Start) {
            requests.push(Request::new(method, plain(url, &variables)));
            part = Part::Headers;
        }
    }
    requests
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Start,
    Headers,
    Body,
}

/// `GET https://… HTTP/1.1`; a URL alone is read with GET where a request is due.
fn first_line(line: &str, is_due: bool) -> Option<(&str, &str)> {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    if is_method(first) && first.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some((first, without_version(rest.trim()))).filter(|(_, url)| !url.is_empty());
    }
    let is_url = first.contains("://") || first.starts_with("{{");
    (is_due && is_url).then(|| ("GET", without_version(line)))
}

fn without_version(url: &str) -> &str {
    url.rsplit_once(char::is_whitespace)
        .filter(|(_, last)| last.starts_with("HTTP/"))
        .map_or(url, |(url, _)| url.trim())
}

/// `@name = value`.
fn variable(line: &str) -> Option<(String, String)> {
    let (name, value) = line.trim().strip_prefix('@')?.split_once('=')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.trim().chars().all(is_part).then(|| (name.trim().to_owned(), value.trim().to_owned()))
}

/// `Name: value`.
pub(super) fn header(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && value.starts_with([' ', '\t'])).then(|| (name, value.trim()))
}

/// Whether a text looks like such a file.
pub(super) fn is_like(head: &str) -> bool {
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    while let Some(line) = lines.next() {
        let is_request = first_line(line, false).is_some();
        let has_version = is_request && line.contains(" HTTP/");
        let has_header = is_request && lines.peek().is_some_and(|next| header(next).is_some());
        if line.starts_with("###") && !line.starts_with("####") || has_version || has_header || variable(line).is_some()
        {
            return true;
        }
    }
    false
}
