//! Lines and columns of a text.

/// Where the lines of a text begin.
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        Self { starts: [0].into_iter().chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect() }
    }

    /// Line and column of a place in the text, both from 1.
    pub(crate) fn position(&self, text: &str, place: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= place).max(1);
        let before = text.get(self.starts[line - 1]..place).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

/// Lines and columns of places that mostly rise: each part of the text is counted once, however long its lines are.
#[cfg(feature = "program")]
pub(super) struct Cursor<'a> {
    text: &'a str,
    place: usize,
    line: usize,
    column: usize,
}

#[cfg(feature = "program")]
impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        // Editors do not count the byte-order mark.
        let place = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, place, line: 1, column: 1 }
    }

    /// Line and column of a place, both from 1.
    pub(super) fn position(&mut self, place: usize) -> (usize, usize) {
        let (from, to) = (place.min(self.place), place.max(self.place));
        let passed = self.text.get(from..to).unwrap_or_default();
        let lines = passed.matches('\n').count();
        match (place < self.place, passed.rfind('\n')) {
            (false, None) => self.column += passed.chars().count(),
            (false, Some(end)) => {
                self.line += lines;
                self.column = passed[end + 1..].chars().count() + 1;
            }
            (true, None) => self.column = self.column.saturating_sub(passed.chars().count()).max(1),
            (true, Some(_)) => {
                self.line -= lines;
                let before = self.text.get(..place).unwrap_or_default();
                self.column = before[before.rfind('\n').map_or(0, |end| end + 1)..].chars().count() + 1;
            }
        }
        self.place = place;
        (self.line, self.column)
    }
}

#[cfg(all(test, feature = "program"))]
mod tests {
    use super::{Cursor, Lines};

    #[test]
    fn a_cursor_goes_forth_and_back() {
        let text = "a\n\u{e9}b\r\n\nc";
        let lines = Lines::of(text);
        let mut cursor = Cursor::new(text);
        for place in [0, 1, 2, 4, 5, 7, 8, 9, 4, 0, 9] {
            assert_eq!(cursor.position(place), lines.position(text, place), "{place}");
        }
        assert_eq!(Cursor::new("\u{feff}ab").position(4), (1, 2));
    }
}
