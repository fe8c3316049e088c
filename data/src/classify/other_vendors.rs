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

/// Where the lines begin that are no comments. Nearly every text is none of these scopes, so that lines are not cut into
/// fields before one fits.
const LINES: [usize; count()] = {
    let bytes = OTHER_VENDORS.as_bytes();
    let mut lines = [0; count()];
    let (mut place, mut found) = (0, 0);
    while place < bytes.len() {
        if begins_line(bytes, place) {
            lines[found] = place;
            found += 1;
        }
        place += 1;
    }
    lines
};

const fn count() -> usize {
    let bytes = OTHER_VENDORS.as_bytes();
    let (mut place, mut found) = (0, 0);
    while place < bytes.len() {
        found += begins_line(bytes, place) as usize;
        place += 1;
    }
    found
}

const fn begins_line(bytes: &[u8], place: usize) -> bool {
    (place == 0 || bytes[place - 1] == b'\n') && bytes[place] != b'#'
}

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
