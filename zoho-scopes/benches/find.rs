//! How fast the finder reads: text in which there is nothing to find, and text that is full of scopes.
#![allow(clippy::cast_precision_loss, reason = "times and counts are small")]

use std::{hint::black_box, time::Instant};

use zoho_scopes::{Catalogue, find::Finder};

/// Source code without a scope: this file over and over, without what looks like one.
const CODE: &str = include_str!("contenders/mod.rs");
const BYTES: usize = 64 << 20;

fn main() {
    let started = Instant::now();
    (0..1000).for_each(|_| drop(black_box(Finder::new(Catalogue::builtin()))));
    println!("{:30} {:8.2} µs", "making a finder", started.elapsed().as_secs_f64() * 1e3);
    let finder = Finder::new(Catalogue::builtin());
    let code = CODE.replace("zoho", "acme").replace("Zoho", "Acme");
    let scopes = "const SCOPES = ['ZohoCRM.modules.ALL', 'Desk.tickets.READ']; // and others\n";
    for (name, text) in [("source code, nothing to find", &*code), ("code full of scopes", scopes)] {
        let text = text.repeat(BYTES / text.len());
        let found = finder.find(&text).matches().count();
        let time = (0..5).map(|_| {
            let started = Instant::now();
            black_box(finder.find(&text));
            started.elapsed().as_secs_f64()
        });
        let least = time.fold(f64::INFINITY, f64::min);
        println!("{name:30} {:8.2} GB/s  {found} found", text.len() as f64 / least / 1e9);
    }
}
