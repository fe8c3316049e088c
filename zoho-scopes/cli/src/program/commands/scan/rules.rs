//! How the scopes of a file are checked: what the command line says, then the settings for its path, then those for all.

use std::path::Path;

use zoho_scopes::{
    Policy,
    report::{Code, Diagnostic},
};

use super::settings::Settings;
use crate::{
    adjustments::{Adjustments, adjusted},
    policy::PolicyName,
};

/// The rules for all files.
pub(super) struct Rules<'a> {
    pub(super) policy: Option<PolicyName>,
    pub(super) adjustments: &'a Adjustments,
    pub(super) settings: &'a Settings,
}

/// The rules for one file.
pub(super) struct FileRules<'a> {
    pub(super) policy: Policy,
    /// The strongest first.
    adjustments: Vec<&'a Adjustments>,
}

impl Rules<'_> {
    /// The rules for the file of this absolute path.
    pub(super) fn of(&self, path: &Path) -> FileRules<'_> {
        let sections: Vec<_> = self.settings.sections_for(path).collect();
        let policy = self.policy.or_else(|| sections.iter().find_map(|section| section.policy));
        let policy = policy.map_or(Policy::LAX, PolicyName::policy);
        let adjustments: Vec<&Adjustments> =
            [self.adjustments].into_iter().chain(sections.iter().map(|section| &section.adjustments)).collect();
        let policy = adjustments.iter().fold(policy, |policy, adjustments| adjustments.applied_to(policy));
        FileRules { policy, adjustments }
    }
}

impl FileRules<'_> {
    /// A diagnostic as the rules want it; nothing where they leave it out.
    pub(super) fn adjusted(&self, found: Diagnostic) -> Option<Diagnostic> {
        adjusted(&self.adjustments, found)
    }

    /// Whether diagnostics of this code are looked for at all.
    pub(super) fn is_looked_for(&self, code: Code) -> bool {
        match code {
            Code::OverBroad => self.policy == self.policy.over_broad(true),
            Code::Redundant => self.policy == self.policy.redundant(true),
            _ => true,
        }
    }
}
