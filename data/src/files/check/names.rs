//! Scope names and operations: well formed, sorted, each once, and Rust can name them.

use std::collections::HashMap;

use super::problems::{Problems, SEGMENT, is_segment, order};
use crate::files::{
    locate::{Path, at},
    model::{Name, Operation, Service},
    rust_name::rust_name,
    scope::OPERATIONS,
};
use crate::text::distance::nearest;

pub(super) fn check(service: &Service, problems: &mut Problems) {
    problems.sorted_keys(&at!["names"], service.names.keys());
    problems.sorted_keys(&at!["verbs"], service.verbs.keys());
    twins(service, problems);
    let mut rust_names = HashMap::new();
    for (name, details) in service.names.iter() {
        let place = at!["names", name];
        name_itself(service, name, details, problems);
        operations(service, name, details, problems);
        if !name.contains('{') {
            let rust = details.rust.clone().unwrap_or_else(|| rust_name(name));
            collision(&mut rust_names, &rust, name, "scope names", &place, problems);
        }
    }
    for (verb, _) in service.verbs.iter() {
        let used =
            service.scopes().any(|scope| scope.operation.is_some_and(|o| o.operation.eq_ignore_ascii_case(verb)));
        if !used {
            problems.add(at!["verbs", verb], format!("no scope uses the verb `{verb}`"), "a use of it, or its removal");
        }
    }
    spellings(service, problems);
    for scope in service.scopes().filter(|scope| scope.source_keys().is_empty()) {
        let place = at!["names", scope.name];
        problems.add(place, format!("`{}` has no source", scope.wire()), "`from` here or at the top of the file");
    }
}

fn name_itself(service: &Service, name: &str, details: &Name, problems: &mut Problems) {
    let place = at!["names", name];
    let is_placeholder =
        |segment: &str| segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).is_some_and(is_segment);
    if !name.split('.').all(|segment| is_segment(segment) || is_placeholder(segment)) {
        problems.add(
            place.clone(),
            format!("`{name}` is not a scope name"),
            format!("segments joined by `.`, each {SEGMENT}, or a `{{placeholder}}`"),
        );
    }
    if name.matches('{').count() > 1 {
        problems.add(place.clone(), format!("`{name}` has several placeholders"), "one placeholder");
    }
    let (first, last) = (name.split('.').next().unwrap_or_default(), name.rsplit('.').next().unwrap_or_default());
    if name.contains('.') && (first == service.service || OPERATIONS.contains(&last)) {
        let expected = "the part between the service and the operation alone";
        problems.add(place.clone(), format!("`{name}` is more than a scope name"), expected);
    }
    let summary = &details.summary;
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    if letters(summary).trim_start_matches("the") == letters(name) {
        problems.add(
            at!["names", name, "summary"],
            format!("the summary of `{name}` says nothing"),
            "what data it opens",
        );
    } else if summary.ends_with('.') || summary.trim() != summary {
        problems.add(
            at!["names", name, "summary"],
            "the summary ends in a full stop or white space",
            "a noun phrase alone",
        );
    }
    match (service.bare, details.operations.is_empty()) {
        (false, true) => problems.add(place, format!("`{name}` offers no operation"), "`operations`"),
        (true, false) => {
            problems.add(place, format!("`{name}` is a whole scope here"), "no `operations` where `bare` is true");
        }
        _ => {}
    }
}

fn operations(service: &Service, name: &str, details: &Name, problems: &mut Problems) {
    let list = at!["names", name, "operations"];
    let mut rust_names = HashMap::new();
    let mut rank_before = None;
    for (index, item) in details.operations.iter().enumerate() {
        let place = [list.clone(), at![index]].concat();
        let word = item.operation.as_str();
        let well_formed = word.split('-').all(is_segment);
        if !well_formed {
            problems.add(place.clone(), format!("`{word}` is not an operation"), format!("{SEGMENT} or `-`"));
        } else if !OPERATIONS.iter().copied().chain(service.verbs.keys()).any(|known| known.eq_ignore_ascii_case(word))
        {
            let near = nearest(word, OPERATIONS.iter().copied().chain(service.verbs.keys()));
            let meant = near.map(|near| format!(", perhaps `{near}`")).unwrap_or_default();
            problems.add(
                place.clone(),
                format!("unknown operation `{word}`"),
                format!("{}, or a word declared in `verbs`{meant}", OPERATIONS.join(", ")),
            );
        }
        let rank = rank(word);
        if rank_before.as_ref().is_some_and(|before| *before > rank) {
            problems.out_of_order(place.clone(), word, "ALL, CREATE, READ, UPDATE, DELETE, then other verbs by name");
        }
        rank_before = Some(rank);
        let rust = item.rust.clone().unwrap_or_else(|| rust_name(word));
        collision(&mut rust_names, &rust, word, "operations", &place, problems);
        own_spelling(service, name, item, &place, problems);
    }
}

/// The order of operations: the five in their order, then verbs by name.
pub(crate) fn rank(word: &str) -> (usize, String) {
    let place = OPERATIONS.iter().position(|usual| usual.eq_ignore_ascii_case(word));
    (place.unwrap_or(OPERATIONS.len()), word.to_ascii_lowercase())
}

fn own_spelling(service: &Service, name: &str, item: &Operation, place: &Path, problems: &mut Problems) {
    let usual = format!("{}.{name}.{}", service.service, item.operation);
    if let Some(wire) = item.wire.as_ref().filter(|wire| !wire.eq_ignore_ascii_case(&usual) || **wire == usual) {
        problems.add(
            [place.clone(), at!["wire"]].concat(),
            format!("`{wire}` is not a wire form of `{usual}`"),
            "a spelling that differs from it in case alone; another spelling is one of the `aliases`",
        );
    }
}

/// Two names that become the same identifier: the message names both.
fn collision<'a>(
    seen: &mut HashMap<String, &'a str>,
    rust: &str,
    name: &'a str,
    what: &str,
    place: &Path,
    problems: &mut Problems,
) {
    if !is_segment(rust.trim_start_matches("r#").trim_start_matches('_')) {
        problems.add(place.clone(), format!("`{rust}` is not a Rust name"), SEGMENT);
    }
    if let Some(other) = seen.insert(rust.to_owned(), name).filter(|other| *other != name) {
        problems.add(
            place.clone(),
            format!("the {what} `{other}` and `{name}` are both `{rust}` in Rust"),
            "a `rust` name of its own for one of them",
        );
    }
}

/// Spellings that meet without case must be declared twins, or are one scope said twice.
fn spellings(service: &Service, problems: &mut Problems) {
    let mut seen: HashMap<String, (String, &str)> = HashMap::new();
    for scope in service.scopes() {
        let place = || {
            let index = scope
                .details
                .operations
                .iter()
                .position(|item| scope.operation.is_some_and(|own| std::ptr::eq(item, own)));
            index.map_or(at!["names", scope.name], |index| at!["names", scope.name, "operations", index])
        };
        let aliases = scope.operation.map_or(&[] as &[String], |operation| &operation.aliases);
        if scope.is_pattern() && !aliases.is_empty() {
            problems.add(place(), format!("the pattern `{}` has an alias", scope.wire()), "aliases of scopes alone");
        }
        for spelling in std::iter::once(scope.wire()).chain(aliases.iter().cloned()) {
            let folded = spelling.to_ascii_lowercase();
            match seen.get(&folded) {
                Some((other, name)) if *name == scope.name => {
                    if *other == spelling || !aliases.contains(&spelling) {
                        problems.add(
                            place(),
                            format!("duplicate scope `{spelling}`, said before as `{other}`"),
                            "each scope once; case does not tell scopes apart",
                        );
                    }
                }
                Some((other, name)) if !are_twins(service, name, scope.name) => {
                    problems.add(
                        place(),
                        format!("duplicate scope `{spelling}`, said before as `{other}`"),
                        "each scope once, or `twins` where case changes the meaning",
                    );
                }
                _ => {
                    seen.insert(folded, (spelling, scope.name));
                }
            }
        }
    }
}

fn are_twins(service: &Service, one: &str, other: &str) -> bool {
    let holds = |group: &Vec<String>, name: &str| group.iter().any(|twin| twin == name);
    service.case_variants.iter().any(|group| holds(group, one) && holds(group, other))
}

fn twins(service: &Service, problems: &mut Problems) {
    for (group_index, group) in service.case_variants.iter().enumerate() {
        for (index, name) in group.iter().enumerate() {
            let place = at!["twins", group_index, index];
            if service.names.get(name).is_none() {
                problems.add(place, format!("no scope name is spelled `{name}`"), "twins that are names of this file");
            } else if !name.eq_ignore_ascii_case(&group[0]) {
                problems.add(
                    place,
                    format!("`{name}` and `{}` differ in more than case", group[0]),
                    "names that differ in case alone",
                );
            }
        }
        problems.sorted_list(&at!["twins", group_index], group);
    }
    let mut names: Vec<&str> = service.names.keys().collect();
    names.sort_by_key(|name| order(name));
    for pair in names.windows(2) {
        if pair[0] != pair[1] && pair[0].eq_ignore_ascii_case(pair[1]) && !are_twins(service, pair[0], pair[1]) {
            problems.add(
                at!["names", pair[1]],
                format!("the names `{}` and `{}` differ in case alone", pair[0], pair[1]),
                "one name whose operations have a `wire` of their own, or `twins` where case changes the meaning",
            );
        }
    }
}
