//! Where requests go: to a data centre, or to an accounts server of one's own.

use alloc::format;
use core::fmt;

use oauth2::{
    http::Uri,
    url::{Host, Url},
};

use crate::accounts::{DataCentre, Endpoint};

/// The endpoints of an accounts server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoints {
    pub(super) authorization: Url,
    pub(super) token: Url,
    pub(super) revocation: Url,
    pub(super) device_code: Url,
    pub(super) device_token: Url,
}

impl Endpoints {
    /// Those of a data centre.
    #[must_use]
    pub fn of(centre: DataCentre) -> Self {
        let url = |endpoint| known(&centre.url(endpoint));
        Self {
            authorization: url(Endpoint::Authorization),
            token: url(Endpoint::Token),
            revocation: url(Endpoint::Revocation),
            device_code: url(Endpoint::DeviceCode),
            device_token: url(Endpoint::DeviceToken),
        }
    }

    /// Those of an accounts server of one's own: a product on one's premises, or a stand-in for tests.
    /// `server` is what stands before the paths. Codes and secrets are sent there.
    ///
    /// # Errors
    ///
    /// An address that is not `https`; `http` will do for a server on this machine. And one that holds
    /// more than a host, a port and a path.
    pub fn at(server: &str) -> Result<Self, UnsafeAddress> {
        let server = server.trim_end_matches('/');
        let url = |endpoint: Endpoint| -> Option<Url> {
            let text = format!("{server}{}", endpoint.path());
            let url = Url::parse(&text).ok().filter(|url| is_safe(url) && url.as_str().parse::<Uri>().is_ok())?;
            Some(url)
        };
        let all = || {
            Some(Self {
                authorization: url(Endpoint::Authorization)?,
                token: url(Endpoint::Token)?,
                revocation: url(Endpoint::Revocation)?,
                device_code: url(Endpoint::DeviceCode)?,
                device_token: url(Endpoint::DeviceToken)?,
            })
        };
        all().ok_or(UnsafeAddress(()))
    }
}

/// Hosts of the data are checked when it is built.
fn known(address: &str) -> Url {
    Url::parse(address).expect("a host of the data is a host")
}

fn is_safe(url: &Url) -> bool {
    let is_plain =
        url.username().is_empty() && url.password().is_none() && url.query().is_none() && url.fragment().is_none();
    is_plain && is_private(url)
}

/// Whether nobody reads along on the way to a host: with https, or with http on this machine.
pub(super) fn is_private(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => return false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && is_here)
}

/// An address to which no secret may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnsafeAddress(());

impl fmt::Display for UnsafeAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an accounts server needs an address with https, or http on this machine, and nothing but host, port and path")
    }
}

impl core::error::Error for UnsafeAddress {}
