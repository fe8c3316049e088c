//! Text to a model, such as [`Service`]: refuses what is not JSON, not of the model, or said twice.

use serde::de::DeserializeOwned;

use crate::files::{
    error::{FileError, FileErrors},
    locate,
    model::Service,
};

/// Reads one catalogue file. `file` is its name in messages.
///
/// This checks form: syntax, fields and types. What the file means is checked when a
/// [`Catalogue`](crate::files::Catalogue) is made of it.
///
/// # Errors
///
/// Text that is not JSON or not of the model, and objects that hold a key twice, with line and column.
pub fn read(file: &str, text: &str) -> Result<Service, FileErrors> {
    read_checked(file, text)
}

/// Reads a file of any model, and refuses objects that hold a key twice.
pub(crate) fn read_checked<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileErrors> {
    let twice = locate::duplicate_keys(text).into_iter().map(|(key, position)| {
        FileError::new(file, position, format!("duplicate key `{key}`"), "each key once in an object")
    });
    FileErrors::unless_any((), twice.collect())?;
    read_once(file, text)
}

/// Reads a file that is known to hold each key once.
pub(crate) fn read_once<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, FileErrors> {
    serde_json::from_str(text).map_err(|error| {
        let reached = (error.line().max(1), error.column());
        let place = if error.is_data() { locate::refused(text, reached) } else { (reached.0, reached.1.max(1)) };
        FileErrors::from(FileError::new(file, place, without_position(&error.to_string()), ""))
    })
}

/// What was read of several files, or every error of them.
pub(crate) fn all<T>(files: impl Iterator<Item = Result<T, FileErrors>>) -> Result<Vec<T>, FileErrors> {
    let (mut models, mut errors) = (Vec::new(), Vec::new());
    for file in files {
        match file {
            Ok(model) => models.push(model),
            Err(found) => errors.extend(found),
        }
    }
    FileErrors::unless_any(models, errors)
}

/// `serde_json` appends ` at line 1 column 2`, which stands in front in our messages.
fn without_position(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}
