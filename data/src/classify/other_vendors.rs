//! Scopes of other vendors, which lists hold out of habit.

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

/// What is known of a text that is a scope of another vendor, letter for letter.
#[must_use]
pub fn other_vendor(text: &str) -> Option<OtherVendor> {
    let lines = OTHER_VENDORS.lines().filter(|line| !line.starts_with('#'));
    let mut known = lines.filter_map(|line| {
        let mut fields = line.split('\t');
        Some(OtherVendor { scope: fields.next()?, vendor: fields.next()?, instead: fields.next()? })
    });
    known.find(|known| match known.scope.strip_suffix('*') {
        Some(beginning) => text.starts_with(beginning),
        None => text == known.scope,
    })
}
