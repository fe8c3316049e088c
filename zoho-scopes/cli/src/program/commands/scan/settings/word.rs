//! Words of settings, whose errors have the place of the word.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserializer,
    de::{Error, Visitor},
};

/// Reads a text by a function that says what is wrong with it.
pub(super) fn word<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    read: fn(&str) -> Result<T, String>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Word { read, result: PhantomData })
}

struct Word<T> {
    read: fn(&str) -> Result<T, String>,
    result: PhantomData<T>,
}

impl<T> Visitor<'_> for Word<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        (self.read)(word).map_err(|error| E::custom(format!("`{word:.64}`: {error}")))
    }
}
