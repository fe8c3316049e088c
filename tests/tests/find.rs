//! What the finder finds, and where: a table of texts over languages and formats.
//!
//! `tests/find/*.txt` hold the texts, each under a line such as `--- python: two lists | 2 1`: what it is, and how many
//! entries each list has, or `none`. In the text `⟦…⟧` stands around each entry, with `$` in front of a template and
//! `#` in front of what is in a comment; `⏎` is the line end of Windows.

mod callgrind;

use std::fmt::Write as _;

use zoho_scopes::{
    Catalogue, Policy,
    find::{Finder, Kind},
    report::Diagnostic,
};
use zoho_scopes_tests::hostile::TEXTS;

struct Case<'a> {
    title: &'a str,
    sizes: Vec<usize>,
    text: String,
    /// Start, end and kind.
    entries: Vec<(usize, usize, Kind)>,
}

fn cases(table: &str) -> Vec<Case<'_>> {
    let blocks = table.split("--- ").filter(|block| !block.trim().is_empty());
    blocks
        .map(|block| {
            let (title, marked) = block.split_once('\n').expect("a title and a text");
            let (title, sizes) = title.split_once(" | ").expect("what is found");
            let sizes = sizes.split_whitespace().filter_map(|size| size.parse().ok()).collect();
            let mut text = String::new();
            let mut entries = Vec::new();
            let mut parts = marked.trim_end().split('⟦');
            text += &parts.next().expect("a beginning").replace('⏎', "\r\n");
            for part in parts {
                let (entry, behind) = part.split_once('⟧').expect("an end");
                let (kind, entry) = match entry.split_at_checked(1) {
                    Some(("$", rest)) => (Kind::Template, rest),
                    Some(("#", rest)) => (Kind::Commented, rest),
                    _ => (Kind::Scope, entry),
                };
                entries.push((text.len(), text.len() + entry.len(), kind));
                text += entry;
                text += &behind.replace('⏎', "\r\n");
            }
            Case { title, sizes, text, entries }
        })
        .collect()
}

/// What is wrong with what was found, if anything.
fn failure(finder: &Finder, case: &Case<'_>) -> Option<String> {
    let found = finder.find(&case.text);
    let entries: Vec<_> = found.matches().map(|found| (found.span.start, found.span.end, found.kind)).collect();
    let sizes: Vec<_> = found.lists().iter().map(|list| list.matches().len()).collect();
    if entries == case.entries && sizes == case.sizes {
        return None;
    }
    let mut message = format!("{}\n  lists {sizes:?}, expected {:?}\n", case.title, case.sizes);
    for (name, entries) in [("found", &entries), ("expected", &case.entries)] {
        let shown: Vec<_> = entries.iter().map(|(start, end, kind)| (&case.text[*start..*end], kind)).collect();
        writeln!(message, "  {name} {shown:?}").expect("memory");
    }
    Some(message)
}

#[track_caller]
fn check(table: &str) {
    let finder = Finder::new(Catalogue::builtin());
    let cases = cases(table);
    let failures: Vec<String> = cases.iter().filter_map(|case| failure(&finder, case)).collect();
    assert!(failures.is_empty(), "{} of {} texts\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn source_code() {
    check(include_str!("find/code.txt"));
}

#[test]
fn documents_settings_and_lists() {
    check(include_str!("find/documents.txt"));
}

/// The finder and the check decode the same escapes: whatever is found is not then reported for how it is written.
#[test]
fn escapes_are_decoded_alike() {
    let dots = ["%2E", "%252e", r"\.", r"\x2e", r"\u002E", r"\\\\u002e", "&period;", "&#46;", "&#x2E;"];
    let commas = ["%2C", "%252c", r"\,", r"\x2c", r"\u002C", r"\\u002c", "&comma;", "&#44;", "&#x2C;", r"\n", "%C2%B7"];
    let list = |dot: &str, comma: &str| format!("ZohoCliq{dot}Chats.READ{comma}ZohoCRM.org{dot}READ");
    let dotted = dots.map(|dot| list(dot, ","));
    let separated = commas.map(|comma| list(".", comma));
    for list in dotted.into_iter().chain(separated) {
        let checked = Catalogue::builtin().validate(&list, &Policy::LAX);
        let entries: Vec<&str> = checked.items().iter().map(|item| item.entry.as_str()).collect();
        assert_eq!(entries, ["ZohoCliq.Chats.READ", "ZohoCRM.org.READ"], "{list}");
        assert!(checked.is_valid(), "{list}: {:?}", checked.diagnostics());

        let text = format!("let scopes = \"{list}\";");
        let reports = Catalogue::builtin().validate_all(&text, &Policy::LAX);
        let found: usize = reports.iter().map(|report| report.items().len()).sum();
        assert_eq!((reports.len(), found), (1, 2), "{text}");
        assert!(reports[0].is_valid(), "{text}: {:?}", reports[0].diagnostics());
    }
}

/// Of a template what is written already is checked; by itself it is a note in code, and an error in a list to be sent.
#[test]
fn templates_are_checked_as_far_as_they_are_known() {
    #[track_caller]
    fn check(policy: Policy, source: &str, expected: &str) {
        let catalogue = Catalogue::builtin();
        let found = catalogue.find_all(source);
        let [list] = found.lists() else { panic!("{source}: {} lists", found.lists().len()) };
        let report = catalogue.validate_list(list, &policy);
        let shown = |found: &Diagnostic| {
            let fix = found.suggestions().first().map(|fix| format!("?{}", fix.replacement)).unwrap_or_default();
            format!("{}[{}] {}{fix}", found.severity(), found.code(), &report.input()[found.span().range()])
        };
        let shown: Vec<String> = report.diagnostics().iter().map(shown).collect();
        assert_eq!(shown.join("; "), expected, "{source}");
    }
    let note = |template: &str| format!("note[placeholder-left-in] {template}");
    let checked = |source: &str, template: &str, wrong: &str| {
        let wrong = if wrong.is_empty() { note(template) } else { format!("{}; {wrong}", note(template)) };
        check(Policy::LAX, source, &wrong);
    };
    checked("`ZohoCRM.modules.${module}.READ`", "ZohoCRM.modules.${module}.READ", "");
    checked("`ZohoCRM.${name}.READ`", "ZohoCRM.${name}.READ", "");
    checked("f'Desk.ticket{end}.READ'", "Desk.ticket{end}.READ", "");
    checked(
        "`ZohoCRM.modulez.${module}.READ`",
        "ZohoCRM.modulez.${module}.READ",
        "error[unknown-scope-name] modulez?modules",
    );
    checked("'ZohoCRM.modules.%s.REED' % m", "ZohoCRM.modules.%s.REED", "error[unknown-operation] REED?READ");
    checked("f'Desk.tikets.{operation}'", "Desk.tikets.{operation}", "error[unknown-scope-name] tikets?tickets");
    check(
        Policy::LAX,
        "`ZohoBoks.${name}.READ`",
        "error[unknown-service] ZohoBoks?ZohoBooks; note[placeholder-left-in] ZohoBoks.${name}.READ",
    );
    check(
        Policy::STRICT,
        "`ZohoCRM.modules.${module}.READ`",
        "error[placeholder-left-in] ZohoCRM.modules.${module}.READ",
    );
    let pasted = zoho_scopes::validate("ZohoCRM.modules.${module}.READ");
    assert!(!pasted.is_valid(), "a list to be sent may hold no template");
}

#[test]
fn every_scope_is_found_in_every_wrapping() {
    let catalogue = Catalogue::builtin();
    let finder = Finder::new(catalogue);
    for scope in catalogue.scopes() {
        zoho_scopes_laws::wrapped(&finder, scope);
    }
}

#[test]
fn the_table_is_large_and_mixed() {
    let all = [include_str!("find/code.txt"), include_str!("find/documents.txt")].concat();
    let cases = cases(&all);
    let mut kinds: Vec<&str> = cases.iter().map(|case| case.title.split(':').next().expect("a kind")).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert!(cases.len() >= 150 && kinds.len() >= 25, "{} texts of {} kinds", cases.len(), kinds.len());
}

/// What takes long to read where it is read carelessly: openings without an end, and much to look at for each scope.
#[test]
fn finding_is_linear() {
    if callgrind::is_missing() {
        return;
    }
    let program = env!("CARGO_BIN_EXE_hostile-lists");
    let grown = |kind: usize| {
        let count = |bytes: &str| callgrind::instructions(program, &["find", &kind.to_string(), bytes]);
        // What the program takes to begin is in both, and so makes the quotient smaller.
        let (little, much) = (count("4000"), count("32000"));
        assert!(much / little < 10, "{:?}: {little} and {much} instructions", TEXTS[kind]);
    };
    std::thread::scope(|scope| {
        for half in 0..2 {
            scope.spawn(move || (half..TEXTS.len()).step_by(2).for_each(grown));
        }
    });
}
