//! Limits and lifetimes of tokens and codes.

use core::fmt;

use super::generated::{Limit, LimitValue};

impl Limit {
    /// Its name, such as `authorization-code-life`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().name
    }

    /// What is limited, as a phrase.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        self.row().summary
    }

    /// What is counted, such as `seconds`.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        self.row().unit
    }

    /// Every value that an official page gives, rising.
    #[must_use]
    pub const fn values(self) -> &'static [LimitValue] {
        self.row().values
    }

    /// The value that is safe whichever page is right: the least.
    #[must_use]
    pub const fn safe(self) -> u32 {
        self.row().values[0].value
    }

    /// What else is to be known of it.
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        self.row().note
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
