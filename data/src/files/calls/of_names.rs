//! The calls of each scope name, by which people know it: what a wrong name is explained by.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{
    model::CallFile,
    template::{Segment, path},
};
use crate::files::rows::Rows;

/// The methods of a path that need an operation of a scope name.
type Methods<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Adds to each scope name the calls that need it: of all with the same words in their paths the first, short paths first.
pub(super) fn add(files: &[CallFile], rows: &mut Rows<'_>) {
    let mut calls: HashMap<String, BTreeMap<&str, Methods<'_>>> = HashMap::new();
    for call in files.iter().flat_map(CallFile::described) {
        for scope in call.call.needs.iter().flat_map(|needs| needs.scopes()) {
            let Some((name, operation)) = scope.rsplit_once('.') else { continue };
            let paths = calls.entry(name.to_ascii_lowercase()).or_default();
            paths.entry(call.path).or_default().entry(operation).or_default().push(call.method);
        }
    }
    for row in &mut rows.names {
        let name = format!("{}.{}", rows.services[row.service].service.service, row.name);
        row.calls = calls.get(&name.to_ascii_lowercase()).map(telling).unwrap_or_default();
    }
}

/// The paths that have a word which those before them lack, a line each.
fn telling(paths: &BTreeMap<&str, Methods<'_>>) -> String {
    let words = |text| path(text).into_iter().filter(|segment| matches!(segment, Segment::Fixed(_)));
    let mut order: Vec<(usize, &str, &Methods<'_>)> =
        paths.iter().map(|(path, methods)| (words(path).count(), *path, methods)).collect();
    order.sort_by_key(|(words, path, _)| (*words, path.len()));
    let (mut seen, mut lines) = (BTreeSet::new(), String::new());
    for (_, path, methods) in order {
        if words(path).filter(|word| seen.insert(*word)).count() > 0 {
            lines.push_str(path);
            for (operation, methods) in methods {
                lines.extend(["\t", operation, " ", &methods.join(" ")]);
            }
            lines.push('\n');
        }
    }
    lines
}
