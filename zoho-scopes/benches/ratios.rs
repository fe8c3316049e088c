//! How many times as fast as its contenders the library is, in one run: the contenders take turns, so
//! that what else the machine does falls on all of them, and the fastest turn of each counts.
//!
//! `ratios once TITLE CONTENDER TIMES` has one contender do one task so many times, for `figures.sh` to count the instructions.
#![allow(clippy::cast_precision_loss, reason = "times and counts are small")]

mod contenders;
mod sets;

use std::{
    env,
    hint::black_box,
    time::{Duration, Instant},
};

use contenders::{
    known, known_to_strum, nom_and_hash_map, split_and_hash_map, split_and_hash_map_without_result, split_and_phf,
    split_and_strum, with_a_typo, zoho_scopes,
};
use zoho_scopes_tests::hostile::Kind;

/// Checks a list, and forgets what came of it.
type Contender = (&'static str, fn(&str));

const OURS: &str = "zoho-scopes";
const CONTENDERS: [Contender; 5] = [
    (OURS, |list| _ = black_box(zoho_scopes(list))),
    ("split + HashMap", |list| drop(black_box(split_and_hash_map(list)))),
    ("split + HashMap, no result", |list| _ = black_box(split_and_hash_map_without_result(list))),
    ("split + phf", |list| drop(black_box(split_and_phf(list)))),
    ("nom + HashMap", |list| drop(black_box(nom_and_hash_map(list)))),
];
const STRUM: [Contender; 2] = [CONTENDERS[0], ("split + strum", |list| drop(black_box(split_and_strum(list))))];

const HOSTILE: [(&str, Kind, usize); 4] = [
    ("1 MB of commas", Kind::Repeated("", ","), 1 << 20),
    ("1 MB without a comma", Kind::Repeated("", "a"), 1 << 20),
    ("1 MB of dots", Kind::Repeated("", "."), 1 << 20),
    ("100,000 unknown scopes", Kind::Unknown, 1_600_000),
];

const OTHERS: [(&str, &str); 2] = [
    (
        "a URL with one scope",
        "https://accounts.zoho.com/oauth/v2/auth?scope=ZohoCliq.Channels.READ&access_type=offline",
    ),
    ("a name like no other", "ZohoCRM.qwertyuiop.READ"),
];

const TURNS: usize = 200;
/// How long a turn takes, whatever is done in it.
const TURN: Duration = Duration::from_micros(200);

/// Something to be measured, and its name.
type Task<'a> = (&'a str, Box<dyn Fn() + 'a>);

/// Nanoseconds of each task: the least of all turns.
fn measure(tasks: &[Task<'_>]) -> Vec<f64> {
    let run = |task: &Task<'_>, times: u32| {
        let started = Instant::now();
        (0..times).for_each(|_| task.1());
        started.elapsed()
    };
    let times = |task| u32::try_from(TURN.as_nanos() / run(task, 1).as_nanos().max(1)).unwrap_or(u32::MAX).max(1);
    let times: Vec<u32> = tasks.iter().map(|task| (0..3).map(|_| times(task)).max().unwrap_or(1)).collect();
    let mut least = vec![f64::INFINITY; tasks.len()];
    for _ in 0..TURNS {
        for ((task, times), least) in tasks.iter().zip(&times).zip(&mut least) {
            *least = least.min(run(task, *times).as_nanos() as f64 / f64::from(*times));
        }
    }
    least
}

/// The same list for each contender.
fn tasks(contenders: &[Contender], list: String) -> Vec<Task<'static>> {
    let list: &'static str = list.leak();
    contenders.iter().map(|(name, check)| task(name, list, *check)).collect()
}

fn task(name: &'static str, list: &'static str, check: fn(&str)) -> Task<'static> {
    (name, Box::new(move || check(black_box(list))))
}

/// Tasks that take turns, of which the first is ours, each with a title.
fn tables() -> Vec<(String, Vec<Task<'static>>)> {
    let mut tables = Vec::new();
    for count in [1, 5, 20, 200] {
        tables.push((format!("{count} known"), tasks(&CONTENDERS, known(count))));
    }
    for count in [1, 5, 20] {
        tables.push((format!("{count} known to strum"), tasks(&STRUM, known_to_strum(count))));
    }
    for count in [5, 20, 200] {
        tables.push((format!("{count}, one misspelled"), tasks(&CONTENDERS[..2], with_a_typo(count))));
    }
    for (title, text) in OTHERS {
        tables.push((title.to_owned(), tasks(&CONTENDERS[..2], text.to_owned())));
    }
    for count in [20, 200] {
        for (title, tasks) in sets::operations(&known(count)) {
            tables.push((format!("{title} of {count}"), tasks));
        }
    }
    for (title, kind, bytes) in HOSTILE {
        tables.push((title.to_owned(), tasks(&CONTENDERS[..2], kind.list(bytes))));
    }
    tables
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let tables = tables();
    if let [once, title, name, times] = arguments.as_slice()
        && once == "once"
    {
        let (_, tasks) = tables.iter().find(|(known, _)| known == title).expect("a title");
        let (_, task) = tasks.iter().find(|(known, _)| known == name).expect("a contender");
        task();
        (0..times.parse().expect("a number of times")).for_each(|_| task());
        return;
    }
    for (title, tasks) in &tables {
        let times = measure(tasks);
        for ((name, _), time) in tasks.iter().zip(&times) {
            println!("{title:36}{name:28}{time:12.0} ns {:8.2}x", time / times[0]);
        }
    }
}
