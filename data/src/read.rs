//! Text to a model, such as [`Service`]: refuses what is not JSON, not of the model, or said twice.

use crate::{
    fault::{Fault, Faults},
    locate,
    model::Service,
};
use serde::de::DeserializeOwned;

/// Reads one catalogue file. `file` is its name in messages.
///
/// This checks form: syntax, fields and types. What the file means is checked when a
/// [`Catalogue`](crate::Catalogue) is made of it.
///
/// # Errors
///
/// Text that is not JSON or not of the model, and objects that hold a key twice, with line and column.
pub fn read(file: &str, text: &str) -> Result<Service, Faults> {
    read_checked(file, text)
}

/// Reads a file of any model, and refuses objects that hold a key twice.
pub(crate) fn read_checked<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Faults> {
    let twice = locate::duplicate_keys(text);
    if !twice.is_empty() {
        let faults = twice.into_iter().map(|(key, place)| {
            Fault::new(file, place, format!("duplicate key `{key}`"), "each key once in an object")
        });
        return Err(Faults(faults.collect()));
    }
    read_once(file, text)
}

/// Reads a file that is known to hold each key once.
pub(crate) fn read_once<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Faults> {
    serde_json::from_str(text).map_err(|error| {
        let reached = (error.line().max(1), error.column());
        let place = if error.is_data() { locate::refused(text, reached) } else { (reached.0, reached.1.max(1)) };
        Faults(vec![Fault::new(file, place, without_position(&error.to_string()), "")])
    })
}

/// What was read of several files, or every fault of them.
pub(crate) fn all<T>(files: impl Iterator<Item = Result<T, Faults>>) -> Result<Vec<T>, Faults> {
    let (mut models, mut faults) = (Vec::new(), Vec::new());
    for file in files {
        match file {
            Ok(model) => models.push(model),
            Err(Faults(mut found)) => faults.append(&mut found),
        }
    }
    if faults.is_empty() { Ok(models) } else { Err(Faults(faults)) }
}

/// `serde_json` appends ` at line 1 column 2`, which stands in front in our messages.
fn without_position(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}
