//! How many times as fast as its contenders the library is, in one run: the contenders take turns, so
//! that what else the machine does falls on all of them, and the fastest turn of each counts.
#![allow(clippy::cast_precision_loss, reason = "times and counts are small")]

mod contenders;

use std::{hint::black_box, time::Instant};

use contenders::{
    known, known_to_strum, nom_and_hash_map, split_and_hash_map, split_and_hash_map_without_result, split_and_phf,
    split_and_strum, zoho_scopes,
};

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

const TURNS: usize = 400;
/// Scopes a turn, whatever the length of the list.
const SCOPES: usize = 20_000;

/// Nanoseconds a list for each contender: the least of all turns.
fn measure(contenders: &[Contender], list: &str, count: usize) -> Vec<f64> {
    let times = (SCOPES / count).max(1);
    let mut least = vec![f64::INFINITY; contenders.len()];
    for _ in 0..TURNS {
        for ((_, check), least) in contenders.iter().zip(&mut least) {
            let started = Instant::now();
            (0..times).for_each(|_| check(black_box(list)));
            *least = least.min(started.elapsed().as_nanos() as f64 / times as f64);
        }
    }
    least
}

fn main() {
    println!("{:28} {:>7} {:>10} {:>10} {:>14}", "", "scopes", "ns a list", "ns a scope", "slower than us");
    for count in [1, 5, 20, 200] {
        print_table(&CONTENDERS, &known(count), count);
    }
    for count in [1, 5, 20] {
        print_table(&STRUM, &known_to_strum(count), count);
    }
}

fn print_table(contenders: &[Contender], list: &str, count: usize) {
    let times = measure(contenders, list, count);
    for ((name, _), time) in contenders.iter().zip(&times) {
        println!("{name:28} {count:7} {time:10.0} {:10.1} {:13.2}x", time / count as f64, time / times[0]);
    }
}
