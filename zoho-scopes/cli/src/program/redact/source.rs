//! Secrets in the text of a file: what stands behind a name that says so, and the tokens that Zoho gives.

use std::{ops::Range, sync::LazyLock};

use regex::bytes::{Captures, Regex};
use zoho_scopes::Catalogue;

/// A name that says so, and what stands between it and its value, the quote with it.
const NAMED: &str = r#"(?x-u)
    (?P<name> (?i: [\w-]*
        (?: secret|token|passw|passphrase|pwd|credential|jwt|bearer|api[_-]?key|private[_-]?key|authorization|cookie )
        [\w-]* | \b (?:\w*_)? (?:code|pass) \b ) )
    ["'`\\\])]* [\ \t]*
    (?: [=:(] [\ \t=:>(\[{]* (?: ["']v(?:alue)?["'] [\ \t]* : [\ \t]* )?
      | , [\ \t]* ["']?value["']? [\ \t]* : [\ \t]*
      | (?P<tag> > ) | (?P<cell> \| [\ \t]* ) | (?P<encoded> %3[ADad] ) )
    (?P<quote> \\*["'`] )?"#;
/// The user and the password of an address, or of a command of curl.
const USER: &str = r#"(?x-u) ://(?P<address>[^\s/@"'`]+)@ | \s(?:-u|--user)[\ =]["']?(?P<option>[^\s"']+)"#;
/// A token or code of Zoho's, or a number.
const TOKEN: &str = r"(?-u)100[04]\.(?P<token>[\w.-]+)";

/// The text of a file as it may be shown: values of what is called a secret, token, password, key or code have `*` for
/// each byte, so that places stay. Scopes stay too, whatever they are the value of.
pub(in crate::program) fn source(text: &str) -> String {
    static EXPRESSIONS: LazyLock<Option<[Regex; 3]>> =
        LazyLock::new(|| Some([Regex::new(NAMED).ok()?, Regex::new(USER).ok()?, Regex::new(TOKEN).ok()?]));
    let Some([named, user, token]) = &*EXPRESSIONS else { return String::new() };
    let mut shown = text.as_bytes().to_vec();
    let mut done = 0;
    for found in named.captures_iter(text.as_bytes()).filter(|found| !is_for_scopes(&found["name"])) {
        // What stands in a value is part of it.
        let begin = found.get(0).map_or(0, |found| found.end());
        if begin < done {
            continue;
        }
        let value = value(text, begin, &found);
        done = value.end;
        if !is_scopes(&text[value.clone()]) {
            shown[value].fill(b'*');
        }
    }
    for found in user.captures_iter(text.as_bytes()).chain(token.captures_iter(text.as_bytes())) {
        let secret = found.iter().skip(1).flatten().next().map_or(0..0, |secret| secret.range());
        // A token that is all digits is a number.
        if text[secret.clone()].contains(|c: char| c.is_ascii_alphabetic()) {
            shown[secret].fill(b'*');
        }
    }
    // Whole characters were replaced, so nothing is lost.
    String::from_utf8_lossy(&shown).into_owned()
}

/// Whether a name is that of scopes, such as `TOKEN_SCOPES`.
fn is_for_scopes(name: &[u8]) -> bool {
    name.to_ascii_lowercase().windows(5).any(|part| part == b"scope")
}

/// Whether a value is nothing but scopes of services that are known.
fn is_scopes(value: &str) -> bool {
    let service = |entry: &str| entry.split_once('.').is_some_and(|(service, _)| is_service(service));
    value.split([',', ' ', '+']).all(service)
}

fn is_service(word: &str) -> bool {
    Catalogue::builtin().service(word).is_some()
}

/// The value behind a name: what stands in quotes, or up to what ends it on its line.
fn value(text: &str, begin: usize, found: &Captures<'_>) -> Range<usize> {
    let rest = &text[begin..];
    let quote = found.name("quote").and_then(|quote| text[quote.range()].chars().next_back().map(|c| (c, quote.len())));
    let length = match quote {
        Some((quote, 1)) => end_of_quoted(rest, quote),
        Some((quote, _)) => rest.find([quote, '\\', '\n']),
        None if found.name("tag").is_some() => rest.find(['<', '\n']),
        None if found.name("cell").is_some() => rest.find(['|', '\n']),
        None if found.name("encoded").is_some() => rest.find(|c: char| "%&".contains(c) || c.is_whitespace()),
        None => rest.find(['\n', '\r', '"', '\'', '&', ',', ';', '}']),
    };
    begin..begin + length.unwrap_or(rest.len())
}

/// Where the quote stands that ends a text, unless its line ends before.
fn end_of_quoted(text: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    text.find(|c| {
        let ends = c == '\n' || (c == quote && !is_escaped);
        is_escaped = c == '\\' && !is_escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::source;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(source(text), expected);
    }

    #[test]
    fn secrets_of_a_file_are_covered() {
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
    fn secrets_in_other_forms() {
        check(r#"{"key":"client_secret","value":"hush","x":1}"#, r#"{"key":"client_secret","value":"****","x":1}"#);
        check(r#"{"refresh_token": {"v": "hush"}, "x": 1}"#, r#"{"refresh_token": {"v": "****"}, "x": 1}"#);
        check(r#"{"secret":["hush"],"x":1}"#, r#"{"secret":["****"],"x":1}"#);
        check(r#"secret = "hush\"hush", x"#, r#"secret = "**********", x"#);
        check(r#""{\"secret\":\"hush\",\"x\":1}""#, r#""{\"secret\":\"****\",\"x\":1}""#);
        check("x.secret('hush').x()", "x.secret('****').x()");
        check("<secret>hush</secret><x>1</x>", "<secret>****</secret><x>1</x>");
        check("| `secret` | hush | x |", "| `secret` | *****| x |");
        check("code%3Dhush%26scope%3DA", "code%3D****%26scope%3DA");
        check("https://id:hush@x.example/?a@b", "https://*******@x.example/?a@b");
        check("curl -u 'id:hush' x", "curl -u '*******' x");
        check("pwd=hush;db_pass=hush;private_key=hush", "pwd=****;db_pass=****;private_key=****");
    }

    #[test]
    fn scopes_are_no_secrets() {
        for text in [
            "TOKEN_SCOPES=ZohoCRM.modules.ALL,ZohoCliq.Chanels.READ",
            "getToken(\"ZohoCliq.Chanels.READ\")",
            "token: ZohoCliq.Chanels.READ",
            "| Token | ZohoCliq.Chanels.READ|",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn time_grows_with_the_text() {
        for part in ["=", "= ", "token", "token=", "token_scope= ", "token)", "1000.a", "://a", "<pwd>", "pwd|"] {
            let text = part.repeat((1 << 18) / part.len());
            assert_eq!(source(&text).len(), text.len());
        }
    }
}
