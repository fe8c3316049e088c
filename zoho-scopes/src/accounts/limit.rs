//! Limits and lifetimes of tokens and codes.

use core::{fmt, time::Duration};

use super::generated::{Limit, LimitValue};

impl Limit {
    /// Its name, such as `authorization-code-lifetime`.
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

    /// The value that is safe whichever page is right: the smallest.
    #[must_use]
    pub const fn safe(self) -> u32 {
        self.row().values[0].value
    }

    /// The safe value as a time, where seconds are counted.
    ///
    /// ```
    /// use std::time::Duration;
    /// use zoho_scopes::accounts::Limit;
    ///
    /// assert_eq!(Limit::AuthorizationCodeLifetime.duration(), Some(Duration::from_secs(60)));
    /// ```
    #[must_use]
    pub fn duration(self) -> Option<Duration> {
        (self.unit() == "seconds").then(|| Duration::from_secs(self.safe().into()))
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
