//! In what form requests are written, told by the content.

use super::{curl, http_file, log, request::is_method};

/// In what form requests are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "program", derive(clap::ValueEnum))]
pub(crate) enum Form {
    /// A method and a URL a line; empty lines and those with `#` in front are left out.
    Lines,
    /// An access log in the common or combined format; unknown requests that were answered with 404 are left out.
    Log,
    /// An HTTP archive, as browsers save it; unknown requests that were answered with 404 are left out.
    Har,
    /// An OpenAPI or Swagger file, in JSON or YAML.
    Openapi,
    /// Command lines of curl, alone or in other text.
    Curl,
    /// A file of requests (.http, .rest), or requests as they are sent.
    Http,
    /// A Postman collection, version 2.1 or 2.0.
    Postman,
    /// Any other text, such as source code or a stack trace.
    Text,
}

impl Form {
    /// The form of a text that begins so.
    pub(crate) fn of(head: &str) -> Self {
        let head = crate::document::without_mark(head);
        let is_comment = |line: &str| line.starts_with('#') && !line.starts_with("###");
        let first = head.lines().map(str::trim).find(|line| !line.is_empty() && !is_comment(line)).unwrap_or("");
        if first.starts_with(['{', '[']) {
            return of_json(head).unwrap_or(Self::Text);
        }
        let is_yaml = |line: &str| line.starts_with("openapi:") || line.starts_with("swagger:");
        if head.lines().any(is_yaml) {
            Self::Openapi
        } else if curl::is_like(head) {
            Self::Curl
        } else if log::request(first).is_some() {
            Self::Log
        } else if http_file::is_like(head) {
            Self::Http
        } else if is_line(first) || first.is_empty() {
            Self::Lines
        } else {
            Self::Text
        }
    }
}

/// Whether a line is a method and a URL, or a URL alone.
fn is_line(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let (first, second, third) = (words.next().unwrap_or_default(), words.next(), words.next());
    let is_address = |word: &str| word.starts_with(['/', '{']) || word.contains("://") || word.contains('/');
    match second {
        Some(second) => is_method(first) && third.is_none() && is_address(second),
        None => is_address(first) || is_method(first),
    }
}

/// What a JSON document is, told by the members that it begins with: it may be large, and is not read whole for that.
fn of_json(head: &str) -> Option<Form> {
    let member = |name: &str| {
        let quoted = format!("\"{name}\"");
        head.match_indices(&quoted).any(|(place, _)| head[place + quoted.len()..].trim_start().starts_with(':'))
    };
    if member("log") && (member("entries") || member("creator") || member("pages") || member("version")) {
        Some(Form::Har)
    } else if member("openapi") || member("swagger") {
        Some(Form::Openapi)
    } else if member("_postman_id") || (member("item") && member("info")) {
        Some(Form::Postman)
    } else {
        None
    }
}
