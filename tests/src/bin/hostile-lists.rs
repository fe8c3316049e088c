//! How long lists take that nobody writes but to do harm, without limits: twice the length, twice the time.
//!
//! `hostile-lists once KIND BYTES` validates one list, for valgrind to count the instructions; `KIND` is a place in
//! `Kind::ALL`. `hostile-lists find TEXT BYTES` searches one of `TEXTS` for scopes. `hostile-lists needs COUNT` asks what calls
//! to so many modules need.
#![allow(clippy::cast_precision_loss, reason = "times and lengths are small")]

use std::{env, hint::black_box, time::Instant};

use zoho_scopes::{
    Catalogue, Policy,
    calls::{Call, minimal_scopes},
};
use zoho_scopes_tests::hostile::{Kind, TEXTS};

const UNLIMITED: Policy = Policy::LAX.max_bytes(usize::MAX).max_entries(usize::MAX);

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [once, kind, bytes] = arguments.as_slice()
        && once == "once"
    {
        let kind = Kind::ALL[kind.parse::<usize>().expect("the place of a kind")];
        let list = kind.list(bytes.parse().expect("a number of bytes"));
        let _ = black_box(Catalogue::builtin().validate(&list, &UNLIMITED));
        return;
    }
    if let [find, kind, bytes] = arguments.as_slice()
        && find == "find"
    {
        let text = TEXTS[kind.parse::<usize>().expect("the place of a text")];
        let length: usize = bytes.parse().expect("a number of bytes");
        let text = "ZohoCRM.modules.ALL ".to_owned() + &text.repeat(length / text.len());
        black_box(Catalogue::builtin().find_all(&text).matches().count());
        return;
    }
    if let [needs, count] = arguments.as_slice()
        && needs == "needs"
    {
        let calls = (0..count.parse().expect("a number")).map(|number: usize| format!("/crm/v8/Visits{number:04x}z"));
        let calls: Vec<Call> = calls.map(|path| Call::find("GET", &path).expect("a module")).collect();
        black_box(minimal_scopes(&calls));
        return;
    }
    println!("{:28} {:>8} {:>10} {:>12} {:>9}", "", "MB", "ms", "ns a byte", "diagnostics");
    for kind in Kind::PLAIN {
        for megabytes in [1, 5, 10, 20] {
            let list = kind.list(megabytes * 1_000_000);
            let started = Instant::now();
            let report = black_box(Catalogue::builtin().validate(&list, &UNLIMITED));
            let time = started.elapsed();
            let (a_byte, ms) = (time.as_nanos() as f64 / list.len() as f64, time.as_secs_f64() * 1e3);
            let diagnostics = report.diagnostics().len();
            println!("{:28} {megabytes:8} {ms:10.1} {a_byte:12.2} {diagnostics:9}", kind.name());
        }
    }
}
