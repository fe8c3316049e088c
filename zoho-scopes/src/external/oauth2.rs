//! Scopes as the crate `oauth2` has them, and back.

use alloc::{
    borrow::ToOwned,
    string::{String, ToString},
    vec::Vec,
};

use oauth2::TokenResponse;

use crate::{
    catalogue::{Entry, Scope},
    set::ScopeSet,
};

impl From<Scope> for oauth2::Scope {
    fn from(scope: Scope) -> Self {
        Self::new(scope.as_str().to_owned())
    }
}

impl From<&Entry<'_>> for oauth2::Scope {
    fn from(entry: &Entry<'_>) -> Self {
        Self::new(entry.as_str().to_owned())
    }
}

/// The whole list as one: scopes joined by commas, which is what Zoho documents. `oauth2` would join
/// several with spaces.
impl From<&ScopeSet> for oauth2::Scope {
    fn from(set: &ScopeSet) -> Self {
        Self::new(set.to_string())
    }
}

/// The whole list as one: scopes joined by commas.
impl From<ScopeSet> for oauth2::Scope {
    fn from(set: ScopeSet) -> Self {
        Self::from(&set)
    }
}

/// What a token's answer grants, if it says so; unknown scopes are kept.
#[must_use]
pub fn granted(answer: &impl TokenResponse) -> Option<ScopeSet> {
    let scopes: Vec<&str> = answer.scopes()?.iter().map(|scope| scope.as_str()).collect();
    let list: String = scopes.join(" ");
    Some(ScopeSet::granted(&list))
}
