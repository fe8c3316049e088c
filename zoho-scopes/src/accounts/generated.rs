//! What the build step makes of `data-centres.json` and `accounts.json`: enums, and the rows behind them.

use super::error_kind::{ErrorKind, ErrorPlace};
use crate::{__private::v1, catalogue::Source};

include!(concat!(env!("OUT_DIR"), "/accounts.rs"));

pub(super) struct DataCentreRow {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) accounts: &'static str,
    pub(super) api: &'static str,
    pub(super) console: &'static str,
    pub(super) domains: &'static [(&'static str, &'static str)],
    pub(super) disputed: Option<&'static str>,
    pub(super) sources: &'static [Source],
}

pub(super) struct EndpointRow {
    pub(super) path: &'static str,
    pub(super) sources: &'static [Source],
}

pub(super) struct LimitRow {
    pub(super) name: &'static str,
    pub(super) summary: &'static str,
    pub(super) unit: &'static str,
    pub(super) values: &'static [LimitValue],
    pub(super) note: Option<&'static str>,
}

/// A value of a limit, with the sources that give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitValue {
    /// The value.
    pub value: u32,
    /// Who says so; best first.
    pub sources: &'static [Source],
}

pub(super) struct ErrorRow {
    pub(super) code: &'static str,
    pub(super) spellings: &'static [&'static str],
    pub(super) kind: ErrorKind,
    pub(super) at: &'static [ErrorPlace],
    pub(super) services: &'static [&'static str],
    pub(super) status: &'static [u16],
    pub(super) cause: &'static str,
    pub(super) remedy: &'static str,
    pub(super) note: Option<&'static str>,
    pub(super) sources: &'static [Source],
}
