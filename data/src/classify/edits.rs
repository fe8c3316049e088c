//! One edit: a character too many, too few, wrong, or swapped with its neighbour.
//!
//! Whole scopes are compared here, dots included, since one edit leaves no doubt where it happened.

use alloc::vec::Vec;

use crate::table::{Row, Tables};

/// A scope, and what one edit did to it. The most likely edits come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edit {
    kind: Kind,
    /// Letters beside the edit that are in another case: two scopes may differ in nothing else.
    other_case: usize,
    pub(super) scope: Row,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A dot is missing, too many, or swapped with its neighbour: the letters are right.
    Dot,
    /// A dot stands for another character, or another character for a dot.
    OtherDot,
    Swapped,
    Wrong,
    Missing,
    TooMany,
}

impl Edit {
    /// Whether segments were joined or cut apart.
    pub(super) fn moves_a_dot(self) -> bool {
        self.kind <= Kind::OtherDot
    }

    /// Whether only a dot is wrong.
    pub(super) fn keeps_the_letters(self) -> bool {
        self.kind == Kind::Dot
    }
}

/// The scopes that one edit turns into `text`, the most likely first.
pub(super) fn edits(tables: Tables, text: &str) -> Vec<Edit> {
    // An edit takes the place of two characters at most, and leaves half of the others on one side of it.
    let half = text.len().saturating_sub(1) / 2;
    let (beginning, ending) = (&text.as_bytes()[..half], &text.as_bytes()[text.len() - half..]);
    let mut edits = among(tables.with_ends(beginning, ending), text);
    edits.dedup();
    edits
}

/// Those of these scopes.
fn among(rows: impl Iterator<Item = Row>, text: &str) -> Vec<Edit> {
    let edit = |scope: Row| {
        let kind = kind(text.as_bytes(), scope.wire.as_bytes())?;
        Some(Edit { kind, other_case: other_case(text.as_bytes(), scope.wire.as_bytes()), scope })
    };
    let mut edits: Vec<Edit> = rows.filter(|scope| !scope.is_pattern()).filter_map(edit).collect();
    edits.sort_unstable();
    edits
}

/// How many letters differ in case alone, from both ends up to the edit.
fn other_case(text: &[u8], known: &[u8]) -> usize {
    let same = |(a, b): &(&u8, &u8)| a.eq_ignore_ascii_case(b);
    let differs = |(a, b): &(&u8, &u8)| a != b;
    let front = text.iter().zip(known).take_while(same).filter(differs).count();
    front + text.iter().rev().zip(known.iter().rev()).take_while(same).filter(differs).count()
}

/// What one edit did to `known`, if the result is `text`; case does not matter.
fn kind(text: &[u8], known: &[u8]) -> Option<Kind> {
    if text.len().abs_diff(known.len()) > 1 {
        return None;
    }
    let front = text.iter().zip(known).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let (text, known) = (&text[front..], &known[front..]);
    let back = text.iter().rev().zip(known.iter().rev()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    Some(match (&text[..text.len() - back], &known[..known.len() - back]) {
        ([], [b'.']) | ([b'.'], []) => Kind::Dot,
        ([b'.'], [_]) | ([_], [b'.']) => Kind::OtherDot,
        ([a, b], [c, d]) if a.eq_ignore_ascii_case(d) && b.eq_ignore_ascii_case(c) => {
            if [*a, *b].contains(&b'.') {
                Kind::Dot
            } else {
                Kind::Swapped
            }
        }
        ([_], [_]) => Kind::Wrong,
        ([], [_]) => Kind::Missing,
        ([_], []) => Kind::TooMany,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};

    #[track_caller]
    fn check(text: &str, known: &str, expected: Option<Kind>) {
        assert_eq!(kind(text.as_bytes(), known.as_bytes()), expected);
    }

    #[test]
    fn one_edit_is_reported_from_two() {
        check("abcd", "abc", Some(Kind::TooMany));
        check("AC", "abc", Some(Kind::Missing));
        check("aabc", "abc", Some(Kind::TooMany));
        check("axc", "abc", Some(Kind::Wrong));
        check("acb", "abc", Some(Kind::Swapped));
        check("a.c", "abc", Some(Kind::OtherDot));
        check("abc", "ab.c", Some(Kind::Dot));
        check("a.bc", "ab.c", Some(Kind::Dot));
        check("axy", "abc", None);
        check("cba", "abc", None);
        check("abcde", "abc", None);
        check("", "ab", None);
        check("", "a", Some(Kind::Missing));
    }
}

/// What looks at the rows with an end in common finds what looks at all rows does.
#[cfg(all(test, feature = "files"))]
mod thorough {
    use alloc::{boxed::Box, string::String, vec::Vec};

    use super::{among, edits};
    use crate::{files::Catalogue, table::Tables};

    const KEYS: &[u8] = b"Aehnorstz09_-.";

    /// A scope with one or two letters changed, as the number says.
    fn mutant(wire: &str, mut number: usize) -> String {
        let mut next = |below: usize| {
            let digit = number % below;
            number /= below;
            digit
        };
        let mut bytes = Vec::from(wire);
        for _ in 0..=next(2) {
            let (place, key) = (next(bytes.len() - 1), KEYS[next(KEYS.len())]);
            match next(5) {
                0 => drop(bytes.remove(place)),
                1 => bytes.insert(place, key),
                2 => bytes[place] = key,
                3 => bytes[place].make_ascii_uppercase(),
                _ => bytes.swap(place, place + 1),
            }
        }
        String::from_utf8(bytes).unwrap_or_default()
    }

    #[test]
    fn an_end_in_common_leads_to_every_edit() {
        let table = Catalogue::builtin().expect("files without errors").leaked_table().expect("few scopes");
        let tables = Tables::new(Box::leak(Box::new([table])));
        let mut found = 0;
        for number in 0..10_000_usize {
            let wire = table.scopes[number.wrapping_mul(7919) % table.scopes.len()].wire;
            let text = mutant(wire, number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let near = edits(tables, &text);
            found += usize::from(!near.is_empty());
            assert_eq!(near, among(tables.rows(), &text), "{text}");
        }
        assert!(found > 4_000, "{found}");
        for text in ["", "a", "ab", "email", "emial", "."] {
            assert_eq!(edits(tables, text), among(tables.rows(), text), "{text}");
        }
    }
}
