//! Requests that people have in hand: what they need, what is not known, and in what form they come.

mod ran;

use ran::{Ran, run};
use zoho_scopes::{
    Catalogue, Covers, Entry,
    calls::{Call, minimal_scopes},
};
use zoho_scopes_data::files::{self, calls::Calls};

#[track_caller]
fn says(arguments: &[&str], input: &str, status: i32, words: &[&str]) -> Ran {
    let ran = run(arguments, input);
    assert_eq!(ran.status, status, "{arguments:?}\n{}{}", ran.out, ran.err);
    for word in words {
        assert!(ran.out.contains(word) || ran.err.contains(word), "{arguments:?}: `{word}`\n{}{}", ran.out, ran.err);
    }
    ran
}

/// The texts that `needs` names for a request; nothing where no call is known.
fn needed(method: &str, path: &str) -> Vec<String> {
    let Ok(call) = Call::find(method, path) else { return Vec::new() };
    minimal_scopes(&[call]).scopes().iter().map(|entry| entry.as_str().to_owned()).collect()
}

#[test]
fn what_an_api_has_for_itself_is_no_module() {
    for path in [
        "/crm/v8/settings/blueprints",
        "/crm/v8/settings/blueprints/transitions/1",
        "/crm/v8/functions/f/actions/execute",
        "/crm/v8/features",
        "/crm/v8/bulk/read",
        "/crm/v8/Leads/actions/nothing",
        "/crm/v8/Leads/1/actions/nothing",
        "/crm/v8/12345",
        "/bigin/v2/org",
        "/bigin/v2/actions/watch",
        "/recruit/v2/org",
    ] {
        let found = needed("GET", path);
        assert!(!found.iter().any(|scope| scope.contains(".modules.")), "{path}: {found:?}");
    }
    assert_eq!(needed("GET", "/crm/v8/Leads/123"), ["ZohoCRM.modules.leads.READ"]);
    assert_eq!(needed("GET", "/crm/v8/Visits"), ["ZohoCRM.modules.Visits.READ"]);
    assert!(needed("GET", "/crm/v8/Notes/1/Attachments").contains(&"ZohoCRM.modules.notes.READ".to_owned()));
}

/// No path below a segment that an API has for itself is answered with a scope that the segment was put into, nor with
/// one of all modules, unless a call of the catalogue has this very path.
#[test]
fn nothing_is_invented_below_reserved_segments() {
    let catalogue = files::Catalogue::builtin().expect("the catalogue is sound");
    let calls = Calls::builtin().expect("the calls are sound");
    let mut tried = 0;
    for file in calls.files() {
        let service = catalogue.services().iter().find(|service| service.service == file.service).expect("a service");
        for word in file.reserved_segments(service) {
            for base in &file.bases {
                for rest in ["", "/zzz", "/zzz/1", "/zzz/1/yyy", "/zzz/actions/yyy"] {
                    for method in ["GET", "POST", "PUT", "DELETE"] {
                        let url = format!("https://{base}/{word}{rest}");
                        let Ok(call) = Call::find(method, &url) else { continue };
                        tried += 1;
                        assert!(!call.template().contains("/{m"), "{method} {url} is taken for {call}");
                        let filled = format!(".{word}.");
                        let scopes = needed(method, &url);
                        assert!(
                            !scopes
                                .iter()
                                .any(|scope| scope.contains(&filled) && Catalogue::builtin().find(scope).is_none()),
                            "{url}: {scopes:?}"
                        );
                    }
                }
            }
        }
    }
    assert!(tried > 20, "{tried} are known at all");
}

/// Whatever `needs` prints for a call, `covers` says that it is enough; what is unclear there is unclear here.
#[test]
fn needs_and_covers_agree_on_every_call() {
    for call in Call::all() {
        let least = minimal_scopes(std::slice::from_ref(&call));
        let is_unclear = !least.unclear().is_empty();
        match call.requirement() {
            Some(requirement) => assert_eq!(requirement.check(least.scopes()), Ok(()), "{call}"),
            None => assert!(is_unclear && least.scopes().is_empty(), "{call}"),
        }
        assert_eq!(is_unclear, call.unclear().is_some() || call.requirement().is_none(), "{call}");
    }
}

#[test]
fn what_may_lie_below_an_all_is_undocumented() {
    let entry = |text: &str| Catalogue::builtin().entry(text).into_owned();
    let covers = |upper: &str, lower: &str| entry(upper).covers(&entry(lower));
    assert!(matches!(entry("ZohoCRM.settings.zzz.CREATE"), Entry::Unknown(_)));
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.settings.zzz.CREATE"), Covers::Undocumented);
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.other.zzz.CREATE"), Covers::No);
    assert_eq!(covers("ZohoCRM.settings.ALL", "ZohoCRM.settingszzz.CREATE"), Covers::No);
    assert_eq!(covers("ZohoCRM.settings.fields.ALL", "ZohoCRM.settings.zzz.CREATE"), Covers::No);
    let covers = |granted| ["covers", "--granted", granted, "--required", "ZohoCRM.settings.zzz.CREATE"];
    says(&covers("ZohoCRM.settings.ALL"), "", 1, &["undocumented", "perhaps by ZohoCRM.settings.ALL"]);
    says(&covers("ZohoCRM.settings.READ"), "", 1, &["missing"]);
}
