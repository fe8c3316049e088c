//! One slip of the finger in any scope of the catalogue: the first suggestion is the scope itself.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    thread,
    time::{Duration, Instant},
};

use zoho_scopes::{Catalogue, Code, Entry, Policy};

/// What a wrong key brings.
const KEYS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
const SAMPLE: usize = 100_000;
/// Of a hundred.
const WANTED: usize = 98;

/// A scope with one character deleted, put for another, or swapped with its neighbour.
struct Mutant {
    scope: &'static str,
    text: String,
}

fn mutants(scope: &'static str) -> impl Iterator<Item = Mutant> {
    let spliced = move |place: usize, length: usize, with: &[u8]| {
        let with: String = with.iter().copied().map(char::from).collect();
        Mutant { scope, text: [&scope[..place], &with, &scope[place + length..]].concat() }
    };
    let bytes = scope.as_bytes();
    let deletions = (0..bytes.len()).map(move |place| spliced(place, 1, &[]));
    let substitutions =
        (0..bytes.len()).flat_map(move |place| KEYS.iter().map(move |key| spliced(place, 1, &[*key])));
    let swaps = (1..bytes.len()).map(move |place| spliced(place - 1, 2, &[bytes[place], bytes[place - 1]]));
    deletions.chain(substitutions).chain(swaps).filter(|mutant| !mutant.text.eq_ignore_ascii_case(mutant.scope))
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Mended,
    Other,
    /// A pattern admits it, so that it is no error; the warning names the scope.
    AdmittedAndMended,
    AdmittedAndOther,
    /// The catalogue says what it is: no slip.
    Catalogued,
}

/// Applies the first suggestion of each finding, the last one first, so that spans stay right.
fn judge(mutant: &Mutant) -> Outcome {
    let report = Catalogue::builtin().validate(&mutant.text, &Policy::LAX);
    let said = [Code::KnownMisspelling, Code::DoubtfulScope, Code::AmbiguousCase];
    let catalogued = report.items().iter().any(|item| matches!(item.entry, Entry::Known(_)));
    if catalogued || report.diagnostics().iter().any(|finding| said.contains(&finding.code())) {
        return Outcome::Catalogued;
    }
    let mut text = mutant.text.clone();
    for finding in report.diagnostics().iter().rev() {
        if let Some(fix) = finding.suggestions().first() {
            text.replace_range(fix.span.range(), &fix.replacement);
        }
    }
    let admitted = report.items().iter().any(|item| matches!(item.entry, Entry::Admitted(_)));
    match (admitted, text == mutant.scope) {
        (false, true) => Outcome::Mended,
        (false, false) => Outcome::Other,
        (true, true) => Outcome::AdmittedAndMended,
        (true, false) => Outcome::AdmittedAndOther,
    }
}

#[test]
fn the_first_suggestion_is_the_scope_itself() {
    let mut sample: Vec<Mutant> = Catalogue::builtin().scopes().flat_map(|scope| mutants(scope.as_str())).collect();
    let all = sample.len();
    fastrand::Rng::with_seed(5).shuffle(&mut sample);
    sample.truncate(SAMPLE);

    let threads = thread::available_parallelism().map_or(1, usize::from);
    let judged: Vec<(Vec<Outcome>, Duration)> = thread::scope(|scope| {
        let part = |mutants: &[Mutant]| {
            let started = Instant::now();
            (mutants.iter().map(judge).collect(), started.elapsed())
        };
        let parts: Vec<_> =
            sample.chunks(SAMPLE.div_ceil(threads)).map(|mutants| scope.spawn(move || part(mutants))).collect();
        parts.into_iter().map(|part| part.join().expect("no mutant panics")).collect()
    });
    let each = judged.iter().map(|(_, time)| time.as_secs_f64()).sum::<f64>() * 1e6 / SAMPLE as f64;
    let mut counts: BTreeMap<Outcome, usize> = BTreeMap::new();
    judged.iter().flat_map(|(outcomes, _)| outcomes).for_each(|outcome| *counts.entry(*outcome).or_default() += 1);

    let count = |outcome| counts.get(&outcome).copied().unwrap_or_default();
    let (mended, other) = (count(Outcome::Mended), count(Outcome::Other));
    let (admitted, strayed) = (count(Outcome::AdmittedAndMended), count(Outcome::AdmittedAndOther));
    if std::env::var_os("SHOW_OTHERS").is_some() {
        let outcomes = judged.iter().flat_map(|(outcomes, _)| outcomes);
        for (mutant, outcome) in sample.iter().zip(outcomes) {
            if matches!(outcome, Outcome::Other | Outcome::AdmittedAndOther) {
                let report = Catalogue::builtin().validate(&mutant.text, &Policy::LAX);
                let fixes: Vec<_> = report.diagnostics().iter().map(|d| (d.code().as_str(), d.suggestions().first().map(|s| s.replacement.clone()))).collect();
                println!("{outcome:?}\t{}\t{}\t{fixes:?}", mutant.scope, mutant.text);
            }
        }
    }
    let percent = |part: usize, rest: usize| 100.0 * part as f64 / (part + rest) as f64;
    writeln!(
        io::stdout(),
        "{SAMPLE} of {all} mutants: {:.2} of 100 mended ({mended} of {}); with those that a pattern admits {:.2} of 100; {each:.1} µs each",
        percent(mended, other), mended + other, percent(mended + admitted, other + strayed),
    )
    .expect("standard output is open");
    assert!(mended * 100 >= WANTED * (mended + other), "{counts:?}");
}
