//! Endpoints, limits and error codes: well formed, sorted and sourced.

use std::collections::HashSet;

use super::{
    problems::{Problem, Problems},
    sources,
};
use crate::files::{
    accounts::{Accounts, ErrorCode},
    locate::{Path, at},
    model::Service,
    read::read_once,
};

pub(crate) fn check(file: &Accounts) -> Vec<Problem> {
    let mut problems = Problems(Vec::new());
    problems.verified(&file.verified);
    let mut citations: Vec<(Path, &[String])> = vec![(at!["header", "from"], &file.header.from)];
    problems.sorted_keys(&at!["endpoints"], file.endpoints.keys());
    for (name, endpoint) in file.endpoints.iter() {
        if !endpoint.path.starts_with('/') {
            problems.add(
                at!["endpoints", name, "path"],
                format!("`{}` is not a path", endpoint.path),
                "a path from the root",
            );
        }
        phrase(&mut problems, at!["endpoints", name, "summary"], &endpoint.summary);
        citations.push((at!["endpoints", name, "from"], &endpoint.from));
    }
    problems.sorted_keys(&at!["limits"], file.limits.keys());
    for (name, limit) in file.limits.iter() {
        phrase(&mut problems, at!["limits", name, "summary"], &limit.summary);
        let rising = limit.values.windows(2).all(|pair| pair[0].value < pair[1].value);
        if limit.values.is_empty() || !rising || limit.values.iter().any(|value| value.value == 0) {
            problems.add(
                at!["limits", name, "values"],
                format!("the values of `{name}` do not rise"),
                "one or more, each once",
            );
        }
        citations.extend(
            limit
                .values
                .iter()
                .enumerate()
                .map(|(index, value)| (at!["limits", name, "values", index, "from"], value.from.as_slice())),
        );
    }
    errors(&file.errors, &mut problems);
    citations.extend(
        file.errors.iter().enumerate().map(|(index, error)| (at!["errors", index, "from"], error.from.as_slice())),
    );
    for (place, keys) in &citations {
        if keys.is_empty() {
            problems.add(place.clone(), "nothing says so", "a source");
        }
    }
    sources::check(&file.sources, &citations, &mut problems);
    problems.0
}

fn errors(errors: &[ErrorCode], problems: &mut Problems) {
    let codes = errors.iter().enumerate().map(|(index, error)| (at![index, "code"], error.code.as_str()));
    problems.sorted(&at!["errors"], codes);
    let services = services();
    let mut spelled = HashSet::new();
    for (index, error) in errors.iter().enumerate() {
        let place = |field: &str| at!["errors", index, field];
        for spelling in std::iter::once(&error.code).chain(&error.spellings) {
            if !spelled.insert(spelling) {
                problems.add(place("code"), format!("`{spelling}` is described twice"), "each spelling once");
            }
        }
        if error.at.is_empty() {
            problems.add(place("at"), format!("`{}` is met nowhere", error.code), "one or more places");
        }
        phrase(problems, place("cause"), &error.cause);
        phrase(problems, place("remedy"), &error.remedy);
        for (place, service) in error.services.iter().enumerate() {
            if !services.contains(service) {
                let path = at!["errors", index, "services", place];
                problems.add(
                    path,
                    format!("`{service}` is not a service of the catalogue"),
                    "a service as its scopes name it",
                );
            }
        }
    }
}

/// The services of the catalogue; none while its files are being edited and cannot be read.
fn services() -> HashSet<String> {
    let read = |(file, text): &(&str, &str)| read_once::<Service>(file, text).ok();
    crate::files::FILES.iter().filter_map(read).map(|service| service.service).collect()
}

fn phrase(problems: &mut Problems, place: Path, text: &str) {
    if text.is_empty() || text.ends_with('.') || text.starts_with(char::is_uppercase) || text.trim() != text {
        problems.add(place, "the text is not a phrase", "words without a capital first and a full stop last");
    }
}
