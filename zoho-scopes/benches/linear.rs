//! How long lists take that nobody writes but to do harm, without limits: twice the length, twice the time.
#![allow(clippy::cast_precision_loss, reason = "times and lengths are small")]

use std::{hint::black_box, time::Instant};

use zoho_scopes::{Catalogue, Policy, Scope};

const UNLIMITED: Policy = Policy::LAX.max_bytes(usize::MAX).max_entries(usize::MAX);

/// A kind of list, and how to make one of so many bytes.
type Kind = (&'static str, fn(usize) -> String);

const KINDS: [Kind; 5] = [
    ("one segment", |bytes| "A".repeat(bytes)),
    ("dots", |bytes| ".".repeat(bytes)),
    ("commas", |bytes| ",".repeat(bytes)),
    ("different unknown scopes", |bytes| {
        let scopes = (0..bytes / 16).map(|number| format!("Acme.n{number:04x}.READ"));
        scopes.collect::<Vec<_>>().join(",")
    }),
    ("known scopes over and over", |bytes| {
        let all: Vec<&str> = Catalogue::builtin().scopes().map(Scope::as_str).collect();
        let all = all.join(",") + ",";
        all.repeat(bytes / all.len() + 1)[..bytes].to_owned()
    }),
];

fn main() {
    println!("{:28} {:>8} {:>10} {:>12} {:>9}", "", "MB", "ms", "ns a byte", "findings");
    for (name, make) in KINDS {
        for megabytes in [1, 5, 10, 20] {
            let list = make(megabytes * 1_000_000);
            let started = Instant::now();
            let report = black_box(Catalogue::builtin().validate(&list, &UNLIMITED));
            let time = started.elapsed();
            let a_byte = time.as_nanos() as f64 / list.len() as f64;
            let findings = report.diagnostics().len();
            println!("{name:28} {megabytes:8} {:10.1} {a_byte:12.2} {findings:9}", time.as_secs_f64() * 1e3);
        }
    }
}
