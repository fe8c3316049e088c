//! The header that carries a token to an API.

use alloc::{format, string::String};
use core::fmt;

use super::generated::SCHEME;

/// The value of the header `Authorization` that carries an access token.
///
/// It is a secret: `Debug` does not show it.
///
/// ```
/// use zoho_scopes::accounts::AuthorizationHeader;
///
/// let header = AuthorizationHeader::new("1000.a.b");
/// assert_eq!(header.secret(), "Zoho-oauthtoken 1000.a.b");
/// assert_eq!(format!("{header:?}"), "AuthorizationHeader([redacted])");
/// ```
#[derive(Clone)]
pub struct AuthorizationHeader(String);

impl AuthorizationHeader {
    /// The name of the header.
    pub const NAME: &'static str = "authorization";

    /// The header for an access token, with the scheme that every service takes.
    #[must_use]
    pub fn new(access_token: &str) -> Self {
        Self(format!("{SCHEME} {access_token}"))
    }

    /// The value, token and all.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AuthorizationHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AuthorizationHeader([redacted])")
    }
}

/// Marked sensitive, so that nothing on the way prints it.
#[cfg(feature = "http")]
impl TryFrom<&AuthorizationHeader> for http::HeaderValue {
    type Error = http::header::InvalidHeaderValue;

    fn try_from(header: &AuthorizationHeader) -> Result<Self, Self::Error> {
        let mut value = Self::from_str(&header.0)?;
        value.set_sensitive(true);
        Ok(value)
    }
}
