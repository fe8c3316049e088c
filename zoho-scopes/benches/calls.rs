//! How long it takes to find the call that a request makes, and the minimal list for many calls.

use std::{hint::black_box, time::Instant};

use zoho_scopes::calls::{Call, minimal_scopes};

const TURNS: usize = 20;

/// Microseconds a round of the fastest turn.
fn measure<T>(rounds: usize, mut work: impl FnMut() -> T) -> f64 {
    let mut fastest = f64::INFINITY;
    for _ in 0..TURNS {
        let started = Instant::now();
        drop(black_box(work()));
        #[expect(clippy::cast_precision_loss, reason = "counts are small")]
        let micros = started.elapsed().as_secs_f64() * 1e6 / rounds as f64;
        fastest = fastest.min(micros);
    }
    fastest
}

fn main() {
    let calls = Call::all();
    let requests = |host: bool| -> Vec<(&str, String)> {
        let path = |call: &Call| call.template().replace(['{', '}'], "");
        let url = |call: &Call| if host { format!("https://{}{}", call.host(), path(call)) } else { path(call) };
        calls.iter().map(|call| (call.method(), url(call))).collect()
    };
    for (what, requests) in [("a URL", requests(true)), ("a path", requests(false))] {
        let found = || requests.iter().filter(|(method, url)| Call::find(method, url).is_ok()).count();
        println!("find {what:8} {:10.2} µs each of {}", measure(requests.len(), found), requests.len());
    }
    for count in [1, 10, 100, 1000, calls.len()] {
        let some: Vec<Call> = calls.iter().step_by((calls.len() / count).max(1)).take(count).cloned().collect();
        let list = minimal_scopes(&some);
        let exact = if list.is_exact() { "exact" } else { "not exact" };
        let micros = measure(1, || minimal_scopes(&some));
        println!("least of {count:5} {micros:9.0} µs, {} scopes, {exact}", list.scopes().len());
    }
}
