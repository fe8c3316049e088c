//! Scope names that do not exist lead to what was meant: the table of mistakes, and what holds of any text.

use std::collections::BTreeSet;

use zoho_scopes::{Catalogue, Policy, Report, catalogue::SearchIndex, report::Suggestion};

/// What the suggestions make of a text, best first: those of one diagnostic, or the first of each together.
fn lists(text: &str) -> Vec<String> {
    let report = Catalogue::builtin().validate(text, &Policy::LAX);
    let applied = |fix: &Suggestion| format!("{}{}{}", &text[..fix.span.start], fix.replacement, &text[fix.span.end..]);
    let suggesting: Vec<_> = report.diagnostics().iter().filter(|found| !found.suggestions().is_empty()).collect();
    let all = |report: &Report<'_>| {
        let mut fixes: Vec<&Suggestion> = report.diagnostics().iter().filter_map(|found| found.suggestions().first()).collect();
        fixes.sort_by_key(|fix| usize::MAX - fix.span.start);
        fixes.into_iter().fold(text.to_owned(), |text, fix| {
            format!("{}{}{}", &text[..fix.span.start], fix.replacement, &text[fix.span.end..])
        })
    };
    match suggesting.as_slice() {
        [one] => one.suggestions().iter().map(applied).collect(),
        [] => Vec::new(),
        several => [all(&report)].into_iter().chain(several[0].suggestions().iter().map(applied)).collect(),
    }
}

/// How many rows of a table are right first, and among the first three.
#[derive(Debug, Default)]
struct Score {
    rows: usize,
    first: usize,
    three: usize,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, asked: &str, right: &[&str], found: &[String]) {
        let is_right = |found: &String| right.iter().any(|right| right.eq_ignore_ascii_case(found));
        self.rows += 1;
        self.first += usize::from(found.first().is_some_and(is_right));
        self.three += usize::from(found.iter().take(3).any(is_right));
        if !found.first().is_some_and(is_right) {
            let mark = if found.iter().take(3).any(is_right) { "3" } else { "-" };
            self.wrong.push(format!("{mark} {asked}: {right:?}, not {found:?}"));
        }
    }

    #[track_caller]
    fn check(&self, name: &str, first: usize, three: usize) {
        let wrong = self.wrong.join("\n");
        assert!(self.first * 100 >= first * self.rows, "{name}: {} of {} come first\n{wrong}", self.first, self.rows);
        assert!(self.three * 100 >= three * self.rows, "{name}: {} of {} are among three\n{wrong}", self.three, self.rows);
    }
}

/// The rows of a table, and whether each was held back while the rules were made.
fn table(text: &str) -> impl Iterator<Item = (Vec<&str>, bool)> {
    let rows = text.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| {
        let is_held = row.last() == Some(&"held");
        (row, is_held)
    })
}

#[test]
fn mistakes_lead_to_what_was_meant() {
    let (mut tuned, mut held) = (Score::default(), Score::default());
    let mut services = BTreeSet::new();
    for (row, is_held) in table(include_str!("meaning.tsv")) {
        let right: Vec<&str> = row[1].split(' ').collect();
        services.insert(row[0].split('.').next());
        let score = if is_held { &mut held } else { &mut tuned };
        score.add(row[0], &right, &lists(row[0]));
    }
    assert!(tuned.rows + held.rows >= 250 && services.len() >= 40, "{} services", services.len());
    show(&tuned, &held);
    tuned.check("mistakes", 80, 95);
    held.check("mistakes held back", 80, 95);
}

#[test]
fn questions_find_scope_names() {
    let index = SearchIndex::of(Catalogue::builtin());
    let (mut tuned, mut held) = (Score::default(), Score::default());
    let mut services = BTreeSet::new();
    for (row, is_held) in table(include_str!("questions.tsv")) {
        let right: Vec<&str> = row[1].split(' ').collect();
        services.insert(row[1].split('.').next());
        let found = index.search_names(row[0]).into_iter().take(3).map(|found| {
            let service = found.scopes[0].service().map(|service| format!("{service}."));
            service.unwrap_or_default() + found.name.as_str()
        });
        let score = if is_held { &mut held } else { &mut tuned };
        score.add(row[0], &right, &found.collect::<Vec<_>>());
    }
    assert!(tuned.rows + held.rows >= 150 && services.len() >= 50, "{} services", services.len());
    show(&tuned, &held);
    tuned.check("questions", 0, 97);
    held.check("questions held back", 0, 97);
}

fn show(tuned: &Score, held: &Score) {
    if let Ok(shown) = std::env::var("SHOW_WRONG") {
        for (name, Score { rows, first, three, .. }) in [("tuned", tuned), ("held back", held)] {
            println!("{name}: {rows} rows, {first} first, {three} among three");
        }
        println!("{}", if shown == "held" { held.wrong.join("\n") } else { tuned.wrong.join("\n") });
    }
}
