//! Prints generated items for people to read, with far less than a formatter: the build step must stay cheap.
//!
//! A group stays on its line if it fits there; else each of its items, statements or elements gets a line.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree, token_stream::IntoIter};

/// A line is at most so long, if it can be broken.
const WIDTH: usize = 120;

/// The text of items: documentation as comments, and a blank line between two items.
#[must_use]
pub fn print(items: TokenStream) -> String {
    let mut printer = Printer { out: String::new(), line_start: 0, depth: 0, last: Last::Opening, is_joint: false };
    printer.lines(items);
    printer.out
}

type Tokens = Peekable<IntoIter>;

/// What was printed last, as far as the next space depends on it.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// Nothing follows with a space.
    Opening,
    Word,
    Lifetime,
    /// What ends a type, an expression or the name of a macro.
    Closing,
    /// An operator with spaces around it, or a separator.
    Operator,
}

struct Printer {
    out: String,
    line_start: usize,
    depth: usize,
    last: Last,
    /// The last character was punctuation that goes on.
    is_joint: bool,
}

impl Printer {
    /// Items, statements or elements, a line each.
    fn lines(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut is_apart = false;
        while tokens.peek().is_some() {
            if is_apart {
                self.out.push('\n');
            }
            is_apart = self.item(&mut tokens);
        }
    }

    /// An item with its attributes. Whether a blank line is to follow.
    fn item(&mut self, tokens: &mut Tokens) -> bool {
        while let Some(attribute) = attribute(tokens) {
            if let Some(doc) = documentation(&attribute) {
                self.comment(&doc);
            } else {
                self.start_line();
                self.out.push('#');
                self.group(&attribute);
                self.out.push('\n');
            }
        }
        self.start_line();
        while let Some(token) = tokens.next() {
            self.token(&token);
            let is_block = matches!(&token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
                && !matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() != '#');
            if is_block || matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';')) {
                self.out.push('\n');
                return is_block || self.depth == 0;
            }
        }
        self.out.push('\n');
        false
    }

    fn comment(&mut self, doc: &str) {
        for line in doc.trim_end_matches('\n').split('\n') {
            self.start_line();
            let space = if line.is_empty() || line.starts_with(' ') { "" } else { " " };
            self.out.extend(["///", space, line, "\n"]);
        }
    }

    fn start_line(&mut self) {
        self.line_start = self.out.len();
        self.out.extend(std::iter::repeat_n("    ", self.depth));
        (self.last, self.is_joint) = (Last::Opening, false);
    }

    fn token(&mut self, token: &TokenTree) {
        match token {
            TokenTree::Group(group) => self.group(group),
            TokenTree::Punct(punct) => self.punct(punct),
            TokenTree::Ident(word) => self.word(&word.to_string()),
            TokenTree::Literal(literal) => self.word(&literal.to_string()),
        }
    }

    fn word(&mut self, word: &str) {
        let is_lifetime = self.is_joint && self.out.ends_with('\'');
        self.space(true);
        self.out.push_str(word);
        (self.last, self.is_joint) = (if is_lifetime { Last::Lifetime } else { Last::Word }, false);
    }

    fn punct(&mut self, punct: &Punct) {
        let (c, is_joint) = (punct.as_char(), punct.spacing() == Spacing::Joint);
        let ends_path = c == ':' && self.is_joint;
        let starts_path = c == ':' && is_joint;
        self.space(match c {
            ':' if starts_path => self.last == Last::Operator,
            '<' | '!' => self.last == Last::Operator,
            ',' | ';' | '.' | ':' | '>' => false,
            _ => true,
        });
        let is_macro = c == '!' && self.last == Last::Word;
        self.out.push(c);
        let is_arrow = self.is_joint && self.out.ends_with(['-', '=']);
        self.last = match c {
            '>' if !is_arrow => Last::Closing,
            '!' if is_macro => Last::Closing,
            '&' | '*' | '<' | '!' | '.' | '#' => Last::Opening,
            _ if is_joint || ends_path => Last::Opening,
            _ => Last::Operator,
        };
        self.is_joint = is_joint;
    }

    /// A group on one line, or a line for each of its parts.
    fn group(&mut self, group: &Group) {
        self.open(group);
        let start = self.out.len();
        if !self.flat(group) {
            self.out.truncate(start);
            self.out.push('\n');
            self.depth += 1;
            self.lines(group.stream());
            self.depth -= 1;
            self.start_line();
        }
        self.close(group);
    }

    /// Prints what stands in a group on one line, unless it is too long or holds statements or attributes.
    fn flat(&mut self, group: &Group) -> bool {
        let is_brace = group.delimiter() == Delimiter::Brace;
        let padding = if is_brace && !group.stream().is_empty() { " " } else { "" };
        self.out.push_str(padding);
        for token in group.stream() {
            match &token {
                TokenTree::Punct(punct) if punct.as_char() == '#' || (is_brace && punct.as_char() == ';') => {
                    return false;
                }
                TokenTree::Group(inner) => {
                    self.open(inner);
                    if !self.flat(inner) {
                        return false;
                    }
                    self.close(inner);
                }
                token => self.token(token),
            }
            if self.out.len() - self.line_start > WIDTH {
                return false;
            }
        }
        self.out.push_str(padding);
        true
    }

    fn open(&mut self, group: &Group) {
        let (mark, is_apart) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", matches!(self.last, Last::Operator)),
            Delimiter::Bracket => ("[", matches!(self.last, Last::Operator | Last::Lifetime)),
            Delimiter::Brace => ("{", true),
            Delimiter::None => ("", false),
        };
        self.space(is_apart);
        self.out.push_str(mark);
        (self.last, self.is_joint) = (Last::Opening, false);
    }

    fn close(&mut self, group: &Group) {
        self.out.push_str(match group.delimiter() {
            Delimiter::Parenthesis => ")",
            Delimiter::Bracket => "]",
            Delimiter::Brace => "}",
            Delimiter::None => "",
        });
        (self.last, self.is_joint) = (Last::Closing, false);
    }

    fn space(&mut self, is_apart: bool) {
        if is_apart && self.last != Last::Opening {
            self.out.push(' ');
        }
    }
}

/// The brackets of an attribute, if one follows.
fn attribute(tokens: &mut Tokens) -> Option<Group> {
    tokens.next_if(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#'))?;
    match tokens.next() {
        Some(TokenTree::Group(group)) => Some(group),
        _ => None,
    }
}

/// What `doc = "…"` says, if a comment can say it.
fn documentation(attribute: &Group) -> Option<String> {
    let mut tokens = attribute.stream().into_iter();
    let is_doc = matches!(tokens.next(), Some(TokenTree::Ident(name)) if name == "doc")
        && matches!(tokens.next(), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
    match tokens.next() {
        Some(TokenTree::Literal(text)) if is_doc => unescaped(&text.to_string()).filter(|text| !text.contains('\r')),
        _ => None,
    }
}

/// What a string literal stands for.
fn unescaped(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        return Some(raw.trim_matches('#').strip_prefix('"')?.strip_suffix('"')?.to_owned());
    }
    let mut rest = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut after = escape.chars();
        text.push(match after.next()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            '0' => '\0',
            'u' => {
                let (digits, behind) = after.as_str().strip_prefix('{')?.split_once('}')?;
                after = behind.chars();
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            itself => itself,
        });
        rest = after.as_str();
    }
    text.push_str(rest);
    Some(text)
}
