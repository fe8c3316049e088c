//! Enums of the library as values of options, by their words.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Reads the word of a variant.
pub(super) fn word<T: Copy + Send + Sync>(
    all: &'static [T],
    as_str: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let find = move |given: String| all.iter().copied().find(|variant| as_str(*variant) == given).ok_or("no such word");
    PossibleValuesParser::new(all.iter().map(|variant| as_str(*variant))).try_map(find)
}
