//! What covers what, worked out the naive way: sets of strings, grown until nothing is added.

use std::collections::{BTreeMap, BTreeSet};

use zoho_scopes_data::{Catalogue, Covers};

/// Names that fill the hole of each pattern.
const FILLINGS: [&str; 2] = ["visits", "Our_Things"];

pub type Texts = BTreeSet<String>;

/// Every scope, and some texts that patterns admit.
pub struct Oracle {
    /// What each text covers besides itself, with a source.
    documented: BTreeMap<String, Texts>,
    /// What it may cover.
    possible: BTreeMap<String, Texts>,
    /// The ALL of a name with its CREATE, READ, UPDATE and DELETE.
    wholes: Vec<(String, Texts)>,
    /// The names of each service, each with its texts.
    pub services: Vec<Vec<Vec<String>>>,
}

impl Oracle {
    pub fn new() -> Self {
        let catalogue = Catalogue::builtin().expect("the catalogue is sound");
        let mut oracle =
            Self { documented: BTreeMap::new(), possible: BTreeMap::new(), wholes: Vec::new(), services: Vec::new() };
        for service in catalogue.services() {
            let covers = Covers::of(service);
            let scopes: Vec<_> = service.scopes().collect();
            let texts: Vec<Vec<String>> = scopes.iter().map(|scope| filled(&scope.wire())).collect();
            for place in 0..scopes.len() {
                for (edges, targets) in
                    [(&mut oracle.documented, &covers.yes[place]), (&mut oracle.possible, &covers.undocumented[place])]
                {
                    for text in &texts[place] {
                        let from = edges.entry(text.clone()).or_default();
                        let to = targets.iter().flat_map(|target| &texts[*target]);
                        // Two fillings of a hole have nothing to do with each other.
                        from.extend(to.filter(|to| texts[place].len() == 1 || stem(to) == stem(text)).cloned());
                    }
                }
            }
            let mut names: BTreeMap<(&str, usize), BTreeMap<String, String>> = BTreeMap::new();
            for (scope, texts) in scopes.iter().zip(&texts) {
                for (filling, text) in texts.iter().enumerate() {
                    let operation = text.rsplit_once('.').map_or("", |(_, operation)| operation).to_uppercase();
                    names.entry((scope.name, filling)).or_default().insert(operation, text.clone());
                }
            }
            for name in names.values() {
                let parts = ["CREATE", "READ", "UPDATE", "DELETE"].iter().map(|word| name.get(*word).cloned());
                if let (Some(all), Some(parts)) = (name.get("ALL"), parts.collect::<Option<Texts>>()) {
                    oracle.wholes.push((all.clone(), parts));
                }
            }
            let names = names.into_values().map(|name| name.into_values().collect());
            oracle.services.push(names.collect());
        }
        oracle.services.retain(|names| !names.is_empty());
        oracle
    }

    /// Everything that a set covers, with a source.
    pub fn covered(&self, set: &Texts) -> Texts {
        self.grown(set, &[&self.documented])
    }

    /// Everything that it may cover.
    pub fn perhaps_covered(&self, set: &Texts) -> Texts {
        self.grown(set, &[&self.documented, &self.possible])
    }

    fn grown(&self, set: &Texts, edges: &[&BTreeMap<String, Texts>]) -> Texts {
        let mut reached = set.clone();
        loop {
            let before = reached.len();
            let next: Texts = reached
                .iter()
                .flat_map(|text| edges.iter().filter_map(|edges| edges.get(text)).flatten())
                .cloned()
                .collect();
            reached.extend(next);
            let spelt_out = self.wholes.iter().filter(|(_, parts)| parts.is_subset(&reached));
            let spelt_out: Texts = spelt_out.map(|(all, _)| all.clone()).collect();
            reached.extend(spelt_out);
            if reached.len() == before {
                return reached;
            }
        }
    }
}

/// The text itself, or a pattern with its hole filled in several ways.
fn filled(wire: &str) -> Vec<String> {
    let Some((before, rest)) = wire.split_once('{') else { return vec![wire.to_owned()] };
    let (_, after) = rest.split_once('}').expect("a hole ends");
    FILLINGS.iter().map(|filling| [before, filling, after].concat()).collect()
}

fn stem(text: &str) -> &str {
    text.rsplit_once('.').map_or(text, |(stem, _)| stem)
}
