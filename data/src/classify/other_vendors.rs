//! Scopes of other vendors, which lists hold out of habit.

use super::lines;

/// `other-vendors.tsv`, which explains itself.
pub const OTHER_VENDORS: &str = include_str!("../../other-vendors.tsv");

/// A scope of another vendor, or the beginning that several have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtherVendor {
    /// The scope; with `*` at its end whatever begins so.
    pub scope: &'static str,
    /// Whose it is.
    pub vendor: &'static str,
    /// What Zoho has in its place.
    pub instead: &'static str,
}

/// Nearly every text is none of these scopes.
const LINES: [usize; lines::count(OTHER_VENDORS)] = lines::starts(OTHER_VENDORS);

/// What is known of a text that is a scope of another vendor, letter for letter.
#[must_use]
pub fn other_vendor(text: &str) -> Option<OtherVendor> {
    let fits = |start: &&usize| {
        let line = &OTHER_VENDORS.as_bytes()[**start..];
        let same = line.iter().zip(text.as_bytes()).take_while(|(known, given)| known == given).count();
        match &line[same..] {
            [b'\t', ..] => same == text.len(),
            [b'*', b'\t', ..] => true,
            _ => false,
        }
    };
    let line = OTHER_VENDORS[*LINES.iter().find(fits)?..].lines().next()?;
    let mut fields = line.split('\t');
    Some(OtherVendor { scope: fields.next()?, vendor: fields.next()?, instead: fields.next()? })
}
