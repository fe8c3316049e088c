//! How consent is asked for, in a browser and on another device alike.

/// What is said beside the scopes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Consent {
    /// Whether a refresh token is asked for.
    pub(super) offline: bool,
    /// Whether those are asked too who have consented before.
    pub(super) again: bool,
}

impl Consent {
    pub(super) fn parameters(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let access = ("access_type", if self.offline { "offline" } else { "online" });
        [access].into_iter().chain(self.again.then_some(("prompt", "consent")))
    }
}

/// The setters of a request that has a field `consent`.
macro_rules! consent_setters {
    () => {
        /// Asks for a refresh token also. Zoho gives one with the first consent only, unless consent is
        /// asked for again.
        pub fn offline(mut self) -> Self {
            self.consent.offline = true;
            self
        }

        /// Shows the consent page even to users who have consented before.
        pub fn consent(mut self) -> Self {
            self.consent.again = true;
            self
        }
    };
}

pub(super) use consent_setters;
