//! Names of packages and namespaces, as they are given.

use super::{language::Language, names::is_reserved};
use crate::program::answer::{Failure, Result};

/// The package that constants go to; nothing in languages that have none.
pub(super) fn package<'a>(language: &Language, given: Option<&'a str>) -> Result<&'a str> {
    match (&language.package, given) {
        (None, None) => Ok(""),
        (None, Some(_)) => Err(Failure::Usage(format!("`--package` is not for `{}`", language.name))),
        (Some(package), None) => Ok(package.default),
        (Some(package), Some(given)) => {
            let mut segments = given.split(|c| Some(c) == package.separator);
            let is_name = segments.all(|segment| is_identifier(segment) && !is_reserved(language, segment));
            let refusal = || Failure::Usage(format!("`{given}` is not the name of a package in `{}`", language.name));
            is_name.then_some(given).ok_or_else(refusal)
        }
    }
}

fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
