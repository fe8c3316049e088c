//! What to do about an error, given what was granted and what is needed.

use core::fmt;

use super::{error_code::ErrorCode, error_kind::ErrorKind};
use crate::set::{Requirement, ScopeSet, Unmet};

impl ErrorCode {
    /// What to do about the error when a call that needs `needed` was made with a token that has `granted`:
    /// above all, which scope is missing.
    ///
    /// ```
    /// use zoho_scopes::{ScopeSet, accounts::ErrorCode, requires};
    ///
    /// let code = ErrorCode::find("OAUTH_SCOPE_MISMATCH").unwrap();
    /// let needed = requires!(ZohoCRM.coql.READ);
    /// assert_eq!(
    ///     code.advice(&ScopeSet::granted("ZohoCRM.modules.ALL"), &needed).to_string(),
    ///     "the token lacks a scope that the call needs: missing `ZohoCRM.coql.READ`",
    /// );
    /// ```
    #[must_use]
    pub fn advice(self, granted: &ScopeSet, needed: &Requirement) -> Advice {
        Advice { code: self, unmet: needed.check(granted).err() }
    }

    /// The same, for a call that needs every scope of a set.
    #[must_use]
    pub fn advice_for_all(self, granted: &ScopeSet, needed: &ScopeSet) -> Advice {
        Advice { code: self, unmet: Unmet::of(granted.missing(needed)) }
    }
}

/// What to do about an error. It prints in a sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    code: ErrorCode,
    unmet: Option<Unmet>,
}

impl Advice {
    /// The code it is about.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        self.code
    }

    /// What is missing of the requirement, if it is not met.
    #[must_use]
    pub fn unmet(&self) -> Option<&Unmet> {
        self.unmet.as_ref()
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let cause = self.code.cause();
        match (&self.unmet, self.code.kind()) {
            (Some(unmet), ErrorKind::Scope) => write!(f, "{cause}: {unmet}"),
            (Some(unmet), _) => write!(f, "{cause}: {}; and the scopes do not suffice: {unmet}", self.code.remedy()),
            (None, ErrorKind::Scope) => f.write_str(
                "the scopes of the token suffice as far as sources say: another token was sent, or more is needed than \
                 sources say",
            ),
            (None, _) => write!(f, "{cause}: {}", self.code.remedy()),
        }
    }
}
