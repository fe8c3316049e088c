//! URLs as templates write them: variables filled in where their value begins an address, other placeholders in braces.

use std::collections::HashMap;

/// Variables with their values; only those that begin an address are of use.
pub(crate) type Variables = HashMap<String, String>;

/// Of a longer URL the rest does not say which call it is.
const MAX_URL: usize = 2000;
/// What stands in a placeholder is no longer.
const MAX_PLACEHOLDER: usize = 200;
/// A variable whose value begins with another one is followed so often.
const MAX_STEPS: usize = 4;

/// A URL with `{name}` for each of its placeholders: `{{name}}`, `${name}`, `$name`, `#{name}`, `<name>`, `:name`, `%s`.
/// A variable at its beginning is replaced by its value.
pub(crate) fn plain(url: &str, variables: &Variables) -> String {
    let mut url = beginning(url, MAX_URL).trim().replace("\\/", "/");
    for _ in 0..MAX_STEPS {
        let Some((name, length)) = placeholder(&url, true) else { break };
        let Some(value) = variables.get(&name) else { break };
        url = [value.trim().trim_end_matches('/'), &url[length..]].concat();
    }
    let braces = in_braces(&url);
    with_host(&braces)
}

fn in_braces(url: &str) -> String {
    let mut plain = String::with_capacity(url.len());
    let mut rest = url;
    let mut at_start = true;
    while let Some(c) = rest.chars().next() {
        // What follows is not looked at, and may be anything.
        if c == '?' {
            break;
        }
        if let Some((name, length)) = placeholder(rest, at_start) {
            plain.extend(["{", &name, "}"]);
            rest = &rest[length..];
        } else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
        }
        at_start = c == '/';
    }
    plain
}

/// The placeholder that a text begins with: its name, and its length. After a slash `:name` is one, too.
fn placeholder(text: &str, after_slash: bool) -> Option<(String, usize)> {
    let closed = |open: &str, close: &str| {
        let inner = beginning(text.strip_prefix(open)?, MAX_PLACEHOLDER);
        let end = inner.find(close)?;
        (end > 0 && !inner[..end].contains('\n')).then(|| (&inner[..end], open.len() + end + close.len()))
    };
    let word = |open: &str| {
        let inner = beginning(text.strip_prefix(open)?, MAX_PLACEHOLDER);
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(inner.len());
        let is_name = inner.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        is_name.then(|| (&inner[..end], open.len() + end))
    };
    let format = || {
        let letter = text.strip_prefix('%')?.chars().next()?;
        let is_encoded = text.get(1..3).is_some_and(|two| two.bytes().all(|byte| byte.is_ascii_hexdigit()));
        ("sdviu@".contains(letter) && !is_encoded).then_some(("", 2))
    };
    let (name, length) = closed("{{", "}}")
        .or_else(|| closed("${{", "}}"))
        .or_else(|| closed("${", "}"))
        .or_else(|| closed("#{", "}"))
        .or_else(|| closed("$(", ")"))
        .or_else(|| closed("\\(", ")"))
        .or_else(|| closed("{", "}"))
        .or_else(|| closed("<", ">"))
        .or_else(|| word("$"))
        .or_else(|| word(":").filter(|_| after_slash))
        .or_else(format)?;
    // Of `self.base_url` the last part is the name.
    let name = name.trim().rsplit(['.', '>', ':']).next().unwrap_or_default();
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').take(40).collect();
    Some((if name.is_empty() { "x".to_owned() } else { name }, length))
}

/// The beginning of a text, so many bytes at most.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

/// Whether a segment begins as a version does.
pub(super) fn is_version(segment: &str) -> bool {
    segment.strip_prefix('v').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// A host that ends in a placeholder, for the data centre, ends as in the first one.
fn with_host(url: &str) -> String {
    let start = url.find("://").map_or(0, |place| place + 3);
    let end = url[start..].find('/').map_or(url.len(), |length| start + length);
    match url[start..end].find('{') {
        Some(place) if place > 0 && url[start..start + place].contains('.') => {
            let host = url[start..start + place].trim_end_matches('.');
            [&url[..start], host, ".com", &url[end..]].concat()
        }
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Variables, plain};

    #[test]
    fn placeholders_stand_in_braces() {
        let cases = [
            ("{{base}}/crm/v8/{{ module }}/1?x={{y}}", "{base}/crm/v8/{module}/1"),
            ("/crm/v8/${module.name}/$id", "/crm/v8/{name}/{id}"),
            ("/crm/v8/:module/<id>/%s", "/crm/v8/{module}/{id}/{x}"),
            ("/crm/v8/%C3%A9/#{id}", "/crm/v8/%C3%A9/{id}"),
            ("https://www.zohoapis.{dc}/crm/v8/Leads", "https://www.zohoapis.com/crm/v8/Leads"),
            ("https://desk.zoho${tld}/api", "https://desk.zoho.com/api"),
            ("https:\\/\\/desk.zoho.eu\\/api", "https://desk.zoho.eu/api"),
            ("https://user:pw@desk.zoho.eu:443/api", "https://user:pw@desk.zoho.eu:443/api"),
        ];
        for (url, expected) in cases {
            assert_eq!(plain(url, &Variables::new()), expected, "{url}");
        }
    }

    #[test]
    fn variables_that_begin_an_address_are_filled_in() {
        let variables =
            [("base", "{{host}}/crm/v8/"), ("host", "https://www.zohoapis.eu"), ("a", "{{b}}"), ("b", "{{a}}")];
        let variables = variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        assert_eq!(plain("{{base}}/Leads", &variables), "https://www.zohoapis.eu/crm/v8/Leads");
        assert_eq!(plain("{{a}}/x", &variables), "{a}/x");
    }
}
