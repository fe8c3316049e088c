//! Data centres: hosts that are hosts, each said once, and sourced.

use std::collections::HashMap;

use super::{
    problems::{Problem, Problems},
    sources,
};
use crate::files::{
    accounts::DataCentres,
    locate::{Path, at},
};

/// The domains that every data centre must give.
const DOMAINS: [&str; 2] = ["zoho", "zohoapis"];

pub(crate) fn check(file: &DataCentres) -> Vec<Problem> {
    let mut problems = Problems(Vec::new());
    problems.verified(&file.verified);
    let mut citations: Vec<(Path, &[String])> = Vec::new();
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for (index, centre) in file.data_centres.iter().enumerate() {
        let place = |field: &str| at!["data_centres", index, field];
        if centre.code.is_empty() || !centre.code.chars().all(|c| c.is_ascii_lowercase()) {
            problems.add(
                place("code"),
                format!("`{}` is not a code", centre.code),
                "small letters, as `location` has them",
            );
        }
        let hosts = [("accounts", "zoho"), ("api", "zohoapis"), ("console", "zoho")];
        for ((field, domain), host) in hosts.into_iter().zip([&centre.accounts, &centre.api, &centre.console]) {
            let below = centre.domains.get(domain).is_some_and(|domain| is_below(host, domain));
            if !is_host(host) || !below {
                problems.add(
                    place(field),
                    format!("`{host}` is not a host of this data centre"),
                    format!("one below the domain `{domain}`"),
                );
            }
        }
        for domain in DOMAINS {
            if !centre.domains.get(domain).is_some_and(|domain| is_host(domain)) {
                problems.add(
                    place("domains"),
                    format!("the domain `{domain}` is missing, or is none"),
                    "a domain such as zoho.eu",
                );
            }
        }
        let names = [&centre.code, &centre.accounts, &centre.api, &centre.console];
        for name in names.into_iter().chain(centre.domains.iter().map(|(_, domain)| domain)) {
            if let Some(other) = seen.insert(name, &centre.code) {
                problems.add(
                    at!["data_centres", index],
                    format!("`{name}` is also in `{other}`"),
                    "each host and code once",
                );
            }
        }
        if centre.from.is_empty() {
            problems.add(at!["data_centres", index], format!("`{}` has no source", centre.code), "`from`");
        }
        citations.push((place("from"), &centre.from));
    }
    for (index, left_out) in file.left_out.iter().enumerate() {
        if seen.contains_key(left_out.code.as_str()) {
            problems.add(
                at!["left_out", index],
                format!("`{}` is left out and listed", left_out.code),
                "one of the two",
            );
        }
        citations.push((at!["left_out", index, "from"], &left_out.from));
    }
    sources::check(&file.sources, &citations, &mut problems);
    problems.0
}

fn is_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
}

/// Lower-case labels joined by dots.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    text.contains('.') && text.split('.').all(is_label)
}
