//! What the program repeats of its arguments and input, without what looks like a secret.

mod source;

use std::{borrow::Cow, io};

use serde::Serialize;

pub(super) use self::source::source;

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

/// A value as a line of JSON, without tokens.
pub(super) fn json(value: &impl Serialize) -> io::Result<String> {
    let json = serde_json::to_string(value).map_err(io::Error::from)?;
    Ok(tokens(&json).into_owned())
}

/// A text that repeats arguments of the program, without those that may hold secrets.
pub(super) fn arguments(text: &str) -> String {
    let holds_more = |argument: &String| is_json(argument) || argument.contains("://") || argument.contains(": ");
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let hidden = arguments.filter(holds_more);
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

    use super::{file_error, tokens};

    #[test]
    fn tokens_are_not_repeated() {
        assert_eq!(tokens("x 1000.aa.bb, y 1000.0f9e"), "x 1000.…, y 1000.…");
        assert_eq!(tokens("1000.12.34"), "1000.…");
        assert_eq!(tokens("1004.aa.bb 1000.cc"), "1004.… 1000.…");
        assert_eq!(tokens("ZohoCRM.modules.ALL at 1000.5 and 21000.a"), "ZohoCRM.modules.ALL at 1000.5 and 21000.a");
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
