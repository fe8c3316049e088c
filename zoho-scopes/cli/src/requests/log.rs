//! Access logs, in the common or combined format.

use super::request::{Request, is_method};

/// The request of a line, which is the first quoted part and begins with a method; and whether it was answered that the
/// address does not exist.
pub(crate) fn request(line: &str) -> Option<(Request, bool)> {
    let (_, rest) = line.split_once('"')?;
    let (request, behind) = rest.split_once('"')?;
    let is_lost = behind.split_whitespace().next() == Some("404");
    let mut words = request.split_whitespace();
    let method = words.next().filter(|method| is_method(method))?;
    Some((Request::new(method, words.next()?), is_lost))
}
