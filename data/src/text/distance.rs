//! How far a text is from a known word.

use alloc::{vec, vec::Vec};

/// Optimal string alignment distance without regard to case: insertions, deletions, substitutions and swaps of
/// neighbours. None where it exceeds a third of the known word's length, or nothing of the word would be left.
#[must_use]
pub fn distance(text: &str, known: &str) -> Option<usize> {
    let limit = (known.len() / 3).max(1);
    if text.len().abs_diff(known.len()) > limit {
        return None;
    }
    if text.eq_ignore_ascii_case(known) {
        return Some(0);
    }
    let (text, known_part) = unlike(text, known);
    // One edit brings or takes one letter at most, so most texts are told apart by their letters.
    if letters_apart(text, known_part) > limit {
        return None;
    }
    let distance = alignment(&folded(text), &folded(known_part));
    (distance <= limit && distance < known.len()).then_some(distance)
}

/// The distance of texts that dots cut into segments: segment by segment where there are as many, so that a long one
/// before allows no more for the next.
#[must_use]
pub fn segment_distance(text: &str, known: &str) -> Option<usize> {
    let dots = |text: &str| text.bytes().filter(|byte| *byte == b'.').count();
    match dots(text) {
        0 => distance(text, known),
        own if own != dots(known) => distance(text, known),
        _ => text.split('.').zip(known.split('.')).map(|(text, known)| distance(text, known)).sum(),
    }
}

/// The candidate nearest to a word, if one is near; of equally near ones the first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = candidates.into_iter().filter_map(|known| Some((distance(word, known)?, known)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

fn folded(text: &str) -> Vec<char> {
    text.chars().map(|c| c.to_ascii_lowercase()).collect()
}

/// The distance itself, row by row; a swap looks back two rows.
fn alignment(one: &[char], other: &[char]) -> usize {
    let mut before_last = vec![0; other.len() + 1];
    let mut last: Vec<usize> = (0..=other.len()).collect();
    let mut row = last.clone();
    for (i, a) in one.iter().enumerate() {
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let substituted = last[j] + usize::from(a != b);
            row[j + 1] = substituted.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        core::mem::swap(&mut before_last, &mut last);
        core::mem::swap(&mut last, &mut row);
    }
    last[other.len()]
}

/// What is left of two texts without the characters that both begin with, or end with. The distance of these
/// is that of the texts: an edit of characters that are alike never makes it smaller.
fn unlike<'a>(one: &'a str, other: &'a str) -> (&'a str, &'a str) {
    let alike = |(a, b): &(u8, u8)| a.eq_ignore_ascii_case(b);
    let mut start = one.bytes().zip(other.bytes()).take_while(alike).count();
    while !one.is_char_boundary(start) {
        start -= 1;
    }
    let (one, other) = (&one[start..], &other[start..]);
    let mut end = one.bytes().rev().zip(other.bytes().rev()).take_while(alike).count();
    while !one.is_char_boundary(one.len() - end) {
        end -= 1;
    }
    (&one[..one.len() - end], &other[..other.len() - end])
}

/// How many letters one of two texts has more than the other; case does not count, and some characters
/// count as the same.
fn letters_apart(one: &str, other: &str) -> usize {
    let mut more = [0_isize; 32];
    one.chars().for_each(|c| more[c as usize % 32] += 1);
    other.chars().for_each(|c| more[c as usize % 32] -= 1);
    let sum = |sign: isize| more.iter().map(|count| (count * sign).max(0).unsigned_abs()).sum::<usize>();
    sum(1).max(sum(-1))
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use super::{alignment, distance, folded, unlike};

    #[test]
    fn alike_ends_do_not_count() {
        assert_eq!(unlike("modules.Laeds", "MODULES.leads"), ("ae", "ea"));
        assert_eq!(unlike("aa", "aaa"), ("", "a"));
        assert_eq!(unlike("\u{e9}b", "\u{e8}b"), ("\u{e9}", "\u{e8}"));
        assert_eq!(unlike("b\u{e9}", "b\u{129}"), ("\u{e9}", "\u{129}"));
    }

    /// Every pair of short texts is as far apart as strsim says that the whole texts are.
    #[test]
    fn distances_are_those_of_the_whole_texts() {
        let words: Vec<String> = (0..81u32)
            .map(|number| (0..4).map(|digit| char::from(b"ab."[number as usize / 3usize.pow(digit) % 3])).collect())
            .collect();
        for one in &words {
            for other in words.iter().flat_map(|word| [word.clone(), word[1..].into(), format!("{word}ab")]) {
                let whole = strsim::osa_distance(one, &other);
                assert_eq!(alignment(&folded(one), &folded(&other)), whole, "{one} {other}");
                let limit = (other.len() / 3).max(1);
                let near = whole <= limit && one.len().abs_diff(other.len()) <= limit && whole < other.len();
                assert_eq!(distance(one, &other), near.then_some(whole), "{one} {other}");
            }
        }
    }
}
