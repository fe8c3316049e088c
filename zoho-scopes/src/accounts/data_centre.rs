//! Data centres: their hosts, and finding them by code, by domain and by host.

use alloc::{format, string::String};
use core::{fmt, str::FromStr};

use super::generated::{DataCentre, DataCentreRow, Endpoint};
use crate::catalogue::Source;

impl DataCentre {
    /// The `location` of a redirect, such as `eu`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.row().code
    }

    /// The country or region.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The host of Zoho Accounts, which gives tokens.
    #[must_use]
    pub const fn accounts_host(self) -> &'static str {
        self.row().accounts
    }

    /// The host of the APIs that share one. A token's answer names its own, which is better.
    #[must_use]
    pub const fn api_host(self) -> &'static str {
        self.row().api
    }

    /// The host of the API console, where clients are registered.
    #[must_use]
    pub const fn console_host(self) -> &'static str {
        self.row().console
    }

    /// What of it is in doubt, if anything is.
    #[must_use]
    pub const fn disputed(self) -> Option<&'static str> {
        self.row().disputed
    }

    /// Who names its hosts; best first.
    #[must_use]
    pub const fn sources(self) -> &'static [Source] {
        self.row().sources
    }

    /// The address of an endpoint.
    #[must_use]
    pub fn url(self, endpoint: Endpoint) -> String {
        format!("https://{}{}", self.accounts_host(), endpoint.path())
    }

    /// The data centre with this `location`, such as `in`; case does not matter.
    #[must_use]
    pub fn from_location(code: &str) -> Option<Self> {
        find(|row| row.code.eq_ignore_ascii_case(code))
    }

    /// The data centre that a host belongs to: one of its own, or a product's, such as `desk.zoho.eu`.
    #[must_use]
    pub fn from_host(host: &str) -> Option<Self> {
        let host = host.to_ascii_lowercase();
        let is_host = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.');
        let is_in = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
        find(|row| is_host && row.domains.iter().any(|(_, domain)| is_in(domain)))
    }

    /// The data centre whose accounts server has exactly this address, such as
    /// `https://accounts.zoho.eu`. Nothing else is one, however much it looks like it, so that no code
    /// and no secret is sent to a forged `accounts-server`.
    #[must_use]
    pub fn from_accounts_server(address: &str) -> Option<Self> {
        let host = address.strip_prefix("https://")?;
        let host = host.strip_suffix('/').unwrap_or(host);
        find(|row| row.accounts.eq_ignore_ascii_case(host))
    }
}

/// Whether a domain is `name.ending`.
fn is_ending(domain: &str, name: &str, ending: &str) -> bool {
    let rest = domain.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
    rest.is_some_and(|rest| rest.eq_ignore_ascii_case(ending))
}

fn find(is_it: impl Fn(&DataCentreRow) -> bool) -> Option<DataCentre> {
    DataCentre::ALL.iter().copied().find(|centre| is_it(centre.row()))
}

impl Endpoint {
    /// The path, from the root of an accounts server.
    #[must_use]
    pub const fn path(self) -> &'static str {
        self.row().path
    }

    /// Who says so; best first.
    #[must_use]
    pub const fn sources(self) -> &'static [Source] {
        self.row().sources
    }
}

impl FromStr for DataCentre {
    type Err = UnknownDataCentre;

    /// Reads a code (`in`), what follows `zoho.` in a domain (`com.au`), a host (`desk.zoho.eu`) or the
    /// address of one (`https://accounts.zoho.eu`).
    ///
    /// # Errors
    ///
    /// If it is none of a data centre of the list.
    fn from_str(text: &str) -> Result<Self, UnknownDataCentre> {
        let text = text.trim();
        let host = text.strip_prefix("https://").unwrap_or(text);
        let host = host.split_once('/').map_or(host, |(host, _)| host);
        Self::from_location(text)
            .or_else(|| Self::from_host(host))
            .or_else(|| find(|row| row.domains.iter().any(|(name, domain)| is_ending(domain, name, text))))
            .ok_or(UnknownDataCentre(()))
    }
}

impl fmt::Display for DataCentre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A text that names no data centre of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownDataCentre(());

impl fmt::Display for UnknownDataCentre {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown data centre; known are")?;
        for (index, centre) in DataCentre::ALL.iter().enumerate() {
            write!(f, "{} `{centre}`", if index == 0 { "" } else { "," })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownDataCentre {}
