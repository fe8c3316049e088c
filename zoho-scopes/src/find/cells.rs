//! A scope name in one cell of a table, its operations in the next: `| ZohoCRM.modules | READ, CREATE |`, or in a CSV file
//! `ZohoCRM.modules,"READ, CREATE"`.

use alloc::vec::Vec;

use zoho_scopes_data::text::chars::is_segment_byte;

use super::token::Token;
use crate::report::Span;

/// No cell with operations is longer.
const MAX_CELL: usize = 160;

/// What divides the cells of a row.
const DIVIDERS: [char; 2] = ['|', '\t'];

/// What stands around the text of a cell.
const MARKS: [char; 5] = [' ', '`', '*', '"', '\''];

/// The scope of a name with the first operation of the cell behind it, and the places of the other operations. Nothing
/// but operations may stand in that cell.
pub(super) fn operations_beside(
    text: &str,
    name: &Token,
    is_operation: impl Fn(&str) -> bool,
) -> Option<(Token, Vec<Span>)> {
    let (before, behind) = (&text[..name.span.start], &text[name.span.end..]);
    // A comma may also stand in a list, but not behind what begins one of several lines.
    let begins_row = || before.ends_with('\n') || (before.is_empty() && text.trim_end().contains('\n'));
    let in_csv = || behind.strip_prefix(',').filter(|_| begins_row());
    let rest = behind.trim_start_matches(MARKS).strip_prefix(DIVIDERS).or_else(in_csv)?;
    let cell = rest.bytes().take(MAX_CELL).take_while(|byte| !matches!(byte, b'|' | b'\t' | b'\n')).count();
    let start = text.len() - rest.len();
    let mut words = Vec::new();
    let mut at = start;
    while at < start + cell {
        let length = text.as_bytes()[at..].iter().take_while(|byte| is_segment_byte(**byte)).count();
        let word = &text[at..at + length];
        match text[at..].chars().next()? {
            _ if is_operation(word) => words.push(Span::new(at, at + length)),
            _ if word == "and" => {}
            c if length == 0 && (MARKS.contains(&c) || matches!(c, ',' | ';' | '/' | '+' | '&' | '\r')) => {}
            _ => return None,
        }
        at += length.max(1);
    }
    let others = words.split_off(words.len().min(1));
    let first = *words.first()?;
    let read = [&name.text, ".", &text[first.range()]].concat();
    Some((Token { span: Span::new(name.span.start, first.end), text: read, ..name.clone() }, others))
}

/// The scope name and the operation that an entry spells in two cells.
pub(crate) fn divided(entry: &str) -> Option<(&str, &str)> {
    let (name, operation) = entry.split_once(DIVIDERS).or_else(|| entry.split_once(','))?;
    Some((name.trim_end_matches(MARKS), operation.trim_start_matches(MARKS)))
}

/// Whether a text has a row of a table: cells between bars, with a bar in front.
pub(crate) fn is_table(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().strip_prefix('|').is_some_and(|rest| rest.contains('|')))
}

/// Whether cells end among these separators.
pub(crate) fn divides(separators: &str) -> bool {
    separators.contains(DIVIDERS)
}
