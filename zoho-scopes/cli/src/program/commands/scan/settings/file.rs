//! From the text of the file to its model, or to an error with its place.

use toml::Spanned;

use super::model::Model;
use crate::program::lines::Cursor;

/// An error about a value of the file, which begins with line and column.
pub(super) fn error_at<T>(text: &str, value: &Spanned<T>, message: &str) -> String {
    let (line, column) = Cursor::new(text).position(value.span().start);
    format!("{line}:{column}: {message}")
}

/// Reads settings; an error begins with line and column.
pub(super) fn parse(text: &str) -> Result<Model, String> {
    toml::from_str(text).map_err(|error| {
        let (line, column) = Cursor::new(text).position(error.span().map_or(0, |span| span.start));
        format!("{line}:{column}: {}", error.message())
    })
}
