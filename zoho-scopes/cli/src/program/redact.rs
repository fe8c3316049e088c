//! What the program repeats of its arguments and input, without what looks like a secret.

use std::{borrow::Cow, io, ops::Range};

use serde::Serialize;

/// In front of the tokens and codes that Zoho gives; the second is for devices.
const TOKENS: [&str; 2] = ["1000.", "1004."];

/// A text with `1000.…` for each of its tokens.
pub(super) fn tokens(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut rest = text;
    let begins = |text: &str| {
        text.match_indices("100")
            .map(|(at, _)| at)
            .find(|at| text[*at..].starts_with(TOKENS[0]) || text[*at..].starts_with(TOKENS[1]))
    };
    while let Some(start) = begins(rest) {
        let (before, token) = rest.split_at(start);
        let prefix = &token[..TOKENS[0].len()];
        let end = token.find(|c: char| !c.is_ascii_alphanumeric() && !"._-".contains(c)).unwrap_or(token.len());
        shown.push_str(before);
        // `21000.50` is a number.
        let is_number = before.ends_with(|c: char| c.is_ascii_digit())
            || !token[prefix.len()..end].contains(|c: char| c.is_ascii_alphabetic() || c == '.');
        shown.push_str(if is_number { &token[..end] } else { prefix });
        shown.push_str(if is_number { "" } else { "…" });
        rest = &token[end..];
    }
    if shown.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(shown + rest) }
}

/// The text of a file as it may be shown: values of what is called a secret, token, password, key or code have `*` for
/// each byte, so that places stay.
pub(super) fn source(text: &str) -> String {
    let mut shown = text.as_bytes().to_vec();
    let mut done = 0;
    for (sign, _) in text.match_indices(['=', ':']) {
        if sign >= done && is_secret(name_before(&text[..sign])) {
            let value = value_behind(text, sign + 1);
            done = value.end;
            shown[value].fill(b'*');
        }
    }
    for begins in TOKENS {
        for (start, _) in text.match_indices(begins) {
            let token = text[start..].bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(byte));
            let secret = start + begins.len()..start + token.count();
            if text[secret.clone()].contains(|c: char| c.is_ascii_alphabetic()) {
                shown[secret].fill(b'*');
            }
        }
    }
    // Whole characters were replaced, so nothing is lost.
    String::from_utf8_lossy(&shown).into_owned()
}

/// The word at the end of a text, without the quotes around it.
fn name_before(text: &str) -> &str {
    let text = text.trim_end_matches([' ', '\t', '"', '\'', '`', '\\', ']', ':', '=']);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let length = text.bytes().rev().take(MAX_NAME).take_while(is_name).count();
    &text[text.len() - length..]
}

/// No name of a setting is longer.
const MAX_NAME: usize = 64;

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let words = ["secret", "token", "passw", "apikey", "api_key", "api-key", "authorization", "cookie"];
    name == "code" || name.ends_with("_code") || words.iter().any(|word| name.contains(word))
}

/// The value behind a sign: what stands in quotes, or up to what ends it on its line.
fn value_behind(text: &str, start: usize) -> Range<usize> {
    let value = text[start..].trim_start_matches([' ', '\t', '>', '\\']);
    let begin = text.len() - value.len();
    let length = match value.chars().next() {
        Some(quote @ ('"' | '\'' | '`')) => value[1..].find([quote, '\n']).map_or(value.len(), |end| end + 1),
        _ => value.find(['\n', '\r', '"', '\'', '&', ',', ';', '}']).unwrap_or(value.len()),
    };
    // A quote may stay.
    let begin = begin + usize::from(value.starts_with(['"', '\'', '`']));
    begin..(text.len() - value.len() + length).max(begin)
}

/// A value as a line of JSON, without tokens.
pub(super) fn json(value: &impl Serialize) -> io::Result<String> {
    let json = serde_json::to_string(value).map_err(io::Error::from)?;
    Ok(tokens(&json).into_owned())
}

/// A text that repeats arguments of the program, without those that may hold secrets.
pub(super) fn arguments(text: &str) -> String {
    let holds_more = |argument: &String| is_json(argument) || argument.contains("://") || argument.contains(": ");
    let hidden = std::env::args().skip(1).filter(holds_more);
    tokens(&hidden.fold(text.to_owned(), |text, argument| text.replace(&argument, "…"))).into_owned()
}

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '['])
}

/// What went wrong with a file. What stands in place of its name may hold secrets, and then is not repeated.
pub(super) fn file_error(path: &str, error: &io::Error) -> String {
    if !is_json(path) && !path.contains("://") {
        return format!("{}: {error}", tokens(path));
    }
    let what = if is_json(path) { "JSON" } else { "an address" };
    format!("the name of a file is expected here, not {what} (`-` is standard input)")
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{file_error, source, tokens};

    #[test]
    fn tokens_are_not_repeated() {
        assert_eq!(tokens("x 1000.aa.bb, y 1000.0f9e"), "x 1000.…, y 1000.…");
        assert_eq!(tokens("1000.12.34"), "1000.…");
        assert_eq!(tokens("1004.aa.bb 1000.cc"), "1004.… 1000.…");
        assert_eq!(tokens("ZohoCRM.modules.ALL at 1000.5 and 21000.a"), "ZohoCRM.modules.ALL at 1000.5 and 21000.a");
    }

    #[test]
    fn secrets_of_a_file_are_covered() {
        #[track_caller]
        fn check(text: &str, expected: &str) {
            assert_eq!(source(text), expected);
        }
        check("CLIENT_SECRET=hush\nSCOPES=A.b.READ", "CLIENT_SECRET=****\nSCOPES=A.b.READ");
        check(r#"{"refresh_token": "hush", "scope": "A"}"#, r#"{"refresh_token": "****", "scope": "A"}"#);
        check("password => 'hü', scope => 'A'", "password => '***', scope => 'A'");
        check("-H 'Authorization: Zoho-oauthtoken hush'", "-H 'Authorization: ********************'");
        check("?code=hush&scope=A 1000.a1.b2", "?code=****&scope=A 1000.*****");
        check("scope: A, 1000.5; code_of_conduct: x", "scope: A, 1000.5; code_of_conduct: x");
        check("secret:", "secret:");
        check("token=\"", "token=\"");
    }

    #[test]
    fn what_is_no_file_is_not_repeated() {
        let shown = |path| file_error(path, &io::ErrorKind::NotFound.into());
        assert_eq!(shown("calls.txt"), "calls.txt: entity not found");
        assert_eq!(shown("1000.aa.bb"), "1000.…: entity not found");
        assert!(!shown(r#"{"client_secret":"hidden"}"#).contains("hidden"));
        assert!(!shown("https://www.zohoapis.com/x?token=hidden").contains("hidden"));
    }
}
