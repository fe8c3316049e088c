//! What everyone tries first with the types compiles, and what would be a lie cannot be made.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    str::FromStr,
};

use zoho_scopes::{
    Catalogue, Covers, Entry, Policy, Scope, ScopeSet, ZohoCRM, ZohoCliq,
    accounts::{DataCentre, Limit},
    catalogue::{Completeness, Evidence, Pattern, ScopeName, Service, SourceKind, Status},
    docs::{Column, Format, Grouping, Rows},
    policy::{Separators, Unknown},
    report::{Applicability, Code, Severity},
    scopes,
};

#[test]
fn scopes_are_compared_with_text() {
    let scope: Scope = ZohoCliq::Channels::READ.into();
    assert_eq!(scope, "ZohoCliq.Channels.READ");
    assert_eq!("ZohoCliq.Channels.READ", scope);
    assert_eq!(scope, *"ZohoCliq.Channels.READ");
    assert_eq!(*"ZohoCliq.Channels.READ", scope);
    assert_ne!(scope, "zohocliq.channels.read", "letter for letter");
    assert_eq!(scope.as_ref(), "ZohoCliq.Channels.READ");
}

#[test]
fn entries_are_keys_and_texts() {
    let catalogue = Catalogue::default();
    let mut counts: HashMap<Entry<'static>, u8> = HashMap::new();
    for text in
        ["ZohoCliq.Chats.READ", "zohocliq.chats.read", "Acme.x.READ", "ACME.x.read", "ZohoCRM.modules.visits.READ"]
    {
        *counts.entry(catalogue.entry(text).into_owned()).or_default() += 1;
    }
    assert_eq!(counts.len(), 3, "case makes no other entry");
    assert_eq!(counts[&ZohoCliq::Chats::READ.into()], 2);
    let entry = Entry::from(ZohoCliq::Chats::READ);
    let text: &str = entry.as_ref();
    assert_eq!(text, "ZohoCliq.Chats.READ");
}

#[test]
fn sets_do_what_sets_of_the_standard_library_do() {
    let mut set = ScopeSet::from([ZohoCliq::Channels::READ.into(), ZohoCRM::modules::ALL.into()]);
    assert_eq!(set, ScopeSet::from_iter([ZohoCliq::Channels::READ.scope(), ZohoCRM::modules::ALL.scope()]));
    let more = scopes![ZohoCliq.Chats.READ];
    assert!(set.is_disjoint(&more) && !set.is_superset(&more));
    set |= &more;
    assert!(set.is_superset(&more) && set.iter().count() == 3);
    set -= &more;
    set &= &scopes![ZohoCliq.Channels.READ];
    assert_eq!(set.to_string(), "ZohoCliq.Channels.READ");
    assert!(set.remove(&ZohoCliq::Channels::READ.into()) && !set.remove(&ZohoCliq::Channels::READ.into()));
    set.extend(ScopeSet::granted("ZohoCliq.Chats.READ Acme.x.READ").iter());
    set.retain(|entry| matches!(entry, Entry::Unknown(_)));
    assert_eq!(set.to_string(), "Acme.x.READ");
    let sets = HashSet::from([set.clone(), set, ScopeSet::granted("acme.X.read")]);
    assert_eq!(sets.len(), 1);
}

#[test]
fn handles_are_ordered_as_text_is() {
    let services = Catalogue::builtin().services();
    let names: Vec<String> = services.map(|service| service.as_ref().to_ascii_lowercase()).collect();
    assert!(names.is_sorted());
    let crm = Catalogue::builtin().service("ZohoCRM").expect("a service");
    let names: BTreeSet<ScopeName> = crm.names().collect();
    assert!(names.iter().map(|name| name.as_str().to_ascii_lowercase()).is_sorted());
    let scopes: BTreeSet<Scope> = crm.scopes().collect();
    assert!(scopes.iter().map(|scope| scope.as_str().to_ascii_lowercase()).is_sorted());
    assert_eq!(Service::clone(&crm), crm);
}

/// Patterns are no scopes, so no way leads from the catalogue to a set that prints a placeholder.
#[test]
fn no_set_prints_a_placeholder() {
    let catalogue = Catalogue::builtin();
    let patterns: Vec<Pattern> = catalogue.patterns().collect();
    assert!(patterns.len() > 10 && patterns.iter().all(|pattern| pattern.as_str().contains('{')));
    let of_names = catalogue.services().flat_map(Service::names).flat_map(ScopeName::scopes);
    let everything: ScopeSet = catalogue.scopes().chain(of_names).collect();
    let covered: ScopeSet = everything.scopes().flat_map(|scope| scope.covered().chain(scope.may_cover())).collect();
    assert!(!everything.to_string().contains('{') && !covered.to_string().contains('{'));
    for pattern in patterns {
        assert!(catalogue.find(pattern.as_str()).is_none());
        assert!(matches!(catalogue.entry(pattern.as_str()), Entry::Unknown(_)), "{pattern}");
    }
}

#[test]
fn text_of_a_known_scope_is_never_unknown() {
    let catalogue = Catalogue::builtin();
    for scope in catalogue.scopes() {
        assert_eq!(catalogue.entry(scope.as_str()), Entry::Known(scope));
    }
}

/// However long a response is, nothing of it is cut off.
#[test]
fn what_is_granted_is_granted_whole() {
    let list: Vec<String> = (0..30_000).map(|number| format!("Acme.orders{number}.READ")).collect();
    let granted = ScopeSet::granted(&list.join(" "));
    assert_eq!(granted.len(), list.len());
    let wide = format!("{} ZohoCliq.Chats.READ", "Acme.aaaaaaaaaaaaaaaaaaaaaaaa.READ ".repeat(100_000));
    assert!(ScopeSet::granted(&wide).contains(ZohoCliq::Chats::READ));
}

#[track_caller]
fn words<T: Copy + PartialEq + std::fmt::Debug + ToString + FromStr<Err = zoho_scopes::catalogue::UnknownWord>>(
    all: &[T],
) {
    for variant in all {
        assert_eq!(variant.to_string().parse::<T>().as_ref(), Ok(variant));
    }
    let error = "no such word".parse::<T>().expect_err("it is none");
    assert!(error.to_string().starts_with("`no such word` is none of "), "{error}");
}

#[test]
fn every_worded_enum_is_read_from_its_words() {
    words(Code::ALL);
    words(Severity::ALL);
    words(Applicability::ALL);
    words(Status::ALL);
    words(Completeness::ALL);
    words(SourceKind::ALL);
    words(Evidence::ALL);
    words(Covers::ALL);
    words(Unknown::ALL);
    words(Separators::ALL);
    words(Column::ALL);
    words(Format::ALL);
    words(Rows::ALL);
    words(Grouping::ALL);
    let json = serde_json::to_string(&(Code::UnknownService, Severity::Error, Column::Name, Covers::Yes));
    assert_eq!(json.expect("JSON"), r#"["unknown-service","error","name","yes"]"#);
    let read: (Code, Severity, Format) = serde_json::from_str(r#"["unknown-service","error","csv"]"#).expect("words");
    assert_eq!(read, (Code::UnknownService, Severity::Error, Format::Csv));
    assert!(serde_json::from_str::<Status>("\"gone\"").is_err());
}

#[test]
fn each_rule_of_a_policy_can_be_set() {
    let policy = Policy::LAX
        .unknown(Unknown::Deny)
        .separators(Separators::Comma)
        .official_spellings_only(true)
        .wire_form_only(true)
        .redundant(false)
        .over_broad(true)
        .max_bytes(1 << 10)
        .max_entries(10)
        .max_diagnostics(10);
    assert_ne!(policy, Policy::LAX);
    // Strictness of spelling and of writing are apart.
    let valid = |list: &str, policy: &Policy| Catalogue::builtin().validate(list, policy).is_valid();
    let spelling = Policy::LAX.official_spellings_only(true);
    assert!(valid("ZohoCliq.Chats.READ; ZohoCliq.Bots.READ", &spelling) && !valid("zohocliq.chats.read", &spelling));
    let writing = Policy::LAX.wire_form_only(true);
    assert!(!valid("ZohoCliq.Chats.READ; ZohoCliq.Bots.READ", &writing) && valid("zohocliq.chats.read", &writing));
}

#[test]
fn times_are_durations() {
    let lifetimes = Limit::ALL.iter().filter_map(|limit| limit.duration());
    assert!(lifetimes.count() >= 3);
    assert!(!DataCentre::ALL.is_empty());
}
