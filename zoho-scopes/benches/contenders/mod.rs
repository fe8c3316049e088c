//! The lists, and the ways to check a list that one would write without this library. Each contender
//! gives what it found, or nothing if an entry is unknown.

mod cliq;

use std::{collections::HashMap, sync::LazyLock};

use nom::{
    IResult, Parser,
    bytes::complete::take_while1,
    character::complete::char,
    combinator::{all_consuming, recognize},
    multi::separated_list1,
};
use strum::VariantArray;
use zoho_scopes::{Catalogue, Covers, Scope, catalogue::Status};

use self::cliq::Cliq;

/// All scopes that bring no diagnostic, in an order of chance, which is always the same.
static SCOPES: LazyLock<Vec<Scope>> = LazyLock::new(|| {
    let catalogue = Catalogue::builtin();
    let mut scopes: Vec<Scope> =
        catalogue.scopes().filter(|scope| matches!(scope.status(), Status::Documented | Status::Observed)).collect();
    fastrand::Rng::with_seed(20).shuffle(&mut scopes);
    scopes
});

static HASH_MAP: LazyLock<HashMap<&str, Scope>> =
    LazyLock::new(|| Catalogue::builtin().scopes().map(|scope| (scope.as_str(), scope)).collect());

/// What `phf_codegen` writes to a file of its own, without the file.
static PHF: LazyLock<phf::Map<&str, Scope>> = LazyLock::new(|| {
    let scopes: Vec<Scope> = Catalogue::builtin().scopes().collect();
    let names: Vec<&str> = scopes.iter().map(|scope| scope.as_str()).collect();
    let phf_generator::HashState { key, disps, map } = phf_generator::generate_hash(&names);
    let entries: Vec<(&str, Scope)> = map.into_iter().map(|place| (names[place], scopes[place])).collect();
    phf::Map { key, disps: disps.leak(), entries: entries.leak() }
});

/// A list of that many known scopes, none of which covers another.
pub fn known(count: usize) -> String {
    apart(SCOPES.iter().copied(), count).join(",")
}

/// The same with two letters swapped in the scope in the middle.
pub fn with_a_typo(count: usize) -> String {
    let mut scopes: Vec<String> = apart(SCOPES.iter().copied(), count).into_iter().map(str::to_owned).collect();
    let middle = &mut scopes[count / 2];
    let place = middle.find('.').map_or(0, |dot| dot + 1);
    let swapped: String = middle[place..place + 2].chars().rev().collect();
    middle.replace_range(place..place + 2, &swapped);
    scopes.join(",")
}

/// The first ones that no earlier one covers, and that cover no earlier one: lists of them bring no diagnostic.
fn apart(scopes: impl Iterator<Item = Scope>, count: usize) -> Vec<&'static str> {
    let mut apart: Vec<Scope> = Vec::new();
    for scope in scopes {
        let covers = |one: Scope, other: Scope| one.covers(other) == Covers::Yes;
        if !apart.iter().any(|earlier| covers(*earlier, scope) || covers(scope, *earlier)) {
            apart.push(scope);
        }
        if apart.len() == count {
            break;
        }
    }
    apart.into_iter().map(Scope::as_str).collect()
}

/// A list of that many known scopes of the service that the enum holds.
pub fn known_to_strum(count: usize) -> String {
    let mut scopes: Vec<&str> = Cliq::VARIANTS.iter().map(Into::into).collect();
    fastrand::Rng::with_seed(20).shuffle(&mut scopes);
    let catalogue = Catalogue::builtin();
    apart(scopes.into_iter().filter_map(|scope| catalogue.find(scope)), count).join(",")
}

/// What this library does.
pub fn zoho_scopes(list: &str) -> Option<usize> {
    let report = zoho_scopes::validate(list);
    report.is_valid().then(|| report.items().len())
}

/// What users would write.
pub fn split_and_hash_map(list: &str) -> Option<Vec<Scope>> {
    list.split(',').map(|text| HASH_MAP.get(text).copied()).collect()
}

/// The same without a result: the least work that answers the question.
pub fn split_and_hash_map_without_result(list: &str) -> bool {
    list.split(',').all(|text| HASH_MAP.contains_key(text))
}

/// A perfect hash.
pub fn split_and_phf(list: &str) -> Option<Vec<Scope>> {
    list.split(',').map(|text| PHF.get(text).copied()).collect()
}

/// An enum, for the lists of [`known_to_strum`].
pub fn split_and_strum(list: &str) -> Option<Vec<Cliq>> {
    list.split(',').map(|text| text.parse().ok()).collect()
}

/// A grammar.
pub fn nom_and_hash_map(list: &str) -> Option<Vec<Scope>> {
    let segment = take_while1(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    let scope = recognize(separated_list1(char('.'), segment));
    let list: IResult<&str, Vec<&str>> = all_consuming(separated_list1(char(','), scope)).parse(list);
    list.ok()?.1.into_iter().map(|text| HASH_MAP.get(text).copied()).collect()
}
