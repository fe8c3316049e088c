//! Lists and files as the program's `check --format json` reports on them.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use zoho_scopes::{Policy, Report, policy::Unknown};

use super::known::Known;
use crate::list_file::{ListFile, without_remarks};

/// How to read and check, as the options of `check` say it.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(super) struct Options {
    policy: PolicyName,
    unknown: Option<UnknownName>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case")]
enum PolicyName {
    Strict,
    #[default]
    Lax,
    Granted,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum UnknownName {
    Deny,
    Warn,
    Allow,
}

impl Options {
    fn policy(&self) -> Policy {
        let policy = match self.policy {
            PolicyName::Strict => Policy::STRICT,
            PolicyName::Lax => Policy::LAX,
            PolicyName::Granted => Policy::GRANTED,
        };
        match self.unknown {
            None => policy,
            Some(UnknownName::Deny) => policy.unknown(Unknown::Deny),
            Some(UnknownName::Warn) => policy.unknown(Unknown::Warn),
            Some(UnknownName::Allow) => policy.unknown(Unknown::Allow),
        }
    }
}

/// One list.
pub(super) fn list<'a>(known: &Known, text: &'a str, options: &Options) -> Report<'a> {
    known.catalogue.validate(text, &options.policy())
}

/// The lists of a text.
pub(super) fn lists<'a>(known: &Known, text: &'a str, options: &Options) -> Vec<Report<'a>> {
    known.catalogue.validate_all(text, &options.policy())
}

/// The lists of a file, each with its places.
pub(super) fn file(known: &Known, name: &str, text: String, options: &Options) -> Result<Vec<Value>, String> {
    let file = ListFile::new(Path::new(name), text);
    let reports = file.reports(known.catalogue, &options.policy()).into_iter().map(without_remarks);
    reports.map(|report| file.placed(&report)).collect::<Result<_, _>>().map_err(|error| error.to_string())
}
