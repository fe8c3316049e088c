//! Reading: entries have their places, and the same scopes are read in whatever form they are written.

use zoho_scopes::{
    Catalogue, Entry, Policy, Scope, ScopeSet,
    report::{Code, Severity},
};

use crate::{
    bytes::{Bytes, SCOPES},
    forms::{FORMS, SECRET},
    validate::is_sound,
};

/// Reads a text of any kind, or a list that is written in one of the usual forms.
///
/// # Panics
///
/// Where a law is broken.
pub fn parse(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    if bytes.flag() { written(bytes) } else { any(&bytes.text()) }
}

/// Whatever the text is, entries are parts of it, and what was read is read again.
fn any(text: &str) {
    let catalogue = Catalogue::builtin();
    for policy in [Policy::LAX, Policy::STRICT, Policy::GRANTED] {
        let report = catalogue.validate(text, &policy);
        is_sound(&report, &policy);
        let list = report.input();
        let part = text.get(report.start()..report.start() + list.len()).unwrap_or_default();
        let is_shown = |(shown, given): (u8, u8)| shown == given || shown == b' ';
        let is_part = part.len() == list.len() && list.bytes().zip(part.bytes()).all(is_shown);
        assert!(is_part, "{list:?} is not a part of {text:?}");
        for item in report.items() {
            let slice = &list[item.span.range()];
            if slice.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.') {
                let same = item.entry.as_str().eq_ignore_ascii_case(slice);
                assert!(same, "{slice:?} in {text:?} became {}", item.entry);
                assert_eq!(item.entry.scope(), catalogue.find(slice));
            }
        }
        let set = report.to_set();
        let is_plain =
            |entry: Entry<'_>| entry.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        if set.iter().all(is_plain) {
            assert_eq!(ScopeSet::granted(&set.to_string()), set, "of {text:?}");
        }
    }
    assert_eq!(text.parse::<ScopeSet>().ok(), {
        let report = zoho_scopes::validate(text);
        report.is_valid().then(|| report.to_set())
    });
    assert_eq!(text.parse::<Scope>().ok(), catalogue.find(text));
}

/// Scopes in any form are the same scopes, and what stands beside them stays out of the report.
fn written(mut bytes: Bytes<'_>) {
    let form = *bytes.choose(FORMS);
    let mut scopes = vec![*bytes.choose(&SCOPES)];
    while !bytes.0.is_empty() {
        let scope = *bytes.choose(&SCOPES);
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
    }
    let text = form.write(&scopes);
    let report = zoho_scopes::validate(&text);
    is_sound(&report, &Policy::LAX);
    let found: Vec<Scope> = report.items().iter().filter_map(|item| item.entry.scope()).collect();
    assert_eq!(found, scopes, "{text:?}");
    assert!(report.diagnostics().iter().all(|found| found.severity() < Severity::Error), "{text:?}");
    assert!(!format!("{report:?}").contains(SECRET), "{report:?}");

    let strict = Catalogue::builtin().validate(&text, &Policy::STRICT);
    let wire = scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(",");
    assert_eq!(strict.is_valid(), text == wire, "{text:?}");
    nothing_is_overlooked(&wire, &scopes);
}

/// A list in wire form is read in a quick way, which leaves to the thorough one whatever is to be said.
fn nothing_is_overlooked(wire: &str, scopes: &[Scope]) {
    let brings = |list: &str, policy: &Policy, code: Code| {
        let report = Catalogue::builtin().validate(list, policy);
        assert!(report.diagnostics().iter().any(|found| found.code() == code), "{list:?} brings no {code}");
    };
    brings(&format!("{wire},{}", scopes[0]), &Policy::STRICT, Code::Duplicate);
    brings(&format!("{wire},"), &Policy::STRICT, Code::EmptyEntry);
    brings(wire, &Policy::STRICT.max_entries(scopes.len() - 1), Code::TooLong);
    brings(wire, &Policy::STRICT.max_bytes(wire.len() - 1), Code::TooLong);
}
