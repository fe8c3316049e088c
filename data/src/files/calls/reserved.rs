//! The segments that an API has for itself: no parameter at the beginning of a path stands for them.

use std::collections::BTreeSet;

use super::{
    model::CallFile,
    template::{self, Segment},
};
use crate::files::model::Service;

impl CallFile {
    /// First segments below the bases that no module is called by, in lower case: those of the calls, those that scope
    /// names of the service begin with, and those that sources name. What fills the placeholder of a pattern in the
    /// catalogue, such as `leads` in `modules.leads`, is none of them. None where no path begins with a module, as its
    /// parameter is called there.
    #[must_use]
    pub fn reserved_segments(&self, service: &Service) -> BTreeSet<String> {
        let first = |path| template::path(path).into_iter().next();
        let is_module = |name: &str| name.to_ascii_lowercase().contains("module");
        let begins_so = |path| matches!(first(path), Some(Segment::Parameter(name)) if is_module(name));
        if !self.calls.keys().any(begins_so) {
            return BTreeSet::new();
        }
        let fixed = self.calls.keys().filter_map(|path| match first(path) {
            Some(Segment::Fixed(text)) => Some(text),
            _ => None,
        });
        let named = service.names.keys().filter_map(|name| name.split('.').next());
        let filling: BTreeSet<String> = fillings(service).collect();
        let words = fixed.chain(named).chain(self.reserved.keys()).map(str::to_ascii_lowercase);
        words.filter(|word| !filling.contains(&without_joints(word))).collect()
    }
}

/// What stands in the scope names of a service where its patterns have a placeholder.
fn fillings(service: &Service) -> impl Iterator<Item = String> {
    let before = |name: &str| name.split_once('{').map(|(before, _)| before.to_ascii_lowercase());
    let patterns: BTreeSet<String> = service.names.keys().filter_map(before).collect();
    service.names.keys().filter(|name| !name.contains('{')).filter_map(move |name| {
        let name = name.to_ascii_lowercase();
        let rest = patterns.iter().filter(|before| !before.is_empty()).find_map(|before| name.strip_prefix(before))?;
        rest.split('.').next().map(without_joints)
    })
}

/// Where a path joins words with underscores, the scope may write them together.
fn without_joints(word: &str) -> String {
    word.replace('_', "").to_ascii_lowercase()
}
