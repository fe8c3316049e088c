//! Blocks of a document: what stands between two marker comments.
//!
//! A marker is a comment on a line of its own, `<!-- zoho-scopes: WORDS -->`; with the word `end` it ends a
//! block. Fenced code shows markers and has none.

use std::path::Path;

/// What is wrong with the markers of a document, or with what they ask for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Error {
    /// From 1; none where the whole document is meant.
    line: Option<usize>,
    message: String,
}

impl Error {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self { line: Some(line), message: message.into() }
    }

    pub(super) fn in_file(&self, file: &Path) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        format!("{}{line}: {}", file.display(), self.message)
    }
}

/// The document with every block made again by `block`, which is given the words of the first marker. Its text
/// stands between empty lines, and takes the line ending of the marker. All else stays byte for byte.
///
/// # Errors
///
/// Everything that is wrong, in the order of lines.
pub(super) fn rewritten(document: &str, block: &dyn Fn(&str) -> Result<String, String>) -> Result<String, Vec<Error>> {
    let (mut new, mut errors) = (String::with_capacity(document.len()), Vec::new());
    let mut fence = None;
    let mut open: Option<usize> = None;
    let mut blocks = 0;
    for (number, line) in (1..).zip(document.split_inclusive('\n')) {
        let found = if open.is_none() && in_fence(&mut fence, line) { Ok(Words::None) } else { words(line) };
        match (found, open) {
            (Ok(Words::None), None) => new.push_str(line),
            (Ok(Words::None), Some(_)) => {}
            (Ok(Words::End), Some(_)) => {
                new.push_str(line);
                open = None;
            }
            (Ok(Words::End), None) => errors.push(Error::new(number, "no block begins before this end")),
            (Ok(Words::Begin(_)), Some(first)) => {
                errors.push(Error::new(number, format!("the block of line {first} has not ended yet")));
            }
            (Ok(Words::Begin(words)), None) => {
                blocks += 1;
                open = Some(number);
                let ending = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
                match block(words) {
                    Ok(text) => new.extend([line, ending, &text.replace('\n', ending), ending]),
                    Err(message) => errors.push(Error::new(number, message)),
                }
            }
            (Err(message), _) => errors.push(Error::new(number, message)),
        }
    }
    if let Some(first) = open {
        errors.push(Error::new(first, "the block has no end: `<!-- zoho-scopes: end -->`"));
    }
    if blocks == 0 && errors.is_empty() {
        let message = "there is no block: `<!-- zoho-scopes: docs -->` begins one, on a line of its own";
        errors.push(Error { line: None, message: message.into() });
    }
    errors.sort_by_key(|error| error.line);
    if errors.is_empty() { Ok(new) } else { Err(errors) }
}

/// What a line says to us.
enum Words<'a> {
    None,
    Begin(&'a str),
    End,
}

/// The words of the marker that a line is.
fn words(line: &str) -> Result<Words<'_>, &'static str> {
    const FORM: &str = "a marker reads `<!-- zoho-scopes: docs OPTIONS -->`, on a line of its own";
    // More spaces make code of it.
    let Some(line) = unindented(line.trim_start_matches('\u{feff}')) else { return Ok(Words::None) };
    let Some(rest) = line.strip_prefix("<!--").and_then(|rest| rest.trim_start().strip_prefix("zoho-scopes")) else {
        return Ok(Words::None);
    };
    if rest.starts_with(|c: char| c.is_alphanumeric() || "-_.".contains(c)) && !rest.starts_with("-->") {
        return Ok(Words::None);
    }
    let words = rest.strip_prefix(':').and_then(|rest| rest.trim_end().strip_suffix("-->")).ok_or(FORM)?.trim();
    match words {
        "end" => Ok(Words::End),
        words if words.contains("-->") => Err(FORM),
        words => Ok(Words::Begin(words)),
    }
}

/// Follows fenced code; says whether the line belongs to it.
fn in_fence(fence: &mut Option<(char, usize)>, line: &str) -> bool {
    let line = unindented(line).unwrap_or_default().trim_end();
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~')).unwrap_or(' ');
    let length = line.chars().take_while(|c| *c == mark).count();
    let rest = &line[length..];
    match *fence {
        Some((opened, least)) => {
            if mark == opened && length >= least && rest.is_empty() {
                *fence = None;
            }
            true
        }
        None if mark != ' ' && length >= 3 && !(mark == '`' && rest.contains('`')) => {
            *fence = Some((mark, length));
            true
        }
        None => false,
    }
}

/// The line without up to three spaces before it; none where there are more.
fn unindented(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len() <= 3).then_some(rest)
}
