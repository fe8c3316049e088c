//! Characters that are written otherwise than scopes are sent: encoded for a URL or for JSON,
//! look-alikes from word processors, and such as nobody sees.
//!
//! Only a list that is not plainly right comes here. Separators and quotes are left to the grammar.

use alloc::{borrow::Cow, string::String, vec::Vec};

use crate::{
    read::places::Places,
    report::{Code, Span},
};

/// A text of plain characters, with the way back to the text as it was given.
#[derive(Debug)]
pub(crate) struct Cleaned<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) places: Places,
    /// What was cleaned, in the order in which each kind first occurs.
    pub(crate) changes: Vec<Change>,
}

/// Everything of one kind that was cleaned.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) code: Code,
    /// The first place, in the text as it was given.
    pub(crate) first: Span,
    /// What was read there; nothing if it was left out.
    pub(crate) read_as: Option<char>,
    pub(crate) count: usize,
}

/// What stands at the beginning of a text.
struct Written {
    /// Nothing if it is to be left out.
    read_as: Option<char>,
    length: usize,
    code: Option<Code>,
}

/// Reads every character as the one that is meant.
pub(crate) fn clean(text: &str) -> Cleaned<'_> {
    let mut cleaned = Cleaned { text: Cow::Borrowed(text), places: Places::default(), changes: Vec::new() };
    if !text.contains(|c: char| matches!(c, '%' | '\\') || !c.is_ascii()) {
        return cleaned;
    }
    let mut plain = String::with_capacity(text.len());
    let mut place = 0;
    while let Some(Written { read_as, length, code }) = written(&text[place..]) {
        let given = Span::new(place, place + length);
        if let Some(c) = read_as {
            cleaned.places.push(plain.len(), c.len_utf8(), given);
            plain.push(c);
        }
        if let Some(code) = code {
            match cleaned.changes.iter_mut().find(|change| change.code == code) {
                Some(change) => change.count += 1,
                None => cleaned.changes.push(Change { code, first: given, read_as, count: 1 }),
            }
        }
        place += length;
    }
    if cleaned.changes.is_empty() {
        cleaned.places = Places::default();
    } else {
        cleaned.text = Cow::Owned(plain);
    }
    cleaned
}

/// The character that is meant at the beginning of a text.
pub(crate) fn first_character(text: &str) -> Option<char> {
    written(text)?.read_as
}

fn written(text: &str) -> Option<Written> {
    let first = text.chars().next()?;
    let encoded = match first {
        '%' => percent(text),
        '\\' => backslash(text),
        _ => None,
    };
    if let Some((c, length)) = encoded {
        return Some(Written { read_as: meant(c), length, code: Some(Code::Encoded) });
    }
    let read_as = meant(first);
    let code = match read_as {
        None => Some(Code::InvisibleCharacter),
        Some(c) if c != first => Some(Code::LookAlikeCharacter),
        Some(_) => None,
    };
    Some(Written { read_as, length: first.len_utf8(), code })
}

/// The character that `%XX` at the beginning stands for, and how many bytes spell it.
fn percent(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let mut length = 0;
    for count in 1..=bytes.len() {
        let (byte, more) = octet(&text[length..])?;
        bytes[count - 1] = byte;
        length += more;
        if let Some(c) = core::str::from_utf8(&bytes[..count]).ok().and_then(|text| text.chars().next()) {
            return (!c.is_control() || c.is_ascii_whitespace()).then_some((c, length));
        }
    }
    None
}

/// One `%XX`; a `%` may itself be encoded, as in `%252C`.
fn octet(text: &str) -> Option<(u8, usize)> {
    let hex = |place: usize| {
        let digits = text.get(place..place + 2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u8::from_str_radix(digits, 16).ok()
    };
    let mut place = text.starts_with('%').then_some(1)?;
    while hex(place) == Some(b'%') && hex(place + 2).is_some() {
        place += 2;
    }
    Some((hex(place)?, place + 2))
}

/// The character that an escape of JSON or of a shell at the beginning stands for, and its length.
fn backslash(text: &str) -> Option<(char, usize)> {
    // JSON within JSON escapes its backslashes; more than these nobody writes.
    let slashes = text.bytes().take(4).take_while(|byte| *byte == b'\\').count();
    let rest = &text[slashes..];
    let c = rest.chars().next()?;
    match c {
        'n' | 'r' | 't' | '\n' => Some((' ', slashes + 1)),
        '\r' => Some((' ', slashes + if rest.starts_with("\r\n") { 2 } else { 1 })),
        '"' | '\'' | '`' | '/' => Some((c, slashes + 1)),
        'u' => {
            let digits = rest.get(1..5).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
            (!c.is_control() || c.is_ascii_whitespace()).then_some((c, slashes + 5))
        }
        _ => None,
    }
}

/// The plain character that is meant; none where there is nothing to see.
pub(crate) fn meant(c: char) -> Option<char> {
    Some(match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {
            return None;
        }
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => return None,
        '\u{3002}' | '\u{ff61}' | '\u{2024}' | '\u{fe52}' => '.',
        '\u{3001}' | '\u{ff64}' | '\u{60c}' | '\u{fe50}' | '\u{fe51}' => ',',
        '\u{61b}' | '\u{fe54}' => ';',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => '-',
        // Full-width forms of ASCII keep its order.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String, vec::Vec};

    use super::clean;

    #[track_caller]
    fn check(text: &str, plain: &str, changes: &[&str]) {
        let cleaned = clean(text);
        let told: Vec<String> = cleaned
            .changes
            .iter()
            .map(|change| format!("{}@{} x{}", change.code, change.first.start, change.count))
            .collect();
        assert_eq!((&*cleaned.text, told), (plain, changes.iter().map(|text| String::from(*text)).collect()));
    }

    #[test]
    fn escapes_of_urls_and_json() {
        check("a%2Cb%2cc", "a,b,c", &["encoded@1 x2"]);
        check("a%2Eb%20c", "a.b c", &["encoded@1 x2"]);
        check("a%252Cb", "a,b", &["encoded@1 x1"]);
        check("a%25252Cb", "a,b", &["encoded@1 x1"]);
        check("a%C2%B7b", "a·b", &["encoded@1 x1"]);
        check(r#"\"a\",\nb\u002Ec"#, "\"a\", b.c", &["encoded@0 x4"]);
        check("a,\\\nb", "a, b", &["encoded@2 x1"]);
    }

    #[test]
    fn what_is_no_escape_stays() {
        for text in ["%", "%2", "%ZZ", "a%00b", "%C2", "%E2%82", "\\", "a\\q", "\\u12", "\\ud800", "%+1"] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn look_alikes_and_nothing_to_see() {
        check("a．b，c", "a.b,c", &["look-alike-character@1 x2"]);
        check("\u{feff}a\u{200b}b", "ab", &["invisible-character@0 x2"]);
        check("a\u{2011}b", "a-b", &["look-alike-character@1 x1"]);
        check("é", "é", &[]);
    }
}
