//! Several files as one catalogue: each checked by itself, then all against each other.

use std::collections::{HashMap, HashSet};

use crate::{
    check::{Finding, check},
    fault::{Fault, Faults},
    locate::{self, Path, at},
    model::{Deprecated, Service},
    read::{all, read, read_once},
    scope::Scope,
};

/// The catalogue that ships with this crate: file name and text, sorted by name.
pub const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// A set of services that are known to fit together.
#[derive(Debug, Clone)]
pub struct Catalogue {
    services: Vec<Service>,
}

impl Catalogue {
    /// Reads and checks catalogue files: pairs of a file's name, for messages, and its text.
    ///
    /// # Errors
    ///
    /// Every fault of every file, with line and column: what is no JSON or not of the model, what
    /// is said twice, unsorted, unsourced or refers to nothing. Meaning is checked once all files
    /// have the right form.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, Faults> {
        Self::from_files_within(files, &Elsewhere { is_scope: &|_| false, admits: &|_| false })
    }

    /// Like [`Catalogue::from_files`], for files that may also refer to the scopes of `other`.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::from_files`].
    pub fn from_files_beside<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        other: &Self,
    ) -> Result<Self, Faults> {
        let wires: HashSet<String> = other.scopes().map(|scope| scope.wire()).collect();
        let is_scope = |text: &str| wires.contains(text);
        Self::from_files_within(files, &Elsewhere { is_scope: &is_scope, admits: &|text| other.admits(text).is_some() })
    }

    /// Like [`Catalogue::from_files_beside`], where the other scopes are not at hand as files.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::from_files`].
    pub fn from_files_within<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        elsewhere: &Elsewhere<'_>,
    ) -> Result<Self, Faults> {
        let files: Vec<(&str, &str)> = files.into_iter().collect();
        let catalogue = Self { services: all(files.iter().map(|(file, text)| read(file, text)))? };
        let findings = check_together(&catalogue, elsewhere);
        let mut faults: Vec<Fault> = Vec::new();
        for (place, (file, text)) in files.iter().enumerate() {
            let together = findings.iter().filter(|(index, _)| *index == place).map(|(_, finding)| finding);
            let alone = check(&catalogue.services[place]);
            faults.append(&mut located(file, text, alone.iter().chain(together)));
        }
        if faults.is_empty() { Ok(catalogue.sorted()) } else { Err(Faults(faults)) }
    }

    /// The catalogue of this crate, as it was checked when it was published.
    ///
    /// # Errors
    ///
    /// Faults of form, which can occur only while the files are being edited.
    pub fn builtin() -> Result<Self, Faults> {
        all(FILES.iter().map(|(file, text)| read_once(file, text))).map(|services| Self { services }.sorted())
    }

    fn sorted(mut self) -> Self {
        self.services.sort_by_cached_key(|service| (service.service.to_ascii_lowercase(), service.service.clone()));
        self
    }

    /// The services, sorted by name without regard to case.
    #[must_use]
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// Every scope and pattern, service by service, in the order of the files.
    pub fn scopes(&self) -> impl Iterator<Item = Scope<'_>> {
        self.services.iter().flat_map(Service::scopes)
    }

    /// The day on which any of the facts were last checked, `YYYY-MM-DD`; empty without services.
    #[must_use]
    pub fn date(&self) -> &str {
        self.services.iter().map(|service| service.checked.as_str()).max().unwrap_or_default()
    }
}

/// What other scopes a catalogue's files may refer to.
pub struct Elsewhere<'a> {
    /// Whether a text is the wire form of one.
    pub is_scope: &'a dyn Fn(&str) -> bool,
    /// Whether a pattern of theirs admits a text.
    pub admits: &'a dyn Fn(&str) -> bool,
}

/// The findings about a file with their lines and columns, in that order.
pub(crate) fn located<'a>(file: &str, text: &str, findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Fault> {
    let mut faults: Vec<Fault> = findings.into_iter().map(|finding| locate(file, text, finding)).collect();
    faults.sort_by_key(|fault| (fault.line, fault.column));
    faults
}

fn locate(file: &str, text: &str, finding: &Finding) -> Fault {
    let Finding { path, message, expected, is_order } = finding;
    Fault { is_order: *is_order, ..Fault::new(file, locate::position(text, path), message.clone(), expected) }
}

/// What only shows between files: services said twice, and references that lead nowhere.
fn check_together(catalogue: &Catalogue, elsewhere: &Elsewhere<'_>) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut add = |index, path, message: String, expected: &str| {
        findings.push((index, Finding { path, message, expected: expected.to_owned(), is_order: false }));
    };

    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, service) in catalogue.services.iter().enumerate() {
        let other = seen.insert(service.service.to_ascii_lowercase(), index).map(|other| &catalogue.services[other]);
        let Some(other) = other else { continue };
        let declared =
            service.twin.as_deref() == Some(&other.service) && other.twin.as_deref() == Some(&service.service);
        if other.service == service.service || !declared {
            let message = format!("`{}` is described twice, before as `{}`", service.service, other.service);
            add(
                index,
                at!["service"],
                message,
                "one file for a service; `twin` in both where two differ in case alone",
            );
        }
    }

    let wires: HashSet<String> = catalogue.scopes().map(|scope| scope.wire()).collect();
    let is_scope = |text: &str| wires.contains(text) || (elsewhere.is_scope)(text);
    let is_known = |text: &str| is_scope(text) || catalogue.admits(text).is_some() || (elsewhere.admits)(text);
    for (index, service) in catalogue.services.iter().enumerate() {
        for (path, reference) in references(service) {
            if !is_known(reference) {
                let meant = catalogue.resolve(reference).err().and_then(|miss| miss.help);
                let expected = meant.map_or_else(
                    || "a scope in its wire form, of one of the files given".to_owned(),
                    |help| format!("a scope in its wire form; {help}"),
                );
                add(index, path, format!("`{reference}` is not in the catalogue"), &expected);
            }
        }
        for (path, text) in left_out(service) {
            if is_scope(text) {
                add(index, path, format!("`{text}` is in the catalogue"), "a text that is no scope");
            }
        }
        for (place, misnomer) in service.misnomers.iter().enumerate() {
            if catalogue.services.iter().any(|other| other.service.eq_ignore_ascii_case(misnomer)) {
                add(index, at!["misnomers", place], format!("`{misnomer}` is a service"), "a word that is no service");
            }
        }
    }
    findings
}

/// Texts that must name a scope of the catalogue.
fn references(service: &Service) -> Vec<(Path, &str)> {
    let mut references = Vec::new();
    for (name, details) in service.names.iter() {
        let place = at!["names", name];
        references.extend(named_by(&place, &details.requires, details.deprecated.as_ref()));
        for (index, operation) in details.operations.iter().enumerate() {
            let place = [place.clone(), at!["operations", index]].concat();
            references.extend(named_by(&place, &operation.requires, operation.deprecated.as_ref()));
        }
    }
    for (index, mistake) in service.mistakes.iter().enumerate() {
        references.push((at!["mistakes", index, "means"], mistake.means.as_str()));
    }
    for (index, doubtful) in service.doubtful.iter().enumerate() {
        references.extend(doubtful.better.as_deref().map(|better| (at!["doubtful", index, "better"], better)));
    }
    references
}

/// The scopes that a name or an operation needs besides, or is replaced by.
fn named_by<'a>(
    place: &Path,
    requires: &'a [String],
    deprecated: Option<&'a Deprecated>,
) -> impl Iterator<Item = (Path, &'a str)> {
    let requires = requires
        .iter()
        .enumerate()
        .map(|(index, scope)| ([place.clone(), at!["requires", index]].concat(), scope.as_str()));
    let replacement = deprecated.and_then(|end| end.replacement.as_deref());
    requires.chain(replacement.map(|scope| ([place.clone(), at!["deprecated", "replacement"]].concat(), scope)))
}

/// Texts that must not be scopes of the catalogue.
fn left_out(service: &Service) -> impl Iterator<Item = (Path, &str)> {
    let mistakes = service
        .mistakes
        .iter()
        .enumerate()
        .map(|(index, mistake)| (at!["mistakes", index, "text"], mistake.text.as_str()));
    let doubtful = service.doubtful.iter().enumerate().flat_map(|(index, doubtful)| {
        doubtful
            .scopes
            .iter()
            .enumerate()
            .map(move |(place, scope)| (at!["doubtful", index, "scopes", place], scope.as_str()))
    });
    mistakes.chain(doubtful)
}
