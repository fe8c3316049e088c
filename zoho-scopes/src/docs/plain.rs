//! Text and addresses of others, made harmless for all formats alike.

use alloc::string::String;
use core::fmt::Write;

use zoho_scopes_data::text::chars::shown;

/// The characters of a text as one line that hides nothing.
pub(super) fn visible(text: &str) -> impl Iterator<Item = char> {
    text.trim().chars().map(shown)
}

/// What HTML has for a character that would mean something between its tags.
pub(super) fn entity(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        _ => None,
    }
}

/// A web address in characters that mean nothing to Markdown or HTML but `&`; none if it is none.
pub(super) fn web_address(address: &str) -> Option<String> {
    if !address.starts_with("https://") && !address.starts_with("http://") {
        return None;
    }
    let mut safe = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&+,;=%".contains(&byte) {
            safe.push(char::from(byte));
        } else {
            let _ = write!(safe, "%{byte:02X}");
        }
    }
    Some(safe)
}

/// What names a place in a document: letters, digits, `.`, `_` and `-`.
pub(super) fn anchor(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '-' };
    text.chars().map(plain).collect()
}
