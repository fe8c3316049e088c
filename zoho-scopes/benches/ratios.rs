//! How many times as fast as its contenders the library is, in one run: the contenders take turns, so
//! that what else the machine does falls on all of them, and the fastest turn of each counts.
//!
//! `ratios once CONTENDER SCOPES TIMES` has one contender check one list, for `instructions.sh` to count.
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

/// Prints what each task takes, of which the first is ours.
fn print_table(title: &str, tasks: &[Task<'_>]) {
    let times = measure(tasks);
    for ((name, _), time) in tasks.iter().zip(&times) {
        println!("{title:24} {name:28} {time:12.0} ns {:8.2}x", time / times[0]);
    }
}

/// The same list for each contender.
fn tasks<'a>(contenders: &'a [Contender], list: &'a str) -> Vec<Task<'a>> {
    contenders.iter().map(|(name, check)| (*name, Box::new(move || check(black_box(list))) as Box<dyn Fn()>)).collect()
}

fn main() {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let [once, name, count, times] = arguments.as_slice()
        && once == "once"
    {
        let (_, check) = CONTENDERS.iter().find(|(contender, _)| contender == name).expect("a contender");
        let list = known(count.parse().expect("a number of scopes"));
        check(&list);
        (0..times.parse().expect("a number of times")).for_each(|_| check(black_box(&list)));
        return;
    }
    for count in [1, 5, 20, 200] {
        print_table(&format!("{count} known"), &tasks(&CONTENDERS, &known(count)));
    }
    for count in [1, 5, 20] {
        print_table(&format!("{count} known to strum"), &tasks(&STRUM, &known_to_strum(count)));
    }
    for count in [5, 20, 200] {
        print_table(&format!("{count}, one misspelled"), &tasks(&CONTENDERS, &with_a_typo(count)));
    }
    for (title, kind, bytes) in HOSTILE {
        print_table(title, &tasks(&CONTENDERS[..2], &kind.list(bytes)));
    }
    for count in [20, 200] {
        for (title, tasks) in sets::operations(&known(count)) {
            print_table(&format!("{title} of {count}"), &tasks);
        }
    }
}
