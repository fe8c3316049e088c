//! Every scope string that was gathered from public sources, and what `check` answers to it.
//!
//! `facts.tsv` holds each string with its best source and the answer that was reviewed: the wire
//! form, the pattern that admits it, `mistake: WIRE` where the first suggestion is the scope that is
//! meant, `placeholder: WIRE` where documentation left a placeholder that fits WIRE, `doubtful`, or
//! `not-a-scope: REASON`.

mod ran;

use serde_json::Value;

const FACTS: &str = include_str!("facts.tsv");

struct Fact {
    scope: &'static str,
    kind: &'static str,
    expected: &'static str,
}

fn facts() -> impl Iterator<Item = Fact> {
    FACTS.lines().skip(1).map(|line| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [scope, kind, _source, expected] = fields.as_slice() else { panic!("four columns: {line}") };
        Fact { scope, kind, expected }
    })
}

/// What a report says of its only entry, in the words of the `expected` column.
fn answer(report: &Value) -> String {
    let [scope] = report["scopes"].as_array().expect("an array").as_slice() else { return "not-a-scope".to_owned() };
    if scope["known"] == true {
        let form = if scope["pattern"].is_null() { &scope["wire"] } else { &scope["pattern"] };
        return form.as_str().expect("a string").to_owned();
    }
    let diagnostic = &report["diagnostics"][0];
    let text = report["input"].as_str().expect("a string");
    let fixed = diagnostic["suggestion"]["replacement"].as_str().map(|replacement| {
        let place = |end: usize| {
            usize::try_from(diagnostic["suggestion"]["span"][end].as_u64().expect("a number")).expect("small")
        };
        [&text[..place(0)], replacement, &text[place(1)..]].concat()
    });
    let pattern = || {
        let help = diagnostic["help"].as_str()?;
        Some(help.split_once("the pattern is `")?.1.trim_end_matches('`').to_owned())
    };
    match (diagnostic["code"].as_str().expect("a code"), fixed) {
        ("doubtful-scope", _) => "doubtful".to_owned(),
        ("placeholder-left-in", fixed) => {
            pattern().or(fixed).map_or_else(|| "not-a-scope".to_owned(), |form| format!("placeholder: {form}"))
        }
        (_, Some(fixed)) => format!("mistake: {fixed}"),
        (_, None) => "not-a-scope".to_owned(),
    }
}

/// What `check` answers to each fact.
fn answers() -> Vec<(Fact, String)> {
    let lists: Vec<&str> = facts().map(|fact| fact.scope).collect();
    let text = ran::run(&["check", "--stdin", "--format", "json"], &lists.join("\n")).out;
    let answers: Vec<String> = text.lines().map(|line| answer(&serde_json::from_str(line).expect("JSON"))).collect();
    assert_eq!(answers.len(), lists.len());
    facts().zip(answers).collect()
}

#[test]
fn check_answers_what_was_reviewed() {
    let answers = answers();
    let without_reason = |expected: &'static str| match expected.split_once(": ") {
        Some((word @ "not-a-scope", _)) => word,
        _ => expected,
    };
    let wrong: Vec<String> = answers
        .iter()
        .map(|(fact, answer)| (fact.scope, without_reason(fact.expected), answer))
        .filter(|(_, expected, answer)| expected != answer)
        .map(|(scope, expected, answer)| format!("{scope}: expected `{expected}`, check answers `{answer}`"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), answers.len(), wrong.join("\n"));
}

#[test]
fn official_strings_are_hardly_ever_refused() {
    let mut answers = answers();
    answers.retain(|(fact, _)| fact.kind.starts_with("official"));
    let is_refused = |answer: &str| ["doubtful", "not-a-scope"].contains(&answer);
    let refused: Vec<&str> =
        answers.iter().filter(|(_, answer)| is_refused(answer)).map(|(fact, _)| fact.scope).collect();
    println!(
        "{} of {} official strings are neither scope, pattern nor typo: {refused:?}",
        refused.len(),
        answers.len()
    );
    assert!(answers.len() > 2_000, "the facts were cut");
    assert!(refused.len() * 100 < answers.len());
}
