//! Error codes of Zoho Accounts and of the APIs, with what causes and what fixes them.

use core::{fmt, hash};

use super::{
    error_kind::{ErrorKind, ErrorPlace},
    generated::{ERRORS, ErrorRow},
};
use crate::catalogue::{Catalogue, Service, Source};

/// An error code that sources describe, such as `OAUTH_SCOPE_MISMATCH`.
///
/// ```
/// use zoho_scopes::accounts::{ErrorCode, ErrorKind};
///
/// let code = ErrorCode::find("OAUTH-SCOPE-MISMATCH").unwrap();
/// assert_eq!(code.as_str(), "OAUTH_SCOPE_MISMATCH");
/// assert_eq!(code.kind(), ErrorKind::Scope);
/// assert_eq!(code.cause(), "the token lacks a scope that the call needs");
/// ```
#[derive(Clone, Copy)]
pub struct ErrorCode(&'static ErrorRow);

impl ErrorCode {
    /// Every code, sorted without regard to case.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        ERRORS.iter().map(Self)
    }

    /// The code that a text spells: exactly, or else in another case.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let spelled = |same: fn(&str, &str) -> bool| {
            Self::all().find(|code| same(code.0.code, text) || code.0.spellings.iter().any(|other| same(other, text)))
        };
        spelled(|one, other| one == other).or_else(|| spelled(str::eq_ignore_ascii_case))
    }

    /// The code as its best source spells it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.code
    }

    /// What kind of thing is wrong.
    #[must_use]
    pub const fn kind(self) -> ErrorKind {
        self.0.kind
    }

    /// Where it is met.
    #[must_use]
    pub const fn places(self) -> &'static [ErrorPlace] {
        self.0.at
    }

    /// The services whose APIs answer with it.
    pub fn services(self) -> impl Iterator<Item = Service> {
        self.0.services.iter().filter_map(|service| Catalogue::builtin().service(service))
    }

    /// The HTTP statuses it was seen under; none means that sources do not say.
    #[must_use]
    pub const fn statuses(self) -> &'static [u16] {
        self.0.status
    }

    /// What causes it, as a phrase.
    #[must_use]
    pub const fn cause(self) -> &'static str {
        self.0.cause
    }

    /// What to do, as a phrase.
    #[must_use]
    pub const fn remedy(self) -> &'static str {
        self.0.remedy
    }

    /// What else is to be known of it.
    #[must_use]
    pub const fn note(self) -> Option<&'static str> {
        self.0.note
    }

    /// Who describes it; best first.
    #[must_use]
    pub const fn sources(self) -> &'static [Source] {
        self.0.sources
    }
}

impl PartialEq for ErrorCode {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for ErrorCode {}

impl hash::Hash for ErrorCode {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ErrorCode({self})")
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
