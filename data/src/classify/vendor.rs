//! The vendor's name, which stands in front of most services and is left out or added by mistake.

/// The name, compared without regard to case.
pub const VENDOR: &str = "Zoho";

/// The rest of a word that begins with the vendor's name.
#[must_use]
pub fn without_vendor(word: &str) -> Option<&str> {
    let (vendor, rest) = word.split_at_checked(VENDOR.len())?;
    vendor.eq_ignore_ascii_case(VENDOR).then_some(rest)
}
