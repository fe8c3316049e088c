//! Several files as one catalogue: each checked by itself, then all against each other.

use std::collections::{BTreeSet, HashMap};

use crate::{
    files::{
        check::{Problem, check},
        error::{FileError, FileErrors},
        locate::{self, Path, at},
        model::{Deprecated, Service},
        read::{all, read, read_once},
        rows::{Rows, TooLarge},
        scope::{OPERATIONS, Scope},
    },
    table::{Table, Tables, pattern},
    text::distance::segment_distance,
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
    /// Every error of every file, with line and column: what is not JSON or not of the model, what
    /// is said twice, unsorted, unsourced or refers to nothing. Meaning is checked once all files
    /// have the right form.
    pub fn from_files<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, FileErrors> {
        Self::from_files_beside(files, Tables::new(&[]))
    }

    /// Like [`Catalogue::from_files`], for files that may also refer to the scopes of other tables.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::from_files`].
    pub fn from_files_beside<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
        others: Tables,
    ) -> Result<Self, FileErrors> {
        let files: Vec<(&str, &str)> = files.into_iter().collect();
        let catalogue = Self { services: all(files.iter().map(|(file, text)| read(file, text)))? };
        let problems = check_together(&catalogue, others);
        let mut errors: Vec<FileError> = Vec::new();
        for (index, (file, text)) in files.iter().enumerate() {
            let together = problems.iter().filter(|(place, _)| *place == index).map(|(_, problem)| problem);
            let alone = check(&catalogue.services[index]);
            errors.append(&mut located(file, text, alone.iter().chain(together)));
        }
        FileErrors::unless_any(catalogue.sorted(), errors)
    }

    /// The catalogue of this crate, as it was checked when it was published.
    ///
    /// # Errors
    ///
    /// Errors of form, which can occur only while the files are being edited.
    pub fn builtin() -> Result<Self, FileErrors> {
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

    /// Whether a pattern of these services admits a text that no scope spells.
    fn admits(&self, text: &str) -> bool {
        let Some((service, rest)) = text.split_once('.') else { return false };
        let Some((name, operation)) = rest.rsplit_once('.') else { return false };
        let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
        let declared = || self.services.iter().flat_map(|service| service.verbs.keys());
        let is_operation = |word: &str| OPERATIONS.into_iter().chain(declared()).any(|known| is(known, word));
        self.services.iter().filter(|known| is(&known.service, service)).any(|service| {
            let mut patterns = service.scopes().filter(Scope::is_pattern);
            patterns.any(|found| {
                found.operation.is_some_and(|offered| is(&offered.operation, operation))
                    && pattern::admits(found.name, name, service.names.keys(), is_operation)
            })
        })
    }

    /// The catalogue as a table that lives as long as the process: it is leaked, once for each call.
    ///
    /// # Errors
    ///
    /// A catalogue of more than 65,000 scopes and spellings, since ids are 16 bits.
    pub fn leaked_table(&self) -> Result<&'static Table, TooLarge> {
        self.rows().map(|rows| rows.leaked_table())
    }

    /// The catalogue as flat rows.
    ///
    /// # Errors
    ///
    /// As [`Catalogue::leaked_table`].
    pub fn rows(&self) -> Result<Rows<'_>, TooLarge> {
        Rows::of(&self.services, self.date())
    }

    /// The day on which any of the facts were last checked, `YYYY-MM-DD`; empty without services.
    #[must_use]
    pub fn date(&self) -> &str {
        self.services.iter().map(|service| service.verified.as_str()).max().unwrap_or_default()
    }
}

/// What is expected in place of a text that is not a scope: a wire form, and the nearest one where one is near.
pub(crate) fn wire_form_like<'a>(text: &str, wires: impl Iterator<Item = &'a str>) -> String {
    let near = wires.filter_map(|wire| Some((segment_distance(text, wire)?, wire))).min();
    let near = near.map(|(_, wire)| format!(", perhaps `{wire}`")).unwrap_or_default();
    format!("a scope in its wire form{near}")
}

/// The problems about a file with their lines and columns, in that order.
pub(crate) fn located<'a>(file: &str, text: &str, problems: impl IntoIterator<Item = &'a Problem>) -> Vec<FileError> {
    let mut errors: Vec<FileError> = problems.into_iter().map(|problem| locate(file, text, problem)).collect();
    errors.sort_by_key(|error| (error.line, error.column));
    errors
}

fn locate(file: &str, text: &str, problem: &Problem) -> FileError {
    let Problem { path, message, expected, is_order } = problem;
    FileError { is_order: *is_order, ..FileError::new(file, locate::position(text, path), message.clone(), expected) }
}

/// What only shows between files: services said twice, and references that lead nowhere.
fn check_together(catalogue: &Catalogue, others: Tables) -> Vec<(usize, Problem)> {
    let mut problems = Vec::new();
    let mut add = |index, path, message: String, expected: &str| {
        problems.push((index, Problem { path, message, expected: expected.to_owned(), is_order: false }));
    };

    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, service) in catalogue.services.iter().enumerate() {
        let other = seen.insert(service.service.to_ascii_lowercase(), index).map(|other| &catalogue.services[other]);
        let Some(other) = other else { continue };
        let declared = service.case_variant.as_deref() == Some(&other.service)
            && other.case_variant.as_deref() == Some(&service.service);
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

    let wires: BTreeSet<String> = catalogue.scopes().map(|scope| scope.wire()).collect();
    let is_scope = |text: &str| wires.contains(text) || others.rows().any(|row| row.wire == text);
    let is_known = |text: &str| is_scope(text) || catalogue.admits(text) || others.admit(text).is_some();
    for (index, service) in catalogue.services.iter().enumerate() {
        for (path, reference) in references(service) {
            if !is_known(reference) {
                let wires = wires.iter().map(String::as_str).chain(others.scopes().map(|row| row.wire));
                let expected = wire_form_like(reference, wires);
                add(index, path, format!("`{reference}` is not in the catalogue"), &expected);
            }
        }
        for (path, text) in left_out(service) {
            if is_scope(text) {
                add(index, path, format!("`{text}` is in the catalogue"), "a text that is not a scope");
            }
        }
        for (place, misnomer) in service.misnomers.iter().enumerate() {
            if catalogue.services.iter().any(|other| other.service.eq_ignore_ascii_case(misnomer)) {
                add(
                    index,
                    at!["misnomers", place],
                    format!("`{misnomer}` is a service"),
                    "a word that is not a service",
                );
            }
        }
    }
    problems
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
    for (index, mistake) in service.misspellings.iter().enumerate() {
        references.push((at!["mistakes", index, "means"], mistake.means.as_str()));
    }
    for (index, doubtful) in service.excluded.iter().enumerate() {
        references.extend(doubtful.better.as_deref().map(|better| (at!["doubtful", index, "better"], better)));
    }
    references
}

/// The scopes that a name or an operation needs also, or is replaced by.
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
        .misspellings
        .iter()
        .enumerate()
        .map(|(index, mistake)| (at!["mistakes", index, "text"], mistake.text.as_str()));
    let doubtful = service.excluded.iter().enumerate().flat_map(|(index, doubtful)| {
        doubtful
            .scopes
            .iter()
            .enumerate()
            .map(move |(place, scope)| (at!["doubtful", index, "scopes", place], scope.as_str()))
    });
    mistakes.chain(doubtful)
}
