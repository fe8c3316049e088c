//! A catalogue as flat rows with numbers for references: what generated tables and run-time layers
//! are both filled from.

use std::{
    collections::{BTreeSet, HashMap},
    fmt,
    hash::{DefaultHasher, Hash, Hasher},
    ops::Range,
};

use crate::files::{
    cover::Closure,
    model::{Excluded, Name, Service, Source},
    scope::Scope,
};

/// Ids above this are left to mark "none".
const LIMIT: usize = 65_000;

/// A catalogue as rows. The id of a scope is its place among the scopes, which are in the order of
/// their wire forms without case; ids mean something in one build only.
#[derive(Debug)]
pub struct Rows<'a> {
    /// When any of the facts were last verified.
    pub date: &'a str,
    /// Tells catalogues apart.
    pub fingerprint: u64,
    /// Sorted by name without case.
    pub services: Vec<ServiceRow<'a>>,
    /// Service by service.
    pub names: Vec<NameRow<'a>>,
    /// Scopes and patterns, in the order of their ids.
    pub scopes: Vec<ScopeRow<'a>>,
    /// Every word that some scope has for its operation, in capitals.
    pub operations: Vec<String>,
    /// Service by service.
    pub sources: Vec<&'a Source>,
    /// Official spellings that are no wire form, with the id they spell.
    pub spellings: Vec<(&'a str, u16)>,
    /// Known misspellings with the wire form they mean.
    pub misspellings: Vec<(&'a str, &'a str)>,
    /// Scopes that were left out on purpose, with what is said of them.
    pub excluded: Vec<(&'a str, &'a Excluded)>,
}

/// A service.
#[derive(Debug)]
pub struct ServiceRow<'a> {
    /// What the file says.
    pub service: &'a Service,
    /// Its rows among the names.
    pub names: Range<usize>,
}

/// A scope name, or a pattern.
#[derive(Debug)]
pub struct NameRow<'a> {
    /// The row of its service.
    pub service: usize,
    /// The name.
    pub name: &'a str,
    /// What the file says of it.
    pub details: &'a Name,
    /// The ids of its scopes, in the order of the file.
    pub scopes: Vec<u16>,
    /// The calls that need it, as [`Names::calls`](crate::table::Names::calls) has them; none until somebody adds them.
    pub calls: String,
}

/// A scope, or a pattern.
#[derive(Debug)]
pub struct ScopeRow<'a> {
    /// The spelling that is sent to Zoho.
    pub wire: String,
    /// What the file says.
    pub scope: Scope<'a>,
    /// The row of its name.
    pub name: usize,
    /// The rows of its sources, best first.
    pub sources: Vec<usize>,
    /// What it covers, as inclusive ranges of ids.
    pub covers: Vec<(u16, u16)>,
    /// What it may cover: no source says yes or no.
    pub may_cover: Vec<(u16, u16)>,
}

/// A catalogue holds more scopes and spellings than ids can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// Their number.
    pub count: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a catalogue holds at most {LIMIT} scopes and spellings, this one {}", self.count)
    }
}

impl std::error::Error for TooLarge {}

impl<'a> Rows<'a> {
    /// Flattens the files of services, which are sorted by name without case.
    ///
    /// # Errors
    ///
    /// A catalogue of more than 65,000 scopes and spellings, since ids are 16 bits.
    pub fn of(services: &'a [Service], date: &'a str) -> Result<Self, TooLarge> {
        let mut rows = Self {
            date,
            fingerprint: 0,
            services: Vec::new(),
            names: Vec::new(),
            scopes: Vec::new(),
            operations: Vec::new(),
            sources: Vec::new(),
            spellings: Vec::new(),
            misspellings: Vec::new(),
            excluded: Vec::new(),
        };
        for service in services {
            rows.add(service);
        }
        let count = rows.scopes.len() + rows.spellings.len();
        if count > LIMIT { Err(TooLarge { count }) } else { Ok(rows.numbered()) }
    }

    /// Adds the rows of a service. Ids are places in the order of files until [`Rows::numbered`].
    fn add(&mut self, service: &'a Service) {
        let (first_name, first_scope, first_source) = (self.names.len(), self.scopes.len(), self.sources.len());
        let covers = Closure::of(service);
        let ranges = |places: &[usize]| ranges(places.iter().map(|place| id(first_scope + place)));
        for (name, details) in service.names.iter() {
            self.names.push(NameRow {
                service: self.services.len(),
                name,
                details,
                scopes: Vec::new(),
                calls: String::new(),
            });
        }
        for (place, scope) in service.scopes().enumerate() {
            let name = first_name + position(service.names.keys(), scope.name);
            self.names[name].scopes.push(id(first_scope + place));
            let source = |key: &String| first_source + position(service.sources.keys(), key);
            let aliases = scope.operation.map_or(&[] as &[String], |operation| &operation.aliases);
            self.spellings.extend(aliases.iter().map(|alias| (alias.as_str(), id(first_scope + place))));
            self.scopes.push(ScopeRow {
                wire: scope.wire(),
                scope,
                name,
                sources: scope.source_keys().iter().map(source).collect(),
                covers: ranges(&covers.yes[place]),
                may_cover: ranges(&covers.undocumented[place]),
            });
        }
        self.sources.extend(service.sources.iter().map(|(_, source)| source));
        self.services.push(ServiceRow { service, names: first_name..self.names.len() });
        let misspellings = service.misspellings.iter().map(|wrong| (wrong.text.as_str(), wrong.means.as_str()));
        self.misspellings.extend(misspellings);
        for excluded in &service.excluded {
            self.excluded.extend(excluded.scopes.iter().map(|scope| (scope.as_str(), excluded)));
        }
    }

    /// Puts the scopes in the order of their ids, and renumbers all that refers to them.
    fn numbered(mut self) -> Self {
        let mut order: Vec<usize> = (0..self.scopes.len()).collect();
        order.sort_by_cached_key(|place| {
            let wire = &self.scopes[*place].wire;
            (wire.to_ascii_lowercase(), wire.clone())
        });
        let new_ids: HashMap<u16, u16> = order.iter().enumerate().map(|(new, old)| (id(*old), id(new))).collect();
        let renumbered =
            |old: &[(u16, u16)]| ranges(old.iter().flat_map(|(first, last)| *first..=*last).map(|old| new_ids[&old]));
        for scope in &mut self.scopes {
            scope.covers = renumbered(&scope.covers);
            scope.may_cover = renumbered(&scope.may_cover);
        }
        for old in self.names.iter_mut().flat_map(|name| &mut name.scopes) {
            *old = new_ids[old];
        }
        for (_, old) in &mut self.spellings {
            *old = new_ids[old];
        }
        self.spellings.sort_unstable();
        let mut scopes: Vec<Option<ScopeRow<'a>>> = self.scopes.into_iter().map(Some).collect();
        self.scopes = order.into_iter().filter_map(|old| scopes[old].take()).collect();
        let words = self.scopes.iter().filter_map(|row| row.scope.operation);
        let operations: BTreeSet<String> = words.map(|operation| operation.operation.to_ascii_uppercase()).collect();
        self.operations = operations.into_iter().collect();
        let mut hasher = DefaultHasher::new();
        self.date.hash(&mut hasher);
        self.scopes.iter().for_each(|row| row.wire.hash(&mut hasher));
        self.fingerprint = hasher.finish();
        self
    }
}

/// The number of a row that is known to be in bounds, since [`Rows::of`] refuses larger catalogues
/// before anybody reads it.
fn id(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

/// The place of a key that is known to exist.
fn position<'a>(mut keys: impl Iterator<Item = &'a str>, key: &str) -> usize {
    keys.position(|found| found == key).unwrap_or_default()
}

/// Ids as inclusive ranges, which are few where ids follow each other.
fn ranges(ids: impl Iterator<Item = u16>) -> Vec<(u16, u16)> {
    let mut ids: Vec<u16> = ids.collect();
    ids.sort_unstable();
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for id in ids {
        match ranges.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(id) => *last = id,
            _ => ranges.push((id, id)),
        }
    }
    ranges
}
