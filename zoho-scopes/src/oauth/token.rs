//! A token: what it may do, how long, and the header that carries it.

use alloc::string::String;
use core::{fmt, time::Duration};
use std::time::SystemTime;

use oauth2::{AccessToken, HttpResponse, RefreshToken, url::Url};
use serde_json::{Map, Value};

use super::{endpoints::is_private, problem::Problem, response};
use crate::{
    accounts::{AuthorizationHeader, DataCentre, Limit},
    set::ScopeSet,
};

/// Where a token comes from, and what was asked for.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    pub(super) centre: DataCentre,
    pub(super) requested: Option<ScopeSet>,
    pub(super) own_server: bool,
}

impl Origin {
    /// Whether an address in a response may be used: one of Zoho's, or any that a server of one's own names.
    pub(super) fn may_name(&self, url: &Url) -> bool {
        is_private(url) && (self.own_server || url.host_str().and_then(DataCentre::from_host).is_some())
    }
}

/// What Zoho gave. `Debug` shows no secret.
#[derive(Clone)]
pub struct Token {
    access: AccessToken,
    refresh: Option<RefreshToken>,
    scopes: Option<ScopeSet>,
    origin: Origin,
    api_domain: Option<Url>,
    sent: SystemTime,
    lifetime: Duration,
    others: Map<String, Value>,
}

impl Token {
    /// How long before its end a token counts as stale, unless one says otherwise: calls take time, and
    /// clocks differ.
    pub const MARGIN: Duration = Duration::from_secs(60);

    /// Reads a response that came in another way: its body, the data centre that gave it, and when it was
    /// asked for.
    ///
    /// # Errors
    ///
    /// What Zoho refuses, and what is not a response of Zoho's.
    pub fn from_answer(body: &[u8], centre: DataCentre, sent: SystemTime) -> Result<Self, Problem> {
        let origin = Origin { centre, requested: None, own_server: false };
        Self::read(response::fields(&HttpResponse::new(body.to_vec()))?, origin, sent)
    }

    /// With the scopes that were asked for, to which [`Token::missing`] compares.
    #[must_use]
    pub fn with_requested(mut self, scopes: ScopeSet) -> Self {
        self.origin.requested = Some(scopes);
        self
    }

    pub(super) fn read(mut fields: Map<String, Value>, origin: Origin, sent: SystemTime) -> Result<Self, Problem> {
        let access = take(&mut fields, "access_token").map(AccessToken::new).ok_or(Problem::NoToken)?;
        let refresh = take(&mut fields, "refresh_token").map(RefreshToken::new);
        let scopes = take(&mut fields, "scope").map(|list| ScopeSet::granted(&list));
        let api_domain = fields.get("api_domain").and_then(Value::as_str).and_then(|text| Url::parse(text).ok());
        Ok(Self {
            access,
            refresh,
            scopes,
            api_domain: api_domain.filter(|url| origin.may_name(url)),
            origin,
            sent,
            lifetime: lifetime(&fields),
            others: fields,
        })
    }

    /// The access token. Its lifetime is short; see [`Token::is_fresh`].
    #[must_use]
    pub fn access_token(&self) -> &AccessToken {
        &self.access
    }

    /// The refresh token, which lives until it is revoked. Refreshing gives none: keep this one, with the
    /// data centre.
    #[must_use]
    pub fn refresh_token(&self) -> Option<&RefreshToken> {
        self.refresh.as_ref()
    }

    /// The header that carries the access token.
    #[must_use]
    pub fn header(&self) -> AuthorizationHeader {
        AuthorizationHeader::new(self.access.secret())
    }

    /// What was granted, if the response says so.
    #[must_use]
    pub fn scopes(&self) -> Option<&ScopeSet> {
        self.scopes.as_ref()
    }

    /// What was asked for and is not granted. Nothing, where the response does not say what was granted:
    /// then it is what was asked for. An ALL that is spelled out counts as granted.
    #[must_use]
    pub fn missing(&self) -> ScopeSet {
        match (&self.scopes, &self.origin.requested) {
            (Some(scopes), Some(requested)) => scopes.missing(requested),
            _ => ScopeSet::new(),
        }
    }

    /// The data centre that gave it, where it is refreshed.
    #[must_use]
    pub fn data_centre(&self) -> DataCentre {
        self.origin.centre
    }

    /// Where to call APIs: an https address at a host of Zoho's, or any that [an accounts server of one's
    /// own](super::Client::with_own_server) names with https or on this machine; another stays among [`Token::others`].
    #[must_use]
    pub fn api_domain(&self) -> Option<&Url> {
        self.api_domain.as_ref()
    }

    /// How long it lives from when it was asked for: what the response says, at most what is documented.
    #[must_use]
    pub fn lifetime(&self) -> Duration {
        self.lifetime
    }

    /// When it expires.
    #[must_use]
    pub fn expires_at(&self) -> SystemTime {
        self.sent.checked_add(self.lifetime).unwrap_or(self.sent)
    }

    /// Whether it can be used at `now` and for [`Token::MARGIN`] after; else refresh it.
    #[must_use]
    pub fn is_fresh(&self, now: SystemTime) -> bool {
        self.is_fresh_for(now, Self::MARGIN)
    }

    /// Whether it can be used at `now` and for `margin` after.
    #[must_use]
    pub fn is_fresh_for(&self, now: SystemTime, margin: Duration) -> bool {
        now.checked_add(margin).is_some_and(|then| then < self.expires_at())
    }

    /// The other fields of the response, as they came. Some may be secrets.
    #[must_use]
    pub fn others(&self) -> &Map<String, Value> {
        &self.others
    }
}

/// Takes a text that is not empty.
pub(super) fn take(fields: &mut Map<String, Value>, name: &str) -> Option<String> {
    match fields.remove(name) {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// The lifetime in a response. Older responses have seconds in `expires_in_sec`, and milliseconds in the other.
fn lifetime(fields: &Map<String, Value>) -> Duration {
    let documented = Duration::from_secs(Limit::AccessTokenLifetime.safe().into());
    let said = number(fields, "expires_in_sec").or_else(|| number(fields, "expires_in")).map(Duration::from_secs);
    said.map_or(documented, |said| said.min(documented))
}

/// A number, which may be written as text.
pub(super) fn number(fields: &Map<String, Value>, name: &str) -> Option<u64> {
    match fields.get(name)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("access", &self.access)
            .field("refresh", &self.refresh)
            .field("scopes", &self.scopes)
            .field("centre", &self.origin.centre)
            .field("api_domain", &self.api_domain.as_ref().map(Url::as_str))
            .field("expires_at", &self.expires_at())
            .field("others", &format_args!("[{} redacted]", self.others.len()))
            .finish_non_exhaustive()
    }
}
