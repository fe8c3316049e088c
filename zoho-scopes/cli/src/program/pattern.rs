//! Patterns by their shape: sources call the same placeholder differently.

use zoho_scopes::{Catalogue, catalogue::Pattern};

/// The pattern that a text is, whatever its placeholder is called.
pub(super) fn pattern(catalogue: Catalogue, text: &str) -> Option<Pattern> {
    let wanted = shape(text)?;
    catalogue.patterns().find(|pattern| shape(pattern.as_str()).as_ref() == Some(&wanted))
}

fn shape(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('{')?;
    let (_, behind) = rest.split_once('}')?;
    Some(format!("{before}{{}}{behind}").to_ascii_lowercase())
}
