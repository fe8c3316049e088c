//! Secrets in the text of a file: what stands behind a name that says so, and the tokens that Zoho gives.

use std::{ops::Range, sync::LazyLock};

use regex::bytes::{Captures, Regex};
use zoho_scopes::Catalogue;

use super::secrets;

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
/// The same as words of a command: `--client-secret hush`, `ENV CLIENT_SECRET hush`.
const WORD: &str = r#"(?x-u)
    (?: [\ \t]--? | (?m:^)[\ \t]* (?: ENV | ARG | setenv | setx | set\ -\w+ ) [\ \t]+ )
    (?P<name> (?i: [\w-]* (?: secret|token|passw|passphrase|pwd|credential|jwt|bearer|api[_-]?key|private[_-]?key )
        [\w-]* | \b (?:\w*_)? (?:code|pass) \b ) )
    (?P<word> [\ \t]+ ) (?P<quote> ["'] )?"#;
/// What joins the parts of a text in quotes.
const JOINED: &str = r#"(?x-u) ^ ["'`] (?: \s* (?: \+ | \.\.? | & | \|\| | ~ | \\ ) \s* | [\ \t]* \r?\n \s* ) [fFrRbB@$]? (?P<quote> ["'`] )"#;
/// The user and the password of an address, or of a command of curl.
const USER: &str = r#"(?x-u) ://(?P<address>[^\s/@"'`]+)@ | \s(?:-u|--user)[\ =]["']?(?P<option>[^\s"']+)"#;

/// The expressions, made once.
struct Expressions {
    /// What stands in front of values.
    names: [Regex; 2],
    user: Regex,
    joined: Regex,
}

impl Expressions {
    fn new() -> Option<Self> {
        let new = |expression| Regex::new(expression).ok();
        Some(Self { names: [new(NAMED)?, new(WORD)?], user: new(USER)?, joined: new(JOINED)? })
    }
}

/// The text of a file as it may be shown: values of what is called a secret, token, password, key or code, and what looks
/// like one, have `*` for each byte, so that places stay. Scopes stay too, whatever they are the value of.
pub(in crate::program) fn source(text: &str) -> String {
    static EXPRESSIONS: LazyLock<Option<Expressions>> = LazyLock::new(Expressions::new);
    let Some(Expressions { names, user, joined }) = &*EXPRESSIONS else { return String::new() };
    let mut shown = text.as_bytes().to_vec();
    for name in names {
        let mut done = 0;
        for found in name.captures_iter(text.as_bytes()).filter(|found| !is_for_scopes(&found["name"])) {
            // What stands in a value is part of it.
            let begin = found.get(0).map_or(0, |found| found.end());
            if begin < done {
                continue;
            }
            let value = value(text, begin, &found, joined);
            done = value.end;
            if !is_scopes(&text[value.clone()]) {
                cover(&mut shown[value]);
            }
        }
    }
    let users = user.captures_iter(text.as_bytes()).filter_map(|found| found.iter().skip(1).flatten().next());
    let users =
        users.map(|user| user.range()).filter(|user| text[user.clone()].contains(|c: char| c.is_ascii_alphabetic()));
    for secret in users.chain(secrets(text)) {
        cover(&mut shown[secret]);
    }
    // Whole characters were replaced, so nothing is lost.
    String::from_utf8_lossy(&shown).into_owned()
}

/// Covers bytes, but for the ends of lines.
fn cover(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b'*');
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

/// The value behind a name: what stands in quotes, and in those that are joined to them, or up to what ends it on its line.
fn value(text: &str, begin: usize, found: &Captures<'_>, joined: &Regex) -> Range<usize> {
    let rest = &text[begin..];
    let quote = found.name("quote").and_then(|quote| text[quote.range()].chars().next_back().map(|c| (c, quote.len())));
    let length = match quote {
        Some((quote, 1)) => end_of_joined(rest, quote, joined),
        Some((quote, _)) => rest.find([quote, '\\', '\n']),
        None if found.name("word").is_some() => rest.find(char::is_whitespace),
        None if found.name("tag").is_some() => rest.find(['<', '\n']),
        None if found.name("cell").is_some() => rest.find(['|', '\n']),
        None if found.name("encoded").is_some() => rest.find(|c: char| "%&".contains(c) || c.is_whitespace()),
        None => rest.find(['\n', '\r', '"', '\'', '&', ',', ';', '}']),
    };
    begin..begin + length.unwrap_or(rest.len())
}

/// Where the last of several texts in quotes ends that are joined to one.
fn end_of_joined(text: &str, quote: char, joined: &Regex) -> Option<usize> {
    let mut end = end_of_quoted(text, quote)?;
    while let Some(found) = joined.captures(&text.as_bytes()[end..]) {
        let begin = end + found.get(0)?.end();
        let Some(length) = end_of_quoted(&text[begin..], char::from(*found["quote"].first()?)) else { break };
        end = begin + length;
    }
    Some(end)
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
    fn secrets_as_words() {
        check("ENV CLIENT_SECRET hush\nENV SCOPES A.b.READ", "ENV CLIENT_SECRET ****\nENV SCOPES A.b.READ");
        check("setx ZOHO_TOKEN \"hush hush\"", "setx ZOHO_TOKEN \"*********\"");
        check("login --client-secret hush --code hush A.b.READ", "login --client-secret **** --code **** A.b.READ");
        check("set -x PASSWORD hush; a", "set -x PASSWORD ***** a");
        check("the secret lies here, a code too", "the secret lies here, a code too");
    }

    #[test]
    fn secrets_in_parts() {
        check(r#"secret = "hu" + "sh", "x""#, r#"secret = "*********", "x""#);
        check("secret = ('hu'\n  'sh') + x", "secret = ('***\n*****') + x");
        check("secret := `hu` + \"sh\"\nx = \"y\"", "secret := `*********\"\nx = \"y\"");
        check("secret = \"hu\" . 'sh';", "secret = \"*********';");
        check("secret = \"hu\" + x", "secret = \"**\" + x");
    }

    #[test]
    fn secrets_that_look_so() {
        let secret = "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d42";
        let hidden = "*".repeat(secret.len());
        check(&format!("login me {secret} ZohoCRM.org.READ"), &format!("login me {hidden} ZohoCRM.org.READ"));
        check(&format!("get('me', '{secret}')"), &format!("get('me', '{hidden}')"));
        for text in
            ["ZohoCRM.modules.Custom_Module_2026_11.READ", "a_long_name_of_a_constant_1", "20261129150000000000000"]
        {
            check(text, text);
        }
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
        for part in [
            "=",
            "= ",
            "token",
            "token=",
            "token_scope= ",
            "token)",
            "1000.a",
            "://a",
            "<pwd>",
            "pwd|",
            "pwd='a'+",
            "-pwd ",
            "a1",
        ] {
            let text = part.repeat((1 << 18) / part.len());
            assert_eq!(source(&text).len(), text.len());
        }
    }
}
