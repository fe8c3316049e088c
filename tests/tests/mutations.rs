//! One slip of the finger in any scope of the catalogue: the first suggestion is the scope itself.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    thread,
    time::Instant,
};

use zoho_scopes::{Catalogue, Entry, Policy, report::Code};

/// What a wrong key brings.
const KEYS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
const SAMPLE: usize = 100_000;
/// Of a hundred.
const WANTED: usize = 98;

#[derive(Debug, Clone, Copy)]
enum Slip {
    Deleted,
    Replaced(u8),
    SwappedWithNext,
}

#[derive(Debug, Clone, Copy)]
struct Mutant {
    scope: &'static str,
    place: usize,
    slip: Slip,
}

impl Mutant {
    fn text(self) -> String {
        let mut bytes = self.scope.as_bytes().to_vec();
        match self.slip {
            Slip::Deleted => drop(bytes.remove(self.place)),
            Slip::Replaced(key) => bytes[self.place] = key,
            Slip::SwappedWithNext => bytes.swap(self.place, self.place + 1),
        }
        String::from_utf8(bytes).expect("scopes are ASCII")
    }
}

/// All mutants of a scope that are not the scope itself, perhaps in another case.
fn mutants(scope: &'static str) -> impl Iterator<Item = Mutant> {
    let bytes = scope.as_bytes();
    (0..bytes.len()).flat_map(move |place| {
        let here = bytes[place];
        let differs = move |other: &&u8| !here.eq_ignore_ascii_case(other);
        let swapped = bytes.get(place + 1).filter(differs).map(|_| Slip::SwappedWithNext);
        let replaced = KEYS.iter().filter(differs).map(|key| Slip::Replaced(*key));
        let slips = replaced.chain(swapped).chain([Slip::Deleted]);
        slips.map(move |slip| Mutant { scope, place, slip })
    })
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Mended,
    NotMended,
    /// A pattern admits it, so that it is no error; the warning may name the scope.
    AdmittedAndMended,
    AdmittedAndNotMended,
    /// The catalogue says what it is: no slip.
    Catalogued,
}

/// Applies the first suggestion of each finding, the last one first, so that spans stay right.
fn judge(mutant: Mutant) -> Outcome {
    let text = mutant.text();
    let report = Catalogue::builtin().validate(&text, &Policy::LAX);
    let said = [Code::KnownMisspelling, Code::DoubtfulScope, Code::AmbiguousCase];
    let known = report.items().iter().any(|item| matches!(item.entry, Entry::Known(_)));
    if known || report.diagnostics().iter().any(|finding| said.contains(&finding.code())) {
        return Outcome::Catalogued;
    }
    let mut mended = text.clone();
    for fix in report.diagnostics().iter().rev().filter_map(|finding| finding.suggestions().first()) {
        mended.replace_range(fix.span.range(), &fix.replacement);
    }
    let admitted = report.items().iter().any(|item| matches!(item.entry, Entry::Admitted(_)));
    match (admitted, mended == mutant.scope) {
        (false, true) => Outcome::Mended,
        (false, false) => Outcome::NotMended,
        (true, true) => Outcome::AdmittedAndMended,
        (true, false) => Outcome::AdmittedAndNotMended,
    }
}

#[test]
fn the_first_suggestion_is_the_scope_itself() {
    let catalogue = Catalogue::builtin();
    let all = catalogue.scopes().flat_map(|scope| mutants(scope.as_str()));
    let sample = fastrand::Rng::with_seed(5).choose_multiple(all, SAMPLE);
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let started = Instant::now();
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let judge_all = |mutants: &[Mutant]| mutants.iter().copied().map(judge).collect::<Vec<Outcome>>();
        let parts = sample.chunks(SAMPLE.div_ceil(threads));
        let parts: Vec<_> = parts.map(|mutants| scope.spawn(move || judge_all(mutants))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("no mutant panics")).collect()
    });
    let micros = started.elapsed().as_micros() / SAMPLE as u128;

    let mut counts: BTreeMap<Outcome, usize> = BTreeMap::new();
    for outcome in &outcomes {
        *counts.entry(*outcome).or_default() += 1;
    }
    let count = |outcome| counts.get(&outcome).copied().unwrap_or_default();
    let (mended, judged) = (count(Outcome::Mended), count(Outcome::Mended) + count(Outcome::NotMended));
    let admitted_and_mended = count(Outcome::AdmittedAndMended);
    let admitted = admitted_and_mended + count(Outcome::AdmittedAndNotMended);
    // Written past the capture of tests, since the figure is of interest when it is good, too.
    let figure = format!(
        "mended {mended} of {judged} mutants, and {admitted_and_mended} of {admitted} that a pattern admits; \
         {micros} µs each on {threads} threads\n"
    );
    io::stdout().write_all(figure.as_bytes()).expect("standard output is open");
    assert!(judged > SAMPLE / 2, "{counts:?}");
    assert!((mended + admitted_and_mended) * 100 >= WANTED * (judged + admitted), "{counts:?}");
}
