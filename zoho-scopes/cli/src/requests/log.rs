//! Access logs, in the common or combined format.

use super::request::{Request, is_method};

/// The request of a line: the first quoted part that begins with a method.
pub(crate) fn request(line: &str) -> Option<Request> {
    let (_, rest) = line.split_once('"')?;
    let (request, _) = rest.split_once('"')?;
    let mut words = request.split_whitespace();
    let method = words.next().filter(|method| is_method(method))?;
    Some(Request::new(method, words.next()?))
}
