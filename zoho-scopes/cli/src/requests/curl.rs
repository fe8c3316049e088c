//! Command lines of curl, alone or in other text, as people and browsers copy them.

use std::ops::Range;

use super::{
    request::Request,
    url::{Variables, plain},
};

/// Of a longer command the rest is data.
const MAX_COMMAND: usize = 1 << 20;
/// Short options that take a value.
const WITH_VALUE: &str = "AbCcDdEeFHhKmoPQrTtUuwXxYyz";
/// Long options without one that stand before addresses; of others the next word is the value.
const WITHOUT_VALUE: [&str; 24] = [
    "compressed",
    "fail",
    "fail-with-body",
    "get",
    "globoff",
    "head",
    "http1.0",
    "http1.1",
    "http2",
    "http3",
    "include",
    "insecure",
    "ipv4",
    "ipv6",
    "location",
    "location-trusted",
    "no-buffer",
    "path-as-is",
    "progress-bar",
    "remote-name",
    "show-error",
    "silent",
    "ssl-reqd",
    "verbose",
];

/// A command and what it sends.
pub(super) struct Command {
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
    pub(super) method: String,
    pub(super) urls: Vec<String>,
    /// Whether its quotation marks are closed, and no line break is escaped in it as strings of source code do.
    pub(super) is_whole: bool,
}

pub(super) fn requests(text: &str) -> Vec<Request> {
    let variables = assigned(text);
    let of = |Command { method, urls, .. }: Command| {
        urls.iter().map(|url| Request::new(method.as_str(), plain(url, &variables))).collect::<Vec<_>>()
    };
    commands(text).flat_map(of).collect()
}

/// The commands of a text, in its order.
pub(super) fn commands(text: &str) -> impl Iterator<Item = Command> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + next(&text[end..])?;
        let (command, length) = command(&text[start..]);
        end = start + length.max(4);
        let words = shlex::split(&command);
        let is_whole = words.is_some() && !command.contains("\\n");
        // Where a quotation mark is not closed, the words are as good as they are.
        let unclosed = || command.split_whitespace().map(|word| word.replace(['\'', '"'], "")).collect();
        let options = Options::of(words.unwrap_or_else(unclosed));
        Some(Command { span: start..end, method: options.method(), urls: options.urls, is_whole })
    })
}

/// Whether a text has such a command.
pub(super) fn is_like(head: &str) -> bool {
    next(head).is_some()
}

/// Where the next command begins: `curl` as the first word of a line, or behind what begins a command.
fn next(text: &str) -> Option<usize> {
    text.match_indices("curl").map(|(place, _)| place).find(|place| {
        let rest = text[place + 4..].strip_prefix(".exe").unwrap_or(&text[place + 4..]);
        let before = text[..*place].trim_end_matches([' ', '\t']);
        let begins =
            before.is_empty() || before.ends_with(['\n', '$', '>', '%', '#', '|', ';', '&', '`', '(', '"', '\'']);
        begins && rest.starts_with([' ', '\t', '\\', '^']) && is_argument(rest.trim_start())
    })
}

/// Whether an option or an address comes first: prose begins with the name of the program, too.
fn is_argument(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or_default();
    word.starts_with(['-', '"', '\'', '$', '{', '<', '\\', '^', '`']) || word.contains(['/', '.', ':', '%'])
}

/// The command that a text begins with, on one line, and its length there. It ends with the line, but for line breaks in
/// quotation marks and behind `\`, `^` or a backtick, or with what joins commands; in any case with an empty line, for a
/// quotation mark may be an apostrophe.
fn command(text: &str) -> (String, usize) {
    let mut command = String::new();
    let mut quote = None;
    let mut is_ansi = false;
    let mut chars = text.char_indices();
    while let Some((place, c)) = chars.next().filter(|(place, _)| *place <= MAX_COMMAND) {
        let next = chars.as_str().trim_start_matches('\r').chars().next();
        match (quote, c) {
            (None, '\\' | '^' | '`') if next == Some('\n') => {
                chars.find(|(_, c)| *c == '\n');
                command.push(' ');
            }
            // The marks of Windows' shell.
            (_, '^') if matches!(next, Some('"' | '^' | '%' | '&')) => {}
            (_, '\r') if next == Some('\n') => {}
            (None, '\n' | '|' | ';' | '&') => return (command, place),
            (Some(_), '\n') if next == Some('\n') => return (command, place),
            (None, '$') if next == Some('\'') => is_ansi = true,
            (None, '\'' | '"') => {
                quote = Some(c);
                command.push(c);
            }
            (Some('\''), '\\') if is_ansi => _ = chars.next(),
            (None | Some('"'), '\\') => {
                command.push(c);
                command.extend(chars.next().map(|(_, c)| c));
            }
            (Some(open), _) if c == open => {
                (quote, is_ansi) = (None, false);
                command.push(c);
            }
            _ => command.push(c),
        }
    }
    (command, text.len() - chars.as_str().len())
}

#[derive(Default)]
struct Options {
    method: Option<String>,
    urls: Vec<String>,
    /// The place among the usual methods.
    usual: usize,
}

/// What curl sends without `--request`: nothing else said, with data, with an upload, `--head`, `--get`. Later ones win.
const USUAL: [&str; 5] = ["GET", "POST", "PUT", "HEAD", "GET"];

impl Options {
    /// The options of a command in words, of which the first is its name.
    fn of(words: Vec<String>) -> Self {
        let mut options = Self::default();
        let mut words = words.into_iter().skip(1);
        while let Some(word) = words.next() {
            if let Some(long) = word.strip_prefix("--") {
                match long.split_once('=') {
                    Some((name, value)) => options.set(name, value),
                    None if long.is_empty() || WITHOUT_VALUE.contains(&long) => options.set(long, ""),
                    None => options.set(long, &words.next().unwrap_or_default()),
                }
            } else if let Some(short) = word.strip_prefix('-').filter(|short| !short.is_empty()) {
                options.short(short, &mut words);
            } else {
                options.urls.push(word);
            }
        }
        options
    }

    fn set(&mut self, name: &str, value: &str) {
        let usual = match name {
            "request" => {
                self.method = Some(value.to_owned());
                0
            }
            "url" => {
                self.urls.push(value.to_owned());
                0
            }
            "json" | "form" | "form-string" => 1,
            "upload-file" => 2,
            "head" => 3,
            "get" => 4,
            _ => usize::from(name.starts_with("data")),
        };
        self.usual = self.usual.max(usual);
    }

    /// Short options that stand together, the last of which may have a value.
    fn short(&mut self, letters: &str, words: &mut impl Iterator<Item = String>) {
        for (place, letter) in letters.char_indices() {
            let name = match letter {
                'X' => "request",
                'd' => "data",
                'F' => "form",
                'G' => "get",
                'I' => "head",
                'T' => "upload-file",
                _ => "",
            };
            if WITH_VALUE.contains(letter) {
                let joined = &letters[place + letter.len_utf8()..];
                let value = if joined.is_empty() { words.next().unwrap_or_default() } else { joined.to_owned() };
                return self.set(name, &value);
            }
            self.set(name, "");
        }
    }

    fn method(&self) -> String {
        self.method.clone().unwrap_or_else(|| USUAL[self.usual].to_owned())
    }
}

/// Addresses that lines before give to variables: `BASE=https://…`.
fn assigned(text: &str) -> Variables {
    let assigned = |line: &str| {
        let line = line.trim();
        let (name, value) = line.strip_prefix("export ").unwrap_or(line).split_once('=')?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let value = value.trim_matches(['"', '\'']);
        (is_name && (value.contains("://") || value.starts_with('/'))).then(|| (name.to_owned(), value.to_owned()))
    };
    text.lines().filter_map(assigned).collect()
}
