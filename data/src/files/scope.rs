//! One scope of a catalogue file, with all that it inherits from its name and its file.

use crate::{
    files::{
        model::{Deprecated, Name, Operation, Service, Source},
        rust_name::rust_path,
    },
    table::{Evidence, Status},
};

/// Operations that every service may use without declaring them, in the order files list them.
pub const OPERATIONS: [&str; 5] = ["ALL", "CREATE", "READ", "UPDATE", "DELETE"];

/// A scope as the catalogue files describe it, or a pattern for many where its name has a placeholder.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The service it belongs to.
    pub service: &'a Service,
    /// Its scope name.
    pub name: &'a str,
    /// What the file says of the scope name.
    pub details: &'a Name,
    /// Its operation; none for a bare word.
    pub operation: Option<&'a Operation>,
}

impl<'a> Scope<'a> {
    /// The spelling that is sent to Zoho.
    #[must_use]
    pub fn wire(&self) -> String {
        match self.operation {
            None => self.name.to_owned(),
            Some(Operation { wire: Some(wire), .. }) => wire.clone(),
            Some(Operation { operation, .. }) => format!("{}.{}.{operation}", self.service.service, self.name),
        }
    }

    /// Whether one segment of the name is left open.
    #[must_use]
    pub fn is_pattern(&self) -> bool {
        self.name.contains('{')
    }

    /// Keys of the sources: the operation's own, else the name's, else the file's.
    #[must_use]
    pub fn source_keys(&self) -> &'a [String] {
        let own = self.operation.map_or(&[] as &[String], |operation| &operation.from);
        [own, &self.details.from].into_iter().find(|keys| !keys.is_empty()).unwrap_or(&self.service.from)
    }

    /// The sources, best first, with their keys.
    pub fn sources(&self) -> impl Iterator<Item = (&'a str, &'a Source)> {
        let sources = &self.service.sources;
        self.source_keys().iter().filter_map(|key| Some((key.as_str(), sources.get(key)?)))
    }

    /// Why it is disputed, if the file says so.
    #[must_use]
    pub fn disputed(&self) -> Option<&'a str> {
        self.operation.and_then(|operation| operation.disputed.as_deref()).or(self.details.disputed.as_deref())
    }

    /// What is known of its end, if it is deprecated.
    #[must_use]
    pub fn deprecated(&self) -> Option<&'a Deprecated> {
        self.operation.and_then(|operation| operation.deprecated.as_ref()).or(self.details.deprecated.as_ref())
    }

    /// Why it is deprecated or disputed, if the file says so, or a server.
    #[must_use]
    pub fn reason(&self) -> Option<&'a str> {
        let refused =
            || (self.last_answer() == Some(Evidence::Refused)).then_some("Zoho's server refused it when asked");
        self.deprecated().map(|end| end.reason.as_str()).or(self.disputed()).or_else(refused)
    }

    /// What Zoho's server answered when it was last asked; of two answers on a day the refusal.
    fn last_answer(&self) -> Option<Evidence> {
        let answers = self.sources().map(|(_, source)| source).filter(|source| source.evidence.is_answer());
        answers.max_by_key(|source| (&source.retrieved, source.evidence == Evidence::Refused)).map(|last| last.evidence)
    }

    /// The status: said by the file, else follows from the sources.
    #[must_use]
    pub fn status(&self) -> Status {
        let says = |(_, source): (&str, &Source)| source.kind.is_official() && source.evidence != Evidence::Example;
        let uses = |(_, source): (&str, &Source)| !source.kind.is_official();
        let answer = self.last_answer();
        if self.deprecated().is_some() {
            Status::Deprecated
        } else if self.disputed().is_some() || answer == Some(Evidence::Refused) {
            Status::Disputed
        } else if answer == Some(Evidence::Accepted) || self.sources().any(says) {
            Status::Documented
        } else if self.sources().any(uses) {
            Status::Observed
        } else {
            Status::Disputed
        }
    }

    /// What it permits, in a sentence without a full stop.
    #[must_use]
    pub fn summary(&self) -> String {
        let opens = self.details.summary.as_str();
        let Some(operation) = self.operation else { return opens.to_owned() };
        if let Some(own) = &operation.summary {
            return own.clone();
        }
        let word = operation.operation.as_str();
        let verb = self.service.verbs.iter().find(|(verb, _)| verb.eq_ignore_ascii_case(word));
        let template = verb.map_or_else(|| template(word), |(_, template)| template);
        template.replace("{}", opens)
    }

    /// The module, enum and variant that name it in Rust. Patterns have no constant.
    #[must_use]
    pub fn rust_path(&self) -> [String; 3] {
        let operation = self.operation.map(|operation| operation.operation.as_str());
        let [module, name, variant] = rust_path(&self.service.service, self.name, operation);
        let own = |rust: &Option<String>, usual| rust.clone().unwrap_or(usual);
        match self.operation {
            None => [module, name, own(&self.details.rust, variant)],
            Some(operation) => [module, own(&self.details.rust, name), own(&operation.rust, variant)],
        }
    }

    /// Scopes that calls with this one need also.
    pub fn requires(&self) -> impl Iterator<Item = &'a str> {
        let own = self.operation.map_or(&[] as &[String], |operation| &operation.requires);
        self.details.requires.iter().chain(own).map(String::as_str)
    }
}

/// What the five usual operations permit.
fn template(operation: &str) -> &'static str {
    match operation.to_ascii_uppercase().as_str() {
        "ALL" => "Read, create, change and delete {}",
        "CREATE" => "Create {}",
        "READ" => "Read {}",
        "UPDATE" => "Change {}",
        "DELETE" => "Delete {}",
        _ => "{}",
    }
}

impl Service {
    /// The scopes of the service and its patterns, in the order of the file.
    pub fn scopes(&self) -> impl Iterator<Item = Scope<'_>> {
        self.names.iter().flat_map(move |(name, details)| {
            let scope = move |operation| Scope { service: self, name, details, operation };
            let bare = self.bare.then(|| scope(None));
            bare.into_iter().chain(details.operations.iter().map(move |operation| scope(Some(operation))))
        })
    }
}
