//! The hash by which scopes are found, whatever their case.

const FOLD: u64 = u64::from_ne_bytes([0x20; 8]);

/// The hash of a text, sixteen bytes at a time. Letters lose the bit that tells their case; other
/// characters may lose it too, which costs a comparison and nothing else.
#[inline]
#[must_use]
pub const fn hash(text: &[u8]) -> usize {
    let mut state = text.len() as u64;
    let mut rest = text;
    while rest.len() > 16 {
        let Some((word, after)) = rest.split_first_chunk::<16>() else { break };
        state = mix(state, *word);
        rest = after;
    }
    // The last words may overlap those before, which spares a loop over single bytes.
    state = match (text.last_chunk::<16>(), text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(last), _, _) => mix(state, *last),
        (None, Some(first), Some(last)) => mix_words(state, u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => short(state, text),
    };
    #[allow(clippy::cast_possible_truncation, reason = "a hash, of which the low bits count")]
    {
        state as usize
    }
}

#[inline]
const fn mix(state: u64, bytes: [u8; 16]) -> u64 {
    let word = u128::from_le_bytes(bytes);
    #[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
    mix_words(state, word as u64, (word >> 64) as u64)
}

/// Multiplies, and folds the halves of the product into one.
#[inline]
const fn mix_words(state: u64, one: u64, other: u64) -> u64 {
    let product = ((one | FOLD) ^ state) as u128 * ((other | FOLD) ^ 0x9E37_79B9_7F4A_7C15) as u128;
    #[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
    {
        product as u64 ^ (product >> 64) as u64
    }
}

/// Less than eight bytes.
#[cold]
const fn short(state: u64, text: &[u8]) -> u64 {
    let mut word = 0;
    let mut place = 0;
    while place < text.len() {
        word = word << 8 | text[place] as u64;
        place += 1;
    }
    mix_words(state, word, word)
}

#[cfg(test)]
mod tests {
    use super::hash;

    #[test]
    fn case_does_not_matter_and_every_letter_does() {
        let text = "ZohoAnalytics.metadata.columns.READ";
        for length in 0..text.len() {
            let text = &text[..length];
            assert_eq!(hash(text.as_bytes()), hash(text.to_ascii_lowercase().as_bytes()));
            for offset in 0..length {
                let other = [&text[..offset], "~", &text[offset + 1..]].concat();
                assert_ne!(hash(text.as_bytes()), hash(other.as_bytes()), "{other}");
            }
        }
    }
}
