//! Enums whose variants have a word for output: they list themselves as `ALL`, print what `as_str` says, and are
//! read from the same words.

use alloc::{borrow::ToOwned, string::String};
use core::fmt;

/// A text that is none of an enum's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownWord {
    word: String,
    expected: &'static [&'static str],
}

impl UnknownWord {
    /// A word, and those that were expected.
    #[must_use]
    pub fn new(word: &str, expected: &'static [&'static str]) -> Self {
        Self { word: word.to_owned(), expected }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = crate::text::printable::Printable::line(&self.word).text;
        write!(f, "`{word}` is none of {}", self.expected.join(", "))
    }
}

impl core::error::Error for UnknownWord {}

/// Gives each variant of an enum its word, in the order in which they are declared.
#[doc(hidden)]
#[macro_export]
macro_rules! words {
    ($($type:ident { $($variant:ident => $word:literal),* $(,)? })*) => {$(
        impl $type {
            /// Every variant.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// What stands for it in output, and in options of the program.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $type {
            type Err = $crate::UnknownWord;

            /// Reads what `as_str` gives.
            fn from_str(word: &str) -> Result<Self, $crate::UnknownWord> {
                let found = Self::ALL.iter().find(|variant| variant.as_str() == word);
                found.copied().ok_or_else(|| $crate::UnknownWord::new(word, &[$($word),*]))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::deserialize_word(deserializer)
            }
        }
    )*};
}

/// Reads a word of an enum.
///
/// # Errors
///
/// Those of the deserializer, and words that the enum does not have.
#[cfg(feature = "serde")]
#[doc(hidden)]
pub fn deserialize_word<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: core::str::FromStr<Err = UnknownWord>,
    D: serde::Deserializer<'de>,
{
    struct Word<T>(core::marker::PhantomData<T>);

    impl<T: core::str::FromStr<Err = UnknownWord>> serde::de::Visitor<'_> for Word<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a word")
        }

        fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<T, E> {
            word.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Word(core::marker::PhantomData))
}
