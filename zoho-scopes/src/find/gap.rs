//! What stands between two entries: whether it joins them to one list, and which other words of the list it holds.

use alloc::vec::Vec;

use super::{candidate::Candidate, escape::escape, token::length_of_words};
use crate::{find::found::Form, report::Span};

/// What joins two entries.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) form: Form,
    /// Words between the two that are entries too.
    pub(super) words: Vec<Span>,
}

/// Whether two entries, the next behind the other, stand in one list.
pub(super) fn link(text: &str, one: &Candidate, next: &Candidate) -> Option<Link> {
    let only = |form| Some(Link { form, words: Vec::new() });
    if let Some(form) = rows(text, one, next) {
        return only(form);
    }
    let mut gap = Gap {
        text,
        start: one.end(),
        at: one.end(),
        end: next.span.start,
        comma: false,
        quoted: false,
        words: Vec::new(),
    };
    if gap.said_of_key() {
        return only(Form::Map).filter(|_| is_key(text, next));
    }
    if one.around.commented {
        // The rest of the comment.
        let rest = &text[gap.at..gap.end];
        gap.at += rest.find('\n').unwrap_or(0);
    }
    while gap.at < gap.end {
        gap.step()?;
    }
    let same_quotes = one.around.quoted == next.around.quoted || one.around.commented != next.around.commented;
    (same_quotes || !(one.is_bare || next.is_bare)).then_some(Link { form: Form::List, words: gap.words })
}

/// Whether the value of a key follows a key.
fn is_key(text: &str, one: &Candidate) -> bool {
    let behind = text[one.span.end..].trim_start_matches(['"', '\'', '`']).trim_start_matches([' ', '\t']);
    behind.strip_prefix(':').is_some_and(|rest| rest.starts_with([' ', '\t', '"', '\n', '\r']))
        || behind.starts_with("=>")
}

/// Whether two entries stand first in lines that follow each other, behind the same marks: bullets, or cells of a table.
fn rows(text: &str, one: &Candidate, next: &Candidate) -> Option<Form> {
    let between = text.get(one.end()..next.around.line_start).filter(|_| next.around.line_start > one.end())?;
    let lines = between.bytes().filter(|byte| *byte == b'\n').count();
    if lines != 1 {
        return None;
    }
    let marks = |entry: &Candidate| text.get(entry.around.line_start..entry.span.start);
    let (before, other) = (marks(one)?, marks(next)?);
    let no_letters = |marks: &str| !marks.contains(|c: char| c.is_alphabetic() || matches!(c, '[' | '{' | '(' | '='));
    let is_table = |marks: &str| marks.trim_start().starts_with('|');
    if is_table(before) && is_table(other) {
        let cells = |marks: &str| marks.matches('|').count();
        return (cells(before) == cells(other)).then_some(Form::List);
    }
    if !no_letters(before) || !no_letters(other) {
        return None;
    }
    if is_key(text, one) && is_key(text, next) {
        let value = between.split_once(':').map_or("", |(_, value)| value).trim_end();
        return (!value.ends_with(['{', '[', '('])).then_some(Form::Map);
    }
    let mark = |marks: &str| marks.chars().find(|c| !c.is_whitespace() && !matches!(c, '"' | '\'' | '`'));
    let same = match (mark(before), mark(other)) {
        (Some(one), Some(other)) => one == other || (one.is_ascii_digit() && other.is_ascii_digit()),
        _ => false,
    };
    same.then_some(Form::List)
}

/// What stands between two entries, read from left to right.
struct Gap<'a> {
    text: &'a str,
    start: usize,
    at: usize,
    end: usize,
    /// Whether a comma came since the last entry.
    comma: bool,
    /// Whether the last that was read is a quote.
    quoted: bool,
    words: Vec<Span>,
}

impl<'a> Gap<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    /// Reads what joins entries; nothing where the list ends.
    fn step(&mut self) -> Option<()> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        let (c, length) = escape(rest).unwrap_or((first, first.len_utf8()));
        let escaped = length > first.len_utf8();
        let quoted = self.quoted;
        if !c.is_whitespace() {
            self.quoted = false;
        }
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '<' if rest.starts_with("<!--") => rest.find("-->").map_or(rest.len(), |end| end + 3),
            '<' if !escaped => tag(rest)?,
            // Behind a scope it begins the fragment of a URL.
            '#' if self.at == self.start => return None,
            '#' => rest.find('\n').unwrap_or(rest.len()),
            c if c.is_control() && !c.is_whitespace() => return None,
            '"' | '\'' | '`' => {
                self.quoted = true;
                length
            }
            ',' => {
                self.comma = true;
                length
            }
            ';' if quoted && rest[length..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) => return None,
            '&' if !escaped && rest.len() > 1 && !rest[1..].starts_with([' ', '\n']) => return None,
            '.' if quoted => {
                self.quoted = rest.starts_with("..");
                length
            }
            '@' | '$' if rest[length..].starts_with('"') => length,
            '[' => ["[ ]", "[x]", "[X]"].iter().any(|check| rest.starts_with(check)).then_some(3)?,
            '.' | '=' | ':' | ']' | '{' | '}' | '(' | ')' | '?' | '!' | '@' | '$' | '%' | '^' | '<' | '>' => {
                return None;
            }
            c if c.is_alphanumeric() => return self.word(),
            _ => length,
        };
        self.at += length;
        Some(())
    }

    fn word(&mut self) -> Option<()> {
        let rest = self.rest();
        let length = length_of_words(rest);
        let (word, behind) = rest.split_at(length);
        let is_number = word.bytes().next()?.is_ascii_digit() && (word.ends_with('.') || behind.starts_with(')'));
        if is_number {
            self.at += length + usize::from(behind.starts_with(')'));
            return Some(());
        }
        let is_prefix = length == 1 && behind.starts_with(['"', '\'']);
        if is_prefix || word.eq_ignore_ascii_case("and") {
            self.at += length;
            return Some(());
        }
        let entry = word.trim_end_matches(['.', ':', '/']);
        let behind = behind.trim_start_matches(['"', '\'', '`', ' ', '\\']);
        let ends = behind.starts_with([',', '\n', '\r']) || behind.starts_with("%2C");
        if !self.comma || !ends || entry.len() != length || entry.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.words.push(Span::new(self.at, self.at + length));
        self.comma = false;
        self.at += length;
        Some(())
    }

    /// Skips `": "what is said of the key", "`, if that is all of the gap.
    fn said_of_key(&self) -> bool {
        let rest = self.rest();
        let Some(value) = rest.trim_start_matches(['"', '\'']).trim_start().strip_prefix(':') else { return false };
        let value = value.trim_start();
        let Some(quote) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return false };
        let value = &value[1..];
        let Some(end) = value.find(quote) else { return false };
        let behind = value[end + 1..].trim_start();
        behind.strip_prefix(',').is_some_and(|rest| matches!(rest.trim(), "\"" | "'" | ""))
    }
}

/// The length of a tag.
fn tag(text: &str) -> Option<usize> {
    let is_tag = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = text.bytes().take(120).position(|byte| byte == b'>').filter(|_| is_tag)?;
    Some(end + 1)
}
