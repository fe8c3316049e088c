//! Characters that are written otherwise: for a URL, for JSON and source code, for HTML.

/// An escape at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Escape {
    /// The character that it stands for; none where that is a control, or half a character.
    pub character: Option<char>,
    /// How many bytes spell it.
    pub length: usize,
}

impl Escape {
    fn new(character: Option<char>, length: usize) -> Self {
        let is_text = |c: &char| !c.is_control() || c.is_ascii_whitespace();
        Self { character: character.filter(is_text), length }
    }
}

/// Whether an escape may begin with a byte.
#[must_use]
#[expect(clippy::needless_bitwise_bool, reason = "lazy operators are branches, which many bytes at a time cannot have")]
pub const fn may_begin(byte: u8) -> bool {
    (byte == b'%') | (byte == b'\\') | (byte == b'&')
}

/// The escape at the beginning of a text.
#[must_use]
pub fn escape(text: &str) -> Option<Escape> {
    match text.as_bytes().first()? {
        b'%' => percent(text),
        b'\\' => backslash(text),
        b'&' => entity(text),
        _ => None,
    }
}

/// `%XX`, as often as the character has bytes in UTF-8.
fn percent(text: &str) -> Option<Escape> {
    let (_, first) = octet(text)?;
    let mut bytes = [0; 4];
    let mut length = 0;
    for count in 1..=bytes.len() {
        let Some((byte, more)) = octet(&text[length..]) else { break };
        bytes[count - 1] = byte;
        length += more;
        if let Some(c) = core::str::from_utf8(&bytes[..count]).ok().and_then(|text| text.chars().next()) {
            return Some(Escape::new(Some(c), length));
        }
    }
    Some(Escape::new(None, first))
}

/// One `%XX`; a `%` may itself be encoded, as in `%252C`.
fn octet(text: &str) -> Option<(u8, usize)> {
    let hex = |place: usize| u8::try_from(hex(text, place, 2)?).ok();
    let mut place = text.starts_with('%').then_some(1)?;
    while hex(place) == Some(b'%') && hex(place + 2).is_some() {
        place += 2;
    }
    Some((hex(place)?, place + 2))
}

/// Escapes of JSON, source code, shells, regular expressions and Markdown.
fn backslash(text: &str) -> Option<Escape> {
    // JSON within JSON escapes its backslashes; more than these nobody writes.
    let slashes = text.bytes().take(8).take_while(|byte| *byte == b'\\').count();
    let rest = &text[slashes..];
    let coded =
        |digits: usize| hex(rest, 1, digits).map(|code| Escape::new(char::from_u32(code), slashes + 1 + digits));
    match rest.chars().next()? {
        '\r' if rest.starts_with("\r\n") => Some(Escape::new(Some(' '), slashes + 2)),
        'n' | 'r' | 't' | '\n' | '\r' => Some(Escape::new(Some(' '), slashes + 1)),
        c @ ('"' | '\'' | '`' | '/' | ',' | '.' | '_' | '-') => Some(Escape::new(Some(c), slashes + 1)),
        'u' => coded(4),
        'x' => coded(2),
        _ => None,
    }
}

fn entity(text: &str) -> Option<Escape> {
    const NAMES: [(&str, char); 9] = [
        ("&quot;", '"'),
        ("&apos;", '\''),
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&nbsp;", ' '),
        ("&comma;", ','),
        ("&period;", '.'),
        ("&bull;", '\u{2022}'),
    ];
    if let Some((name, c)) = NAMES.iter().find(|(name, _)| text.starts_with(name)) {
        return Some(Escape::new(Some(*c), name.len()));
    }
    let rest = text.strip_prefix("&#")?;
    let (rest, radix) = rest.strip_prefix(['x', 'X']).map_or((rest, 10), |rest| (rest, 16));
    let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let code = u32::from_str_radix(&rest[..digits], radix).ok()?;
    let length = text.len() - rest.len() + digits + 1;
    rest[digits..].starts_with(';').then(|| Escape::new(char::from_u32(code), length))
}

/// The number that so many hexadecimal digits at a place spell.
fn hex(text: &str, place: usize, count: usize) -> Option<u32> {
    let digits = text.get(place..place + count)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use super::{Escape, escape};

    #[track_caller]
    fn check(text: &str, character: Option<char>) {
        assert_eq!(escape(text), Some(Escape { character, length: text.len() }), "{text}");
    }

    #[test]
    fn of_every_kind() {
        for text in ["%2e", "%2E", "%252E", "%2525252525252E", "\\.", "\\x2e", "\\u002e", "\\\\\\\\u002E"] {
            check(text, Some('.'));
        }
        for text in ["&period;", "&#46;", "&#x2e;", "&#X002E;"] {
            check(text, Some('.'));
        }
        for text in ["\\n", "\\r", "\\t", "\\\n", "\\\r\n", "%20", "&nbsp;", "&#32;"] {
            check(text, Some(' '));
        }
        check("%C2%B7", Some('\u{b7}'));
        check("\\u00b7", Some('\u{b7}'));
        check("\\_", Some('_'));
        check("&amp;", Some('&'));
    }

    #[test]
    fn of_what_is_no_text() {
        for text in ["%00", "%C2", "%ff", "\\u0000", "\\ud800", "\\x1b", "&#0;"] {
            check(text, None);
        }
        assert_eq!(escape("%E2%82"), Some(Escape { character: None, length: 3 }));
    }

    #[test]
    fn none() {
        for text in ["", "a", "%", "%2", "%ZZ", "%+1", "\\", "\\q", "\\u12", "\\x+1", "&", "&quot", "&#;", "&#2c;"] {
            assert_eq!(escape(text), None, "{text}");
        }
    }
}
