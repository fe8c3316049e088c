//! How far what stands around an address belongs to it: to its call, its statement, its paragraph.

use std::ops::Range;

/// So much is read before and behind an address.
const BEFORE: usize = 160;
const BEHIND: usize = 300;
/// What stands between paragraphs.
const PARAGRAPHS: [&str; 2] = ["\n\n", "\n\r\n"];

/// What stands around a place, as far as its paragraph may reach. Another address has a method of its own: between two,
/// what the call of the first may hold is not the second's.
pub(super) fn around<'t>(text: &'t str, place: &Range<usize>, addresses: &[Range<usize>]) -> (&'t str, &'t str) {
    let Range { start, end } = *place;
    let earlier = addresses[..addresses.partition_point(|other| other.end <= start)].last();
    let later = addresses.get(addresses.partition_point(|other| other.start < end));
    let from = start.saturating_sub(BEFORE).max(earlier.map_or(0, |other| other.end));
    let from = (from..=start).find(|from| text.is_char_boundary(*from)).unwrap_or(start);
    let until = (end + BEHIND).min(later.map_or(text.len(), |other| other.start));
    let until = (end..=until).rev().find(|until| text.is_char_boundary(*until)).unwrap_or(end);
    let from =
        PARAGRAPHS.iter().filter_map(|gap| text[from..start].rfind(gap)).max().map_or(from, |place| from + place);
    let until = PARAGRAPHS.iter().filter_map(|gap| text[end..until].find(gap)).min().map_or(until, |place| end + place);
    let (before, behind) = (&text[from..start], &text[end..until]);
    let follows = before.rfind("://").map(|place| place + 3);
    let follows = follows.or_else(|| earlier.filter(|other| other.end == from).map(|_| 0));
    let before = follows.map_or(before, |place| {
        let between = &before[place..];
        &between[end_of_first(between).unwrap_or(0)..]
    });
    let leads = behind.find("://").or_else(|| later.filter(|other| other.start == until).map(|_| behind.len()));
    let behind = leads.map_or(behind, |place| &behind[..end_of_first(&behind[..place]).unwrap_or(place)]);
    (before, behind)
}

/// Between two addresses, where what belongs to the first ends: with its item of a list, its calls, or its line.
fn end_of_first(between: &str) -> Option<usize> {
    let item = ["\n- ", "\n* "].iter().filter_map(|item| between.rfind(item)).max();
    item.or_else(|| end_of_calls(between)).or_else(|| between.rfind('\n'))
}

/// Between two addresses, where all ends that is open at the first: what follows leads to the second.
fn end_of_calls(between: &str) -> Option<usize> {
    let (mut depth, mut lowest, mut last) = (0_i32, 0, None);
    for (place, c) in between.char_indices() {
        depth += deeper(c);
        let behind = &between[place + c.len_utf8()..];
        let ends = is_closing(c) && (depth < lowest || !goes_on(behind)) || c == ';';
        if ends && depth <= lowest {
            lowest = depth;
            last = Some(place + c.len_utf8());
        }
    }
    last
}

/// By how much a character opens or closes brackets.
pub(super) fn deeper(c: char) -> i32 {
    match c {
        '(' | '[' | '{' => 1,
        c if is_closing(c) => -1,
        _ => 0,
    }
}

/// What stands before the bracket that closes what is open.
pub(super) fn until_closed(behind: &str) -> Option<&str> {
    let mut depth = 0;
    let closes = |(_, c): &(usize, char)| {
        depth += deeper(*c);
        depth < 0
    };
    behind.char_indices().find(closes).map(|(place, _)| &behind[..place])
}

fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}')
}

/// Whether what follows a bracket goes on with what stands before it.
fn goes_on(behind: &str) -> bool {
    let behind = behind.trim_start();
    behind.is_empty() || behind.starts_with(['.', '?', '+', '|', '&', ',']) || behind.starts_with(is_closing)
}

/// Whether the last line is all of a statement such as `request.method = "PUT"`.
fn assigns_to_member(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default().trim();
    let is_member = |left: &str| left.contains('.') && left.bytes().all(|byte| byte.is_ascii_graphic());
    let assigned = line.split_once(" = ").filter(|(left, _)| is_member(left));
    assigned.is_some_and(|(_, right)| right.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '"' | '\'')))
}

/// What of a paragraph belongs to the same statement: to a semicolon, or to the line on which its brackets are closed.
pub(super) fn statement<'t>((before, behind): (&'t str, &'t str)) -> (&'t str, &'t str) {
    let starts = |place: &usize| {
        let (earlier, later) = before.split_at(*place);
        (earlier.trim_end().ends_with(is_closing) && !goes_on(later)) || assigns_to_member(earlier)
    };
    let mut lines = before.match_indices('\n').map(|(place, _)| place);
    let start = lines.rfind(starts).max(before.rfind(';'));
    let mut depth = 0;
    let end = behind.char_indices().find(|(place, c)| {
        depth += deeper(*c);
        *c == ';' || (*c == '\n' && depth < 0 && !goes_on(&behind[*place..]))
    });
    (&before[start.unwrap_or(0)..], &behind[..end.map_or(behind.len(), |(place, _)| place)])
}
