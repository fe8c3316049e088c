//! From the text of the file to its model, or to an error with its place.

use super::model::Model;
use crate::program::lines::Cursor;

/// Reads settings; an error begins with line and column.
pub(super) fn parse(text: &str) -> Result<Model, String> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = Cursor::new(text).position(error.span().map_or(0, |span| span.start));
        format!("{line}:{column}: {}", error.message())
    })
}
