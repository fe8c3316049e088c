//! What stands around a place: whether it is in quotes, and whether in a comment. Languages differ; what holds of nearly
//! all of them is enough, and each line is a new start, so that one apostrophe spoils one line at most.

/// Reads a text once, from place to place.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    line_start: usize,
    quote: Option<u8>,
    /// The byte behind the last opening quote.
    opened: usize,
    in_line_comment: bool,
    /// Whether a letter or a sign of code came on this line.
    has_words: bool,
    /// The end of the last block comment.
    comment_end: usize,
    /// Whether a comment of that kind is never closed from here on: it is looked for once.
    never: [bool; 2],
}

/// What stands around a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    pub(super) quoted: bool,
    /// Where the line, or what stands in quotes on it, begins.
    pub(super) opened: usize,
    pub(super) line_start: usize,
    pub(super) commented: bool,
    /// Whether nothing but marks comes before it on its line.
    pub(super) stands_first: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(text: &'a str, start: usize) -> Self {
        Self {
            text,
            at: start,
            line_start: start,
            quote: None,
            opened: start,
            in_line_comment: false,
            has_words: false,
            comment_end: 0,
            never: [false; 2],
        }
    }

    /// What stands around a place, which lies behind all that were asked for before.
    pub(super) fn around(&mut self, place: usize) -> Around {
        while self.at < place {
            self.step();
        }
        Around {
            quoted: self.quote.is_some(),
            opened: if self.quote.is_some() { self.opened } else { self.line_start },
            line_start: self.line_start,
            commented: self.in_line_comment || self.at < self.comment_end,
            stands_first: !self.has_words,
        }
    }

    fn step(&mut self) {
        let bytes = self.text.as_bytes();
        let byte = bytes[self.at];
        self.has_words |= byte.is_ascii_alphanumeric() || matches!(byte, b'(' | b'=' | b'{' | b'@');
        match byte {
            b'\n' => {
                self.line_start = self.at + 1;
                self.quote = None;
                self.in_line_comment = false;
                self.has_words = false;
            }
            b'\\' if self.quote.is_some() && bytes.get(self.at + 1).is_some_and(|next| *next != b'\n') => self.at += 1,
            b'"' | b'\'' | b'`' => self.quote_mark(byte),
            _ if self.quote.is_none() && !self.in_line_comment && self.at >= self.comment_end => self.comment(byte),
            _ => {}
        }
        self.at += 1;
    }

    fn quote_mark(&mut self, byte: u8) {
        match self.quote {
            Some(open) if open == byte => self.quote = None,
            Some(_) => {}
            // An apostrophe is no quote.
            None if byte == b'\'' && self.before().is_some_and(|byte| byte.is_ascii_alphabetic()) && !self.prefix() => {
            }
            None => {
                self.quote = Some(byte);
                self.opened = self.at + 1;
            }
        }
    }

    fn before(&self) -> Option<u8> {
        self.at.checked_sub(1).map(|before| self.text.as_bytes()[before])
    }

    /// Whether one letter stands in front, as in `f'…'`.
    fn prefix(&self) -> bool {
        self.at < 2 || !self.text.as_bytes()[self.at - 2].is_ascii_alphanumeric()
    }

    fn comment(&mut self, byte: u8) {
        let rest = &self.text.as_bytes()[self.at..];
        let first_on_line = || self.text.as_bytes()[self.line_start..self.at].iter().all(u8::is_ascii_whitespace);
        let free =
            self.before().is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'(' | b'['));
        match byte {
            b'/' if rest.starts_with(b"//") => self.in_line_comment = self.before() != Some(b':'),
            b'/' if rest.starts_with(b"/*") && free => self.block(0, "*/", 2),
            b'<' if rest.starts_with(b"<!--") => self.block(1, "-->", 4),
            // `##` is a heading, `#{` a placeholder, `#[` an attribute.
            b'#' if free => self.in_line_comment = !matches!(rest.get(1), Some(b'#' | b'{' | b'[')),
            b'-' if rest.starts_with(b"-- ") => self.in_line_comment = first_on_line(),
            b';' | b'%' if rest.get(1).is_some_and(|byte| matches!(byte, b' ' | b';')) => {
                self.in_line_comment = first_on_line();
            }
            _ => {}
        }
    }

    fn block(&mut self, kind: usize, close: &str, length: usize) {
        if self.never[kind] {
            return;
        }
        // What is never closed is no comment.
        let start = (self.at + length).min(self.text.len());
        match self.text.get(start..).and_then(|rest| rest.find(close)) {
            Some(end) => self.comment_end = start + end + close.len(),
            None => self.never[kind] = true,
        }
    }
}
