//! Columns of a table while they grow; then they are kept for the life of the process.

use crate::table::columns::{Lists, Numbers, Texts};

/// Texts one behind the other.
#[derive(Debug, Default)]
pub(crate) struct TextColumn {
    text: String,
    ends: Vec<u8>,
}

impl TextColumn {
    pub(crate) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut column = Self::default();
        for text in texts {
            column.text.push_str(text);
            column.ends.extend(end(column.text.len()));
        }
        column
    }

    pub(crate) fn leak(self) -> Texts {
        Texts { text: String::leak(self.text), ends: Vec::leak(self.ends) }
    }
}

/// Numbers of 16 bits, the low byte first.
pub(crate) fn numbers(numbers: impl IntoIterator<Item = u16>) -> Numbers {
    Numbers(Vec::leak(numbers.into_iter().flat_map(u16::to_le_bytes).collect()))
}

/// Lists of numbers one behind the other.
pub(crate) fn lists<L: IntoIterator<Item = u16>>(lists: impl IntoIterator<Item = L>) -> Lists {
    let (mut items, mut ends) = (Vec::new(), Vec::new());
    for list in lists {
        items.extend(list.into_iter().flat_map(u16::to_le_bytes));
        ends.extend(end(items.len()));
    }
    Lists { items: Numbers(Vec::leak(items)), ends: Vec::leak(ends) }
}

/// An end; 65,000 rows have no four billion bytes.
fn end(index: usize) -> [u8; 4] {
    u32::try_from(index).unwrap_or(u32::MAX).to_le_bytes()
}
