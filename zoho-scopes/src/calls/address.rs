//! What of a URL says which call it is: the host and the segments of the path.

use alloc::{borrow::Cow, string::String, vec::Vec};

/// The address of a request, without what is secret or does not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address<'u> {
    /// In lower case, without credentials and port. None where the text begins with the path, or with a
    /// placeholder for the host.
    pub(super) host: Option<String>,
    /// Decoded, without empty ones.
    pub(super) segments: Vec<Cow<'u, str>>,
}

impl<'u> Address<'u> {
    pub(super) fn of(url: &'u str) -> Self {
        let url = url.trim();
        let (rest, has_scheme) = match url.split_once("//") {
            Some((scheme, rest)) if scheme.is_empty() || is_scheme(scheme) => (rest, true),
            _ => (url, false),
        };
        let rest = &rest[..rest.find('?').unwrap_or(rest.len())];
        let (first, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        // Before anything else is cut: what stands before an `@` is secret.
        let (first, had_credentials) = first.rsplit_once('@').map_or((first, false), |(_, host)| (host, true));
        let is_placeholder = first.starts_with('{');
        let is_host = has_scheme || had_credentials || is_placeholder || first.contains(['.', ':']);
        if !is_host {
            return Self { host: None, segments: segments(without_fragment(rest)) };
        }
        let (host, path) = match first.split_once('#') {
            Some((host, _)) => (host, ""),
            None => (first, without_fragment(path)),
        };
        let host = host.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
        Self { host: (!is_placeholder && !host.is_empty()).then_some(host), segments: segments(path) }
    }

    /// The path as it was understood.
    #[cfg(test)]
    fn path(&self) -> String {
        self.segments.iter().flat_map(|segment| ["/", segment.as_ref()]).collect()
    }
}

fn is_scheme(text: &str) -> bool {
    ["https:", "http:"].iter().any(|scheme| scheme.eq_ignore_ascii_case(text))
}

fn without_fragment(path: &str) -> &str {
    path.split('#').next().unwrap_or_default()
}

fn segments(path: &str) -> Vec<Cow<'_, str>> {
    let mut segments = Vec::with_capacity(8);
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => _ = segments.pop(),
            segment => segments.push(decoded(segment)),
        }
    }
    segments
}

/// A segment with what is percent-encoded decoded; as it is where that is not a text.
fn decoded(segment: &str) -> Cow<'_, str> {
    if !segment.contains('%') {
        return Cow::Borrowed(segment);
    }
    let bytes = segment.as_bytes();
    let digit = |index: usize| {
        bytes.get(index).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok())
    };
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        let encoded = if *byte == b'%' { digit(index + 1).zip(digit(index + 2)) } else { None };
        decoded.push(encoded.map_or(*byte, |(high, low)| high << 4 | low));
        index += if encoded.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).map_or(Cow::Borrowed(segment), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[track_caller]
    fn check(url: &str, host: Option<&str>, path: &str) {
        let address = Address::of(url);
        assert_eq!((address.host.as_deref(), address.path().as_str()), (host, path));
    }

    #[test]
    fn hosts_and_paths() {
        let host = Some("www.zohoapis.com");
        check("https://www.zohoapis.com/crm/v8/org", host, "/crm/v8/org");
        check(" HTTP://WWW.ZohoAPIs.com:443/crm/v8/org/ ", host, "/crm/v8/org");
        check("//www.zohoapis.com./crm", host, "/crm");
        check("www.zohoapis.com/crm", host, "/crm");
        check("www.zohoapis.com", host, "");
        check("https://www.zohoapis.com?x=/y", host, "");
        check("/crm/v8/org", None, "/crm/v8/org");
        check("crm/v8/org", None, "/crm/v8/org");
        check("{api-domain}/crm/v8/org", None, "/crm/v8/org");
        check("https://{{api-domain}}/crm", None, "/crm");
        check("", None, "");
    }

    #[test]
    fn what_does_not_matter_is_dropped() {
        let host = Some("www.zohoapis.com");
        check("https://user:secret@www.zohoapis.com/crm?token=secret#secret", host, "/crm");
        check("user:secret@www.zohoapis.com/crm", host, "/crm");
        check("https://user:sec#ret@www.zohoapis.com/crm", host, "/crm");
        check("https://www.zohoapis.com#secret/x", host, "");
        check("/crm//v8///org/", None, "/crm/v8/org");
        check("/crm/./v8/x/../org", None, "/crm/v8/org");
        check("/crm/v8/..", None, "/crm");
    }

    #[test]
    fn percent_encoding() {
        check("/crm/v8/%6Frg/a%2Fb/%C3%A9", None, "/crm/v8/org/a/b/é");
        assert_eq!(Address::of("/a%2Fb").segments, ["a/b"]);
        check("/50%/%zz/%FF/%", None, "/50%/%zz/%FF/%");
    }
}
