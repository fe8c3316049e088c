//! Catalogue files that are loaded at once, from several threads: each catalogue holds its own scopes alone.

use std::{sync::Barrier, thread};

use serde_json::json;
use zoho_scopes::{
    Catalogue, Covers, Policy, Scope,
    catalogue::{ScopeName, Service},
};

const THREADS: usize = 8;
const ROUNDS: usize = 20;

/// Which of the catalogues it is: of an even number those of one service, of an odd one those of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Number(usize);

impl Number {
    fn service(self) -> &'static str {
        ["Acme", "Zenith"][self.0 % 2]
    }

    fn scope(self, operation: &str) -> String {
        format!("{}.orders{}.{operation}", self.service(), self.0)
    }

    fn load(self) -> Catalogue {
        let (name, summary) = (format!("orders{}", self.0), format!("orders of shop {}", self.0));
        let file = json!({
            "service": self.service(), "product": "A shop", "summary": "A shop", "docs": "https://acme.example/scopes",
            "completeness": "complete", "checked": "2026-11-21", "from": ["page"],
            "sources": {"page": {"address": "https://acme.example/scopes", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
            "names": {name: {"summary": summary, "operations": ["ALL", "READ"]}},
        });
        Catalogue::builtin().with_json(&format!("{}.json", self.0), &file.to_string()).expect("a sound file")
    }
}

#[track_caller]
fn holds(catalogue: &Catalogue, own: Number) -> Scope {
    let [all, read] = ["ALL", "READ"].map(|word| catalogue.find(&own.scope(word)).expect("its own scope"));
    assert_eq!(read.as_str(), own.scope("READ"));
    assert_eq!(read.service().map(Service::as_str), Some(own.service()));
    assert_eq!(read.name().map(ScopeName::summary), Some(format!("orders of shop {}", own.0).as_str()));
    assert_eq!(all.covers(read), Covers::Yes);
    assert!(catalogue.validate(&own.scope("READ"), &Policy::STRICT).is_valid());
    assert!(catalogue.find("ZohoCliq.Channels.READ").is_some(), "what was known is known still");
    read
}

#[track_caller]
fn holds_nothing_of(catalogue: &Catalogue, other: Number) {
    assert_eq!(catalogue.find(&other.scope("READ")), None);
    assert!(!catalogue.validate(&other.scope("READ"), &Policy::LAX).is_valid());
    assert!(catalogue.scopes().all(|scope| scope.as_str() != other.scope("READ")));
}

#[test]
fn catalogues_loaded_at_once_keep_apart() {
    let numbers: Vec<Number> = (0..THREADS).map(Number).collect();
    for _ in 0..ROUNDS {
        let start = Barrier::new(THREADS);
        let loaded: Vec<(Number, Catalogue, Scope)> = thread::scope(|scope| {
            let load = |own: Number| {
                start.wait();
                let catalogue = own.load();
                let read = holds(&catalogue, own);
                (own, catalogue, read)
            };
            let threads: Vec<_> = numbers.iter().map(|own| scope.spawn(move || load(*own))).collect();
            threads.into_iter().map(|thread| thread.join().expect("it finds its own")).collect()
        });
        // When all are there, and on another thread than that which loaded them.
        for (own, catalogue, read) in &loaded {
            assert_eq!(holds(catalogue, *own), *read);
            numbers.iter().filter(|other| *other != own).for_each(|other| holds_nothing_of(catalogue, *other));
        }
        assert_eq!(Catalogue::builtin().service("Zenith"), None);
    }
}
