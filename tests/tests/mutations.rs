//! One typo in any scope of the catalogue: the first suggestion is the scope itself.

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
    thread,
    time::Instant,
};

use zoho_scopes::{Catalogue, Entry, Policy, Scope, report::Code};

/// What a wrong key brings.
const KEYS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
/// So many typos of each kind are checked.
const SAMPLE: usize = 10_000;
/// Of a hundred of each kind.
const WANTED: usize = 99;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Deletion,
    Insertion,
    Substitution,
    Transposition,
    DotMissing,
    DotExtra,
    DotForLetter,
    LetterForDot,
    DotMoved,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Deletion,
        Self::Insertion,
        Self::Substitution,
        Self::Transposition,
        Self::DotMissing,
        Self::DotExtra,
        Self::DotForLetter,
        Self::LetterForDot,
        Self::DotMoved,
    ];

    /// The keys of which one comes into the text; a kind without any has one typo a place.
    fn keys(self) -> &'static [u8] {
        match self {
            Self::Insertion | Self::Substitution | Self::LetterForDot => KEYS,
            _ => b".",
        }
    }
}

/// A typo at a place of a scope.
#[derive(Debug, Clone, Copy)]
struct Typo {
    scope: &'static str,
    place: usize,
    kind: Kind,
    key: u8,
}

impl Typo {
    fn text(self) -> String {
        let mut bytes = self.scope.as_bytes().to_vec();
        match self.kind {
            Kind::Deletion | Kind::DotMissing => drop(bytes.remove(self.place)),
            Kind::Insertion | Kind::DotExtra => bytes.insert(self.place, self.key),
            Kind::Substitution | Kind::DotForLetter | Kind::LetterForDot => bytes[self.place] = self.key,
            Kind::Transposition | Kind::DotMoved => bytes.swap(self.place, self.place + 1),
        }
        String::from_utf8(bytes).expect("scopes are ASCII")
    }
}

/// All typos of a kind in a scope that leave something else than the scope, perhaps in another case.
fn typos(scope: &'static str, kind: Kind) -> impl Iterator<Item = Typo> {
    let bytes = scope.as_bytes();
    let places = (0..=bytes.len()).filter(move |place| {
        // Behind the last character there is only something to insert.
        let Some(&here) = bytes.get(*place) else { return matches!(kind, Kind::Insertion | Kind::DotExtra) };
        let next = bytes.get(place + 1);
        let swaps = next.is_some_and(|next| !here.eq_ignore_ascii_case(next));
        match kind {
            Kind::Deletion | Kind::Substitution | Kind::DotForLetter => here != b'.',
            Kind::Transposition => swaps && here != b'.' && next != Some(&b'.'),
            Kind::DotMoved => swaps && (here == b'.' || next == Some(&b'.')),
            Kind::DotMissing | Kind::LetterForDot => here == b'.',
            Kind::Insertion | Kind::DotExtra => true,
        }
    });
    places.flat_map(move |place| {
        let brings = move |key: &&u8| kind != Kind::Substitution || !key.eq_ignore_ascii_case(&bytes[place]);
        kind.keys().iter().filter(brings).map(move |key| Typo { scope, place, kind, key: *key })
    })
}

/// What became of a typo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Fixed,
    NotFixed,
    /// A pattern admits it, so that it is no error; the warning may name the scope.
    AdmittedAndFixed,
    AdmittedAndNotFixed,
    /// The catalogue says what it is: no typo.
    Catalogued,
}

/// Applies the first suggestion of each diagnostic, the last one first, so that spans stay right.
fn validate(typo: Typo) -> Outcome {
    let text = typo.text();
    let report = Catalogue::builtin().validate(&text, &Policy::LAX);
    let said = [Code::KnownMisspelling, Code::DoubtfulScope, Code::AmbiguousCase];
    let known = report.items().iter().any(|item| matches!(item.entry, Entry::Known(_)));
    if known || report.diagnostics().iter().any(|diagnostic| said.contains(&diagnostic.code())) {
        return Outcome::Catalogued;
    }
    let mut fixed = text.clone();
    for fix in report.diagnostics().iter().rev().filter_map(|diagnostic| diagnostic.suggestions().first()) {
        fixed.replace_range(fix.span.range(), &fix.replacement);
    }
    let admitted = report.items().iter().any(|item| matches!(item.entry, Entry::Admitted(_)));
    match (admitted, fixed == typo.scope) {
        (false, true) => Outcome::Fixed,
        (false, false) => Outcome::NotFixed,
        (true, true) => Outcome::AdmittedAndFixed,
        (true, false) => Outcome::AdmittedAndNotFixed,
    }
}

/// How many typos of a kind were fixed, and of how many; those that a pattern admits are counted, and also apart.
struct Row {
    kind: Kind,
    fixed: usize,
    checked: usize,
    admitted_and_fixed: usize,
    admitted: usize,
    example: Option<Typo>,
}

impl Row {
    fn of(kind: Kind, outcomes: &[(Typo, Outcome)]) -> Self {
        let mut counts: BTreeMap<Outcome, usize> = BTreeMap::new();
        for (_, outcome) in outcomes {
            *counts.entry(*outcome).or_default() += 1;
        }
        let count = |outcome| counts.get(&outcome).copied().unwrap_or_default();
        let admitted_and_fixed = count(Outcome::AdmittedAndFixed);
        let admitted = admitted_and_fixed + count(Outcome::AdmittedAndNotFixed);
        let fixed = count(Outcome::Fixed) + admitted_and_fixed;
        let checked = count(Outcome::Fixed) + count(Outcome::NotFixed) + admitted;
        let example = outcomes.iter().find(|(_, outcome)| *outcome == Outcome::NotFixed).map(|(typo, _)| *typo);
        Self { kind, fixed, checked, admitted_and_fixed, admitted, example }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, fixed, checked, admitted_and_fixed, admitted, example } = self;
        let percent = *fixed * 10_000 / (*checked).max(1);
        write!(f, "{:13} {fixed:6} of {checked:6} {:3}.{:02} %", format!("{kind:?}"), percent / 100, percent % 100)?;
        write!(f, " ({admitted_and_fixed:5} of {admitted:5} that a pattern admits)")?;
        example.map_or(Ok(()), |typo| write!(f, ", not {} in {}", typo.text(), typo.scope))
    }
}

#[test]
fn the_first_suggestion_is_the_scope_itself() {
    let scopes: Vec<&str> = Catalogue::builtin().scopes().map(Scope::as_str).collect();
    let mut random = fastrand::Rng::with_seed(5);
    let sample: Vec<Typo> = Kind::ALL
        .into_iter()
        .flat_map(|kind| random.choose_multiple(scopes.iter().flat_map(|scope| typos(scope, kind)), SAMPLE))
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let started = Instant::now();
    let outcomes: Vec<(Typo, Outcome)> = thread::scope(|scope| {
        let validate_all = |typos: &[Typo]| typos.iter().map(|typo| (*typo, validate(*typo))).collect::<Vec<_>>();
        let parts = sample.chunks(sample.len().div_ceil(threads));
        let parts: Vec<_> = parts.map(|typos| scope.spawn(move || validate_all(typos))).collect();
        parts.into_iter().flat_map(|part| part.join().expect("no typo panics")).collect()
    });
    let micros = started.elapsed().as_micros() / sample.len() as u128;

    let rows = Kind::ALL.map(|kind| {
        let of_kind: Vec<(Typo, Outcome)> = outcomes.iter().filter(|(typo, _)| typo.kind == kind).copied().collect();
        Row::of(kind, &of_kind)
    });
    // Written past the capture of tests, since the figures are of interest when they are good, too.
    let table: String = rows.iter().flat_map(|row| [row.to_string(), "\n".to_owned()]).collect();
    let table = format!("typos whose first suggestion is the scope, {micros} µs each on {threads} threads:\n{table}");
    io::stdout().write_all(table.as_bytes()).expect("standard output is open");
    for row in &rows {
        assert!(row.checked > SAMPLE / 4, "too few are checked: {row}");
        assert!(row.fixed * 100 >= WANTED * row.checked, "{row}");
    }
}
