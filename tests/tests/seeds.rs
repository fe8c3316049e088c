//! Every scope string of the documents that the project started from is known.

use zoho_scopes::{Catalogue, Policy, ZohoCliq, validate};

const SEEDS: &str = include_str!("seeds.txt");

#[test]
fn every_seed_is_known() {
    assert_eq!(SEEDS.lines().count(), 87);
    for seed in SEEDS.lines() {
        let report = validate(seed);
        assert!(report.is_valid(), "{seed}: {:?}", report.diagnostics());
        let scope = Catalogue::builtin().find(seed).unwrap_or_else(|| panic!("{seed} is not known"));
        assert!(scope.as_str().eq_ignore_ascii_case(seed), "{seed} became {scope}");
    }
}

#[test]
fn the_seeds_spell_official_forms() {
    let report = |seed| Catalogue::builtin().validate(seed, &Policy::STRICT);
    let refused: Vec<&str> = SEEDS.lines().filter(|seed| !report(seed).is_valid()).collect();
    assert_eq!(refused, [""; 0]);
}

#[test]
fn operations_keep_a_wire_form_of_their_own() {
    assert_eq!(ZohoCliq::UserFields::CREATE.as_str(), "ZohoCliq.UserFields.CREATE");
    assert_eq!(ZohoCliq::UserFields::UPDATE.as_str(), "ZohoCliq.Userfields.UPDATE");
    assert!(validate("ZohoCliq.Userfields.UPDATE").is_valid());
    assert!(validate("ZohoCliq.UserFields.UPDATE").is_valid());
}
