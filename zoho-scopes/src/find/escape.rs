//! Characters that are written otherwise: escaped, or by such as only look like them.

use zoho_scopes_data::text::{chars::meant, escapes};

/// The length of the escape or look-alike at the beginning of a text, and the character that it stands for.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(escape) = escapes::escape(text) {
        let c = escape.character.unwrap_or(char::REPLACEMENT_CHARACTER);
        return Some((meant(c).unwrap_or(' '), escape.length));
    }
    let c = text.chars().next()?;
    meant(c).filter(|meant| *meant != c).map(|meant| (meant, c.len_utf8()))
}
