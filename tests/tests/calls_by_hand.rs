//! Calls whose sources were read by hand: each needs what they say.

use std::collections::BTreeSet;

use zoho_scopes::{Requirement, calls::Call};

const READ_BY_HAND: &str = include_str!("calls.tsv");

/// Calls drawn again, from the services that came later, and read against Zoho's own pages.
const SAMPLED: &str = include_str!("sampled.tsv");

/// Three calls of each service, as users paste them.
const OF_EACH_SERVICE: &str = include_str!("needs.tsv");

/// The sets of scopes any of which is enough.
type Ways = BTreeSet<BTreeSet<String>>;

#[test]
fn calls_need_what_their_sources_say() {
    assert_eq!(as_read(READ_BY_HAND), 200);
}

#[test]
fn sampled_calls_need_what_the_pages_of_zoho_say() {
    assert_eq!(as_read(SAMPLED), 239);
}

/// How many rows there are, each of which needs what was read.
fn as_read(table: &str) -> usize {
    let mut wrong = Vec::new();
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    for row in rows.clone() {
        let [method, url, expected, ..] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("no row: {row}") };
        match Call::find(method, url).map(|call| call.requirement()) {
            Ok(Some(needs)) if ways(&needs) == any(expected) => {}
            Ok(needs) => wrong.push(format!("{method} {url}: {:?} instead of {expected}", needs.as_ref().map(ways))),
            Err(unknown) => wrong.push(unknown.to_string()),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    rows.count()
}

#[test]
fn calls_of_each_service_are_found_as_they_are_pasted() {
    let mut wrong = Vec::new();
    let mut services = BTreeSet::new();
    for row in OF_EACH_SERVICE.lines().filter(|line| !line.starts_with('#')) {
        let [method, url, expected, source] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("no row: {row}") };
        assert!(source.starts_with("https://"), "no source: {row}");
        let (unclear, expected) = match expected.strip_prefix("unclear ") {
            Some(rest) => (true, rest),
            None => (false, expected),
        };
        match Call::find(method, url) {
            Ok(call) if call.requirement().is_some_and(|needs| ways(&needs) == any(expected)) => {
                services.insert(call.service().as_str());
                if call.unclear().is_some() != unclear {
                    wrong.push(format!("{method} {url}: {:?}", call.unclear()));
                }
            }
            Ok(call) => {
                wrong
                    .push(format!("{method} {url}: {:?} instead of {expected}", call.requirement().as_ref().map(ways)));
            }
            Err(unknown) => wrong.push(unknown.to_string()),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let all: BTreeSet<_> = Call::all().iter().map(|call| call.service().as_str()).collect();
    assert_eq!(services, all, "each service that has calls has rows in needs.tsv");
}

#[test]
fn expectations_are_read_as_they_are_written() {
    let ways = any("A and (B or C)");
    assert_eq!(ways, all("A and C").union(&all("B and A")).cloned().collect());
    assert_eq!(any("A or B or C").len(), 3);
    assert_eq!(any("A or (B and C)"), any("A").union(&any("B and C")).cloned().collect());
}

#[test]
fn segments_with_underscores_name_the_scope_that_has_none() {
    let needs = Call::find("GET", "/crm/v8/Sales_Orders/4150868000000224001").map(|call| call.requirement());
    let expected = "ZohoCRM.modules.salesorders.READ or ZohoCRM.modules.READ or ZohoCRM.modules.ALL";
    assert_eq!(ways(&needs.expect("a call").expect("a requirement")), any(expected));
}

fn ways(needs: &Requirement) -> Ways {
    match needs {
        Requirement::Scope(entry) => [[entry.to_string()].into()].into(),
        Requirement::Any(parts) => parts.iter().flat_map(ways).collect(),
        Requirement::All(parts) => together(parts.iter().map(ways)),
        _ => panic!("a requirement of a new kind: {needs:?}"),
    }
}

/// `A or B`, `A or (B and C)`, or what [`all`] reads.
fn any(text: &str) -> Ways {
    match text.split_once(" or (") {
        Some((first, rest)) if !first.contains('(') => any(first).union(&all(rest)).cloned().collect(),
        _ if text.contains(" and ") => all(text),
        _ => text.split(" or ").map(|scope| [scope.to_owned()].into()).collect(),
    }
}

/// `A and (B or C)`.
fn all(text: &str) -> Ways {
    together(text.split(" and ").map(|part| any(part.trim_matches(['(', ')']))))
}

/// One way of each.
fn together(parts: impl Iterator<Item = Ways>) -> Ways {
    parts.fold([BTreeSet::new()].into(), |ways, part| {
        ways.iter().flat_map(|way| part.iter().map(move |other| way.union(other).cloned().collect())).collect()
    })
}
