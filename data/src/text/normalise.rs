//! Characters that are written otherwise than scopes are sent: encoded for a URL, for JSON or for HTML,
//! look-alikes from word processors, and such as nobody sees.
//!
//! Only a list that is not plainly right comes here. Separators and quotes are left to the grammar.

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::text::{
    Span,
    chars::{is_scope_character, looks_like, meant},
    escapes::{Escape, escape, may_begin},
    offsets::Offsets,
};

/// A text of plain characters, with the way back to the text as it was given.
#[derive(Debug)]
#[non_exhaustive]
pub struct Normalised<'a> {
    /// The text in plain characters.
    pub text: Cow<'a, str>,
    /// The way back.
    pub offsets: Offsets,
    /// What was changed, in the order in which each kind first occurs.
    pub changes: Vec<Change>,
}

/// Why a character was read as another one, or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "who reports changes is to think of each")]
pub enum ChangeKind {
    /// It was encoded, as in URLs, in JSON and in HTML.
    Encoded,
    /// It only looks like the one that is meant.
    LookAlike,
    /// Nobody sees it.
    Invisible,
}

/// Everything of one kind that was changed.
#[derive(Debug)]
#[non_exhaustive]
pub struct Change {
    /// The kind.
    pub kind: ChangeKind,
    /// The first of them, in the text as it was given.
    pub first: Span,
    /// What was read there; nothing if it was left out.
    pub read_as: Option<char>,
    /// How many there are.
    pub count: usize,
}

/// What stands at the beginning of a text.
struct Written {
    /// Nothing if it is to be left out.
    read_as: Option<char>,
    length: usize,
    kind: Option<ChangeKind>,
}

/// Reads every character as the one that is meant.
#[must_use]
pub fn normalise(text: &str) -> Normalised<'_> {
    let mut normalised = Normalised { text: Cow::Borrowed(text), offsets: Offsets::default(), changes: Vec::new() };
    // Many bytes at a time, which lazy operators would hinder.
    let is_change = |byte: u8| may_begin(byte) | !byte.is_ascii();
    if !text.bytes().fold(false, |found, byte| found | is_change(byte)) {
        return normalised;
    }
    let mut plain = String::with_capacity(text.len());
    let (mut index, mut word) = (0, Word::default());
    while let Some(mut found) = written(&text[index..]) {
        if let Some(letter) = found.read_as.and_then(looks_like) {
            if word.around(text, index).is_alike {
                found = Written { read_as: Some(letter), kind: Some(ChangeKind::LookAlike), ..found };
            }
        }
        let Written { read_as, length, kind } = found;
        let given = Span::new(index, index + length);
        if let Some(c) = read_as {
            normalised.offsets.push(plain.len(), c.len_utf8(), given);
            plain.push(c);
        }
        if let Some(kind) = kind {
            match normalised.changes.iter_mut().find(|change| change.kind == kind) {
                Some(change) => change.count += 1,
                None => normalised.changes.push(Change { kind, first: given, read_as, count: 1 }),
            }
        }
        index += length;
    }
    if normalised.changes.is_empty() {
        normalised.offsets = Offsets::default();
    } else {
        normalised.text = Cow::Owned(plain);
    }
    normalised
}

/// A word with letters of another script: each stands for the one that it looks like only where all of them do, and
/// others are of ours. Words of other languages stay as they are.
#[derive(Default)]
struct Word {
    end: usize,
    is_alike: bool,
}

impl Word {
    /// The word that holds a place; places rise, so that each word is read once.
    fn around(&mut self, text: &str, place: usize) -> &Self {
        if place >= self.end {
            let is_outside = |c: char| !c.is_alphanumeric() && !is_scope_character(c);
            let start = text[..place].rfind(is_outside).map_or(0, |outside| outside + 1);
            let start = (start..=place).find(|start| text.is_char_boundary(*start)).unwrap_or(place);
            self.end = text[place..].find(is_outside).map_or(text.len(), |length| place + length);
            let word = &text[start..self.end];
            let others = || word.chars().filter(|c| !c.is_ascii());
            let has_own = word.bytes().any(|byte| byte.is_ascii_alphabetic());
            self.is_alike = has_own && others().all(|c| looks_like(c).is_some());
        }
        self
    }
}

/// The character that is meant at the beginning of a text.
#[must_use]
pub fn first_character(text: &str) -> Option<char> {
    written(text)?.read_as
}

fn written(text: &str) -> Option<Written> {
    let first = text.chars().next()?;
    if let Some(Escape { character: Some(c), length }) = escape(text) {
        return Some(Written { read_as: meant(c), length, kind: Some(ChangeKind::Encoded) });
    }
    let read_as = meant(first);
    let kind = match read_as {
        None => Some(ChangeKind::Invisible),
        Some(c) if c != first => Some(ChangeKind::LookAlike),
        Some(_) => None,
    };
    Some(Written { read_as, length: first.len_utf8(), kind })
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use super::normalise;

    #[track_caller]
    fn check(text: &str, plain: &str, changes: &[&str]) {
        let normalised = normalise(text);
        let found: Vec<String> = normalised
            .changes
            .iter()
            .map(|change| format!("{:?}@{} x{}", change.kind, change.first.start, change.count))
            .collect();
        assert_eq!((&*normalised.text, found), (plain, changes.iter().map(|text| String::from(*text)).collect()));
    }

    #[test]
    fn escapes_of_urls_and_json() {
        check("a%2Cb%2cc", "a,b,c", &["Encoded@1 x2"]);
        check("a%2Eb%20c", "a.b c", &["Encoded@1 x2"]);
        check("a%252Cb", "a,b", &["Encoded@1 x1"]);
        check("a%25252Cb", "a,b", &["Encoded@1 x1"]);
        check("a%C2%B7b", "a·b", &["Encoded@1 x1"]);
        check(r#"\"a\",\nb\u002Ec"#, "\"a\", b.c", &["Encoded@0 x4"]);
        check("a,\\\nb", "a, b", &["Encoded@2 x1"]);
        check(r"a\x2eb\.c", "a.b.c", &["Encoded@1 x2"]);
        check("&quot;a&#x2e;b&quot;", "\"a.b\"", &["Encoded@0 x3"]);
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["%", "%2", "%ZZ", "a%00b", "%C2", "%E2%82", "\\", "a\\q", "\\u12", "\\ud800", "%+1"] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn look_alikes_and_nothing_to_see() {
        check("a．b，c", "a.b,c", &["LookAlike@1 x2"]);
        check("\u{feff}a\u{200b}b", "ab", &["Invisible@0 x2"]);
        check("a\u{2011}b", "a-b", &["LookAlike@1 x1"]);
        check("é", "é", &[]);
        check("Zoh\u{43e}\u{421}RM.a", "ZohoCRM.a", &["LookAlike@3 x2"]);
        check("\u{441}\u{43e}\u{440} \u{43f}o", "\u{441}\u{43e}\u{440} \u{43f}o", &[]);
    }
}
