//! What an unknown request may need: its service, by host and path, and scopes of that, by the words of the path.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};
use core::cmp::Reverse;

use super::{address::Address, generated::CALLS, table::is_version};
use crate::{
    catalogue::{Catalogue, Scope, ScopeName, Service},
    services::TABLE,
};
use zoho_scopes_data::{table, text};

/// So many scopes are named at most.
const MAX_GUESSES: usize = 3;
/// Longer paths are read so far.
const MAX_SEGMENTS: usize = 16;

/// Where a request goes: the service, and the segments below its base.
pub(super) struct Place<'a> {
    pub(super) service: Service,
    below: Vec<&'a str>,
}

impl<'a> Place<'a> {
    /// By the bases of calls; else by the product that the host or the first segment names.
    pub(super) fn of(address: &'a Address<'_>) -> Option<Self> {
        let segments: Vec<&str> = address.segments.iter().take(MAX_SEGMENTS).map(AsRef::as_ref).collect();
        Self::by_base(address.host.as_deref(), &segments).or_else(|| Self::by_name(address.host.as_deref()?, &segments))
    }

    fn by_base(host: Option<&str>, segments: &[&'a str]) -> Option<Self> {
        let node = match host {
            Some(host) => Some(CALLS.host(host)?),
            None => None,
        };
        let host = node.map(|node| CALLS.label(node - 1));
        // A host alone is also that of pages: of its paths those count that begin as calls do.
        let begins = || node.zip(segments.first()).is_some_and(|(node, first)| CALLS.child(node, first).is_some());
        let below = |(base, service): &(&str, u16)| {
            let (own, path) = base.split_once('/').unwrap_or((base, ""));
            // Without a host the path has to tell it.
            let tells = || path.split('/').any(|segment| !segment.is_empty() && !is_version(segment));
            let fits = host.map_or_else(tells, |host| host == own && (!path.is_empty() || begins()));
            if fits { Some((without_base(path, segments)?, *service)) } else { None }
        };
        let mut found: Vec<(Vec<&str>, u16)> = CALLS.bases.iter().filter_map(below).collect();
        // The longest base leaves least.
        let least = found.iter().map(|(below, _)| below.len()).min()?;
        found.retain(|(below, _)| below.len() == least);
        let place = |(below, service)| Self { service: Service(table::Service::new(&TABLE, service)), below };
        let mut places: Vec<Self> = found.into_iter().map(place).collect();
        places.dedup_by_key(|place| place.service.0.key());
        if places.len() < 2 {
            return places.pop();
        }
        // Of services that share a base, the one whose calls have most of the path.
        let near: Vec<usize> = places.iter().map(|place| place.names_of_near_calls().0).collect();
        let most = near.iter().max().copied().filter(|most| near.iter().filter(|other| *other == most).count() == 1)?;
        near.iter().position(|near| *near == most).map(|index| places.swap_remove(index))
    }

    fn by_name(host: &str, segments: &[&'a str]) -> Option<Self> {
        if !CALLS.is_of_data_centre(host) {
            return None;
        }
        let called = |word: &str| match Catalogue::builtin().services_named(word)[..] {
            [service] => Some(service),
            _ => None,
        };
        let label = host.split('.').next().unwrap_or_default();
        let by_host = called(label).map(|service| (service, segments));
        let by_path = || segments.split_first().and_then(|(first, rest)| Some((called(first)?, rest)));
        let (service, below) = by_host.or_else(by_path)?;
        Some(Self { service, below: below.to_vec() })
    }

    /// Scopes of the service that the request may need, the likeliest first: those of calls whose paths begin so,
    /// then those whose names have its words.
    pub(super) fn guesses(&self, method: &str) -> Vec<Scope> {
        let (common, near) = self.names_of_near_calls();
        let by_words = self.names_by_words();
        // Words behind what near calls have are what they lack.
        let lacking = words_of(self.below.get(common..).unwrap_or_default());
        let is_lacking = |(_, last): &&(ScopeName, Vec<String>)| last.iter().any(|word| lacking.contains(word));
        let mut names: Vec<ScopeName> = by_words.iter().filter(is_lacking).map(|(name, _)| *name).collect();
        names.extend(near);
        names.extend(by_words.iter().map(|(name, _)| *name));
        let mut guesses = Vec::new();
        for scope in names.into_iter().filter_map(|name| of_method(name, method)) {
            if !guesses.contains(&scope) {
                guesses.push(scope);
            }
        }
        guesses.truncate(MAX_GUESSES);
        guesses
    }

    /// The names that calls need whose paths have most segments in common with this one, one at least; with the number
    /// of these. Those that most calls need come first, and those that few need are left out.
    fn names_of_near_calls(&self) -> (usize, Vec<ScopeName>) {
        let Some((first, others)) = self.below.split_first() else { return (0, Vec::new()) };
        let in_common = |id: &u16| {
            let mut path = CALLS.path(*id).split('/').filter(|segment| !segment.is_empty());
            if first.starts_with('{') || path.next() != Some(*first) {
                return 0;
            }
            let same = path.zip(others).take_while(|(own, found)| own == *found || own.starts_with('{'));
            1 + same.filter(|(own, _)| !own.starts_with('{')).count()
        };
        let own = CALLS.ids().filter(|id| CALLS.base(*id).1 == self.service.0.key().1);
        let near: Vec<(usize, u16)> = own.map(|id| (in_common(&id), id)).filter(|(common, _)| *common > 0).collect();
        let most = near.iter().map(|(common, _)| *common).max().unwrap_or_default();
        let near: Vec<u16> = near.into_iter().filter(|(common, _)| *common == most).map(|(_, id)| id).collect();
        let mut counts: BTreeMap<&str, (usize, ScopeName)> = BTreeMap::new();
        for id in &near {
            let rows = CALLS.needs(*id).into_iter().flat_map(|needs| needs.rows().collect::<Vec<_>>());
            for name in rows.map(|row| ScopeName(row.name())).filter(|name| name.service() == self.service) {
                counts.entry(name.as_str()).or_insert((0, name)).0 += 1;
            }
        }
        let mut names: Vec<(usize, ScopeName)> = counts.into_values().collect();
        names.retain(|(count, _)| count * 3 >= near.len());
        names.sort_by_key(|(count, name)| (Reverse(*count), name.as_str()));
        (most, names.into_iter().map(|(_, name)| name).collect())
    }

    /// The names whose last segment has a word of the path, with the words of that; those with more of its words, and fewer
    /// others, come first.
    fn names_by_words(&self) -> Vec<(ScopeName, Vec<String>)> {
        let asked = words_of(&self.below);
        let mut found: Vec<(usize, usize, ScopeName, Vec<String>)> = Vec::new();
        for name in self.service.names().filter(|name| !name.is_pattern()) {
            let mut segments = name.as_str().rsplit('.').map(words);
            let last = segments.next().unwrap_or_default();
            if last.iter().any(|word| asked.contains(word)) {
                let own: BTreeSet<String> = segments.flatten().chain(last.iter().cloned()).collect();
                found.push((own.intersection(&asked).count(), own.difference(&asked).count(), name, last));
            }
        }
        found.sort_by_key(|(common, others, name, _)| (Reverse(*common), *others, name.as_str()));
        found.into_iter().map(|(_, _, name, last)| (name, last)).collect()
    }
}

/// Where the paths of calls begin: host, as in the data centre of the United States, and path; with the service.
///
/// ```
/// let mut bases = zoho_scopes::calls::bases();
/// let books = bases.find(|(base, _)| *base == "www.zohoapis.com/books/v3").unwrap();
/// assert_eq!(books.1.as_str(), "ZohoBooks");
/// ```
pub fn bases() -> impl Iterator<Item = (&'static str, Service)> {
    CALLS.bases.iter().map(|(base, service)| (*base, Service(table::Service::new(&TABLE, *service))))
}

/// Whether an address, of any data centre, is where the paths of calls begin, or a part of that such as the host alone.
///
/// ```
/// use zoho_scopes::calls::is_base;
///
/// assert!(is_base("https://www.zohoapis.eu") && is_base("https://www.zohoapis.eu/crm/v8/"));
/// assert!(!is_base("https://www.zohoapis.eu/crm/v8/Leads") && !is_base("https://example.com"));
/// ```
#[must_use]
pub fn is_base(url: &str) -> bool {
    let address = Address::of(url);
    if address.begins_alias() {
        return true;
    }
    let Some(node) = address.host.as_deref().and_then(|host| CALLS.host(host)) else { return false };
    let segments = || address.segments.iter().map(AsRef::as_ref).filter(|segment| !is_version(segment));
    let begins = |base: &str| {
        let mut base = base.split('/');
        base.next() == Some(CALLS.label(node - 1)) && {
            let mut own = base.filter(|segment| !is_version(segment));
            segments().all(|segment| own.next() == Some(segment))
        }
    };
    bases().any(|(base, _)| begins(base))
}

/// Whether an address, of any data centre or of none, lies below where the paths of calls begin.
///
/// ```
/// use zoho_scopes::calls::is_below_base;
///
/// assert!(is_below_base("https://desk.zoho.eu/api/v1/nothing") && is_below_base("/crm/v8/nothing"));
/// assert!(!is_below_base("https://desk.zoho.eu/support") && !is_below_base("https://cliq.zoho.eu/meeting/1"));
/// assert!(!is_below_base("https://www.zohoapis.eu/crm/v8"));
/// ```
#[must_use]
pub fn is_below_base(url: &str) -> bool {
    let address = Address::of(url);
    let address = address.at_home().unwrap_or(address);
    let segments: Vec<&str> = address.segments.iter().take(MAX_SEGMENTS).map(AsRef::as_ref).collect();
    Place::by_base(address.host.as_deref(), &segments).is_some_and(|place| !place.below.is_empty())
}

/// The segments behind a base; versions do not matter.
fn without_base<'a>(path: &str, segments: &[&'a str]) -> Option<Vec<&'a str>> {
    let mut rest: Vec<&str> = segments.iter().copied().filter(|segment| !is_version(segment)).collect();
    let base: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty() && !is_version(segment)).collect();
    (rest.len() >= base.len() && rest.iter().zip(&base).all(|(one, other)| one == other))
        .then(|| rest.split_off(base.len()))
}

/// The scope of a name that a method is likely to need.
fn of_method(name: ScopeName, method: &str) -> Option<Scope> {
    let operations: &[&str] = match method {
        "GET" | "HEAD" | "OPTIONS" => &["READ", "ALL"],
        "POST" => &["CREATE", "WRITE", "ALL"],
        "DELETE" => &["DELETE", "WRITE", "ALL"],
        _ => &["UPDATE", "WRITE", "ALL"],
    };
    operations.iter().find_map(|word| name.scopes().find(|scope| scope.0.has_operation(word)))
}

fn words_of(segments: &[&str]) -> BTreeSet<String> {
    segments.iter().flat_map(|segment| words(segment)).collect()
}

/// The stems of the words of a segment; none where it looks like an id.
fn words(segment: &str) -> Vec<String> {
    if segment.starts_with(['{', '_']) || segment.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    text::words::words(segment).map(text::words::stem).filter(|word| word.len() > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_of_segments() {
        assert_eq!(words("customFields"), ["custom", "field"]);
        assert_eq!(words("Connected_workflows"), ["connected", "workflow"]);
        assert_eq!(words("currencies"), ["currency"]);
        assert!(words("{id}").is_empty() && words("12ab").is_empty());
        assert_eq!([words("address"), words("addresses")], [["address"], ["address"]]);
    }
}
