//! What the program repeats of its arguments and input, without what looks like a secret.

mod secret;
mod source;

use std::{borrow::Cow, io, ops::Range};

use serde::Serialize;
use serde_json::{Serializer, ser::Formatter};
use zoho_scopes::report::{Diagnostic, Suggestion};

pub(super) use self::source::source;

/// A text with `1000.…` for each of its tokens.
pub(super) fn tokens(text: &str) -> Cow<'_, str> {
    replaced(text, secret::tokens(text), |_| "…".to_owned())
}

/// A text with `…` for all that looks like a secret: tokens, and words that look random.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    replaced(text, secrets(text), |_| "…".to_owned())
}

/// The same with `*` for each byte of a secret, so that places stay.
pub(super) fn covered(text: &str) -> Cow<'_, str> {
    replaced(text, secrets(text), |length| "*".repeat(length))
}

/// Whether a text holds a token.
pub(super) fn has_token(text: &str) -> bool {
    !secret::tokens(text).is_empty()
}

/// Whether something in a text looks like a secret.
pub(super) fn has_secret(text: &str) -> bool {
    !secrets(text).is_empty()
}

/// What a message says, without secrets. It may name files: a part of a path is shown, however it looks.
pub(super) fn message(text: &str) -> Cow<'_, str> {
    const SEPARATORS: [char; 2] = ['/', '\\'];
    let is_in_path =
        |word: &Range<usize>| text[..word.start].ends_with(SEPARATORS) || text[word.end..].starts_with(SEPARATORS);
    let random = secret::random(text).into_iter().filter(|word| !is_in_path(word));
    replaced(text, sorted(secret::tokens(text), random), |_| "…".to_owned())
}

/// Where secrets stand in a text.
fn secrets(text: &str) -> Vec<Range<usize>> {
    sorted(secret::tokens(text), secret::random(text))
}

/// Tokens and random words in their order. A word within a token is a part of a longer name, so none overlap.
fn sorted(mut tokens: Vec<Range<usize>>, random: impl IntoIterator<Item = Range<usize>>) -> Vec<Range<usize>> {
    tokens.extend(random);
    tokens.sort_by_key(|secret| secret.start);
    tokens
}

/// A text with something else, which may depend on the length, in these places.
fn replaced(text: &str, places: Vec<Range<usize>>, by: impl Fn(usize) -> String) -> Cow<'_, str> {
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut done = 0;
    for place in places {
        shown.push_str(&text[done..place.start]);
        shown.push_str(&by(place.len()));
        done = place.end;
    }
    shown.push_str(&text[done..]);
    Cow::Owned(shown)
}

/// A diagnostic without the secrets that it quotes.
pub(super) fn diagnostic(found: Diagnostic) -> Diagnostic {
    let replacements = found.suggestions().iter().map(|suggestion| &*suggestion.replacement);
    if ![found.message()].into_iter().chain(found.help()).chain(replacements).any(has_secret) {
        return found;
    }
    let suggestion =
        |own: &Suggestion| Suggestion::new(own.span, text(&own.replacement).into_owned(), own.applicability);
    Diagnostic::new(found.code(), found.severity(), found.span(), text(found.message()))
        .with_help(found.help().map(|help| text(help).into_owned()))
        .with_suggestions(found.suggestions().iter().map(suggestion))
}

/// A value as a line of JSON, without secrets.
pub(super) fn json(value: &impl Serialize) -> io::Result<String> {
    let mut json = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut json, WithoutSecrets))?;
    String::from_utf8(json).map_err(io::Error::other)
}

/// Writes texts without secrets, and so leaves escapes alone.
struct WithoutSecrets;

impl Formatter for WithoutSecrets {
    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        writer.write_all(text(fragment).as_bytes())
    }
}

/// A text that repeats arguments of the program, without those that may hold secrets.
pub(super) fn arguments(text: &str) -> String {
    let holds_more = |argument: &String| is_json(argument) || argument.contains("://") || argument.contains(": ");
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let hidden = arguments.filter(holds_more);
    message(&hidden.fold(text.to_owned(), |text, argument| text.replace(&argument, "…"))).into_owned()
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

    use super::{covered, file_error, json, message, text, tokens};

    #[test]
    fn tokens_are_not_repeated() {
        assert_eq!(tokens("x 1000.aa.bb, y 1000.0f9e"), "x 1000.…, y 1000.…");
        assert_eq!(tokens("1000.12.34"), "1000.…");
        assert_eq!(tokens("1004.aa.bb 1000.cc"), "1004.… 1000.…");
        assert_eq!(tokens("ZohoCRM.modules.ALL at 1000.5 and 21000.a"), "ZohoCRM.modules.ALL at 1000.5 and 21000.a");
    }

    #[test]
    fn random_words_are_not_repeated() {
        const RANDOM: &str = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d42";
        assert_eq!(text(&format!("`{RANDOM}`, 1000.{RANDOM}.a and 1")), "`…`, 1000.… and 1");
        assert_eq!(
            covered(&format!("é {RANDOM}== 1000.a.b")),
            format!("é {}== 1000.***", "*".repeat(RANDOM.len())).replace("*== ", "*** ")
        );
        assert_eq!(json(&format!("\n{RANDOM}\"")).ok().as_deref(), Some("\"\\n…\\\"\""));
        assert_eq!(message(&format!("{RANDOM}: not found")), "…: not found");
        let path = format!("/tmp/{RANDOM}/calls.txt: not found");
        assert_eq!(message(&path), path);
        let name = format!("ZohoCRM.modules.{RANDOM}.READ");
        assert_eq!(text(&name), name);
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
