//! Whether files of calls mean something: the errors that serde cannot see.

use std::collections::{HashMap, HashSet};

use super::{
    described::Described,
    model::{Alias, CallFile, Needs},
    template::{self, Segment, pattern_placeholder},
};
use crate::files::{
    catalogue::{Catalogue, wire_form_like},
    check::{Problem, Problems, sources},
    locate::{Path, at},
};
use crate::text::distance::nearest;

/// The methods a call may have.
pub const METHODS: [&str; 7] = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

/// The problems of each file, in the order of the files.
pub(super) fn check(files: &[CallFile], catalogue: &Catalogue) -> Vec<Vec<Problem>> {
    let wires = catalogue.scopes().filter(|scope| !scope.is_pattern()).map(|scope| scope.wire()).collect();
    let known = Known { catalogue, wires };
    let mut requests = HashMap::new();
    let mut check = |file| {
        let mut problems = Problems(Vec::new());
        head(file, catalogue, &mut problems);
        sources::check(&file.sources, &citations(file), &mut problems);
        problems.sorted_keys(&at!["aliases"], file.aliases.keys());
        problems.sorted_keys(&at!["reserved"], file.reserved.keys());
        problems.sorted_keys(&at!["calls"], file.calls.keys());
        for (path, methods) in file.calls.iter() {
            path_itself(path, &mut problems);
            problems.sorted_keys(&at!["calls", path], methods.keys());
        }
        for call in file.described() {
            call_itself(&call, &known, &mut problems);
            matched_before(&call, &mut requests, &mut problems);
        }
        problems.0
    };
    files.iter().map(&mut check).collect()
}

struct Known<'a> {
    catalogue: &'a Catalogue,
    /// Every wire form.
    wires: HashSet<String>,
}

fn head(file: &CallFile, catalogue: &Catalogue, problems: &mut Problems) {
    let services = || catalogue.services().iter().map(|service| service.service.as_str());
    if !services().any(|service| service == file.service) {
        let near = nearest(&file.service, services()).map(|near| format!(", perhaps `{near}`")).unwrap_or_default();
        let expected = format!("a service as its catalogue file spells it{near}");
        problems.add(at!["service"], format!("no service is spelled `{}`", file.service), expected);
    }
    problems.verified(&file.verified);
    if file.reading.reason.trim().is_empty() {
        problems.add(at!["reading", "because"], "`because` is empty", "why lists of scopes are read so");
    }
    for (word, from) in file.reserved.iter() {
        if !is_fixed(word) || word.is_empty() || from.is_empty() {
            problems.add(
                at!["reserved", word],
                format!("`{word}` is not a reserved segment"),
                "the first segment of a path, with the keys of its sources",
            );
        }
    }
    for (index, base) in file.bases.iter().enumerate() {
        base_itself(base, at!["bases", index], problems);
        if file.bases[..index].contains(base) {
            problems.add(at!["bases", index], format!("`{base}` is listed twice"), "each base once");
        }
        if !file.described().any(|call| call.call.base == index) {
            problems.add(at!["bases", index], format!("no call has the base `{base}`"), "a use of it, or its removal");
        }
    }
    for (alias, Alias { of, from }) in file.aliases.iter() {
        let place = at!["aliases", alias];
        base_itself(alias, place.clone(), problems);
        let is_below =
            |base: &String| of.strip_prefix(base.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if !file.bases.iter().any(is_below) || file.bases.iter().any(|base| base == alias) || from.is_empty() {
            let expected = "another address of one of the `bases`, or of paths below it, with the keys of its sources";
            problems.add(place, format!("`{alias}` is no alias of `{of}`"), expected);
        }
    }
}

fn base_itself(base: &str, place: Path, problems: &mut Problems) {
    let (host, segments) = template::base(base);
    let is_host = host.contains('.')
        && host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    let is_plain = |segment: &Segment<'_>| !matches!(segment, Segment::Fixed(text) if !is_fixed(text));
    if !is_host || !segments.iter().all(is_plain) || base.ends_with('/') || base.contains("//") {
        let expected = "`host/path` without scheme, parameters and `/` at the end";
        problems.add(place, format!("`{base}` is not a base"), expected);
    }
}

/// Every list of source keys, with its place.
fn citations(file: &CallFile) -> Vec<(Path, &[String])> {
    let mut lists = vec![(at!["from"], file.from.as_slice()), (at!["reading", "from"], file.reading.from.as_slice())];
    lists.extend(
        file.aliases.iter().map(|(alias, Alias { from, .. })| (at!["aliases", alias, "from"], from.as_slice())),
    );
    lists.extend(file.reserved.iter().map(|(word, from)| (at!["reserved", word], from.as_slice())));
    lists
        .extend(file.described().map(|call| (at!["calls", call.path, call.method, "from"], call.call.from.as_slice())));
    lists
}

/// Whether a text can be a fixed segment: nothing that a URL would encode, and no brace.
fn is_fixed(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~:@!$'()*,;=+".contains(&byte))
}

fn path_itself(path: &str, problems: &mut Problems) {
    let is_parameter =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let is_segment = |segment: &Segment<'_>| match segment {
        Segment::Fixed(text) | Segment::Version(text) => is_fixed(text),
        Segment::Parameter(name) => is_parameter(name),
    };
    let whole = path == "/" || (path.starts_with('/') && !path.ends_with('/') && !path.contains("//"));
    if !whole || !template::path(path).iter().all(is_segment) {
        let expected = "`/` with segments behind it, each plain text or a `{parameter}`, no `/` at the end, no query";
        problems.add(at!["calls", path], format!("`{path}` is not a path"), expected);
    }
    let mut names = HashSet::new();
    if let Some(twice) = template::parameters(path).find(|name| !names.insert(*name)) {
        problems.add(
            at!["calls", path],
            format!("two parameters are called `{twice}`"),
            "a name of its own for each parameter",
        );
    }
}

fn call_itself(call: &Described<'_>, known: &Known<'_>, problems: &mut Problems) {
    let place = at!["calls", call.path, call.method];
    if !METHODS.contains(&call.method) {
        problems.add(place.clone(), format!("`{}` is not a method", call.method), METHODS.join(", "));
    }
    if call.call.base >= call.file.bases.len() {
        problems.add(
            place.clone(),
            format!("there is no base {}", call.call.base),
            "a place among the `bases`, from 0",
        );
    }
    if call.source_keys().is_empty() {
        problems.add(
            place.clone(),
            format!("`{} {}` has no source", call.method, call.path),
            "`from` here or at the top of the file",
        );
    }
    match (&call.call.needs, &call.call.unclear) {
        (None, None) => {
            problems.add(place, "nothing is said of what the call needs", "`needs`, or `unclear` with the reason");
        }
        (_, Some(reason)) if reason.trim().is_empty() => problems.add(place, "`unclear` is empty", "what is unclear"),
        (Some(needs), _) => {
            for scope in needs.scopes() {
                if let Err((message, expected)) = known.resolve(scope, call.path) {
                    problems.add(place.clone(), message, expected);
                }
            }
            joined(needs, &place, problems);
        }
        (None, Some(_)) => {}
    }
}

impl Known<'_> {
    fn resolve(&self, scope: &str, path: &str) -> Result<(), (String, String)> {
        if self.wires.contains(scope) {
            return Ok(());
        }
        let Some(parameter) = pattern_placeholder(scope) else {
            let expected = wire_form_like(scope, self.wires.iter().map(String::as_str));
            return Err((format!("`{scope}` is not in the catalogue"), expected));
        };
        let Some(pattern) = self.catalogue.pattern(scope) else {
            return Err((
                format!("`{scope}` is not a pattern of the catalogue"),
                "a pattern, or a scope in its wire form".to_owned(),
            ));
        };
        if pattern.wire() != scope && !template::parameters(path).any(|name| name == parameter) {
            let expected =
                format!("a parameter of the path, or `{}` where the request does not fill it", pattern.wire());
            return Err((format!("no parameter of the path is called `{parameter}`"), expected));
        }
        Ok(())
    }
}

/// `any` and `all` join several parts, each of which stands there once.
fn joined(needs: &Needs, place: &Path, problems: &mut Problems) {
    let (Needs::Any(parts) | Needs::All(parts)) = needs else { return };
    if parts.len() < 2 {
        problems.add(
            place.clone(),
            "`any` and `all` join several scopes, this one does not",
            "two at least, or the scope alone",
        );
    }
    for (index, part) in parts.iter().enumerate() {
        if parts[..index].contains(part) {
            problems.add(
                place.clone(),
                format!("`{}` is listed twice", part.scopes().join("`, `")),
                "each alternative once",
            );
        }
        joined(part, place, problems);
    }
}

/// Two calls that the same requests match, with equal rank: all their segments are alike but for the
/// names of parameters.
fn matched_before<'a>(
    call: &Described<'a>,
    requests: &mut HashMap<(String, &'a str), (&'a str, &'a str)>,
    problems: &mut Problems,
) {
    let labels: Vec<String> = template::path(call.path).iter().map(Segment::label).collect();
    let request = (format!("{}/{}", call.base(), labels.join("/")), call.method);
    if let Some((service, path)) = requests.insert(request, (&call.file.service, call.path)) {
        problems.add(
            at!["calls", call.path, call.method],
            format!("`{} {}` matches the same requests as `{path}` of `{service}`", call.method, call.path),
            "one call for a request",
        );
    }
}
