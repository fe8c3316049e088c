//! Where the entries of a plain list end: sixteen bytes at a time.

/// The length of the text before the first `END`, or of all if there is none.
#[inline]
pub(crate) fn length_until<const END: u8>(text: &[u8]) -> usize {
    let mut rest = text;
    while let Some((bytes, after)) = rest.split_first_chunk::<16>() {
        // One comparison of all at once, which a lazy operator would hinder.
        #[expect(clippy::needless_bitwise_bool, reason = "twice as fast")]
        if bytes.iter().fold(false, |found, byte| found | (*byte == END)) {
            let word = u128::from_le_bytes(*bytes);
            #[expect(clippy::cast_possible_truncation, reason = "the halves are meant")]
            let before = match bytes_before::<END>(word as u64) {
                8 => 8 + bytes_before::<END>((word >> 64) as u64),
                before => before,
            };
            return text.len() - rest.len() + before;
        }
        rest = after;
    }
    text.len() - rest.len() + length_in_rest::<END>(rest)
}

/// The number of bytes in a word, the lowest first, before the first `END`: 8 if there is none.
#[inline]
fn bytes_before<const END: u8>(word: u64) -> usize {
    // The bytes that are `END` become zero, and subtracting one sets the high bits of these. A byte
    // that is not zero is spoiled by a borrow from a zero below it only, so the lowest bit is right.
    let zeroed = word ^ u64::from_ne_bytes([END; 8]);
    let high_bits = zeroed.wrapping_sub(u64::from_ne_bytes([0x01; 8])) & !zeroed & u64::from_ne_bytes([0x80; 8]);
    high_bits.trailing_zeros() as usize / 8
}

#[cold]
fn length_in_rest<const END: u8>(text: &[u8]) -> usize {
    text.iter().position(|byte| *byte == END).unwrap_or(text.len())
}

/// How often a byte occurs.
pub(crate) fn count<const BYTE: u8>(text: &[u8]) -> usize {
    // Counts that fit a byte are added up many at a time.
    let in_part = |part: &[u8]| usize::from(part.iter().map(|byte| u8::from(*byte == BYTE)).sum::<u8>());
    let parts = text.chunks_exact(64);
    in_part(parts.remainder()) + parts.map(in_part).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::{count, length_until};

    #[test]
    fn the_end_is_found_at_every_place() {
        let text = "ZohoAnalytics.metadata.READ-é";
        for length in (0..=text.len()).filter(|length| text.is_char_boundary(*length)) {
            for after in ["", ",", ",ZohoCliq.Chats.READ", ",,-,,,,,,,,,,,,,,,,,,", ",\u{ff0c}-----------------"] {
                let list = [&text[..length], after].concat();
                assert_eq!(length_until::<b','>(list.as_bytes()), length, "{after}");
                assert_eq!(count::<b','>(list.as_bytes()), list.matches(',').count(), "{after}");
            }
        }
        assert_eq!(count::<b','>(&[b','; 1000]), 1000);
    }
}
