//! Enums whose variants have a word for output: they list themselves as `ALL`, and print what `as_str` says.

/// Gives each variant of an enum its word, in the order in which they are declared.
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
    )*};
}

pub(crate) use words;
