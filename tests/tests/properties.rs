//! What holds of every text under every policy, and of every list in every form.

use proptest::{
    collection::vec,
    prelude::{Just, Strategy, any, prop_oneof, proptest},
    sample::{select, subsequence},
    test_runner::Config,
};
use zoho_scopes::{Catalogue, Policy, Report, Scope, Separators, Severity, Unknown};

/// What texts are made of, beside anything: what reading takes note of.
const PIECES: &[&str] = &[
    "Desk.basic.READ",
    "desk.basic.read",
    "Desk.basci.READ",
    "ZohoCRM.modules.visits.READ",
    "Acme.things.READ",
    "scope",
    "SCOPES",
    "?scope=",
    "&scope=",
    "\"scope\":",
    "'scope': ",
    "scope: ",
    "=",
    ":",
    "&",
    "https://a.test/oauth/v2/auth?",
    "access_token",
    ",",
    ";",
    " ",
    "\n",
    "\r\n",
    "+",
    "·",
    "|",
    "\"",
    "'",
    "`",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "<",
    "-",
    "*",
    "#",
    "1. ",
    "%",
    "%2C",
    "%20",
    "%22",
    "%25",
    "%2E",
    "%C3%A9",
    "%E2%80%8B",
    "%3D",
    "\\",
    "\\n",
    "\\\"",
    "\\u002E",
    "\\u200b",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "\u{2011}",
    "．",
    "，",
    "é",
    "\u{1f600}",
    ".",
    "..",
    "READ",
    "\0",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn policies() -> impl Strategy<Value = Policy> {
    let start = select(vec![Policy::LAX, Policy::STRICT, Policy::GRANTED]);
    let unknown = select(vec![Unknown::Deny, Unknown::Judge, Unknown::Warn, Unknown::Allow]);
    let separators = select(vec![Separators::Comma, Separators::Space, Separators::Any]);
    let limit = || prop_oneof![2 => Just(usize::MAX), 1 => 0..20usize];
    (start, unknown, separators, limit(), limit(), limit()).prop_map(
        |(policy, unknown, separators, bytes, entries, most)| {
            policy.unknown(unknown).separators(separators).max_bytes(bytes).max_entries(entries).max_diagnostics(most)
        },
    )
}

/// Every place is one of the list, and the entries stand one behind the other.
fn is_sound(report: &Report<'_>) {
    let list = report.input();
    let mut end = 0;
    for item in report.items() {
        assert!(end <= item.span.start && item.span.start < item.span.end, "{:?} behind {end} in {list:?}", item.span);
        assert!(list.get(item.span.range()).is_some(), "{:?} in {list:?}", item.span);
        end = item.span.end;
    }
    for diagnostic in report.diagnostics() {
        let mends = diagnostic.suggestions().iter().map(|mend| mend.span);
        for span in mends.chain([diagnostic.span()]) {
            assert!(list.get(span.range()).is_some(), "{span:?} of {} in {list:?}", diagnostic.code());
        }
        assert!(diagnostic.suggestions().len() <= 3);
    }
    serde_json::to_string(report).expect("a report is JSON");
    assert_eq!(report, &report.clone().into_owned());
}

/// A way to write a list down.
#[derive(Debug, Clone, Copy)]
enum Form {
    Joined(&'static str),
    Around(&'static str, &'static str, &'static str),
    Encoded,
    FullWidth,
}

const FORMS: &[Form] = &[
    Form::Joined(","),
    Form::Joined(", "),
    Form::Joined(" "),
    Form::Joined("\t"),
    Form::Joined("\r\n"),
    Form::Joined(";"),
    Form::Joined("+"),
    Form::Joined("%2C"),
    Form::Joined("%2c%20"),
    Form::Joined("%20"),
    Form::Joined(" · "),
    Form::Joined(",\u{a0}"),
    Form::Joined(",\u{200b}"),
    Form::Joined(",,\n,"),
    Form::Around("\"", ",", "\""),
    Form::Around("'", "', '", "',"),
    Form::Around("[\"", "\",\"", "\"]"),
    Form::Around("[\n  \"", "\",\n  \"", "\"\n]\n"),
    Form::Around("- ", "\n- ", "\n"),
    Form::Around("* `", "`\n* `", "`"),
    Form::Around("\u{feff}", " ", "\u{200b}"),
    Form::Around("scope=", ",", ""),
    Form::Around("CODE=1000.hush\nSCOPES=\"", ",", "\"\nSECRET=1000.hush"),
    Form::Around("client_secret: 1000.hush\nscope:\n  - ", "\n  - ", "\ncode: 1000.hush"),
    Form::Around("https://a.test/oauth/v2/auth?client_id=1000.hush&scope=", "%2C", "&state=1000.hush"),
    Form::Around("{\"access_token\":\"1000.hush\",\"scope\":\"", " ", "\",\"refresh_token\":\"1000.hush\"}"),
    Form::Encoded,
    Form::FullWidth,
];

impl Form {
    fn write(self, scopes: &[Scope]) -> String {
        let joined = |separator: &str| scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(separator);
        match self {
            Self::Joined(separator) => joined(separator),
            Self::Around(before, between, behind) => format!("{before}{}{behind}", joined(between)),
            Self::Encoded => joined(",").bytes().map(|byte| format!("%{byte:02x}")).collect::<Vec<_>>().concat(),
            Self::FullWidth => joined("，").replace('.', "．"),
        }
    }
}

fn lists() -> impl Strategy<Value = Vec<Scope>> {
    let scopes: Vec<Scope> = Catalogue::builtin().scopes().collect();
    subsequence(scopes, 1..12).prop_shuffle()
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, ..Config::with_cases(2_000) })]

    #[test]
    fn every_text_gets_a_sound_report(text in texts(), policy in policies()) {
        is_sound(&Catalogue::builtin().validate(&text, &policy));
    }

    #[test]
    fn any_characters_get_a_sound_report(text in any::<String>(), policy in policies()) {
        is_sound(&Catalogue::builtin().validate(&text, &policy));
    }

    #[test]
    fn every_form_holds_the_same_scopes(scopes in lists(), form in select(FORMS)) {
        let text = form.write(&scopes);
        let report = zoho_scopes::validate(&text);
        is_sound(&report);
        let found: Vec<Scope> = report.items().iter().filter_map(|item| item.entry.scope()).collect();
        assert_eq!(found, scopes, "{text:?}");
        assert!(report.diagnostics().iter().all(|found| found.severity() < Severity::Error), "{text:?}");
        assert!(!format!("{report:?}").contains("hush"), "{report:?}");
    }

    #[test]
    fn only_the_wire_form_is_strictly_right(scopes in lists(), form in select(FORMS)) {
        let text = form.write(&scopes);
        let wire = Form::Joined(",").write(&scopes);
        let report = Catalogue::builtin().validate(&text, &Policy::STRICT);
        assert_eq!(report.is_valid(), text == wire, "{text:?}");
    }
}
