//! Lists and files as the program's `check --format json` reports on them.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use zoho_scopes::{Policy, Report, report::Code};

use super::known::Known;
use crate::{
    adjustments::{Adjustments, Denied},
    list_file::{ListFile, without_remarks},
    policy::{PolicyName, UnknownName},
};

/// How to read and check, as the options of `check` say it.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(super) struct Options {
    policy: PolicyName,
    unknown: Option<UnknownName>,
    deny: Vec<Denied>,
    allow: Vec<Code>,
}

impl Options {
    /// How a list is checked, and what is changed in its report.
    fn rules(self) -> (Policy, Adjustments) {
        let policy = self.policy();
        let adjustments = Adjustments::new(self.deny, self.allow);
        (adjustments.applied_to(policy), adjustments)
    }

    fn policy(&self) -> Policy {
        let policy = self.policy.policy();
        self.unknown.map_or(policy, |unknown| policy.unknown(unknown.unknown()))
    }
}

/// One list.
pub(super) fn list<'a>(known: &Known, text: &'a str, options: Options) -> Report<'a> {
    let (policy, adjustments) = options.rules();
    adjustments.adjusted(known.catalogue.validate(text, &policy))
}

/// The lists of a text.
pub(super) fn lists<'a>(known: &Known, text: &'a str, options: Options) -> Vec<Report<'a>> {
    let (policy, adjustments) = options.rules();
    let reports = known.catalogue.validate_all(text, &policy);
    reports.into_iter().map(|report| adjustments.adjusted(report)).collect()
}

/// The lists of a file, each with its places.
pub(super) fn file(known: &Known, name: &str, text: String, options: Options) -> Result<Vec<Value>, String> {
    let (policy, adjustments) = options.rules();
    let file = ListFile::new(Path::new(name), text);
    let reports = file.reports(known.catalogue, &policy).into_iter();
    let reports = reports.map(|report| adjustments.adjusted(without_remarks(report)));
    let placed = reports.map(|report| Ok(file.placed(&report, serde_json::to_value(&report)?)));
    placed.collect::<serde_json::Result<_>>().map_err(|error| error.to_string())
}
