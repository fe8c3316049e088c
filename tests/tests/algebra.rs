//! The laws of sets of scopes, over the catalogue, and against a naive oracle.

mod oracle;

use std::{collections::BTreeSet, sync::LazyLock};

use oracle::{Oracle, Texts};
use proptest::{collection::vec, prelude::*, sample::Index, test_runner::TestCaseResult};
use zoho_scopes::{Catalogue, Covers, Entry, Policy, ScopeSet, ZohoCRM, scope, scopes, validate};

static ORACLE: LazyLock<Oracle> = LazyLock::new(Oracle::new);

/// Texts that have something to do with each other: names of one or two services with all their
/// operations, and text that nobody knows.
fn pool() -> impl Strategy<Value = Vec<String>> {
    // Services in which names cover names come up often.
    let claiming: Vec<usize> = (0..ORACLE.services.len()).filter(|place| has_nested_names(*place)).collect();
    let service = prop_oneof![
        any::<Index>().prop_map(|index| index.index(ORACLE.services.len())),
        prop::sample::select(claiming)
    ];
    let names = (service, vec(any::<Index>(), 1..4)).prop_map(|(service, names)| {
        let all = &ORACLE.services[service];
        let roots = all.iter().filter(|name| name[0].split('.').count() == 3).take(1);
        let chosen = names.iter().map(|index| &all[index.index(all.len())]);
        roots.chain(chosen).flatten().cloned().collect::<Vec<String>>()
    });
    vec(names, 1..3).prop_map(|names| {
        let unknown = ["ZohoNowhere.things.READ", "ZohoNowhere.things.ALL"].map(String::from);
        let texts: Texts = names.into_iter().flatten().chain(unknown).collect();
        texts.into_iter().collect()
    })
}

fn has_nested_names(service: usize) -> bool {
    let everything: Texts = ORACLE.services[service].iter().flatten().cloned().collect();
    let some = everything.iter().any(|text| {
        let alone = Texts::from([text.clone()]);
        ORACLE.covered(&alone).len() > 6
    });
    some && everything.len() > 20
}

/// Some of the texts.
fn part(pool: &[String], choice: &[bool]) -> Texts {
    pool.iter().zip(choice.iter().cycle()).filter(|(_, chosen)| **chosen).map(|(text, _)| text.clone()).collect()
}

fn set(texts: &Texts) -> ScopeSet {
    let list: Vec<&str> = texts.iter().map(String::as_str).collect();
    Catalogue::builtin().validate(&list.join(" "), &Policy::GRANTED).to_set()
}

fn texts(entries: impl IntoIterator<Item = Entry<'static>>) -> Texts {
    entries.into_iter().map(|entry| entry.as_str().to_owned()).collect()
}

/// A pool, and three choices from it.
fn choices() -> impl Strategy<Value = (Vec<String>, [Vec<bool>; 3])> {
    let choice = || vec(any::<bool>(), 40);
    (pool(), [choice(), choice(), choice()])
}

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn coverage_is_what_the_oracle_says((pool, [granted, required, _]) in choices()) {
        let (granted, required) = (part(&pool, &granted), part(&pool, &required));
        let (yes, perhaps) = (ORACLE.covered(&granted), ORACLE.perhaps_covered(&granted));
        let coverage = set(&granted).coverage(&set(&required));
        let covered = texts(coverage.covered().iter().map(|item| item.entry.clone()));
        let undocumented = texts(coverage.undocumented().iter().map(|item| item.entry.clone()));
        let missing = texts(coverage.missing());
        prop_assert_eq!(&covered, &(&required & &yes));
        prop_assert_eq!(&undocumented, &(&(&required & &perhaps) - &yes));
        prop_assert_eq!(&missing, &(&required - &perhaps));
        prop_assert_eq!(covered.len() + undocumented.len() + missing.len(), required.len());

        let everything = &set(&required);
        prop_assert_eq!(coverage.is_covered(), required.is_subset(&yes));
        prop_assert_eq!(set(&granted).covers(everything), coverage.is_covered());
        prop_assert_eq!(texts(set(&granted).missing(everything)), &undocumented | &missing);
        for entry in everything {
            let answer = set(&granted).coverage_of(&entry);
            prop_assert_eq!(answer == Covers::Yes, covered.contains(entry.as_str()));
            prop_assert_eq!(answer == Covers::Undocumented, undocumented.contains(entry.as_str()));
        }
    }

    #[test]
    fn what_is_named_as_covering_does_cover((pool, [granted, required, _]) in choices()) {
        let (granted, required) = (set(&part(&pool, &granted)), set(&part(&pool, &required)));
        let coverage = granted.coverage(&required);
        for item in coverage.covered() {
            prop_assert!(!item.by.is_empty());
            prop_assert!(item.by.iter().cloned().collect::<ScopeSet>().covers(&ScopeSet::from([item.entry.clone()])));
        }
        let needed = granted.difference(coverage.excess());
        let covered: ScopeSet = coverage.covered().iter().map(|item| item.entry.clone()).collect();
        prop_assert!(needed.covers(&covered));
        prop_assert!(granted.coverage(&granted).excess().is_empty());
    }

    #[test]
    fn covers_is_reflexive_and_transitive((pool, [first, second, third]) in choices()) {
        let a = set(&part(&pool, &first));
        prop_assert!(a.covers(&a));
        prop_assert!(a.covers(&ScopeSet::new()));
        let within = |set: &ScopeSet, choice: &[bool]| -> ScopeSet {
            texts_covered(set, &pool).into_iter().zip(choice).filter(|(_, chosen)| **chosen).map(|(entry, _)| entry).collect()
        };
        let b = within(&a, &second);
        let c = within(&b, &third);
        prop_assert!(a.covers(&b) && b.covers(&c));
        prop_assert!(a.covers(&c));
    }

    #[test]
    fn covers_is_antisymmetric_up_to_equivalence((pool, [first, second, _]) in choices()) {
        let a = set(&part(&pool, &first));
        let more: ScopeSet = texts_covered(&a, &pool).into_iter().zip(&second).filter(|(_, chosen)| **chosen).map(|(entry, _)| entry).collect();
        let b = a.minimised().kept.union(&more);
        prop_assert!(a.covers(&b) && b.covers(&a));
        prop_assert_eq!(texts_covered(&a, &pool), texts_covered(&b, &pool));
        prop_assert_eq!(a.minimised().kept.covers(&b), true);
    }

    #[test]
    fn minimised_covers_the_same_with_less((pool, [choice, ..]) in choices()) {
        let whole = set(&part(&pool, &choice));
        let minimised = whole.minimised();
        let dropped: ScopeSet = minimised.dropped.iter().map(|dropped| dropped.entry.clone()).collect();
        prop_assert_eq!(&minimised.kept.union(&dropped), &whole);
        prop_assert!(minimised.kept.intersection(&dropped).is_empty());
        prop_assert!(minimised.kept.covers(&whole));
        prop_assert_eq!(&minimised.kept.minimised().kept, &minimised.kept);
        for dropped in &minimised.dropped {
            prop_assert_eq!(dropped.by.covers(&dropped.entry), Covers::Yes);
            prop_assert!(minimised.kept.entries().any(|kept| kept == dropped.by));
        }
        for entry in &minimised.kept {
            no_other_entry_covers(&minimised.kept, &entry)?;
        }
    }

    #[test]
    fn union_is_the_least_upper_bound((pool, [first, second, third]) in choices()) {
        let [a, b, more] = [first, second, third].map(|choice| set(&part(&pool, &choice)));
        let union = a.union(&b);
        prop_assert!(union.covers(&a) && union.covers(&b));
        for upper in [union.union(&more), union.minimised().kept, more] {
            prop_assert_eq!(upper.covers(&a) && upper.covers(&b), upper.covers(&union));
        }
    }

    #[test]
    fn sets_are_sets((pool, [first, second, _]) in choices()) {
        let [one, other] = [first, second].map(|choice| part(&pool, &choice));
        prop_assert_eq!(texts(set(&one).union(&set(&other))), &one | &other);
        prop_assert_eq!(texts(set(&one).intersection(&set(&other))), &one & &other);
        prop_assert_eq!(texts(set(&one).difference(&set(&other))), &one - &other);
        let mut grown = set(&one);
        grown.extend(&set(&other));
        prop_assert_eq!(grown, set(&other).union(&set(&one)));
    }

    #[test]
    fn narrower_is_narrower((pool, [choice, ..]) in choices(), read_only in any::<bool>()) {
        let operations: &[&str] = if read_only { &["read"] } else { &[] };
        for entry in &set(&part(&pool, &choice)) {
            let narrower = entry.narrower(operations);
            let all = || narrower.direct.iter().chain(&narrower.below);
            for lower in all() {
                prop_assert_eq!(entry.covers(lower), Covers::Yes);
                prop_assert_eq!(lower.covers(&entry), Covers::No);
                prop_assert!(!read_only || lower.as_str().to_lowercase().ends_with(".read"));
            }
            for below in &narrower.below {
                prop_assert!(narrower.direct.iter().any(|upper| upper.covers(below) == Covers::Yes));
            }
            let direct: ScopeSet = narrower.direct.iter().cloned().collect();
            prop_assert_eq!(direct.minimised().dropped, []);
            prop_assert!(narrower.undocumented.iter().all(|lower| entry.covers(lower) == Covers::Undocumented));
        }
    }

    #[test]
    fn wider_replaces_what_it_says((pool, [choice, ..]) in choices()) {
        let set = set(&part(&pool, &choice));
        for wider in set.wider() {
            prop_assert!(!set.contains(wider.scope));
            prop_assert!(wider.replaces.len() > 1);
            prop_assert_eq!(&wider.replaces.intersection(&set), &wider.replaces);
            prop_assert!(ScopeSet::from([wider.scope]).covers(&wider.replaces));
        }
    }

    #[test]
    fn fixes_keep_what_is_right(list in mangled()) {
        let report = validate(&list);
        let text = report.apply_fixes();
        let fixed = validate(&text);
        prop_assert!(fixed.is_valid() || !report.is_valid(), "{list:?} became {text:?}");
        let unknown = |report: &zoho_scopes::Report<'_>| report.items().iter().filter(|item| item.entry.scope().is_none()).count();
        prop_assert!(unknown(&fixed) <= unknown(&report), "{list:?} became {text:?}");
        prop_assert!(fixed.to_set().len() >= report.to_set().intersection(&fixed.to_set()).len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..config() })]

    #[test]
    fn search_takes_any_words(words in "\\PC{0,40}") {
        let found = Catalogue::builtin().search(&words);
        let distinct: BTreeSet<_> = found.iter().collect();
        prop_assert_eq!(distinct.len(), found.len());
        prop_assert_eq!(found, Catalogue::builtin().search(&words));
    }
}

/// Scope lists with some characters changed.
fn mangled() -> impl Strategy<Value = String> {
    let change = (any::<Index>(), prop::sample::select(vec!['.', ',', ';', ' ', 'e', 'R', 'é', '\u{200b}', '{', '\n']));
    (pool(), vec(any::<bool>(), 20), vec(change, 0..4)).prop_map(|(pool, choice, changes)| {
        let chosen: Vec<String> = part(&pool, &choice).into_iter().collect();
        let mut list: Vec<char> = chosen.join(",").chars().collect();
        for (place, c) in changes.into_iter().filter(|_| !chosen.is_empty()) {
            let place = place.index(list.len());
            list[place] = c;
        }
        list.into_iter().collect()
    })
}

/// What a set covers of a pool.
fn texts_covered(set: &ScopeSet, pool: &[String]) -> Vec<Entry<'static>> {
    let all = self::set(&pool.iter().cloned().collect());
    all.entries().filter(|entry| set.coverage_of(entry) == Covers::Yes).collect()
}

/// Without the entry the rest does not cover it, or only because several entries spell it out.
fn no_other_entry_covers(set: &ScopeSet, entry: &Entry<'static>) -> TestCaseResult {
    let alone = ScopeSet::from([entry.clone()]);
    let rest = set.difference(&alone);
    prop_assert!(rest.entries().all(|other| other.covers(entry) != Covers::Yes), "{entry} is still redundant");
    let coverage = rest.coverage(&alone);
    prop_assert!(coverage.covered().iter().all(|item| item.by.len() > 1));
    Ok(())
}

#[track_caller]
fn assert_covered_by(granted: &str, required: &str, by: &[&str]) {
    let coverage = ScopeSet::granted(granted).coverage(&ScopeSet::granted(required));
    let found: Vec<&str> = coverage.covered().iter().flat_map(|item| item.by.iter().map(Entry::as_str)).collect();
    assert_eq!(found, by);
}

#[test]
fn coverage_names_the_coverer() {
    assert_covered_by(
        "ZohoCliq.Chats.READ ZohoCliq.Reminders.ALL",
        "ZohoCliq.Reminders.READ",
        &["ZohoCliq.Reminders.ALL"],
    );
    assert_covered_by(
        "ZohoCRM.modules.ALL ZohoCRM.modules.leads.READ",
        "ZohoCRM.modules.leads.READ",
        &["ZohoCRM.modules.leads.READ"],
    );
    assert_covered_by(
        "ZohoCRM.modules.READ ZohoCRM.modules.ALL",
        "ZohoCRM.modules.visits.READ",
        &["ZohoCRM.modules.ALL"],
    );
    assert_covered_by("Zoho.unheard.of", "zoho.Unheard.OF", &["Zoho.unheard.of"]);
}

#[test]
fn a_spelt_out_all_is_covered_by_its_parts() {
    let parts = ["CREATE", "DELETE", "READ", "UPDATE"];
    let leads = parts.map(|operation| format!("ZohoCRM.modules.leads.{operation}"));
    let leads: Vec<&str> = leads.iter().map(String::as_str).collect();
    assert_covered_by(&leads.join(" "), "ZohoCRM.modules.leads.ALL", &leads);
    assert_covered_by(&leads[1..].join(" "), "ZohoCRM.modules.leads.ALL", &[]);
    let visits = parts.map(|operation| format!("ZohoCRM.modules.visits.{operation}"));
    let visits: Vec<&str> = visits.iter().map(String::as_str).collect();
    assert_covered_by(&visits.join(" "), "ZohoCRM.modules.visits.ALL", &visits);
    let mixed =
        "ZohoCRM.modules.leads.CREATE ZohoCRM.modules.READ ZohoCRM.modules.leads.UPDATE ZohoCRM.modules.leads.DELETE";
    assert_covered_by(
        mixed,
        "ZohoCRM.modules.leads.ALL",
        &[
            "ZohoCRM.modules.leads.CREATE",
            "ZohoCRM.modules.leads.DELETE",
            "ZohoCRM.modules.leads.UPDATE",
            "ZohoCRM.modules.READ",
        ],
    );
}

#[test]
fn every_dropped_entry_names_a_kept_one() {
    let minimised =
        ScopeSet::granted("ZohoCRM.modules.leads.READ ZohoCRM.modules.leads.ALL ZohoCRM.modules.ALL").minimised();
    assert_eq!(minimised.kept.to_string(), "ZohoCRM.modules.ALL");
    let dropped: Vec<(&str, &str)> =
        minimised.dropped.iter().map(|dropped| (dropped.entry.as_str(), dropped.by.as_str())).collect();
    assert_eq!(
        dropped,
        [("ZohoCRM.modules.leads.ALL", "ZohoCRM.modules.ALL"), ("ZohoCRM.modules.leads.READ", "ZohoCRM.modules.ALL")]
    );
    let spelt_out = ScopeSet::granted("ZohoCliq.Chats.READ ZohoCliq.Reminders.READ");
    assert_eq!(spelt_out.minimised().kept, spelt_out);
}

#[test]
fn texts_are_the_same_in_any_case() {
    let set =
        ScopeSet::granted("ZohoCRM.modules.visits.READ zohocrm.MODULES.Visits.read Zoho.what.ever zoho.WHAT.ever");
    assert_eq!(set.to_string(), "Zoho.what.ever,ZohoCRM.modules.visits.READ");
}

#[test]
fn narrower_lists_what_a_reviewer_would_cut_down_to() {
    let wires = |entries: &[Entry<'_>]| entries.iter().map(|entry| entry.as_str().to_owned()).collect::<Vec<_>>();
    let narrower = Entry::from(scope!("ZohoCRM.modules.ALL")).narrower(&["READ"]);
    assert_eq!(wires(&narrower.direct), ["ZohoCRM.modules.READ"]);
    assert!(wires(&narrower.below).contains(&"ZohoCRM.modules.leads.READ".to_owned()));
    let narrower = Entry::from(scope!("ZohoCRM.modules.ALL")).narrower(&[]);
    assert!(wires(&narrower.direct).contains(&"ZohoCRM.modules.leads.ALL".to_owned()));
    assert!(!wires(&narrower.direct).contains(&"ZohoCRM.modules.leads.READ".to_owned()));
    let admitted = ScopeSet::granted("ZohoCRM.modules.visits.ALL").entries().next().expect("one entry");
    assert_eq!(wires(&admitted.narrower(&["DELETE"]).direct), ["ZohoCRM.modules.visits.DELETE"]);
    let books = Entry::from(scope!("ZohoBooks.fullaccess.all")).narrower(&[]);
    assert!(books.direct.is_empty() && wires(&books.undocumented).contains(&"ZohoBooks.invoices.READ".to_owned()));
}

#[test]
fn wider_gives_the_least_wide() {
    let wider = |set: ScopeSet| set.wider().iter().map(|wider| wider.scope.as_str()).collect::<Vec<_>>();
    assert_eq!(wider(scopes!["ZohoCRM.modules.leads.READ", "ZohoCRM.modules.contacts.READ"]), ["ZohoCRM.modules.READ"]);
    assert_eq!(wider(scopes!["ZohoCliq.Chats.READ", "ZohoCRM.modules.contacts.READ"]), [""; 0]);
}

#[track_caller]
fn assert_found(words: &str, wire: &str) {
    let found = Catalogue::builtin().search(words);
    let place = found.iter().position(|scope| scope.as_str() == wire);
    assert!(
        place.is_some_and(|place| place < 5),
        "`{words}` finds {wire} at {place:?}: {:?}",
        &found[..found.len().min(5)]
    );
}

#[test]
fn search_finds() {
    assert_found("crm field metadata", "ZohoCRM.settings.fields.READ");
    assert_found("setings.feilds", "ZohoCRM.settings.fields.READ");
    assert_found("zohocrm.settings.fields.read", "ZohoCRM.settings.fields.READ");
    assert_found("desk tickets", "Desk.tickets.READ");
    assert_found("delete desk tickets", "Desk.tickets.DELETE");
    assert_found("billing invoices", "ZohoSubscriptions.invoices.READ");
    assert_found("cliq chanels", "ZohoCliq.Channels.READ");
    assert_found("userfields", "ZohoCliq.UserFields.CREATE");
    assert_eq!(Catalogue::builtin().search("What do I need to read deals?")[0].as_str(), "ZohoCRM.modules.deals.READ");
    assert_eq!(Catalogue::builtin().search(""), []);
    assert_eq!(Catalogue::builtin().search("qqqqqqq xxxxxxx"), []);
    assert_eq!(Catalogue::builtin().search("ZohoCRM.settings.fields.ALL")[0], ZohoCRM::settings_fields::ALL.scope());
}

#[track_caller]
fn assert_fixed(list: &str, text: &str) {
    assert_eq!(validate(list).apply_fixes(), text);
}

#[test]
fn certain_fixes_are_applied() {
    assert_fixed("ZohoCliq.Chats.READ,ZohoCliq.Channels.READ", "ZohoCliq.Chats.READ,ZohoCliq.Channels.READ");
    assert_fixed("zohocliq.chats.read;ZohoCliq.Chanels.READ,,", "ZohoCliq.Chats.READ,ZohoCliq.Channels.READ");
    assert_fixed(
        "ZohoCliq.Chats.READ; zohocliq.chats.read, ZohoCliq.Bots.READ",
        "ZohoCliq.Chats.READ, ZohoCliq.Bots.READ",
    );
    assert_fixed("ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ", "ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ");
    assert_fixed("Nonsense.of.mine", "Nonsense.of.mine");
    assert_fixed("", "");
}

#[track_caller]
fn codes(list: &str, policy: &Policy) -> Vec<&'static str> {
    let report = Catalogue::builtin().validate(list, policy);
    report.diagnostics().iter().map(|diagnostic| diagnostic.code().as_str()).collect()
}

#[test]
fn redundant_entries_are_told() {
    let list = "ZohoCliq.Reminders.READ,ZohoCliq.Chats.READ,ZohoCliq.Reminders.ALL";
    let report = validate(list);
    let [finding] = report.diagnostics() else { panic!("{:?}", report.diagnostics()) };
    assert_eq!(finding.message(), "`ZohoCliq.Reminders.READ` is redundant: `ZohoCliq.Reminders.ALL` covers it");
    assert_eq!(finding.help(), Some("leave it out"));
    let mend = &finding.suggestions()[0];
    let mended = [&list[..mend.span.start], &mend.replacement, &list[mend.span.end..]].concat();
    assert_eq!(mended, "ZohoCliq.Chats.READ,ZohoCliq.Reminders.ALL");
    assert!(report.is_valid());

    assert_eq!(codes(list, &Policy::STRICT), ["redundant"]);
    assert_eq!(codes(&list.replace(',', " "), &Policy::GRANTED), [""; 0]);
    assert_eq!(codes(list, &Policy::LAX.redundant(false)), [""; 0]);
    assert_eq!(codes("ZohoCRM.modules.zebras_of_ours.READ,ZohoCRM.modules.ALL", &Policy::LAX), ["redundant"]);
    assert_eq!(codes("ZohoBooks.fullaccess.all,ZohoBooks.invoices.READ", &Policy::LAX), [""; 0]);
    assert_eq!(
        codes("ZohoCliq.Reminders.ALL,ZohoCliq.Reminders.READ,ZohoCliq.Reminders.READ", &Policy::LAX),
        ["redundant", "duplicate"]
    );
}

#[test]
fn over_broad_entries_are_told_where_it_is_wanted() {
    let policy = Policy::LAX.over_broad(true);
    assert_eq!(codes("ZohoCliq.Reminders.ALL,ZohoCliq.Chats.READ", &policy), ["over-broad"]);
    assert_eq!(codes("ZohoCliq.Reminders.ALL,ZohoCliq.Chats.READ", &Policy::STRICT), [""; 0]);
    let report = Catalogue::builtin().validate("ZohoCRM.modules.leads.ALL", &policy);
    assert_eq!(report.diagnostics()[0].message(), "`ZohoCRM.modules.leads.ALL` covers other scopes");
    let help = report.diagnostics()[0].help().expect("there is help");
    assert!(help.starts_with("ask for what the task needs: it stands for `ZohoCRM.modules.leads."), "{help}");
}
