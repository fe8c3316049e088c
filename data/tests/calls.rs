//! Files of calls: a wrong one is refused with its place, and the ones of this crate have no error.

mod pointed;

use std::sync::LazyLock;

use pointed::pointed;
use zoho_scopes_data::files::{
    self, Catalogue,
    calls::{Calls, FILES, is_call_file},
    layout,
};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::builtin().expect("the catalogue has no error"));

/// A file without error.
const FILE: &str = r#"{
  "$schema": "../calls.schema.json",
  "service": "ZohoCRM",
  "bases": ["www.zohoapis.com/crm/v8", "content.zohoapis.com/crm/v8"],
  "checked": "2026-11-22",
  "reading": {"lists": "any", "because": "the pages say so", "from": ["oas"]},
  "sources": {
    "oas": {"address": "https://github.com/zoho/crm-oas", "kind": "official-oas", "shows": "call", "seen": "2026-11"}
  },
  "from": ["oas"],
  "calls": {
    "/": {"GET": {"unclear": "nobody says", "base": 1}},
    "/coql": {"POST": "ZohoCRM.coql.READ"},
    "/settings/fields": {"GET": "ZohoCRM.settings.fields.READ"},
    "/{module}": {
      "GET": {"any": ["ZohoCRM.modules.ALL", "ZohoCRM.modules.{module}.READ"]},
      "POST": {"needs": {"all": ["ZohoCRM.modules.ALL", {"any": ["ZohoCRM.users.READ", "ZohoCRM.users.ALL"]}]}, "note": "so"}
    }
  }
}
"#;

/// Replaces one text of the file by another, and gives what the errors say, each with the key that its
/// place points at.
#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    assert!(FILE.contains(from), "`{from}` is not in the file");
    let text = FILE.replacen(from, to, 1);
    let errors = Calls::from_files([("crm.json", text.as_str())], &CATALOGUE).expect_err("the file is wrong");
    let found: Vec<String> = errors.iter().map(|error| pointed("crm.json", &text, error)).collect();
    assert_eq!(found.join("\n"), expected);
}

#[test]
fn the_file_itself_has_no_error() {
    let calls = Calls::from_files([("crm.json", FILE)], &CATALOGUE).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(calls.iter().count(), 5);
    assert!(is_call_file(FILE) && !is_call_file(files::FILES[0].1));
}

#[test]
fn form() {
    check(
        r#""needs": {"all""#,
        r#""need": {"all""#,
        "17 \"need\": unknown field `need`, expected one of `any`, `all`, `needs`, `from`, `base`, `unclear`, `note`",
    );
    check(
        r#"{"any": ["ZohoCRM.users.READ""#,
        r#"{"some": ["ZohoCRM.users.READ""#,
        "17 \"some\": unknown field `some`, expected `any` or `all`",
    );
    check(
        r#""ZohoCRM.coql.READ""#,
        "7",
        "13 \"POST\": invalid type: integer `7`, expected a scope, or an object with `any` or `all`",
    );
    check(r#""note": "so""#, r#""any": []"#, "17 \"POST\": expected one of `any`, `all` and `needs`");
    check("\"lists\": \"any\"", "\"lists\": \"some\"", "6 \"lists\": unknown variant `some`, expected `any` or `all`");
}

#[test]
fn head() {
    check(
        "\"ZohoCRM\"",
        "\"ZohoCRN\"",
        "3 \"service\": no service is spelled `ZohoCRN`; expected a service as its catalogue file spells it, perhaps `ZohoCRM`",
    );
    for base in ["https://www.zohoapis.com/crm", "www.zohoapis.com/", "localhost/crm", "www.zohoapis.com/{x}"] {
        let expected = format!(
            "4 \"{base}\": `{base}` is not a base; expected `host/path` without scheme, parameters and `/` at the end"
        );
        check("www.zohoapis.com/crm/v8", base, &expected);
    }
    check(
        r#", "base": 1"#,
        "",
        "4 \"content.zohoapis.com/crm/v8\": no call has the base `content.zohoapis.com/crm/v8`; expected a use of it, or its removal",
    );
    check(
        r#""from": ["oas"]},"#,
        r#""from": ["oaz"]},"#,
        "6 \"oaz\": no source is called `oaz`; expected a key of `sources`, perhaps `oas`",
    );
}

/// An alias has a source, stands for a base of the file, and is none itself.
#[test]
fn aliases() {
    let aliases = |text: &str| format!("\"aliases\": {text},\n  \"sources\"");
    let no_alias = |alias: &str, of: &str| {
        format!(
            "7 \"{alias}\": `{alias}` is no alias of `{of}`; expected another address of one of the `bases`, or of paths below it, with the keys of its sources"
        )
    };
    let (base, alias) = ("www.zohoapis.com/crm/v8", "crm.zoho.com/crm/v8");
    for (alias, of, from) in [(alias, base, ""), (alias, "www.zohoapis.com/crm/v", "\"oas\""), (base, base, "\"oas\"")]
    {
        let text = format!(r#"{{"{alias}": {{"of": "{of}", "from": [{from}]}}}}"#);
        check("\"sources\"", &aliases(&text), &no_alias(alias, of));
    }
    check(
        "\"sources\"",
        &aliases(&format!(r#"{{"https://{alias}": {{"of": "{base}", "from": ["oas"]}}}}"#)),
        &format!(
            "7 \"https://{alias}\": `https://{alias}` is not a base; expected `host/path` without scheme, parameters and `/` at the end"
        ),
    );
    check(
        "\"sources\"",
        &aliases(&format!(r#"{{"{alias}": {{"of": "{base}", "from": ["oaz"]}}}}"#)),
        "7 \"oaz\": no source is called `oaz`; expected a key of `sources`, perhaps `oas`",
    );
}

/// Reserved segments have a source each, and are those of calls and scope names also, but for the modules of the catalogue.
#[test]
fn reserved() {
    let reserved = |words: &str| format!("\"reserved\": {words},\n  \"sources\"");
    check(
        "\"sources\"",
        &reserved("{\"calendar\": []}"),
        "7 \"calendar\": `calendar` is not a reserved segment; expected the first segment of a path, with the keys of its sources",
    );
    check(
        "\"sources\"",
        &reserved("{\"calendar\": [\"oaz\"]}"),
        "7 \"oaz\": no source is called `oaz`; expected a key of `sources`, perhaps `oas`",
    );
    let text = FILE.replacen("\"sources\"", &reserved("{\"calendar\": [\"oas\"]}"), 1);
    let calls =
        Calls::from_files([("crm.json", text.as_str())], &CATALOGUE).unwrap_or_else(|errors| panic!("{errors}"));
    let crm = CATALOGUE.services().iter().find(|service| service.service == "ZohoCRM").expect("it is there");
    let words = calls.files()[0].reserved_segments(crm);
    for word in ["calendar", "coql", "settings", "org"] {
        assert!(words.contains(word), "{word} is not among {words:?}");
    }
    for word in ["leads", "contacts", "sales_orders"] {
        assert!(!words.contains(word), "{word} is among {words:?}");
    }
}

#[test]
fn scopes() {
    check(
        "\"ZohoCRM.coql.READ\"",
        "\"ZohoCRM.coql.read\"",
        "13 \"POST\": `ZohoCRM.coql.read` is not in the catalogue; expected a scope in its wire form, perhaps `ZohoCRM.coql.READ`",
    );
    check(
        "modules.{module}.READ",
        "modules.{name}.READ",
        "16 \"GET\": no parameter of the path is called `name`; expected a parameter of the path, or `ZohoCRM.modules.{module_api_name}.READ` where the request does not fill it",
    );
    check(
        "ZohoCRM.modules.{module}.READ",
        "ZohoCRM.rubbish.{module}.READ",
        "16 \"GET\": `ZohoCRM.rubbish.{module}.READ` is not a pattern of the catalogue; expected a pattern, or a scope in its wire form",
    );
    check(
        "\"ZohoCRM.users.ALL\"",
        "\"ZohoCRM.users.READ\"",
        "17 \"POST\": `ZohoCRM.users.READ` is listed twice; expected each alternative once",
    );
    check(
        ", \"ZohoCRM.users.ALL\"",
        "",
        "17 \"POST\": `any` and `all` join several scopes, this one does not; expected two at least, or the scope alone",
    );
}

#[test]
fn calls_themselves() {
    check(
        "\"GET\": \"ZohoCRM.settings",
        "\"get\": \"ZohoCRM.settings",
        "14 \"get\": `get` is not a method; expected DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT",
    );
    check(
        "\"base\": 1",
        "\"base\": 2",
        "4 \"content.zohoapis.com/crm/v8\": no call has the base `content.zohoapis.com/crm/v8`; expected a use of it, or its removal\n12 \"GET\": there is no base 2; expected a place among the `bases`, from 0",
    );
    check(
        "  \"from\": [\"oas\"],\n  \"calls\"",
        "  \"calls\"",
        &[
            "11 \"GET\": `GET /` has no source",
            "12 \"POST\": `POST /coql` has no source",
            "13 \"GET\": `GET /settings/fields` has no source",
            "15 \"GET\": `GET /{module}` has no source",
            "16 \"POST\": `POST /{module}` has no source",
        ]
        .map(|error| format!("{error}; expected `from` here or at the top of the file"))
        .join("\n"),
    );
    check(
        "\"unclear\": \"nobody says\", ",
        "",
        "12 \"GET\": nothing is said of what the call needs; expected `needs`, or `unclear` with the reason",
    );
    check(
        "\"/coql\"",
        "\"/{coql}\"",
        "14 \"/settings/fields\": `/settings/fields` is out of order; expected it before `/{coql}`\n17 \"POST\": `POST /{module}` matches the same requests as `/{coql}` of `ZohoCRM`; expected one call for a request",
    );
    check(
        "\"/coql\"",
        "\"/coql/\"",
        "13 \"/coql/\": `/coql/` is not a path; expected `/` with segments behind it, each plain text or a `{parameter}`, no `/` at the end, no query",
    );
}

#[test]
fn layout_sorts_paths_and_methods() {
    let mixed = FILE.replacen("\"GET\": {\"any\"", "\"PUT\": {\"any\"", 1);
    let laid_out = layout("crm.json", &mixed).unwrap_or_else(|errors| panic!("{errors}"));
    let places = ["\"/\"", "\"/coql\"", "\"/settings/fields\"", "\"/{module}\"", "\"POST\": {\"needs\"", "\"PUT\""];
    let places: Vec<_> = places.iter().map(|text| laid_out.find(text).expect("it is there")).collect();
    assert!(places.is_sorted(), "{laid_out}");
}

#[test]
fn files_have_no_error() {
    Calls::from_files(FILES.iter().copied(), &CATALOGUE).unwrap_or_else(|errors| panic!("{errors}"));
}

#[test]
fn files_are_laid_out() {
    for (file, text) in FILES {
        let laid_out = layout(file, text).unwrap_or_else(|errors| panic!("{errors}"));
        assert!(laid_out == *text, "{file}: run `zoho-scopes catalogue fmt` on it");
        assert!(text.contains("\"$schema\": \"../calls.schema.json\""), "{file} does not name the schema");
    }
}
