//! The policies, and what to do about unknown scopes, as options, settings and the page name them.

use serde::Deserialize;
use zoho_scopes::{Policy, policy::Unknown};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "program", derive(clap::ValueEnum, schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PolicyName {
    /// Your own configuration: official spellings, commas, nothing unknown.
    Strict,
    /// What people paste.
    #[default]
    Lax,
    /// Token responses: spaces, unknown scopes kept.
    Granted,
}

impl PolicyName {
    pub(crate) const fn policy(self) -> Policy {
        match self {
            Self::Strict => Policy::STRICT,
            Self::Lax => Policy::LAX,
            Self::Granted => Policy::GRANTED,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "program", derive(clap::ValueEnum))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum UnknownName {
    Deny,
    Warn,
    Allow,
}

impl UnknownName {
    pub(crate) const fn unknown(self) -> Unknown {
        match self {
            Self::Deny => Unknown::Deny,
            Self::Warn => Unknown::Warn,
            Self::Allow => Unknown::Allow,
        }
    }
}
