//! API calls: what a request is taken for, and the laws of the minimal list.

use std::{collections::BTreeSet, sync::LazyLock};

use proptest::{
    collection::vec,
    prelude::{Strategy, any, prop_oneof, proptest},
    sample::{select, subsequence},
    test_runner::Config,
};
use zoho_scopes::{
    Catalogue, Entry, Policy, Requirement, ScopeSet,
    calls::{Call, MinimalScopes, Why, is_base, is_below_base, minimal_scopes, minimal_scopes_of},
    catalogue::{Service, Status},
};

/// A request with the call it makes, or what is said where none is known.
#[track_caller]
fn check(request: &str, expected: &str) {
    let found = match Call::parse(request) {
        Ok(call) => format!("{call} at {}", call.host()),
        Err(unknown) => unknown.help().map_or_else(|| unknown.to_string(), |help| format!("{unknown} ({help})")),
    };
    assert_eq!(found, expected, "of {request}");
}

#[test]
fn data_centres_and_versions() {
    let fields = "GET /crm/v8/settings/fields at www.zohoapis.com";
    for host in [
        "www.zohoapis.com",
        "www.zohoapis.eu",
        "www.zohoapis.com.au",
        "www.zohoapis.ca",
        "zohoapis.in",
        "WWW.ZOHOAPIS.JP:443",
    ] {
        check(&format!("GET https://{host}/crm/v8/settings/fields"), fields);
    }
    for path in
        ["/crm/v8/settings/fields", "/crm/v2.1/settings/fields", "/crm/settings/fields", "crm/v9/settings/fields"]
    {
        check(&format!("GET {path}"), fields);
    }
    check("GET {api-domain}/crm/{version}/settings/fields", fields);
    check("GET https://desk.zoho.eu/api/v1/tickets", "GET /api/v1/tickets at desk.zoho.com");
    check("GET https://desk.zohocloud.ca/api/v1/tickets", "GET /api/v1/tickets at desk.zoho.com");
    // The request's own version goes first.
    check("GET /api/v2/channels", "GET /api/v2/channels at cliq.zoho.com");
}

#[test]
fn bad_input_has_a_clear_answer() {
    let fields = "GET /crm/v8/settings/fields at www.zohoapis.com";
    for request in [
        "get https://www.zohoapis.com/crm/v8/settings/fields",
        "GET https://www.zohoapis.com/crm/v8/settings/fields/",
        "GET https://www.zohoapis.com//crm///v8/settings/fields",
        "GET https://www.zohoapis.com/crm/v8/settings/%66ields",
        "GET https://www.zohoapis.com/crm/v8/settings/fields?module=Leads#top",
        "GET https://user:secret@www.zohoapis.com/crm/v8/settings/fields",
        "  GET   /crm/v8/./settings/x/../fields ",
    ] {
        check(request, fields);
    }
    check("GET https://api.example.com/crm/v8/org", "no call is known to the host `api.example.com`");
    check("GET https://www.zohoapis.com/nothing/here", "no call is known for `GET www.zohoapis.com/nothing/here`");
    check("GET /", "no call is known for `GET /`");
    check("GET", "the request has no method (write `GET /path`)");
    check("", "the request has no method (write `GET /path`)");
    check("5ecret", "the request has no method (write `GET /path`)");
    check("opensesame secret", "`OPENSESAME` is not a method of an API call");
    check("opensesamesecret secret", "the request does not begin with a method");
    check("FETCH /crm/v8/org", "`FETCH` is not a method of an API call");
    check("GET https://", "no call is known for `GET /`");
    check("GET /crm/v8/a%2Fb/c%00d/e/f/g/h/i", "no call is known for `GET /crm/v8/a/b/c\u{fffd}d/e/f/g/h/i`");
}

#[test]
fn what_may_be_meant_is_said() {
    check(
        "DELETE /crm/v8/settings/fields",
        "no call is known for `DELETE /crm/v8/settings/fields` with this method (known: `GET /crm/v8/settings/fields`, `PATCH /crm/v8/settings/fields`, `POST /crm/v8/settings/fields`)",
    );
    check(
        "GET https://www.zohoapis.eu/inventory/v1/bilss/12",
        "no call is known for `GET www.zohoapis.eu/inventory/v1/bilss/12` (did you mean `GET www.zohoapis.com/inventory/v1/bills/{bill_id}`?)",
    );
    let meant = Call::misspelled("GET", "/books/v3/invoicess").expect("it is near");
    assert_eq!(meant.to_string(), "GET /books/v3/invoices");
    assert_eq!(Call::misspelled("GET", "/books/v3/invoices"), None);
}

/// What stands before an `@`, in a query and in a fragment is never reported.
#[test]
fn secrets_are_not_reported() {
    for request in [
        "GET https://user:secret@api.example.com/x?token=secret#secret",
        "GET user:secret@api.example.com/x",
        "GET https://www.zohoapis.com/x?secret",
        "GET https://user:sec#secret@www.zohoapis.com/nothing",
    ] {
        let unknown = Call::parse(request).expect_err("no such call");
        let said = format!("{unknown} {unknown:?} {:?}", unknown.help());
        assert!(!said.contains("secret"), "{said}");
    }
    let Err(unknown) = Call::parse("GET https://survey.zoho.com/x") else { panic!("it is known") };
    assert!(!unknown.is_elsewhere() && *unknown.why() == Why::Host, "{unknown:?}");
    assert!(Call::parse("GET https://zoho.com.example.com/x").expect_err("no such host").is_elsewhere());
}

/// The host of a product stands for the base of its calls, in any data centre and version; other paths of it do not.
#[test]
fn other_addresses_of_bases_are_known() {
    for (alias, usual) in [
        ("https://books.zoho.in/api/v3/invoices/1", "/books/v3/invoices/1"),
        ("https://books.zoho.com/api/v9/invoices/1", "/books/v9/invoices/1"),
        ("creator.zoho.com/api/v2/acme/app/report/all", "/creator/v2.1/data/acme/app/report/all"),
        ("https://zohoapis.eu/subscriptions/v1/plans", "/billing/v1/plans"),
        ("https://acme.desk.zoho.eu/api/v1/tickets", "https://desk.zoho.com/api/v1/tickets"),
        ("https://projects.zoho.eu/api/v3/portal/1/users", "https://projectsapi.zoho.eu/api/v3/portal/1/users"),
    ] {
        assert_eq!(Call::find("GET", alias), Call::find("GET", usual), "{alias}");
        assert!(Call::find("GET", alias).is_ok() && is_below_base(alias) && !is_base(alias), "{alias}");
    }
    assert!(["https://books.zoho.eu", "https://books.zoho.com/api/v3/"].into_iter().all(is_base));
    let unknown = Call::parse("GET https://books.zoho.com/api/v3/nothing/at/all").expect_err("no such call");
    assert_eq!(unknown.service().map(Service::as_str), Some("ZohoBooks"));
    assert!(unknown.to_string().contains("books.zoho.com/api/v3/nothing"), "{unknown}");
    for page in ["https://books.zoho.com/app/1", "https://crm.zoho.com/crm/org1/tab/Leads/1"] {
        let unknown = Call::find("GET", page).expect_err("no such call");
        assert!(*unknown.why() == Why::Host && !is_below_base(page), "{unknown:?}");
    }
}

#[test]
fn parameters_are_filled() {
    let needs = |request: &str| Call::parse(request).expect("it is known").requirement();
    let names = |request: &str| named(&needs(request).expect("its needs are known"));
    assert!(names("GET /crm/v8/Leads").contains("ZohoCRM.modules.leads.READ"), "a known scope is found without case");
    assert!(names("GET /crm/v8/Visits").contains("ZohoCRM.modules.Visits.READ"), "other text is admitted");
    assert!(names("GET /crm/v8/{module}").iter().all(|scope| !scope.contains('{')));
    assert!(names("GET /crm/v8/Vis%2Ffoo").iter().all(|scope| !scope.contains("Vis")), "no segment of a scope");
    let open = Call::parse("GET /crm/v8/{module}").expect("it is known").open_patterns();
    assert_eq!(open, ["ZohoCRM.modules.{module_api_name}.READ"]);
}

/// The texts of the entries that a requirement names.
fn named(requirement: &Requirement) -> BTreeSet<String> {
    match requirement {
        Requirement::Scope(entry) => BTreeSet::from([entry.to_string()]),
        Requirement::All(parts) | Requirement::Any(parts) => parts.iter().flat_map(named).collect(),
        _ => BTreeSet::new(),
    }
}

/// Every call of the catalogue is found by its own path, at its host and alone, and has a source and needs or a
/// reason why not.
#[test]
fn every_call_is_found() {
    let calls = Call::all();
    assert!(calls.len() >= 2_500, "{} calls", calls.len());
    for call in calls {
        let path = call.template().replace(['{', '}'], "");
        let url = format!("https://{}{path}", call.host());
        let found = Call::find(call.method(), &url).unwrap_or_else(|unknown| panic!("{url}: {unknown}"));
        assert_eq!(found.to_string(), call.to_string());
        assert!(call.sources().len() > 0, "{call}");
        assert!(call.unclear().is_some() || call.requirement().is_some() || !call.open_patterns().is_empty(), "{call}");
    }
}

fn holds(requirements: &[Requirement], set: &ScopeSet) -> bool {
    requirements.iter().all(|requirement| requirement.check(set).is_ok())
}

/// What holds of every minimal list: it meets all, nothing can be taken away, and each scope has its reason.
fn assert_laws(requirements: &[Requirement], least: &MinimalScopes) {
    let set = least.scopes();
    assert!(holds(requirements, set), "{set} does not meet {requirements:?}");
    for reason in least.reasons() {
        let rest: ScopeSet = set.iter().filter(|entry| *entry != reason.entry).collect();
        assert!(!holds(requirements, &rest), "{} can be taken away from {set}", reason.entry);
        let fails = |place: &usize| requirements[*place].check(&rest).is_err();
        assert!(reason.calls.iter().any(fails), "{} has no reason in {set}", reason.entry);
    }
}

/// Entries that cover each other in every way: by ALL, by names above, perhaps, spelled out, by patterns.
const POOL: [&str; 22] = [
    "ZohoCliq.Reminders.ALL",
    "ZohoCliq.Reminders.CREATE",
    "ZohoCliq.Reminders.READ",
    "ZohoCliq.Reminders.UPDATE",
    "ZohoCliq.Reminders.DELETE",
    "ZohoCRM.modules.ALL",
    "ZohoCRM.modules.READ",
    "ZohoCRM.modules.leads.ALL",
    "ZohoCRM.modules.leads.CREATE",
    "ZohoCRM.modules.leads.READ",
    "ZohoCRM.modules.deals.READ",
    "ZohoCRM.modules.visits.ALL",
    "ZohoCRM.modules.visits.READ",
    "ZohoCRM.settings.ALL",
    "ZohoCRM.settings.fields.ALL",
    "ZohoCRM.settings.fields.READ",
    "ZohoBooks.fullaccess.all",
    "ZohoBooks.invoices.ALL",
    "ZohoBooks.invoices.READ",
    "ZohoBooks.invoices.CREATE",
    "Desk.tickets.READ",
    "Acme.things.READ",
];

fn entry(text: &str) -> Entry<'static> {
    let report = Catalogue::builtin().validate(text, &Policy::GRANTED).into_owned();
    report.to_set().iter().next().expect("one entry")
}

/// A requirement of entries among some, at most two joins deep.
fn requirement(pool: Vec<&'static str>) -> impl Strategy<Value = Requirement> {
    let one = select(pool).prop_map(|text| Requirement::Scope(entry(text)));
    let joined = |parts: Vec<Requirement>, all: bool| {
        if all { Requirement::All(parts.into()) } else { Requirement::Any(parts.into()) }
    };
    let several = (vec(one.clone(), 1..4), any::<bool>()).prop_map(move |(parts, all)| joined(parts, all));
    let nested = (vec(prop_oneof![one.clone(), several.clone()], 1..3), any::<bool>())
        .prop_map(move |(parts, all)| joined(parts, all));
    prop_oneof![one, several, nested]
}

fn requirements(entries: usize, calls: usize) -> impl Strategy<Value = Vec<Requirement>> {
    use proptest::strategy::Strategy as _;
    subsequence(POOL.to_vec(), 1..=entries).prop_flat_map(move |pool| vec(requirement(pool), 1..=calls))
}

/// How broad a set is, as the documentation says, as far as can be asked from outside.
fn measure(set: &ScopeSet) -> (usize, usize, u32, Vec<String>) {
    let siblings = ["ALL", "CREATE", "READ", "UPDATE", "DELETE", "WRITE"]
        .map(|word| entry(&format!("ZohoCRM.modules.visits.{word}")));
    let everything: ScopeSet = Catalogue::builtin().scopes().map(Entry::Known).chain(siblings).collect();
    let coverage = set.coverage(&everything);
    let texts = set.others().iter().filter(|entry| matches!(entry, Entry::Unknown(_))).count();
    let weight = |entry: &Entry<'_>| {
        let word = entry.as_str().rsplit('.').next().unwrap_or_default();
        let operation =
            if word.eq_ignore_ascii_case("READ") { 0 } else { 1 + u32::from(word.eq_ignore_ascii_case("ALL")) };
        let doubt = entry.scope().is_some_and(|scope| matches!(scope.status(), Status::Disputed | Status::Deprecated));
        if matches!(entry, Entry::Unknown(_)) { 1 } else { operation + if doubt { 4 } else { 0 } }
    };
    let texts_of = set.iter().map(|entry| entry.as_str().to_ascii_lowercase()).collect();
    let reach = coverage.covered().len() + coverage.undocumented().len() + texts;
    (reach, set.len(), set.iter().map(|entry| weight(&entry)).sum(), texts_of)
}

/// The least of all sets of entries that are named.
fn by_brute_force(requirements: &[Requirement]) -> Option<(usize, usize, u32, Vec<String>)> {
    let named: Vec<String> = requirements.iter().flat_map(named).collect::<BTreeSet<_>>().into_iter().collect();
    let subset = |bits: usize| -> ScopeSet {
        (0..named.len()).filter(|place| bits & 1 << place != 0).map(|place| entry(&named[place])).collect()
    };
    let sets = (0..1_usize << named.len()).map(subset);
    sets.filter(|set| holds(requirements, set)).map(|set| measure(&set)).min()
}

proptest! {
    #![proptest_config(Config { cases: 32, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_least_list_is_least(requirements in requirements(6, 4)) {
        let least = minimal_scopes_of(&requirements);
        assert!(least.is_exact());
        assert_eq!(Some(measure(least.scopes())), by_brute_force(&requirements), "{requirements:?}");
    }
}

proptest! {
    #![proptest_config(Config { cases: 100, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_least_list_is_enough_and_no_more(requirements in requirements(POOL.len(), 8)) {
        assert_laws(&requirements, &minimal_scopes_of(&requirements));
    }

    #[test]
    fn order_does_not_matter(requirements in requirements(POOL.len(), 8), turn in any::<usize>()) {
        let mut turned = requirements.clone();
        turned.rotate_left(turn % requirements.len());
        turned.reverse();
        turned.push(requirements[0].clone());
        assert_eq!(minimal_scopes_of(&requirements).scopes(), minimal_scopes_of(&turned).scopes());
    }

    /// The laws hold of real calls too.
    #[test]
    fn real_calls(places in vec(any::<proptest::sample::Index>(), 1..12)) {
        static ALL: LazyLock<Vec<Call>> = LazyLock::new(Call::all);
        let calls: Vec<Call> = places.iter().map(|place| place.get(ALL.as_slice()).clone()).collect();
        let found = minimal_scopes(&calls);
        let known: Vec<usize> = (0..calls.len()).filter(|place| calls[*place].requirement().is_some()).collect();
        let requirements: Vec<Requirement> = known.iter().filter_map(|place| calls[*place].requirement()).collect();
        assert_laws(&requirements, &minimal_scopes_of(&requirements));
        assert_eq!(minimal_scopes_of(&requirements).scopes(), found.scopes());
        for (place, call) in calls.iter().enumerate() {
            assert!(known.contains(&place) || found.unclear().contains(&place), "{call} is passed over");
        }
    }

    /// No text is taken amiss.
    #[test]
    fn any_text_has_an_answer(method in "[A-Za-z ]{0,6}", url in "(https?://|//)?[a-z0-9.:@#?%/{}é ]{0,60}") {
        match Call::find(&method, &url) {
            Ok(call) => assert!(Call::find(call.method(), &call.template()).is_ok() || call.unclear().is_some()),
            Err(unknown) => assert!(!unknown.to_string().is_empty() && unknown.help().is_none_or(|help| !help.is_empty())),
        }
    }
}

/// All calls at once: what the search gives up on is still enough, and no more.
#[test]
fn every_call_at_once() {
    let calls: Vec<Call> = Call::all();
    let requirements: Vec<Requirement> = calls.iter().filter_map(Call::requirement).collect();
    let found = minimal_scopes(&calls);
    assert!(holds(&requirements, found.scopes()));
    let services: BTreeSet<&str> = calls.iter().map(|call| call.service().as_str()).collect();
    assert!(services.len() >= 10 && found.scopes().len() > 300);
}
