//! What covers what: the claims of a file, made whole.
//!
//! Three answers: yes (a source says so, or a chain of such claims does), undocumented (likely, but
//! nobody says it), and no (all the rest).

use crate::files::{
    model::{NameCovers, ScopeCovers, Service},
    scope::{OPERATIONS, Scope},
};

/// What each scope of one service covers also itself, as indices into [`Service::scopes`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Closure {
    /// Covered, with a source.
    pub yes: Vec<Vec<usize>>,
    /// Perhaps covered: no source says yes or no.
    pub undocumented: Vec<Vec<usize>>,
}

impl Closure {
    /// Follows the covering claims of a service to their ends.
    #[must_use]
    pub fn of(service: &Service) -> Self {
        let scopes: Vec<Member<'_>> = service.scopes().map(Member::of).collect();
        let mut certain = vec![Vec::new(); scopes.len()];
        let mut possible = vec![Vec::new(); scopes.len()];
        for (from, upper) in scopes.iter().enumerate() {
            let claims = Claims::of(service, upper);
            for (to, lower) in scopes.iter().enumerate().filter(|(to, _)| *to != from) {
                match claims.direct(upper, lower) {
                    Some(true) => certain[from].push(to),
                    Some(false) => possible[from].push(to),
                    None => {}
                }
            }
        }
        let yes: Vec<Vec<usize>> = (0..scopes.len()).map(|from| reach(from, &[&certain])).collect();
        let undocumented = (0..scopes.len())
            .map(|from| {
                reach(from, &[&certain, &possible])
                    .into_iter()
                    .filter(|to| yes[from].binary_search(to).is_err())
                    .collect()
            })
            .collect();
        Self { yes, undocumented }
    }
}

/// Everything that can be reached from `from` over the edges, without `from`, sorted.
fn reach(from: usize, edges: &[&Vec<Vec<usize>>]) -> Vec<usize> {
    let mut seen = vec![false; edges[0].len()];
    let mut next = vec![from];
    seen[from] = true;
    while let Some(place) = next.pop() {
        for &to in edges.iter().flat_map(|edges| &edges[place]) {
            if !std::mem::replace(&mut seen[to], true) {
                next.push(to);
            }
        }
    }
    (0..seen.len()).filter(|&to| seen[to] && to != from).collect()
}

/// A scope with what is asked of it once for every other one.
struct Member<'a> {
    name: &'a str,
    word: Option<&'a str>,
    is_pattern: bool,
    /// The scope without its service, as covering claims write it.
    relative: String,
}

impl<'a> Member<'a> {
    fn of(scope: Scope<'a>) -> Self {
        let word = scope.operation.map(|operation| operation.operation.as_str());
        let relative = word.map_or_else(|| scope.name.to_owned(), |word| format!("{}.{word}", scope.name));
        Self { name: scope.name, word, is_pattern: scope.is_pattern(), relative }
    }
}

/// The claims of one service that may be about an upper scope.
struct Claims<'a> {
    service: &'a Service,
    of_upper: Vec<&'a ScopeCovers>,
}

impl<'a> Claims<'a> {
    fn of(service: &'a Service, upper: &Member<'_>) -> Self {
        let claims = service.covering.scopes.iter();
        let of_upper = claims.filter(|claim| upper.relative.eq_ignore_ascii_case(&claim.scope)).collect();
        Self { service, of_upper }
    }

    /// Whether one claim alone says that `upper` covers `lower`: yes, perhaps, or nothing said. Of several
    /// claims the best counts. What fills a placeholder has nothing to do with other names.
    fn direct(&self, upper: &Member<'_>, lower: &Member<'_>) -> Option<bool> {
        if upper.is_pattern && upper.name != lower.name {
            return None;
        }
        let by_scope = self.of_upper.iter().filter(|claim| covers_scope(claim, lower));
        let by_scope = by_scope.map(|claim| !claim.from.is_empty()).max();
        by_scope.max(self.by_name(upper, lower))
    }

    /// What follows from the names of scopes and their operations.
    fn by_name(&self, upper: &Member<'_>, lower: &Member<'_>) -> Option<bool> {
        let (above, below) = (upper.word?, lower.word?);
        if upper.name == lower.name {
            return self.within(upper.name, above, below);
        }
        let is_below = lower.name.strip_prefix(upper.name).is_some_and(|rest| rest.starts_with('.'));
        let same_or_within =
            || if above.eq_ignore_ascii_case(below) { Some(true) } else { self.within(upper.name, above, below) };
        if !is_below {
            return None;
        }
        let claims = &self.service.covering.names;
        let claimed = claims.iter().any(|claim| {
            let made_for = |word: &str| claim.operations.iter().any(|operation| operation.eq_ignore_ascii_case(word));
            claim.name == upper.name && made_for(above) && !is_exception(claim, lower.name)
        });
        let excepted = claims.iter().any(|claim| claim.name == upper.name && is_exception(claim, lower.name));
        match same_or_within() {
            Some(true) if claimed => Some(true),
            Some(_) if !excepted => Some(false),
            _ => None,
        }
    }

    /// Whether an operation covers another of the same name.
    fn within(&self, name: &str, above: &str, below: &str) -> Option<bool> {
        let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
        let usual = |word: &str| OPERATIONS.iter().any(|operation| is(operation, word));
        let claimed = self.service.covering.operations.iter().any(|claim| {
            is(&claim.operation, above)
                && claim.covers.iter().any(|covered| is(covered, below))
                && (claim.names.is_empty() || claim.names.iter().any(|claimed| claimed == name))
        });
        if claimed || (is(above, "ALL") && usual(below)) {
            return Some(true);
        }
        // ALL may cover a verb, and a verb such as WRITE may change data: nobody says.
        let changes = !is(below, "READ") && !is(below, "ALL") && usual(below);
        (is(above, "ALL") || (!usual(above) && changes)).then_some(false)
    }
}

fn covers_scope(claim: &ScopeCovers, lower: &Member<'_>) -> bool {
    let is = |relative: &String| lower.relative.eq_ignore_ascii_case(relative);
    claim.covers.iter().any(|covered| covered == "*" || is(covered))
        && !claim.except.iter().any(|left_out| left_out == lower.name || is(left_out))
}

fn is_exception(claim: &NameCovers, name: &str) -> bool {
    claim.except.iter().any(|except| except == name)
}
