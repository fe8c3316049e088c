//! What Zoho's server answered about scopes becomes sources of a catalogue file.

use std::{collections::BTreeSet, ops::Range};

use crate::{
    files::{
        check::sources::citations,
        error::FileErrors,
        json::{Parts, Value},
        layout::layout,
        model::Service,
        read::read,
        scope::Scope,
    },
    table::{Evidence, SourceKind, Status},
};

/// The answer of a server about one scope.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "it is there to be made")]
pub struct ServerAnswer<'a> {
    /// The scope, in its wire form.
    pub wire: &'a str,
    /// Whether the server accepted it.
    pub is_accepted: bool,
    /// When it was asked, `YYYY-MM-DD`.
    pub day: &'a str,
    /// The code of the data centre that was asked.
    pub centre: &'a str,
    /// The endpoint that was asked.
    pub address: &'a str,
}

/// Adds answers to a catalogue file as sources of the kind `probe`, where they change the status of a scope. Older
/// answers of the same data centre about the scope are dropped. The text laid out, and the scopes that changed.
///
/// # Errors
///
/// What [`read`] refuses.
pub fn merge(file: &str, text: &str, answers: &[ServerAnswer<'_>]) -> Result<(String, Vec<String>), FileErrors> {
    let service = read(file, text)?;
    let Some(root) = Value::of(text) else { return Ok((text.to_owned(), Vec::new())) };
    let (mut edits, mut changed, mut sources) = (Vec::new(), Vec::new(), BTreeSet::new());
    for scope in service.scopes() {
        let wire = scope.wire();
        let answer = answers.iter().find(|answer| answer.wire == wire && is_news(&scope, answer));
        let (Some(answer), Some(place)) = (answer, place(&root, &scope)) else { continue };
        edits.push(with_sources(place, &keys(&scope, answer)));
        sources.insert((answer.key(), answer.source()));
        changed.push(wire);
    }
    if changed.is_empty() {
        return Ok((text.to_owned(), changed));
    }
    let mut merged = edited(text, edits);
    let service = read(file, &merged)?;
    if let Some(edit) = Value::of(&merged).and_then(|root| with_declared(&root, &service, &sources)) {
        merged = edited(&merged, vec![edit]);
    }
    Ok((layout(file, &merged)?, changed))
}

/// Whether an answer changes what is known: the status follows from it, and no later answer is known.
fn is_news(scope: &Scope<'_>, answer: &ServerAnswer<'_>) -> bool {
    let is_settled = scope.deprecated().is_some() || scope.disputed().is_some();
    let status = if answer.is_accepted { Status::Documented } else { Status::Disputed };
    let refused = scope.sources().any(|(_, source)| source.evidence == Evidence::Refused);
    let is_old =
        scope.sources().any(|(_, source)| source.kind == SourceKind::Probe && source.retrieved.as_str() > answer.day);
    !is_settled && !is_old && (scope.status() != status || (!answer.is_accepted && !refused))
}

impl ServerAnswer<'_> {
    fn shows(&self) -> Evidence {
        if self.is_accepted { Evidence::Accepted } else { Evidence::Refused }
    }

    fn key(&self) -> String {
        format!("{}{}-{}", prefix(self.centre), self.shows(), self.day)
    }

    fn source(&self) -> String {
        let [address, shows, day] = [self.address, self.shows().as_str(), self.day].map(quoted);
        format!(r#"{{"address": {address}, "kind": "probe", "shows": {shows}, "seen": {day}}}"#)
    }
}

/// How the keys of a data centre's answers begin.
fn prefix(centre: &str) -> String {
    format!("probe-{centre}-")
}

/// The keys of a scope's sources, with that of an answer in place of older ones.
fn keys(scope: &Scope<'_>, answer: &ServerAnswer<'_>) -> String {
    let (prefix, key) = (prefix(answer.centre), answer.key());
    let kept = scope.source_keys().iter().filter(|key| !key.starts_with(&prefix));
    format!("[{}]", kept.chain([&key]).map(quoted).collect::<Vec<_>>().join(", "))
}

/// Where a scope stands in the file.
fn place<'v, 'a>(root: &'v Value<'a>, scope: &Scope<'_>) -> Option<&'v Value<'a>> {
    let name = member(member(root, "names")?, scope.name)?;
    let Some(operation) = scope.operation else { return Some(name) };
    let Parts::Array(operations) = &member(name, "operations")?.parts else { return None };
    let place = scope.details.operations.iter().position(|offered| std::ptr::eq(offered, operation))?;
    operations.get(place)
}

type Edit = (Range<usize>, String);

/// The operation, or the bare word, with sources of its own.
fn with_sources(place: &Value<'_>, keys: &str) -> Edit {
    match (&place.parts, member(place, "from")) {
        (_, Some(from)) => (from.slice.start..from.slice.end(), keys.to_owned()),
        (Parts::Object(_), None) => {
            let end = place.slice.end() - 1;
            (end..end, format!(r#", "from": {keys}"#))
        }
        _ => {
            let text = format!(r#"{{"operation": {}, "from": {keys}}}"#, place.slice.text);
            (place.slice.start..place.slice.end(), text)
        }
    }
}

/// The declared sources with new ones, and without old answers that nothing cites any more.
fn with_declared(root: &Value<'_>, service: &Service, new: &BTreeSet<(String, String)>) -> Option<Edit> {
    let declared = member(root, "sources")?;
    let Parts::Object(members) = &declared.parts else { return None };
    let cited: BTreeSet<&str> = citations(service).into_iter().flat_map(|(_, keys)| keys).map(String::as_str).collect();
    let is_kept = |key: &str| {
        let is_answer = service.sources.get(key).is_some_and(|source| source.kind == SourceKind::Probe);
        !is_answer || (cited.contains(key) && !new.iter().any(|(other, _)| other == key))
    };
    let old = members.iter().filter(|(key, _)| is_kept(&key.unquoted()));
    let old = old.map(|(key, value)| format!("{}: {}", key.text, value.slice.text));
    let members: Vec<String> =
        old.chain(new.iter().map(|(key, source)| format!("{}: {source}", quoted(key)))).collect();
    Some((declared.slice.start..declared.slice.end(), format!("{{{}}}", members.join(", "))))
}

fn member<'v, 'a>(value: &'v Value<'a>, key: &str) -> Option<&'v Value<'a>> {
    let Parts::Object(members) = &value.parts else { return None };
    members.iter().find(|(name, _)| name.unquoted() == key).map(|(_, value)| value)
}

/// A text with parts replaced, which do not overlap.
fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut edited = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        edited.replace_range(range, &new);
    }
    edited
}

fn quoted(text: impl AsRef<str>) -> String {
    serde_json::Value::from(text.as_ref()).to_string()
}
