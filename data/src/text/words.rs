//! The words of names, paths and sentences, and their stems: `TimeEntries`, `time_entries` and "time entry" are the same.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

/// The words of a text: cut where no letter or digit stands, and where a capital follows small letters.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.flat_map(humps)
}

/// `userFields` is `user` and `Fields`, `HTMLPage` is `HTML` and `Page`; a plural such as `APIs` stays whole.
fn humps(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    core::iter::from_fn(move || {
        let begins = |((at, c), next): ((usize, char), char)| {
            let behind = at + c.len_utf8();
            let is_plural = &rest[behind + next.len_utf8()..] == "s";
            let ends_capitals = || rest[behind..].chars().nth(1).is_some_and(char::is_lowercase) && !is_plural;
            (next.is_uppercase() && (c.is_lowercase() || (c.is_uppercase() && ends_capitals()))).then_some(behind)
        };
        let end = rest.char_indices().zip(rest.chars().skip(1)).find_map(begins).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// British spellings with the American ones: paths have these, summaries those.
const SPELLINGS: [(&str, &str); 5] = [
    ("isation", "ization"),
    ("licence", "license"),
    ("centre", "center"),
    ("colour", "color"),
    ("catalogue", "catalog"),
];

/// A word in small letters, in the singular and in American spelling. Stems are compared with stems, so they need not be words.
#[must_use]
pub fn stem(word: &str) -> String {
    // `APIs` are several of what is written in capitals.
    let abbreviation = word.strip_suffix('s').filter(|word| word.bytes().all(|byte| byte.is_ascii_uppercase()));
    let mut word = abbreviation.unwrap_or(word).to_lowercase();
    if word.len() <= 3 || !word.is_ascii() {
        return word;
    }
    if let Some((british, american)) = SPELLINGS.iter().find(|(british, _)| holds(&word, british)) {
        word = word.replace(british, american);
    }
    let replaced = |ending: &str, by: &str| word.strip_suffix(ending).map(|stem| stem.to_string() + by);
    let same = ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending)).then(|| word.clone());
    let longer = ["sses", "shes", "ches", "xes", "uses", "zzes"].iter().any(|ending| word.ends_with(ending));
    let longer = longer.then(|| word[..word.len() - 2].to_string());
    let ies = (word.len() > 4).then(|| replaced("ies", "y")).flatten();
    same.or(longer).or(ies).or_else(|| replaced("s", "")).unwrap_or(word)
}

/// Whether a word holds a part; words are short, and a search of the standard library is made ready for long texts.
fn holds(word: &str, part: &str) -> bool {
    word.as_bytes().windows(part.len()).any(|letters| letters == part.as_bytes())
}

/// Whether a text may hold a word with this stem. What says no needs not be cut into words, which is most of what there is.
#[must_use]
pub fn may_hold(text: &str, stem: &str) -> bool {
    !stem.is_ascii() || beginning(text, stem).is_some()
}

/// The first place at which a word with this stem may begin.
#[must_use]
pub fn beginning(text: &str, stem: &str) -> Option<usize> {
    if !stem.is_ascii() {
        return (!text.is_empty()).then_some(0);
    }
    // An ending may differ: `entries` has the stem `entry`.
    let mut letters = stem.bytes().take(3);
    let first = letters.next()?;
    let bytes = text.as_bytes();
    let begins_at = |(at, byte): &(usize, &u8)| {
        byte.to_ascii_lowercase() == first && {
            let rest = bytes[at + 1..].iter();
            let mut rest = rest.filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii());
            letters.clone().all(|wanted| rest.next().is_some_and(|byte| byte.to_ascii_lowercase() == wanted))
        }
    };
    let start = match stem.as_bytes().first_chunk() {
        Some(letters) => first_part_with(bytes, *letters)?,
        None => 0,
    };
    bytes.iter().enumerate().skip(start).find(begins_at).map(|(at, _)| at)
}

/// So many places are looked at together.
const PLACES: usize = 16;

/// Where the first part of a text begins in which these letters may follow each other, with signs between. Many places are
/// looked at together.
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators are branches")]
fn first_part_with(text: &[u8], [first, second, third]: [u8; 3]) -> Option<usize> {
    let is_sign = |byte: u8| ((byte | 0x20).wrapping_sub(b'a') >= 26) & (byte.wrapping_sub(b'0') >= 10);
    let may_hold = |part: &[u8; PLACES + 2]| {
        (0..PLACES).fold(false, |found, at| {
            let [one, two, three] = [part[at], part[at + 1], part[at + 2]];
            let ends = is_sign(three) | (three | 0x20 == third);
            found | ((one | 0x20 == first) & (is_sign(two) | ((two | 0x20 == second) & ends)))
        })
    };
    let Some(last) = text.last_chunk() else { return Some(0) };
    let mut start = 0;
    while let Some(part) = text[start..].first_chunk() {
        if may_hold(part) {
            return Some(start);
        }
        start += PLACES;
    }
    may_hold(last).then_some(text.len() - last.len())
}

/// The stems of a text, and of each two words that follow each other as one: people write `time entries` together or apart.
#[must_use]
pub fn stems(text: &str) -> Vec<String> {
    let words: Vec<&str> = words(text).collect();
    let mut stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
    stems.extend(words.windows(2).map(|pair| stem(&pair.concat())));
    stems
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{may_hold, stem, stems, words};

    #[test]
    fn words_are_told_apart_by_capitals_and_marks() {
        let cut = |text| words(text).collect::<Vec<_>>();
        assert_eq!(cut("TimeEntries"), ["Time", "Entries"]);
        assert_eq!(cut("sales-order_items.v2"), ["sales", "order", "items", "v2"]);
        assert_eq!(cut("HTMLPage APIs dataAPI"), ["HTML", "Page", "APIs", "data", "API"]);
        assert_eq!(cut("ÄnderungsLog.日本"), ["Änderungs", "Log", "日本"]);
        assert_eq!(cut("..__"), [""; 0]);
    }

    #[test]
    fn plurals_have_the_stem_of_their_singular() {
        let pairs = [
            ("Items", "item"),
            ("entries", "entry"),
            ("taxes", "tax"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("branches", "branch"),
            ("expenses", "expense"),
            ("APIs", "api"),
            ("organisations", "Organization"),
            ("licences", "license"),
        ];
        for (plural, singular) in pairs {
            assert_eq!(stem(plural), stem(singular), "{plural}");
        }
        assert_ne!(stem("news"), stem("newest"));
        assert_eq!(stem("sms"), "sms");
    }

    #[test]
    fn what_has_a_stem_may_hold_it() {
        for text in ["/TimeEntries/{id}", "time entries of e-mails", "e-mails and threads", "URIs of a"] {
            assert!(stems(text).iter().all(|stem| may_hold(text, stem)), "{text}");
        }
        assert!(!may_hold("time entries", "email") && !may_hold("", "a"));
    }

    #[test]
    fn pairs_are_stems_too() {
        assert_eq!(stems("time_entries"), ["time", "entry", "timeentry"]);
        assert!(stems("timeEntry").contains(&stem("timeentries")));
    }
}
