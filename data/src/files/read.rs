//! Text to a model, such as [`Service`]: refuses what is not JSON, not of the model, or said twice.

use serde::de::DeserializeOwned;
use serde_path_to_error::{Path as SerdePath, Segment};

use crate::files::{
    error::{FileError, FileErrors},
    locate::{self, Path, Step},
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
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let at = (error.inner().line().max(1), error.inner().column().max(1));
        let place = if error.inner().is_data() { locate::position(text, &steps(error.path())) } else { at };
        (place, without_position(&error.inner().to_string()))
    });
    let read = read.and_then(|model| {
        let end = |error: serde_json::Error| ((error.line(), error.column()), without_position(&error.to_string()));
        json.end().map_err(end).map(|()| model)
    });
    read.map_err(|(place, message)| FileErrors::from(FileError::new(file, place, message, "")))
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

fn steps(path: &SerdePath) -> Path {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    };
    path.iter().map_while(step).collect()
}

/// `serde_json` appends ` at line 1 column 2`, which stands in front in our messages.
fn without_position(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}
