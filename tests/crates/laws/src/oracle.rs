//! What covers what, worked out the naive way from the claims of catalogue files: sets of strings, grown
//! until nothing is added. It shares no rule with the library.

use std::collections::{BTreeMap, BTreeSet};

use zoho_scopes_data::files::{Scope, model::Service};

/// Names that fill the placeholder of each pattern.
const FILLINGS: [&str; 2] = ["visits", "Our_Things"];

/// The operations that ALL stands for.
const PARTS: [&str; 4] = ["CREATE", "READ", "UPDATE", "DELETE"];

pub(crate) type Texts = BTreeSet<String>;
type Edges = BTreeMap<String, Texts>;

/// Every scope, and some texts that patterns admit.
pub(crate) struct Oracle {
    /// What each text covers also itself, with a source.
    documented: Edges,
    /// What it may cover.
    possible: Edges,
    /// The ALL of a name with its CREATE, READ, UPDATE and DELETE.
    wholes: Vec<(String, Texts)>,
    /// The names of each service, each with its texts.
    pub(crate) services: Vec<Vec<Vec<String>>>,
}

impl Oracle {
    pub(crate) fn new<'a>(services: impl IntoIterator<Item = &'a Service>) -> Self {
        let mut oracle =
            Self { documented: Edges::new(), possible: Edges::new(), wholes: Vec::new(), services: Vec::new() };
        for service in services {
            oracle.add(service);
        }
        oracle.services.retain(|names| !names.is_empty());
        oracle
    }

    fn add(&mut self, service: &Service) {
        let scopes: Vec<Scope<'_>> = service.scopes().collect();
        let texts: Vec<Vec<String>> = scopes.iter().map(|scope| filled(&scope.wire())).collect();
        for (upper, from) in scopes.iter().zip(&texts) {
            for (lower, to) in scopes.iter().zip(&texts).filter(|(lower, _)| lower.wire() != upper.wire()) {
                let edges = match claimed(service, &Word::of(upper), &Word::of(lower)) {
                    Some(true) => &mut self.documented,
                    Some(false) => &mut self.possible,
                    None => continue,
                };
                for from in from {
                    // Two fillings of a placeholder have nothing to do with each other.
                    let to = to.iter().filter(|to| !upper.is_pattern() || stem(to) == stem(from));
                    edges.entry(from.clone()).or_default().extend(to.cloned());
                }
            }
        }
        let mut names: BTreeMap<(&str, usize), BTreeMap<String, String>> = BTreeMap::new();
        for (scope, texts) in scopes.iter().zip(&texts) {
            for (filling, text) in texts.iter().enumerate() {
                names.entry((scope.name, filling)).or_default().insert(Word::of(scope).operation, text.clone());
            }
        }
        for name in names.values() {
            let parts = PARTS.iter().map(|word| name.get(*word).cloned());
            if let (Some(all), Some(parts)) = (name.get("ALL"), parts.collect::<Option<Texts>>()) {
                self.wholes.push((all.clone(), parts));
            }
        }
        self.services.push(names.into_values().map(|name| name.into_values().collect()).collect());
    }

    /// Everything that a set covers, with a source.
    pub(crate) fn covered(&self, set: &Texts) -> Texts {
        self.grown(set, &[&self.documented])
    }

    /// Everything that it may cover.
    pub(crate) fn perhaps_covered(&self, set: &Texts) -> Texts {
        self.grown(set, &[&self.documented, &self.possible])
    }

    fn grown(&self, set: &Texts, edges: &[&Edges]) -> Texts {
        let mut reached = set.clone();
        loop {
            let before = reached.len();
            let next: Texts = reached
                .iter()
                .flat_map(|text| edges.iter().filter_map(|edges| edges.get(text)).flatten())
                .cloned()
                .collect();
            reached.extend(next);
            let spelled_out = self.wholes.iter().filter(|(_, parts)| parts.is_subset(&reached));
            let spelled_out: Texts = spelled_out.map(|(all, _)| all.clone()).collect();
            reached.extend(spelled_out);
            if reached.len() == before {
                return reached;
            }
        }
    }
}

/// A scope as claims name it, without regard to the case of operations.
struct Word<'a> {
    name: &'a str,
    operation: String,
}

impl<'a> Word<'a> {
    fn of(scope: &Scope<'a>) -> Self {
        let operation = scope.operation.map(|operation| operation.operation.to_uppercase());
        Self { name: scope.name, operation: operation.unwrap_or_default() }
    }

    /// Whether a claim about scopes names this one.
    fn is(&self, claimed: &str) -> bool {
        format!("{}.{}", self.name, self.operation).eq_ignore_ascii_case(claimed)
    }
}

/// Whether the upper scope covers the lower: a source says so, it is likely, or nothing is known.
fn claimed(service: &Service, upper: &Word<'_>, lower: &Word<'_>) -> Option<bool> {
    let mut answers = Vec::new();
    for claim in &service.covering.scopes {
        let named = claim.covers.iter().any(|covered| covered == "*" || lower.is(covered));
        let left_out = claim.except.iter().any(|except| except == lower.name || lower.is(except));
        if upper.is(&claim.scope) && named && !left_out {
            answers.push(!claim.from.is_empty());
        }
    }
    if upper.name == lower.name {
        answers.extend(operation_covers(service, upper, &lower.operation));
    }
    if lower.name.starts_with(&format!("{}.", upper.name)) && !upper.operation.is_empty() {
        let same = upper.operation == lower.operation;
        let within = if same { Some(true) } else { operation_covers(service, upper, &lower.operation) };
        let claims = || service.covering.names.iter().filter(|claim| claim.name == upper.name);
        let excepts = |except: &[String]| except.iter().any(|name| name == lower.name);
        let made = claims().any(|claim| !excepts(&claim.except) && holds(&claim.operations, &upper.operation));
        let excepted = claims().any(|claim| excepts(&claim.except));
        match within {
            Some(true) if made => answers.push(true),
            Some(_) if !excepted => answers.push(false),
            _ => {}
        }
    }
    answers.into_iter().max()
}

/// Whether an operation covers another of the same name.
fn operation_covers(service: &Service, upper: &Word<'_>, lower: &str) -> Option<bool> {
    let word = upper.operation.as_str();
    let made = service.covering.operations.iter().any(|claim| {
        let of_name = claim.names.is_empty() || claim.names.iter().any(|name| name == upper.name);
        of_name && claim.operation.eq_ignore_ascii_case(word) && holds(&claim.covers, lower)
    });
    match word {
        _ if made => Some(true),
        "" => None,
        "ALL" => Some(PARTS.contains(&lower) || lower == "ALL"),
        // Some other verb may change data: nobody says.
        _ if !PARTS.contains(&word) && ["CREATE", "UPDATE", "DELETE"].contains(&lower) => Some(false),
        _ => None,
    }
}

fn holds(words: &[String], word: &str) -> bool {
    words.iter().any(|held| held.eq_ignore_ascii_case(word))
}

/// The text itself, or a pattern with its placeholder filled in several ways.
fn filled(wire: &str) -> Vec<String> {
    let Some((before, rest)) = wire.split_once('{') else { return vec![wire.to_owned()] };
    let (_, after) = rest.split_once('}').expect("a placeholder ends");
    FILLINGS.iter().map(|filling| [before, filling, after].concat()).collect()
}

fn stem(text: &str) -> &str {
    text.rsplit_once('.').map_or(text, |(stem, _)| stem)
}
