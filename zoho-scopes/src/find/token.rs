//! Words with dots between them, as they stand in any text.

use alloc::{string::String, vec::Vec};

use zoho_scopes_data::text::chars::{is_segment_byte, meant};

use super::escape::escape;
use crate::report::Span;

/// Words that dots join, placeholders of templates among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) span: Span,
    /// What is read, with dots for whatever joins the words, and `{}` for placeholders.
    pub(super) text: String,
    pub(super) has_placeholder: bool,
}

/// No scope and no template is nearly as long.
const MAX_BYTES: usize = 256;
/// No placeholder is as long.
const MAX_PLACEHOLDER: usize = 80;

impl Token {
    pub(super) fn segments(&self) -> Vec<&str> {
        self.text.split('.').collect()
    }
}

/// The token at a place where a word or a placeholder begins, and where to read on: nothing if there is no word.
pub(super) fn token(text: &str, start: usize) -> (Option<Token>, usize) {
    let mut read = String::new();
    let mut at = start;
    let mut has_placeholder = false;
    let mut end_of_words = start;
    if let Some(length) = placeholder(&text[start..]).filter(|length| text[start + length..].starts_with('.')) {
        has_placeholder = true;
        read.push_str("{}");
        at += length;
        end_of_words = at;
    }
    while let Some(piece) = piece(text, at) {
        match piece.kind {
            PieceKind::Letters => read.push_str(&text[at..at + piece.length]),
            PieceKind::Letter(c) => read.push(c),
            PieceKind::Invisible => {}
            PieceKind::Placeholder => {
                has_placeholder = true;
                read.push_str("{}");
            }
            PieceKind::Dot => {
                read.push('.');
            }
        }
        at += piece.length;
        if piece.kind != PieceKind::Dot {
            end_of_words = at;
        }
        if read.len() > MAX_BYTES {
            return (None, skip_word(text, at));
        }
    }
    if at == start {
        return (None, at);
    }
    // The full stop of a sentence, and the marks of emphasis. A template may end in a dot: `"Desk.tickets." + name`.
    let cut_off = end_of_words < at && is_continued(&text[at..]) && read.trim_end_matches('.').contains('.');
    let end = if cut_off { at } else { end_of_words };
    let text_read = if cut_off { read + "{}" } else { read.trim_end_matches('.').into() };
    // Bullets and marks of emphasis.
    let is_mark = |byte: &u8| matches!(byte, b'-' | b'_');
    let front = text.as_bytes()[start..end].iter().take_while(|byte| is_mark(byte)).count();
    let back = text.as_bytes()[start + front..end].iter().rev().take_while(|byte| is_mark(byte)).count();
    let back = back.min(text_read.bytes().rev().take_while(is_mark).count());
    let span = Span::new(start + front, end - back);
    let read = text_read.get(front..text_read.len() - back).unwrap_or_default().into();
    let token = Token { span, text: read, has_placeholder: has_placeholder || cut_off };
    ((span.start < span.end && !token.text.is_empty()).then_some(token), at)
}

/// What the template that begins at a place says, with `{}` for each placeholder.
pub(crate) fn with_placeholders(text: &str, start: usize) -> Option<String> {
    token(text, start).0.map(|token| token.text)
}

/// Whether a quote ends here and something is put behind it.
fn is_continued(text: &str) -> bool {
    let Some(behind) = text.strip_prefix(['"', '\'', '`']) else { return false };
    let behind = behind.trim_start_matches([' ', '\t']);
    let joined = behind.strip_prefix(['+', '.', '&']).or_else(|| behind.strip_prefix("||"));
    joined.is_some_and(|rest| rest.starts_with([' ', '$']) || rest.starts_with(char::is_alphabetic))
}

/// The end of a word that is too long.
fn skip_word(text: &str, mut at: usize) -> usize {
    while let Some(piece) = piece(text, at) {
        at += piece.length;
    }
    at
}

struct Piece {
    kind: PieceKind,
    length: usize,
}

#[derive(PartialEq, Eq)]
enum PieceKind {
    Letters,
    /// A look-alike.
    Letter(char),
    Invisible,
    Placeholder,
    Dot,
}

fn piece(text: &str, at: usize) -> Option<Piece> {
    let rest = text.get(at..)?;
    let letters = rest.bytes().take_while(|byte| is_segment_byte(*byte)).count();
    if letters > 0 {
        return Some(Piece { kind: PieceKind::Letters, length: letters });
    }
    if rest.starts_with('.') {
        return Some(Piece { kind: PieceKind::Dot, length: 1 });
    }
    match escape(rest) {
        Some(('.', length)) => return Some(Piece { kind: PieceKind::Dot, length }),
        Some((c, length)) if c.is_ascii() && is_segment_byte(c as u8) => {
            return Some(Piece { kind: PieceKind::Letter(c), length });
        }
        Some(_) => return None,
        None => {}
    }
    if let Some(length) = placeholder(rest).filter(|_| may_be_placeholder(text, at)) {
        return Some(Piece { kind: PieceKind::Placeholder, length });
    }
    let c = rest.chars().next()?;
    let invisible = meant(c).is_none();
    invisible.then(|| Piece { kind: PieceKind::Invisible, length: c.len_utf8() })
}

/// Whether what looks like a placeholder may be one: a tag, a mark of emphasis and a brace may also end a word.
fn may_be_placeholder(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let behind_dot = matches!(at.checked_sub(1).map(|before| bytes[before]), Some(b'.' | b'_'));
    match bytes[at] {
        b'*' | b'<' => behind_dot,
        b'{' => {
            let goes_on = |length| text[at + length..].starts_with('.');
            behind_dot || bytes.get(at + 1) == Some(&b'{') || placeholder(&text[at..]).is_some_and(goes_on)
        }
        b'$' => behind_dot || matches!(bytes.get(at + 1), Some(b'{' | b'(')),
        _ => true,
    }
}

/// The length of the placeholder at the beginning of a text.
pub(super) fn placeholder(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'*' => (bytes.get(1) != Some(&b'*')).then_some(1),
        b'{' if bytes.get(1) == Some(&b'{') => {
            enclosed(text, 2, b'}', any).filter(|end| bytes.get(*end) == Some(&b'}')).map(|end| end + 1)
        }
        b'{' => enclosed(text, 1, b'}', plain),
        b'<' => enclosed(text, 1, b'>', plain),
        b'#' if bytes.get(1) == Some(&b'{') => enclosed(text, 2, b'}', any),
        b'$' => match bytes.get(1)? {
            b'{' => enclosed(text, 2, b'}', any),
            b'(' => enclosed(text, 2, b')', any),
            byte if byte.is_ascii_alphabetic() || *byte == b'_' => {
                Some(1 + bytes[1..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count())
            }
            _ => None,
        },
        b'%' => match bytes.get(1)? {
            b's' | b'd' | b'v' | b'@' => Some(2),
            b'(' => enclosed(text, 2, b')', plain).filter(|end| bytes.get(*end) == Some(&b's')).map(|end| end + 1),
            b'{' => enclosed(text, 2, b'}', plain),
            b'1'..=b'9' if bytes.get(2..4) == Some(b"$s") => Some(4),
            _ => None,
        },
        b'\\' if bytes.get(1) == Some(&b'(') => enclosed(text, 2, b')', any),
        _ => None,
    }
}

const fn any(byte: u8) -> bool {
    byte != b'\n'
}

/// Markdown has a backslash before some characters.
const fn plain(byte: u8) -> bool {
    is_segment_byte(byte) || matches!(byte, b' ' | b'|' | b',' | b':' | b'\\')
}

/// The length up to the closing character, which may be nested; nothing that is not allowed may stand between.
fn enclosed(text: &str, start: usize, close: u8, allowed: impl Fn(u8) -> bool) -> Option<usize> {
    let open = text.as_bytes()[start - 1];
    let mut depth = 1;
    for (index, byte) in text.bytes().enumerate().skip(start).take(MAX_PLACEHOLDER) {
        if byte == close {
            depth -= 1;
            if depth == 0 {
                return (index > start || close == b'}').then_some(index + 1);
            }
        } else if byte == open {
            depth += 1;
        } else if !allowed(byte) || ends_literal(&text.as_bytes()[index..]) {
            return None;
        }
    }
    None
}

/// Whether a quote begins here behind which the next member or argument comes, which may be secret.
fn ends_literal(bytes: &[u8]) -> bool {
    matches!(bytes, [b'"' | b'\'', b',' | b':', ..])
}

/// The length of the words at the beginning of a text, joined by dots, or by what stands in their places.
pub(super) fn length_of_words(text: &str) -> usize {
    text.bytes().take_while(|byte| is_segment_byte(*byte) || matches!(byte, b'.' | b':' | b'/')).count()
}

/// A word that names a service, joined to others by `:` or `/` instead of dots: at least three words, with one kind of
/// sign between all of them.
pub(super) fn joined(text: &str, start: usize) -> Option<Token> {
    let word = |at: usize| text[at..].bytes().take(64).take_while(|byte| is_segment_byte(*byte)).count();
    let mut end = start + word(start);
    let sign = *text.as_bytes().get(end).filter(|byte| matches!(byte, b':' | b'/'))?;
    let mut read = String::from(&text[start..end]);
    let mut count = 1;
    while text.as_bytes().get(end).is_some_and(|byte| *byte == sign || *byte == b'.') && count < 8 {
        let length = word(end + 1);
        if length == 0 {
            break;
        }
        read.push('.');
        read.push_str(&text[end + 1..end + 1 + length]);
        end += 1 + length;
        count += 1;
    }
    (count > 2).then(|| Token { span: Span::new(start, end), text: read, has_placeholder: false })
}

/// A token of which the last word is joined by `:` or `/`: `ZohoInventory.items:READ`.
pub(super) fn with_last_word(text: &str, token: &Token, is_last: impl Fn(&str) -> bool) -> Option<Token> {
    let rest = text[token.span.end..].strip_prefix([':', '/'])?;
    let length = rest.bytes().take(64).take_while(|byte| is_segment_byte(*byte)).count();
    is_last(&rest[..length]).then(|| Token {
        span: Span::new(token.span.start, token.span.end + 1 + length),
        text: [&token.text, ".", &rest[..length]].concat(),
        has_placeholder: token.has_placeholder,
    })
}

/// A word whose parts `_` joins, as dots would: three at least.
pub(super) fn underscored(text: &str, span: Span) -> Option<Token> {
    let word = &text[span.range()];
    (word.bytes().filter(|byte| *byte == b'_').count() > 1).then(|| Token {
        span,
        text: word.replace('_', "."),
        has_placeholder: false,
    })
}
