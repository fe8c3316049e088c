//! Scopes and sets in configuration files: read from JSON and TOML, written, and refused in one line.

use std::fmt::Display;

use serde::{Deserialize, Serialize};
use zoho_scopes::{
    Catalogue, Scope, ScopeSet, ZohoCliq,
    catalogue::{Completeness, Evidence, SourceKind, Status},
    report::{Applicability, Severity},
};

#[derive(Debug, Deserialize, Serialize)]
struct Settings {
    scope: Option<Scope>,
    scopes: ScopeSet,
}

/// Checks what a set is read as from JSON, and that it is read again as it is written.
#[track_caller]
fn set(json: &str, expected: &str) {
    let read: ScopeSet = serde_json::from_str(json).expect(json);
    assert_eq!(read.to_string(), expected, "{json}");
    let written = serde_json::to_string(&read).expect("a set is JSON");
    assert_eq!(serde_json::from_str::<ScopeSet>(&written).expect(&written), read);
}

#[track_caller]
fn refused<'a, T: Deserialize<'a> + std::fmt::Debug>(json: &'a str, expected: &str) {
    let error = serde_json::from_str::<T>(json).expect_err(json).to_string();
    let (words, _place) = error.rsplit_once(" at line ").expect("serde_json adds the place in the file");
    assert_eq!(words, expected, "{json}");
}

#[test]
fn sets_are_strings_or_arrays() {
    let both = "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ";
    set(r#""ZohoCliq.Chats.READ,ZohoCliq.Channels.READ""#, both);
    set(r#""zohocliq.chats.read; ZohoCliq.Channels.READ""#, both);
    set(r#"["ZohoCliq.Chats.READ","ZohoCliq.Channels.READ"]"#, both);
    set(r#"["ZohoCliq.Chats.READ","ZohoCliq.Channels.READ, ZohoCliq.Chats.READ"]"#, both);
    set(r#"["ZohoCRM.modules.visits.READ"]"#, "ZohoCRM.modules.visits.READ");
    set(r#"["\u005aohoCliq.Chats.READ"]"#, "ZohoCliq.Chats.READ");
    set("[]", "");
}

#[test]
fn sets_are_written_as_arrays() {
    let set: ScopeSet = "ZohoCRM.modules.visits.READ ZohoCliq.Chats.READ".parse().expect("a list");
    let written = r#"["ZohoCliq.Chats.READ","ZohoCRM.modules.visits.READ"]"#;
    assert_eq!(serde_json::to_string(&set).expect("a set is JSON"), written);
}

#[test]
fn scopes_are_strings() {
    let read: Scope = serde_json::from_str(r#""zohocliq.channels.read""#).expect("a scope");
    assert_eq!(read, ZohoCliq::Channels::READ.scope());
    assert_eq!(serde_json::to_string(&read).expect("a scope is JSON"), r#""ZohoCliq.Channels.READ""#);
    for scope in Catalogue::builtin().scopes() {
        let json = serde_json::to_string(&scope).expect("a scope is JSON");
        assert_eq!(serde_json::from_str::<Scope>(&json).expect(&json), scope);
    }
}

#[test]
fn errors_name_code_place_and_fix() {
    let chanels = "unknown-scope-name at 9..16: service `ZohoCliq` has no scope name `Chanels` \
                   (did you mean `ZohoCliq.Channels.READ`?)";
    refused::<Scope>(r#""ZohoCliq.Chanels.READ""#, chanels);
    refused::<ScopeSet>(r#""ZohoCliq.Chanels.READ""#, chanels);
    refused::<ScopeSet>(r#"["ZohoCliq.Chats.READ","ZohoCliq.Chanels.READ"]"#, &format!("element 2: {chanels}"));
    refused::<ScopeSet>(
        r#"["ZohoCliq.Chanels.READ","ZohoCliq.Chats.READ","Desk.basic.REED,Desk.search.RED"]"#,
        &format!(
            "element 1: {chanels}; \
             element 3: unknown-operation at 11..15: `REED` is not an operation of `Desk.basic` \
             (did you mean `Desk.basic.READ`? it offers ALL, CREATE, READ, UPDATE, DELETE); \
             unknown-operation at 28..31: `RED` is not an operation of `Desk.search` \
             (did you mean `Desk.search.READ`? it offers READ)"
        ),
    );
    refused::<ScopeSet>(r#""""#, "empty-list at 0..0: the list is empty");
    refused::<ScopeSet>("3", "invalid type: integer `3`, expected a scope list: a string, or an array of strings");
    refused::<ScopeSet>("[3]", "invalid type: integer `3`, expected a string");
    refused::<Scope>("[]", "invalid type: sequence, expected a scope");
    refused::<Scope>(
        r#""ZohoCRM.modules.zzzzzz.READ""#,
        "not a scope of the catalogue, but the pattern `ZohoCRM.modules.{module_api_name}.READ` admits it",
    );
    refused::<Scope>(r#""ZohoCliq.Chats.READ,ZohoCliq.Bots.READ""#, "one scope is wanted, the text has 2");
    refused::<ScopeSet>(
        r#""A.b.READ A.c.READ A.d.READ A.e.READ A.f.READ""#,
        "unknown-service at 0..1: unknown service `A` (`zoho-scopes services` lists the services); \
         unknown-service at 9..10: unknown service `A` (`zoho-scopes services` lists the services); \
         unknown-service at 18..19: unknown service `A` (`zoho-scopes services` lists the services); and 2 more",
    );
}

#[test]
fn errors_stay_on_one_line() {
    for json in [r#""Desk.{\u001b[2J\n}.READ""#, r#"["Desk.{\u009b\u2028}.READ"]"#, r#""\u0007\nDesk\r.x""#] {
        let error = serde_json::from_str::<ScopeSet>(json).expect_err(json).to_string();
        assert!(!error.contains(|c: char| c.is_control() || c == '\u{2028}'), "{error:?}");
    }
}

#[test]
fn granted_sets_keep_what_is_unknown() {
    #[derive(Deserialize, Serialize)]
    struct Token {
        #[serde(deserialize_with = "ScopeSet::deserialize_granted")]
        scope: ScopeSet,
    }
    #[track_caller]
    fn granted(json: &str, expected: &str) {
        let token: Token = serde_json::from_str(json).expect(json);
        assert_eq!(token.scope.to_string(), expected);
        let written = serde_json::to_string(&token).expect("a set is JSON");
        assert_eq!(serde_json::from_str::<Token>(&written).expect(&written).scope, token.scope);
    }
    granted(r#"{"scope":"ZohoCliq.Chats.READ Acme.things.READ"}"#, "Acme.things.READ,ZohoCliq.Chats.READ");
    granted(r#"{"scope":["ZohoCliq.Chanels.READ"]}"#, "ZohoCliq.Chanels.READ");
    granted(r#"{"scope":""}"#, "");
    granted(r#"{"scope":[]}"#, "");
    let long = format!(r#"{{"scope":"{}"}}"#, "A ".repeat(20_000));
    let error = serde_json::from_str::<Token>(&long).err().expect("the list is too long").to_string();
    assert!(error.starts_with("too-long at 20000..40000: the list has more than 10000 entries"), "{error}");
}

#[test]
fn toml_works_too() {
    let settings: Settings = toml::from_str("scopes = 'ZohoCliq.Chats.READ, ZohoCliq.Channels.READ'").expect("TOML");
    assert_eq!(settings.scopes.to_string(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ");
    let written = "scope = \"ZohoCliq.Channels.READ\"\nscopes = [\"ZohoCliq.Chats.READ\"]\n";
    let settings: Settings = toml::from_str(written).expect("TOML");
    assert_eq!(settings.scope, Some(ZohoCliq::Channels::READ.scope()));
    assert_eq!(toml::to_string(&settings).expect("settings are TOML"), written);
    let error = toml::from_str::<Settings>("scopes = [\n  'ZohoCliq.Chats.READ',\n  'ZohoCliq.Chanels.READ',\n]\n");
    let error = error.expect_err("a misspelling").to_string();
    assert!(error.contains("element 2: unknown-scope-name at 9..16: service `ZohoCliq` has no scope name"), "{error}");
}

/// Formats for machines alone do not say what follows.
#[test]
fn postcard_works_too() {
    #[derive(Debug, PartialEq, Deserialize, Serialize)]
    struct Token {
        #[serde(deserialize_with = "ScopeSet::deserialize_granted")]
        scope: ScopeSet,
        seconds: u32,
    }
    #[track_caller]
    fn round_trip<T: Serialize + for<'a> Deserialize<'a> + PartialEq + std::fmt::Debug>(value: &T) {
        let bytes = postcard::to_allocvec(value).expect("it is written");
        assert_eq!(&postcard::from_bytes::<T>(&bytes).expect("it is read"), value);
    }
    Catalogue::builtin().scopes().for_each(|scope| round_trip(&scope));
    round_trip(&ScopeSet::default());
    round_trip(&"ZohoCRM.modules.visits.READ ZohoCliq.Chats.READ".parse::<ScopeSet>().expect("a list"));
    round_trip(&Catalogue::builtin().scopes().filter(|scope| !scope.as_str().contains('{')).collect::<ScopeSet>());

    let unknown = postcard::to_allocvec("ZohoCliq.Chanels.READ").expect("a text");
    postcard::from_bytes::<Scope>(&unknown).expect_err("not a scope of the catalogue");

    round_trip(&Token { scope: ScopeSet::granted("Acme.things.READ ZohoCliq.Chats.READ"), seconds: 3_600 });
}

#[test]
fn small_enums_are_written_as_they_print() {
    #[track_caller]
    fn check<T: Copy + Display + Serialize>(all: &[T], words: &[&str]) {
        assert_eq!(all.iter().map(T::to_string).collect::<Vec<_>>(), words);
        assert_eq!(serde_json::to_value(all).expect("words are JSON"), serde_json::json!(words));
    }
    check(Severity::ALL, &["note", "warning", "error"]);
    check(Applicability::ALL, &["certain", "maybe"]);
    check(Status::ALL, &["documented", "observed", "disputed", "deprecated"]);
    check(Completeness::ALL, &["complete", "partial", "sparse"]);
    check(SourceKind::ALL, &["official-docs", "official-oas", "official-sdk", "probe", "integrator", "community"]);
    check(Evidence::ALL, &["table", "call", "code", "example", "accepted", "refused"]);
}
