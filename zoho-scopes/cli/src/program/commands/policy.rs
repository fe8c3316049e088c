//! The policies, as `--policy` and settings name them.

use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Deserialize;
use zoho_scopes::Policy;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PolicyName {
    /// Your own configuration: official spellings, commas, nothing unknown.
    Strict,
    /// What people paste.
    Lax,
    /// Token responses: spaces, unknown scopes kept.
    Granted,
}

impl PolicyName {
    pub(super) const fn policy(self) -> Policy {
        match self {
            Self::Strict => Policy::STRICT,
            Self::Lax => Policy::LAX,
            Self::Granted => Policy::GRANTED,
        }
    }
}
