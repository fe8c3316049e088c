//! Sources: every one well formed and cited, every citation declared.

use super::problems::{Problems, is_date, is_web_address};
use crate::files::{
    entries::Entries,
    locate::{Path, at},
    model::{Service, Source},
};
use crate::{table::SourceKind, text::distance::nearest};

/// Every list of source keys, with its place.
pub(crate) type Citations<'a> = [(Path, &'a [String])];

pub(crate) fn check(sources: &Entries<Source>, citations: &Citations<'_>, problems: &mut Problems) {
    problems.sorted_keys(&at!["sources"], sources.keys());
    for (key, source) in sources.iter() {
        let code_index = source.address.strip_prefix("code-index:");
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let package = source.address.strip_prefix("pkg:").is_some_and(|rest| rest.contains('/') && !rest.contains(' '));
        if !is_web_address(&source.address) && !package && !code_index.is_some_and(is_number) {
            problems.add(
                at!["sources", key, "address"],
                format!("`{}` is not an address", source.address),
                "https://…, pkg:TYPE/NAME@VERSION or code-index:NUMBER",
            );
        }
        if code_index.is_some() && source.kind.is_official() {
            problems.add(
                at!["sources", key, "kind"],
                "a source that cannot be opened is not official",
                "`integrator` or `community`",
            );
        }
        if (source.kind == SourceKind::Probe) != source.evidence.is_answer() {
            problems.add(
                at!["sources", key, "shows"],
                format!("a source of the kind `{}` does not show `{}`", source.kind, source.evidence),
                "`accepted` or `refused` of a `probe`, and of no other",
            );
        }
        if !is_date(&source.retrieved, 3) && !is_date(&source.retrieved, 2) {
            problems.add(
                at!["sources", key, "seen"],
                format!("`{}` is not a date", source.retrieved),
                "YYYY-MM-DD or YYYY-MM",
            );
        }
    }

    for (place, keys) in citations {
        for (index, key) in keys.iter().enumerate() {
            if sources.get(key).is_none() {
                let expected = nearest(key, sources.keys()).map_or_else(
                    || "a key of `sources`".to_owned(),
                    |near| format!("a key of `sources`, perhaps `{near}`"),
                );
                problems.add([place.clone(), at![index]].concat(), format!("no source is called `{key}`"), expected);
            }
        }
    }
    for (key, _) in sources.iter() {
        if !citations.iter().any(|(_, keys)| keys.iter().any(|cited| cited == key)) {
            problems.add(at!["sources", key], format!("source `{key}` is not cited"), "a use of it, or its removal");
        }
    }
}

/// The lists of source keys in a service's file.
pub(crate) fn citations(service: &Service) -> Vec<(Path, &[String])> {
    let mut lists = vec![(at!["from"], service.from.as_slice())];
    for (name, details) in service.names.iter() {
        lists.push((at!["names", name, "from"], &details.from));
        for (index, operation) in details.operations.iter().enumerate() {
            lists.push((at!["names", name, "operations", index, "from"], &operation.from));
        }
    }
    let covering = &service.covering;
    let claims = [
        ("operations", covering.operations.iter().map(|claim| &claim.from).collect::<Vec<_>>()),
        ("names", covering.names.iter().map(|claim| &claim.from).collect()),
        ("scopes", covering.scopes.iter().map(|claim| &claim.from).collect()),
    ];
    for (part, claims) in claims {
        for (index, from) in claims.into_iter().enumerate() {
            lists.push((at!["covering", part, index, "from"], from));
        }
    }
    for (index, mistake) in service.misspellings.iter().enumerate() {
        lists.push((at!["mistakes", index, "from"], &mistake.from));
    }
    for (index, doubtful) in service.excluded.iter().enumerate() {
        lists.push((at!["doubtful", index, "from"], &doubtful.from));
    }
    lists
}
