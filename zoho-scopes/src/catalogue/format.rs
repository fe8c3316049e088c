//! What the generator writes and the library reads by the same rules; the build step brings the file.

#![allow(dead_code, reason = "the generator alone needs some of it")]

include!(concat!(env!("OUT_DIR"), "/format.rs"));

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn case_does_not_matter_and_every_letter_does() {
        let text = "ZohoAnalytics.metadata.columns.READ";
        for length in 0..text.len() {
            let text = &text[..length];
            assert_eq!(hash(text.as_bytes()), hash(text.to_ascii_lowercase().as_bytes()));
            for place in 0..length {
                let other = [&text[..place], "~", &text[place + 1..]].concat();
                assert_ne!(hash(text.as_bytes()), hash(other.as_bytes()), "{other}");
            }
        }
    }
}
