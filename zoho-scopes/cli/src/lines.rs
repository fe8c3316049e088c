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
