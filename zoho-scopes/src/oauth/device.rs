//! The device flow, for programs without a browser: the user consents on another device.

use alloc::{string::String, vec};
use core::time::Duration;
use std::time::SystemTime;

use oauth2::{ClientSecret, url::Url};
use serde_json::{Map, Value};

use super::{
    client::Client,
    consent::{Consent, consent_setters},
    problem::Problem,
    request::{Draft, Request},
    response,
    token::{Origin, Token, number, take},
};
use crate::{
    accounts::{DataCentre, ErrorKind, Limit},
    set::ScopeSet,
};

/// A request for the codes of a device.
#[derive(Debug)]
#[must_use]
pub struct DeviceAuthorization<'a> {
    client: &'a Client,
    centre: DataCentre,
    scopes: ScopeSet,
    consent: Consent,
}

impl Client {
    /// Asks for consent to `scopes` on another device. Zoho wants a client of the type "non-browser" for it.
    pub fn authorize_device(&self, centre: DataCentre, scopes: ScopeSet) -> DeviceAuthorization<'_> {
        DeviceAuthorization { client: self, centre, scopes, consent: Consent::default() }
    }

    /// Asks whether the user has answered: once in [`Device::interval`], at the data centre of the device.
    pub fn poll(&self, device: &Device) -> Request<Token> {
        let Device { origin, code, .. } = device;
        let id = self.id().as_str();
        let mut form = vec![("client_id", id), ("grant_type", "device_token"), ("code", code.secret())];
        let secret = self.secret_of(origin.centre);
        form.extend(secret.map(|secret| ("client_secret", secret.secret().as_str())));
        let draft = Draft::post(&self.endpoints(origin.centre).device_token, &form);
        Request::for_token(draft, origin.clone())
    }
}

impl DeviceAuthorization<'_> {
    consent_setters!();

    /// The request, whose response is what the user needs.
    pub fn request(self) -> Request<Device> {
        let Self { client, centre, scopes, consent } = self;
        let list = alloc::format!("{scopes}");
        let mut form = vec![("client_id", client.id().as_str()), ("grant_type", "device_request"), ("scope", &list)];
        for parameter in consent.parameters() {
            form.push(parameter);
        }
        let draft = Draft::post(&client.endpoints(centre).device_code, &form);
        let origin = Origin { centre, requested: Some(scopes), own_server: client.has_own_server() };
        Request::new(draft, origin, |request, response, sent| {
            Device::read(response::fields(response)?, request.origin.clone(), sent)
        })
    }
}

/// A device that waits for its user to consent elsewhere. `Debug` does not show its code.
#[derive(Debug, Clone)]
pub struct Device {
    code: ClientSecret,
    user_code: String,
    verification: Url,
    complete: Option<Url>,
    interval: Duration,
    expires_at: SystemTime,
    origin: Origin,
}

impl Device {
    fn read(mut fields: Map<String, Value>, origin: Origin, sent: SystemTime) -> Result<Self, Problem> {
        let mut text = |name: &str| take(&mut fields, name);
        let url = |text: String| Url::parse(&text).ok().filter(|url| origin.may_name(url));
        let code = text("device_code").map(ClientSecret::new).ok_or(Problem::NoDeviceCode)?;
        let user_code = text("user_code").ok_or(Problem::NoDeviceCode)?;
        let verification =
            text("verification_url").or_else(|| text("verification_uri")).and_then(url).ok_or(Problem::NoDeviceCode)?;
        let complete = text("verification_uri_complete").and_then(url);
        let [interval, lifetime] = times(&fields);
        let expires_at = sent.checked_add(lifetime).unwrap_or(sent);
        Ok(Self { code, user_code, verification, complete, interval, expires_at, origin })
    }

    /// What the user types in at [`Device::verification_url`].
    #[must_use]
    pub fn user_code(&self) -> &str {
        &self.user_code
    }

    /// Where the user consents.
    #[must_use]
    pub fn verification_url(&self) -> &Url {
        &self.verification
    }

    /// The same address with the code in it, to be opened or shown as a QR code.
    #[must_use]
    pub fn complete_url(&self) -> Option<&Url> {
        self.complete.as_ref()
    }

    /// How long to wait before each poll.
    #[must_use]
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// When the codes expire; then begin again.
    #[must_use]
    pub fn expires_at(&self) -> SystemTime {
        self.expires_at
    }

    /// The data centre to poll: that of the user, once it is known.
    #[must_use]
    pub fn data_centre(&self) -> DataCentre {
        self.origin.centre
    }

    /// Whether to poll again after this problem: the user has not answered, the polls come too fast, or the user
    /// lives in another data centre. Interval and data centre are changed where that helps.
    #[must_use]
    pub fn goes_on(&mut self, problem: &Problem, now: SystemTime) -> bool {
        let Problem::Refused(refusal) = problem else { return false };
        let again = match (refusal.kind(), refusal.user_location()) {
            (Some(ErrorKind::Pending), _) => true,
            (Some(ErrorKind::Throttled), _) => {
                self.slow_down();
                true
            }
            (Some(ErrorKind::DataCentre), Some(centre)) => {
                self.origin.centre = centre;
                true
            }
            _ => false,
        };
        again && now < self.expires_at
    }

    /// Doubles the interval, as after a connection that failed.
    pub fn slow_down(&mut self) {
        self.interval = self.interval.saturating_mul(2);
    }
}

/// The interval and the lifetime in a response. Zoho documents both in milliseconds; codes live for minutes, so a
/// lifetime of less than a thousand can only be seconds, as in RFC 8628.
fn times(fields: &Map<String, Value>) -> [Duration; 2] {
    let (interval, lifetime) = (number(fields, "interval"), number(fields, "expires_in"));
    let unit =
        if lifetime.is_some_and(|lifetime| lifetime < 1000) { Duration::from_secs } else { Duration::from_millis };
    let documented = |limit: Limit| Duration::from_secs(limit.safe().into());
    let longest = documented(Limit::DeviceCodeLifetime);
    [
        interval.map_or(documented(Limit::DevicePollingInterval), unit).min(longest),
        lifetime.map_or(longest, unit).min(longest),
    ]
}
