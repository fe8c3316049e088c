//! Characters that are written otherwise: for a URL, for JSON, for HTML.

use zoho_scopes_data::text::{chars::meant, normalise::first_character};

/// The length of the escape at the beginning of a text, and the character that it stands for.
pub(super) fn escape(text: &str) -> Option<(char, usize)> {
    match text.as_bytes().first()? {
        b'%' => percent(text),
        b'\\' => backslash(text),
        b'&' => entity(text),
        byte if byte.is_ascii() => None,
        _ => {
            let c = text.chars().next()?;
            meant(c).filter(|meant| *meant != c).map(|meant| (meant, c.len_utf8()))
        }
    }
}

fn percent(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let mut length = 1;
    // A `%` may itself be escaped, as in `%252C`; more than four times nobody writes.
    while length < 9 && bytes.get(length..length + 2) == Some(b"25") && is_hex(bytes, length + 2, 2) {
        length += 2;
    }
    if !is_hex(bytes, length, 2) {
        return None;
    }
    let c = first_character(text).filter(|c| *c != '%');
    // Beyond ASCII several stand for one character: none of them is part of a scope.
    Some((c.filter(char::is_ascii).unwrap_or('\u{fffd}'), length + 2))
}

fn backslash(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    let slashes = bytes.iter().take(8).take_while(|byte| **byte == b'\\').count();
    let read = |digits: usize| {
        let hex = is_hex(bytes, slashes + 1, digits).then(|| &text[slashes + 1..slashes + 1 + digits])?;
        let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?;
        Some((meant(c).unwrap_or(' '), slashes + 1 + digits))
    };
    match bytes.get(slashes)? {
        b'n' | b'r' | b't' | b'\n' | b'\r' => Some((' ', slashes + 1)),
        byte @ (b'"' | b'\'' | b'`' | b'/' | b',' | b'.' | b'_' | b'-') => Some((char::from(*byte), slashes + 1)),
        b'u' => read(4),
        b'x' => read(2),
        _ => None,
    }
}

fn entity(text: &str) -> Option<(char, usize)> {
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
        return Some((*c, name.len()));
    }
    let rest = text.strip_prefix("&#")?;
    let (rest, radix) = rest.strip_prefix(['x', 'X']).map_or((rest, 10), |rest| (rest, 16));
    let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    let c = u32::from_str_radix(&rest[..digits], radix).ok().and_then(char::from_u32)?;
    rest[digits..].starts_with(';').then_some((c, text.len() - rest.len() + digits + 1))
}

fn is_hex(bytes: &[u8], start: usize, count: usize) -> bool {
    bytes.get(start..start + count).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}
