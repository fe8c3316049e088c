//! The user's browser comes back: with a code, or with a refusal.

use alloc::borrow::Cow;
use core::fmt;

use oauth2::{AuthorizationCode, CsrfToken, PkceCodeVerifier, url::form_urlencoded};

use super::problem::Refusal;
use crate::{accounts::DataCentre, set::ScopeSet};

/// No redirect of Zoho's comes near this.
const MAX_BYTES: usize = 16 * 1024;

/// What must be kept, in the user's own session, until the browser comes back.
#[derive(Debug)]
pub struct Pending {
    state: CsrfToken,
    centre: DataCentre,
    requested: ScopeSet,
    pub(super) verifier: Option<PkceCodeVerifier>,
    pub(super) own_server: bool,
}

impl Pending {
    /// What was kept, from its parts: the state, the data centre in which consent was asked for, and the
    /// scopes.
    #[must_use]
    pub fn new(state: CsrfToken, asked_in: DataCentre, requested: ScopeSet) -> Self {
        Self { state, centre: asked_in, requested, verifier: None, own_server: false }
    }

    /// With the verifier of the code challenge.
    #[must_use]
    pub fn with_verifier(mut self, verifier: PkceCodeVerifier) -> Self {
        self.verifier = Some(verifier);
        self
    }

    /// For a client with a server of its own, whose redirects name servers that are on no list. Nothing
    /// is sent to them.
    #[must_use]
    pub fn with_own_server(mut self) -> Self {
        self.own_server = true;
        self
    }

    /// The state that must come back.
    pub fn state(&self) -> &CsrfToken {
        &self.state
    }

    /// The verifier of the code challenge, if there is one.
    #[must_use]
    pub fn verifier(&self) -> Option<&PkceCodeVerifier> {
        self.verifier.as_ref()
    }

    /// The scopes that were asked for.
    #[must_use]
    pub fn requested(&self) -> &ScopeSet {
        &self.requested
    }

    /// Reads the address at which the browser came back, or its query alone. A state serves once, so
    /// this takes what was kept.
    ///
    /// # Errors
    ///
    /// If the state is empty or not the one that was sent, if the user or Zoho refused, and if a server is named
    /// that is not on the list of data centres: then the redirect is forged, and nothing may be sent.
    pub fn accept(self, redirect: &str) -> Result<Grant, RedirectError> {
        let found = Parameters::read(redirect)?;
        let state = found.state.map(|state| CsrfToken::new(state.into_owned()));
        // `oauth2` compares secrets in constant time.
        match &state {
            Some(state) if !state.secret().is_empty() && *state == self.state => {}
            None if found.error.is_some() => {}
            _ => return Err(RedirectError::WrongState),
        }
        if let Some(error) = found.error {
            return Err(RedirectError::Refused(Refusal::new(&error, None)));
        }
        let centre = if self.own_server { None } else { centre(found.location.as_deref(), found.server.as_deref())? };
        let code = found.code.filter(|code| !code.is_empty()).ok_or(RedirectError::NoCode)?;
        Ok(Grant {
            code: AuthorizationCode::new(code.into_owned()),
            verifier: self.verifier,
            centre: centre.unwrap_or(self.centre),
            requested: Some(self.requested),
        })
    }
}

/// The data centre that a redirect names, if it names one.
fn centre(location: Option<&str>, server: Option<&str>) -> Result<Option<DataCentre>, RedirectError> {
    let unknown = || RedirectError::UnknownServer;
    let by_location = location.map(|code| DataCentre::from_location(code).ok_or_else(unknown)).transpose()?;
    let by_server = server.map(|server| DataCentre::from_accounts_server(server).ok_or_else(unknown)).transpose()?;
    match (by_location, by_server) {
        (Some(one), Some(other)) if one != other => Err(RedirectError::Contradiction),
        _ => Ok(by_server.or(by_location)),
    }
}

/// The parameters of a redirect that mean something, each at most once.
#[derive(Default)]
struct Parameters<'a> {
    code: Option<Cow<'a, str>>,
    state: Option<Cow<'a, str>>,
    error: Option<Cow<'a, str>>,
    location: Option<Cow<'a, str>>,
    server: Option<Cow<'a, str>>,
}

impl<'a> Parameters<'a> {
    fn read(redirect: &'a str) -> Result<Self, RedirectError> {
        if redirect.len() > MAX_BYTES {
            return Err(RedirectError::TooLong);
        }
        let redirect = redirect.trim();
        let query = redirect.split_once('?').map_or(redirect, |(_, query)| query);
        let query = query.split_once('#').map_or(query, |(query, _)| query);
        let mut found = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let place = match &*name {
                "code" => &mut found.code,
                "state" => &mut found.state,
                "error" => &mut found.error,
                "location" => &mut found.location,
                "accounts-server" => &mut found.server,
                _ => continue,
            };
            if place.replace(value).is_some() {
                return Err(RedirectError::Repeated);
            }
        }
        Ok(found)
    }
}

/// A code, with what its exchange needs.
#[derive(Debug)]
pub struct Grant {
    pub(super) code: AuthorizationCode,
    pub(super) verifier: Option<PkceCodeVerifier>,
    pub(super) centre: DataCentre,
    pub(super) requested: Option<ScopeSet>,
}

impl Grant {
    /// A code that came in another way, such as a self client's from the API console.
    #[must_use]
    pub fn new(centre: DataCentre, code: AuthorizationCode) -> Self {
        Self { code, verifier: None, centre, requested: None }
    }

    /// With the scopes that were asked for, so that the token can say what is missing.
    #[must_use]
    pub fn with_requested(mut self, scopes: ScopeSet) -> Self {
        self.requested = Some(scopes);
        self
    }

    /// With the verifier of the code challenge.
    #[must_use]
    pub fn with_verifier(mut self, verifier: PkceCodeVerifier) -> Self {
        self.verifier = Some(verifier);
        self
    }

    /// The data centre of the user, where the code is exchanged.
    #[must_use]
    pub fn data_centre(&self) -> DataCentre {
        self.centre
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &AuthorizationCode {
        &self.code
    }
}

/// Why a redirect is not accepted. Nothing of it is repeated, for it may hold a code.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RedirectError {
    /// The state is not the one that was sent: the redirect answers another request, or is forged.
    WrongState,
    /// The user or Zoho refused.
    Refused(Refusal),
    /// A data centre or an accounts server that is not on the list: the redirect is forged, or the list
    /// is old.
    UnknownServer,
    /// The location is that of one data centre, the accounts server that of another.
    Contradiction,
    /// A parameter that may stand once stands twice.
    Repeated,
    /// There is no code.
    NoCode,
    /// It is longer than any redirect of Zoho's.
    TooLong,
}

impl fmt::Display for RedirectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WrongState => "the redirect does not carry the state that was sent",
            Self::Refused(refusal) => return refusal.fmt(f),
            Self::UnknownServer => "the redirect names an accounts server that is none of Zoho's",
            Self::Contradiction => "the redirect names one data centre and the accounts server of another",
            Self::Repeated => "the redirect carries a parameter twice",
            Self::NoCode => "the redirect carries no code",
            Self::TooLong => "the redirect is too long to be one of Zoho's",
        })
    }
}

impl core::error::Error for RedirectError {}
