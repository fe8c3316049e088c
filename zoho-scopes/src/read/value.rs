//! Values of what is called scope: parameters of a URL, members of a JSON object, settings.
//!
//! Beside a value may stand tokens, codes and client secrets, so nothing but the value is ever read.
//! No scope holds `=` or `:`, so a value ends at the latest where the next name of something begins.

use alloc::vec::Vec;

use zoho_scopes_data::{
    classify::other_vendor,
    text::{
        chars::{is_segment, is_separator},
        escapes,
        normalise::first_character,
    },
};

use crate::report::Span;

/// The value of something called scope or scopes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    /// Where it begins in the text, in bytes.
    pub(crate) start: usize,
    pub(crate) within: Within,
    name: Name,
}

/// What a value stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// A URL, or the parameters of a request.
    Parameters {
        /// Whether it asks for consent, but not for a refresh token.
        lacks_offline_access: bool,
    },
    /// A JSON object, such as a token response.
    Json,
    /// A setting: `SCOPES=…` or `scope: …`.
    Setting,
}

/// A name such as `scope`, with what follows the sign behind it. Those first are trusted most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    /// Quoted: a member of a JSON object.
    Quoted,
    /// Behind `?` or `&`: a parameter.
    Parameter,
    /// Behind a quote: an argument such as `'scope=…'`.
    QuotedSetting,
    Plain,
}

impl Value<'_> {
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// How little it is trusted to be the one that is meant.
    pub(crate) fn rank(&self) -> u8 {
        self.name as u8
    }

    /// Whether it stands unquoted on a line, where remarks may follow it.
    pub(crate) fn is_plain(&self) -> bool {
        self.name == Name::Plain
    }
}

/// All values in a part of a text, in the order of their names. The time is linear in its length.
pub(crate) fn values(text: &str, part: Span) -> Vec<Value<'_>> {
    let text = &text[..part.end];
    let names: Vec<(Name, usize)> = names(text, part.start).collect();
    let ends = names.iter().skip(1).map(|(_, behind)| *behind).chain([text.len()]);
    let is_parameter = |(name, _): &(Name, usize)| *name == Name::Parameter;
    let lacks_offline_access = names.iter().any(is_parameter) && lacks_offline_access(&text[part.start..]);
    let valued = |((name, behind), end): (&(Name, usize), usize)| {
        // The next name belongs to another value.
        let value = value(*name, &text[*behind..end]).trim();
        let within = match name {
            Name::Quoted => Within::Json,
            Name::Parameter => Within::Parameters { lacks_offline_access },
            Name::QuotedSetting | Name::Plain => Within::Setting,
        };
        // A value is a part of the text, so its address is its offset.
        Value { text: value, start: value.as_ptr().addr() - text.as_ptr().addr(), within, name: *name }
    };
    names.iter().zip(ends).map(valued).collect()
}

/// Whether a text holds a sign that stands between a name and its value, in whatever way it is written.
pub(crate) fn has_sign(text: &str) -> bool {
    // Many bytes at a time: most lists have neither a sign nor what may stand for one.
    let may_be_sign = |byte: u8| matches!(byte, b'=' | b':') | escapes::may_begin(byte) | !byte.is_ascii();
    text.bytes().fold(false, |found, byte| found | may_be_sign(byte))
        && first_sign(text).is_some()
        && !has_signs_in_entries(text)
}

/// Whether signs stand only in entries that are known to have them: scopes of other vendors, and scopes with colons for dots.
/// Of these the last segment is an operation, as it is in no address and no secret.
fn has_signs_in_entries(text: &str) -> bool {
    let is_word = |segment: &str| segment.starts_with(|c: char| c.is_ascii_alphabetic()) && is_segment(segment);
    let has_colons = |entry: &str| {
        let Some((before, operation)) = entry.rsplit_once(':') else { return false };
        let is_operation = operation.len() <= 6 && operation.bytes().all(|byte| byte.is_ascii_uppercase());
        before.contains(':') && is_operation && before.split(':').all(is_word)
    };
    let mut signed = text.split(is_separator).filter(|entry| first_sign(entry).is_some());
    signed.all(|entry| other_vendor(entry).is_some() || has_colons(entry))
}

/// Whether the text is an authorization URL whose consent will bring no refresh token.
fn lacks_offline_access(text: &str) -> bool {
    text.contains("/oauth/v2/auth?") && !text.contains("access_type=offline") && !text.contains("response_type=token")
}

/// Every `scope` or `scopes` from a place on with a sign behind it, and where the text behind the sign begins.
fn names(text: &str, start: usize) -> impl Iterator<Item = (Name, usize)> {
    const WORD: &[u8] = b"scope";
    let found = text.as_bytes()[start..].windows(WORD.len()).enumerate();
    let found = found.filter(|(_, bytes)| bytes.eq_ignore_ascii_case(WORD)).map(move |(offset, _)| start + offset);
    found.filter_map(move |offset| {
        let (before, behind) = (&text[..offset], &text[offset + WORD.len()..]);
        let behind = behind.strip_prefix(['s', 'S']).unwrap_or(behind);
        let neighbour = before.chars().next_back();
        let query_signs = ["?", "&", "%3F", "%3f", "%26", "\\u0026"];
        let in_query = query_signs.iter().any(|sign| before.ends_with(sign));
        let camel_case = neighbour.is_some_and(|c| c.is_ascii_lowercase()) && text[offset..].starts_with('S');
        let name = match neighbour {
            Some(quote @ ('"' | '\'')) if behind.trim_start_matches('\\').starts_with(quote) => Name::Quoted,
            _ if in_query => Name::Parameter,
            Some('"' | '\'') => Name::QuotedSetting,
            Some(c) if c.is_alphanumeric() && !camel_case => return None,
            _ => Name::Plain,
        };
        let sign = behind.trim_start_matches([' ', '\t', '"', '\'', '`', '*', '\\', '[', ']']);
        let signs = ["=>", ":=", "=", ":", "%3D", "%3d", "%3A", "%3a"];
        let value = signs.iter().find_map(|known| sign.strip_prefix(known))?;
        // A member may also be a number, an object, or `null`.
        let fits = name != Name::Quoted || value.trim_start().starts_with(['"', '\'', '[', '\\']);
        fits.then_some((name, text.len() - value.len()))
    })
}

/// The value at the beginning of the text behind a name.
fn value(name: Name, text: &str) -> &str {
    let text = if name == Name::Quoted { text.trim_start() } else { text.trim_start_matches([' ', '\t']) };
    let whole = match text.chars().next() {
        Some(quote @ ('"' | '\'')) => quoted(&text[1..], quote)
            // `"A", "B"` is a list, unless the comma leads to the next member.
            .filter(|(_, rest)| name == Name::Quoted || !rest.trim_start().starts_with(','))
            .map_or_else(|| line(name, text), |(inner, _)| inner),
        Some('[') => text.find(']').map_or(text, |end| &text[..=end]),
        // JSON within JSON.
        Some('\\') if name == Name::Quoted => {
            let inner = text.trim_start_matches(['\\', '"']);
            inner.find(['\\', '"']).map_or(inner, |end| &inner[..end])
        }
        _ => line(name, text),
    };
    before_next_name(whole)
}

/// What stands before the closing quote, and what behind it.
fn quoted(text: &str, quote: char) -> Option<(&str, &str)> {
    let mut escaped = false;
    let end = text.find(|c| {
        let closes = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    })?;
    Some((&text[..end], &text[end + 1..]))
}

/// What stands on the line, and on those that continue it; where it is empty, all lines below.
fn line(name: Name, text: &str) -> &str {
    let up_to = |ends: &[char]| &text[..text.find(ends).unwrap_or(text.len())];
    match name {
        Name::Parameter => return up_to(&['#', '"', '\'', '`', '\n']),
        Name::QuotedSetting => return up_to(&['"', '\'']),
        Name::Quoted | Name::Plain => {}
    }
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        end += line.len();
        if !line.trim_end().ends_with([',', '\\']) {
            break;
        }
    }
    let first = &text[..end];
    if matches!(first.trim(), "" | "|" | ">" | "|-" | ">-" | "**") {
        let below = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '>' | '*'));
        // A blank line ends it, and so does a fence.
        let end = ["\n\n", "\r\n\r\n", "```"].iter().filter_map(|end| below.find(end)).min();
        return &below[..end.unwrap_or(below.len())];
    }
    let first = &first[..first.find('#').unwrap_or(first.len())];
    // The end of an object whose beginning lies before the name.
    first.find('}').filter(|end| !first[..*end].contains('{')).map_or(first, |end| &first[..end])
}

/// The text before `&`, and before the word in front of the first sign that follows a name.
fn before_next_name(text: &str) -> &str {
    let text = first(text, |c| c == '&').map_or(text, |end| &text[..end]);
    let Some(sign) = first_sign(text) else { return text };
    let text = text[..sign].trim_end();
    text[..text.rfind(is_separator).unwrap_or(0)].trim_end_matches(is_separator)
}

/// The first sign that stands between a name and its value.
fn first_sign(text: &str) -> Option<usize> {
    first(text, |c| matches!(c, '=' | ':'))
}

/// The first place of such a character, in whatever way it is written.
fn first(text: &str, is_meant: impl Fn(char) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_plain = |offset: usize| bytes[offset].is_ascii() && !escapes::may_begin(bytes[offset]);
    let read = |offset: usize, c: char| if is_plain(offset) { Some(c) } else { first_character(&text[offset..]) };
    text.char_indices().find(|(offset, c)| read(*offset, *c).is_some_and(&is_meant)).map(|(offset, _)| offset)
}

#[cfg(test)]
mod tests {
    use super::{Span, Within, values};

    const URL: Within = Within::Parameters { lacks_offline_access: false };

    /// The value that is trusted most.
    #[track_caller]
    fn check(text: &str, list: &str, within: Within) {
        let values = values(text, Span::new(0, text.len()));
        let value = values.iter().min_by_key(|value| value.rank()).expect("a value");
        assert_eq!((value.text, value.within), (list, within), "{text}");
        assert_eq!(&text[value.span().range()], list, "{text}");
    }

    #[test]
    fn parameters() {
        check("https://x.test/?a=1&scope=A,B&b=2", "A,B", URL);
        check("https://x.test/?scope=A%2CB#end", "A%2CB", URL);
        check("GET 'https://x.test/?scope=A' -H 'b: c'", "A", URL);
        check("https://x.test/?to=https%3A%2F%2Fy.test%3Fscope%3DA%2CB%26b%3D2", "A%2CB", URL);
        check("https://x.test/oauth/v2/auth?scope=A", "A", Within::Parameters { lacks_offline_access: true });
        check("https://x.test/oauth/v2/auth?scope=A&access_type=offline", "A", URL);
        check(r#"{"url":"https://x.test/?a=1\u0026scope=A\u0026b=2"}"#, "A", URL);
        check("https://x.test/?scope=A%2526b%253Dx", "A", URL);
        check("scope=A,B&b=2", "A,B", Within::Setting);
        check("curl -d 'scope=A,B' -d 'b=2'", "A,B", Within::Setting);
    }

    #[test]
    fn members() {
        check(r#"{"a":"x","scope":"A B","b":1}"#, "A B", Within::Json);
        check(r#"{"error":"bad scope: x","a":"y","scope" : "A"}"#, "A", Within::Json);
        check(r#"{"scope":null,"scopes":["A","B"],"b":1}"#, r#"["A","B"]"#, Within::Json);
        check("{'a': 'x', 'scope': 'A B'}", "A B", Within::Json);
        check(r#"{\"a\":\"x\",\"scope\":\"A B\",\"b\":\"y\"}"#, "A B", Within::Json);
        check(r#"{"a":"x","scope":"A"#, "\"A", Within::Json);
    }

    #[test]
    fn settings() {
        check("A=1\nZOHO_SCOPES=\"A,B\"\nB=2", "A,B", Within::Setting);
        check("scope: A, B # why\nsecret: x", "A, B", Within::Setting);
        check("scopes:\n  - A\n  - B\nsecret: x", "- A\n  - B", Within::Setting);
        check("scope=A,B secret=x", "A,B", Within::Setting);
        check("{scope: A B, secret: x}", "A B", Within::Setting);
        check("zohoScopes = ['A', 'B'];", "['A', 'B']", Within::Setting);
        check("scopes: 'A', 'B'", "'A', 'B'", Within::Setting);
        check("SCOPES=A,\\\nB\nC", "A,\\\nB", Within::Setting);
        check("**Scopes:** A", "** A", Within::Setting);
    }

    #[test]
    fn several() {
        let text = "crm_scope=A,B\ndesk_scope: [C]\n{\"scope\": \"D\"}";
        let values: Vec<&str> = values(text, Span::new(0, text.len())).into_iter().map(|value| value.text).collect();
        assert_eq!(values, ["A,B", "[C]", "D"]);
    }

    #[test]
    fn nothing_is_better_than_a_secret() {
        for text in ["access_token=x", "{\"access_token\":\"x\"}", "secret: x", "telescope=x", "https://x.test/?code=x"]
        {
            assert!(values(text, Span::new(0, text.len())).is_empty(), "{text}");
        }
    }
}
