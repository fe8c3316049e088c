//! A diagnostic with its place underlined, for people.
//!
//! Lists may be longer than a terminal is wide, and have many diagnostics. So of the line in which a diagnostic stands
//! only what lies around it is shown: what is printed grows with the diagnostics, not with the list.

use std::io;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use console::Term;
use unicode_width::UnicodeWidthChar;
use zoho_scopes::report::{Diagnostic, Severity, Span};
use zoho_scopes_data::text::chars::is_escaped;
use zoho_scopes_data::text::printable::Printable;

/// Renders the diagnostics of one list, in their order.
pub(super) struct Snippets<'a> {
    /// The list, or the text in which it stands.
    text: &'a str,
    /// Columns of the text that are shown.
    width: usize,
    styled: bool,
    renderer: Renderer,
    /// The number of the first line of the text where it stands.
    first_line: usize,
    /// Where the list begins in the text.
    start: usize,
    /// A place, and the number of its line in the text.
    line: (usize, usize),
}

/// How snippets look.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Columns of a list that are shown at most.
    width: usize,
    styled: bool,
}

impl Look {
    /// As is fit for standard output.
    pub(super) fn of_standard_output() -> Self {
        /// Line numbers, and what stands for the rest of a line.
        const BESIDE: usize = 14;
        let width = Term::stdout().size_checked().map_or(120, |(_, columns)| usize::from(columns));
        let styled = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
        Self { width: width.clamp(60, 160) - BESIDE, styled }
    }
}

/// What stands for the rest of a line.
const REST: &str = "...";

impl<'a> Snippets<'a> {
    pub(super) fn new(text: &'a str, Look { width, styled }: Look) -> Self {
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        // It is to leave cutting to us.
        let renderer = renderer.term_width(2 * width + 40);
        Self { text, width, styled, renderer, first_line: 1, start: 0, line: (0, 0) }
    }

    /// For a text that begins on this line, and in which the list begins at this place.
    pub(super) fn within(self, first_line: usize, start: usize) -> Self {
        Self { first_line, start, ..self }
    }

    /// The diagnostic with what lies around it.
    pub(super) fn render(&mut self, diagnostic: &Diagnostic) -> String {
        self.rendered(diagnostic).0
    }

    /// The same with the place in a file, such as `src/crm.py:4:12`, as compilers show it.
    pub(super) fn render_at(&mut self, diagnostic: &Diagnostic, place: &str) -> String {
        let (rendered, number) = self.rendered(diagnostic);
        let Some((title, rest)) = rendered.split_once('\n') else { return rendered };
        let arrow = if self.styled { "\u{1b}[1m\u{1b}[94m-->\u{1b}[0m" } else { "-->" };
        let indent = number.to_string().len();
        format!("{title}\n{:indent$}{arrow} {}\n{rest}", "", Printable::line(place).text)
    }

    /// The diagnostic with what lies around it, and the number of its line.
    fn rendered(&mut self, diagnostic: &Diagnostic) -> (String, usize) {
        let level = match diagnostic.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let Span { start, end } = diagnostic.span();
        let span = Span { start: self.start + start, end: self.start + end };
        let number = self.line_number(span.start);
        let window = Window::around(self.text, span, self.width);
        let snippet = Snippet::source(&*window.text)
            .line_start(number)
            .annotation(AnnotationKind::Primary.span(window.span.range()));
        let message = Printable::line(diagnostic.message());
        let group = level.primary_title(&*message.text).id(diagnostic.code().as_str()).element(snippet);
        let help = diagnostic.help().map(Printable::line);
        let group = match &help {
            Some(help) => group.element(Level::HELP.message(&*help.text)),
            None => group,
        };
        (self.renderer.render(&[group]), number)
    }

    /// The number of the line in which a place is. Diagnostics come in order, so each line is counted once.
    fn line_number(&mut self, place: usize) -> usize {
        let (before, number) = if place < self.line.0 { (0, 0) } else { self.line };
        let lines = self.text[before..place].matches('\n').count();
        self.line = (place, number + lines);
        self.first_line + self.line.1
    }
}

/// A part of a line, fit for a terminal.
#[derive(Debug, PartialEq, Eq)]
struct Window {
    text: String,
    span: Span,
}

impl Window {
    /// What lies around a place in its line, in so many columns at most. Of a longer place its beginning.
    fn around(list: &str, Span { start, end }: Span, width: usize) -> Self {
        // What combines with the character before is underlined with it.
        let combines = list[start..end].chars().next().is_some_and(|c| columns(c) == 0);
        let base = list[..start].chars().next_back().filter(|c| combines && !is_line_end(*c));
        let start = start - base.map_or(0, char::len_utf8);
        let place = fitting(list[start..end].chars(), width);
        let (before, after) = (&list[..start], &list[start + place.bytes..]);

        let room = width.saturating_sub(place.columns);
        let free = room.saturating_sub(fitting(after.chars(), room).columns);
        let left = fitting(before.chars().rev(), free.max(room / 2));
        let right = fitting(after.chars(), room.saturating_sub(left.columns));
        let left = before[before.len() - left.bytes..].trim_start_matches(|c| columns(c) == 0);

        let shown = &list[start - left.len()..start + place.bytes + right.bytes];
        let printable = Printable::lines(shown);
        let is_cut = |next: Option<char>| next.is_some_and(|c| !is_line_end(c));
        let before_it = if is_cut(list[..start - left.len()].chars().next_back()) { REST } else { "" };
        let after_it = if is_cut(after[right.bytes..].chars().next()) { REST } else { "" };
        let at = |place: usize| before_it.len() + printable.offset(place);
        Self {
            text: format!("{before_it}{}{after_it}", printable.text),
            span: Span { start: at(left.len()), end: at(left.len() + place.bytes) },
        }
    }
}

/// The beginning of a text.
struct Fitting {
    bytes: usize,
    columns: usize,
}

/// As much of a line as fits into so many columns.
fn fitting(line: impl Iterator<Item = char>, room: usize) -> Fitting {
    let mut fitting = Fitting { bytes: 0, columns: 0 };
    // Characters that combine take no column, but time.
    for c in line.take_while(|c| !is_line_end(*c)).take(8 * room) {
        if fitting.columns + columns(c) > room {
            break;
        }
        fitting.bytes += c.len_utf8();
        fitting.columns += columns(c);
    }
    fitting
}

/// The columns that a character takes when it is shown.
fn columns(c: char) -> usize {
    match c {
        '\t' => 4,
        c if is_escaped(c) => c.escape_unicode().len(),
        c => c.width().unwrap_or(1),
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::{Span, Window};

    /// The window of ten columns around what stands between brackets, again with brackets.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let places: Vec<usize> = marked.match_indices(['[', ']']).map(|(place, _)| place).collect();
        let list = marked.replace(['[', ']'], "");
        let Window { mut text, span } = Window::around(&list, Span { start: places[0], end: places[1] - 1 }, 10);
        text.insert(span.end, ']');
        text.insert(span.start, '[');
        assert_eq!(text, expected, "{marked}");
    }

    #[test]
    fn the_line_around_a_place() {
        check("[]", "[]");
        check("abc[de]f", "abc[de]f");
        check("ab\nc[de]f\ngh", "c[de]f");
        check("ab\r\nc[de]f\r\ngh", "c[de]f");
        check("ab[\n]cd", "ab[]");
        check("0123456789[ab]0123456789", "...6789[ab]0123...");
        check("01[ab]0123456789", "01[ab]012345...");
        check("0123456789[ab]01", "...456789[ab]01");
        check("01[abcdefghijklmno]", "...[abcdefghij]...");
        check("01[ab\ncd]ef", "01[ab]");
    }

    #[test]
    fn wide_combining_and_unseen_characters() {
        check("日本語日本語[日]本語日本語", "...本語[日]本語...");
        check("abcde[\u{301}]f", "abcd[e\u{301}]f");
        check("ae\u{301}\u{301}bcd[ef]ghijklm", "...e\u{301}\u{301}bcd[ef]ghij...");
        check("ae\u{301}\u{301}bcd[efg]hijklm", "...bcd[efg]hijk...");
        check("a[\u{200b}]b", "a[\\u{200b}]b");
        check("a[\u{1b}]\u{1b}", "a[\\u{1b}]...");
        check("\ta[b]c", "\ta[b]c");
        check(&format!("a[b]{}", "\u{301}".repeat(1_000)), &format!("a[b]{}...", "\u{301}".repeat(64)));
    }
}
