//! JSON Schemas of scopes and sets: what they admit is what the catalogue has.

mod ran;

use jsonschema::Validator;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};
use zoho_scopes::{Catalogue, Scope, ScopeSet};

/// Settings of a program, with a name of its own for what is called `Scope` here too.
#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its schema counts")]
struct Settings {
    scope: Scope,
    required: ScopeSet,
    optional: Option<ScopeSet>,
}

fn validator<T: JsonSchema>() -> Validator {
    jsonschema::validator_for(schema_for!(T).as_value()).expect("a JSON Schema")
}

fn scopes() -> Vec<&'static str> {
    Catalogue::builtin().scopes().map(Scope::as_str).collect()
}

#[test]
fn every_scope_is_listed() {
    let schema = schema_for!(Scope);
    assert_eq!(schema.get("enum"), Some(&json!(scopes())));
    assert_eq!(schema.get("title"), Some(&json!("Scope")));
}

#[test]
fn every_scope_is_valid() {
    let (scope, set) = (validator::<Scope>(), validator::<ScopeSet>());
    for wire in scopes() {
        let instance = json!(wire);
        assert!(scope.is_valid(&instance) && set.is_valid(&instance) && set.is_valid(&json!([instance])), "{wire}");
    }
    assert!(set.is_valid(&json!(scopes())));
    assert!(set.is_valid(&json!(scopes().join(","))));
    assert!(set.is_valid(&json!(scopes().join(" "))));
}

#[track_caller]
fn scope(instance: &Value, valid: bool) {
    assert_eq!(validator::<Scope>().is_valid(instance), valid, "{instance}");
}

#[test]
fn what_is_no_scope_is_invalid() {
    scope(&json!("ZohoCliq.Channels.READ"), true);
    scope(&json!("openid"), true);
    scope(&json!("ZohoCliq.Chanels.READ"), false);
    scope(&json!("ZohoCliq.Channels.READ,ZohoCliq.Chats.READ"), false);
    scope(&json!("ZohoCRM.modules.visits.READ"), false);
    scope(&json!("zohocliq.channels.read"), false);
    scope(&json!(""), false);
    scope(&json!(["ZohoCliq.Channels.READ"]), false);
    scope(&json!(null), false);
}

/// Checks an instance, and that a valid one is read without a word.
#[track_caller]
fn sets(validator: &Validator, instance: &Value, valid: bool) {
    assert_eq!(validator.is_valid(instance), valid, "{instance}");
    if valid {
        serde_json::from_value::<ScopeSet>(instance.clone()).expect("what is valid is read");
    }
}

#[test]
fn sets_are_strings_or_arrays() {
    let validator = validator::<ScopeSet>();
    for valid in [
        json!("ZohoCliq.Channels.READ"),
        json!("ZohoCliq.Channels.READ,ZohoCliq.Chats.READ"),
        json!("ZohoCliq.Channels.READ, ZohoCliq.Chats.READ openid"),
        json!("ZohoCliq.Channels.READ\nZohoCliq.Chats.READ\n"),
        json!("ZohoCRM.modules.visits.READ,ZohoCRM.modules.ALL"),
        json!([]),
        json!(["ZohoCliq.Channels.READ", "ZohoCRM.modules.visits.READ"]),
    ] {
        sets(&validator, &valid, true);
    }
    for invalid in [
        json!(""),
        json!(","),
        json!("ZohoCliq.Channels.READ,ZohoCliq.Chanels.READ"),
        json!("ZohoCliq.Channels.READ;ZohoCliq.Chats.READ"),
        json!("ZohoCliq.Channels.READZohoCliq.Chats.READ"),
        json!("ZohoCliq.Channels.READ ".repeat(2).trim_end().to_owned() + "!"),
        json!("ZohoCRM.modules.visits.LOOK"),
        json!("ZohoCRM.modules.{module_api_name}.READ"),
        json!("ZohoCliqXChannels.READ"),
        json!(["ZohoCliq.Chanels.READ"]),
        json!(["ZohoCRM.modules..READ"]),
        json!([["ZohoCliq.Channels.READ"]]),
        json!([1]),
        json!(1),
    ] {
        sets(&validator, &invalid, false);
    }
}

#[test]
fn the_schema_is_shared_within_a_larger_one() {
    let schema = schema_for!(Settings);
    let text = schema.as_value().to_string();
    assert_eq!(text.matches("\"ZohoCliq.Channels.READ\"").count(), 1, "the list of scopes stands there once");
    let validator = jsonschema::validator_for(schema.as_value()).expect("a JSON Schema");
    let settings = |required: Value| json!({"scope": "openid", "required": required});
    assert!(validator.is_valid(&settings(json!(["ZohoCliq.Channels.READ"]))));
    assert!(!validator.is_valid(&settings(json!(["ZohoCliq.Chanels.READ"]))));
}

/// The schema that `catalogue schema --scopes` prints.
fn printed(arguments: &[&str]) -> Value {
    let text = ran::output(&[&["catalogue", "schema", "--scopes"], arguments].concat(), 0);
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn editors_are_told_which_lists_are_right() {
    let validator = jsonschema::validator_for(&printed(&[])).expect("a JSON Schema");
    for wire in scopes() {
        assert!(validator.is_valid(&json!([wire])) && validator.is_valid(&json!(wire)), "{wire}");
    }
    let right = [
        json!([]),
        json!(["ZohoCliq.Channels.READ", "openid", "ZohoCRM.modules.visits.READ"]),
        json!("ZohoCliq.Channels.READ,ZohoCliq.Chats.READ"),
        json!("ZohoCliq.Channels.READ ZohoCRM.modules.visits.READ"),
        json!("ZohoCliq.Channels.READ,\n  ZohoCliq.Chats.READ\n"),
    ];
    let wrong = [
        json!(["ZohoCliq.Chanels.READ"]),
        json!(["zohocliq.channels.read"]),
        json!(["ZohoCliq.Channels.READ", "ZohoCliq.Channels.READ"]),
        json!(["ZohoCRM.modules.{module_api_name}.READ"]),
        json!("ZohoCliq.Channels.READ,ZohoCliq.Chanels.READ"),
        json!("ZohoCliq.Channels.READ;ZohoCliq.Chats.READ"),
        json!(""),
        json!({"scopes": []}),
        json!(1),
    ];
    assert!(right.iter().all(|list| validator.is_valid(list)));
    assert!(!wrong.iter().any(|list| validator.is_valid(list)));
}

/// As a schema of one's own refers to it, with the list and the single scope of a service.
#[test]
fn documents_of_ones_own_refer_to_the_schema() {
    let mut schema = printed(&["--service", "cliq", "--service", "crm"]);
    schema["$id"] = json!("https://example.com/scopes.schema.json");
    let own = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {
            "scopes": {"$ref": "https://example.com/scopes.schema.json"},
            "scope": {"$ref": "https://example.com/scopes.schema.json#/definitions/ZohoCliq"},
        },
        "definitions": {"zoho": schema},
    });
    let validator = jsonschema::validator_for(&own).expect("a JSON Schema");
    let document = |scopes: Value, scope: &str| json!({"scopes": scopes, "scope": scope});
    let list = json!(["ZohoCRM.settings.fields.READ"]);
    assert!(validator.is_valid(&document(list.clone(), "ZohoCliq.Channels.READ")));
    assert!(!validator.is_valid(&document(list.clone(), "ZohoCRM.settings.fields.READ")));
    assert!(!validator.is_valid(&document(json!(["Desk.tickets.READ"]), "ZohoCliq.Channels.READ")));
    let described = &schema["definitions"]["ZohoCliq"]["anyOf"][0];
    assert_eq!(described["enum"].as_array().map(Vec::len), described["enumDescriptions"].as_array().map(Vec::len));
}

#[test]
fn the_schema_of_lists_is_small() {
    let length = |arguments: &[&str]| printed(arguments).to_string().len();
    let (all, one) = (length(&[]), length(&["--service", "ZohoCliq"]));
    assert!(all < 450_000 && one < 20_000, "{all} {one}");
    ran::output(&["catalogue", "schema", "--scopes", "--service", "Notebook"], 2);
    ran::output(&["catalogue", "schema", "--service", "ZohoCliq"], 2);
    ran::output(&["catalogue", "schema", "--scopes", "--calls"], 2);
}

/// The examples of the document: a schema of one's own, a YAML file and a JSON file.
#[test]
fn documents_of_the_examples_are_valid() {
    let blocks = |kind: &str| -> Vec<&str> {
        let document = include_str!("../docs/languages.md");
        let fence = format!("```{kind}\n");
        document.split(&fence).skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect()
    };
    let [own, json] = blocks("json")[..] else { panic!("two examples in JSON") };
    let [yaml] = blocks("yaml")[..] else { panic!("one example in YAML") };
    let mut own: Value = serde_json::from_str(own).expect("JSON");
    own["$id"] = json!("https://example.com/settings.schema.json");
    own["definitions"] = json!({"zoho": printed(&["--service", "ZohoCliq", "--service", "ZohoCRM"])});
    own["definitions"]["zoho"]["$id"] = json!("https://example.com/scopes.schema.json");
    let validator = jsonschema::validator_for(&own).expect("a JSON Schema");
    // A setting a line, of which the value is a word or words in brackets.
    let setting = |line: &str| {
        let (name, value) = line.split_once(": ").expect("a setting");
        let list = value.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
        (name.to_owned(), list.map_or_else(|| json!(value), |list| json!(list.split(", ").collect::<Vec<_>>())))
    };
    let yaml = Value::Object(yaml.lines().filter(|line| !line.starts_with('#')).map(setting).collect());
    assert_eq!(yaml.as_object().map(serde_json::Map::len), Some(2));
    let json: Value = serde_json::from_str(json).expect("JSON");
    assert!(validator.is_valid(&yaml) && validator.is_valid(&json), "{yaml} {json}");
    assert!(!validator.is_valid(&json!({"scopes": "ZohoCliq.Chanels.READ"})));
}
