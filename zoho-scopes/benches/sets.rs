//! Operations on sets of scopes, against sets of strings.

use std::{collections::HashSet, hint::black_box};

use zoho_scopes::{Scope, ScopeSet};

use crate::Task;

/// The operations on the sets that two thirds of a list make, from its front and from its end.
pub fn operations(list: &str) -> [(&'static str, Vec<Task<'static>>); 4] {
    let all: Vec<&str> = list.split(',').collect();
    let third = all.len() / 3;
    let [one, other] = [&all[third..], &all[..all.len() - third]];
    let [ours, our_other] = [one, other].map(|list| list.join(",").parse::<ScopeSet>().expect("known scopes"));
    let [strings, other_strings] =
        [one, other].map(|list| list.iter().map(|scope| (*scope).to_owned()).collect::<HashSet<String>>());
    let wanted: Vec<Scope> = all.iter().map(|scope| scope.parse().expect("a known scope")).collect();
    let words: Vec<String> = all.iter().map(|scope| (*scope).to_owned()).collect();
    let part = our_other.intersection(&ours);
    let part_strings: HashSet<String> = other_strings.intersection(&strings).cloned().collect();
    let names = ["zoho-scopes", "HashSet<String>"];
    let pair = |tasks: [Box<dyn Fn()>; 2]| names.into_iter().zip(tasks).collect();
    let union: [Box<dyn Fn()>; 2] = {
        let (ours, strings) = (ours.clone(), strings.clone());
        [
            Box::new(move || drop(black_box(black_box(&ours).union(&our_other)))),
            Box::new(move || {
                drop(black_box(black_box(&strings).union(&other_strings).cloned().collect::<HashSet<String>>()));
            }),
        ]
    };
    let contains: [Box<dyn Fn()>; 2] = {
        let (ours, strings) = (ours.clone(), strings.clone());
        [
            Box::new(move || _ = black_box(wanted.iter().filter(|scope| black_box(&ours).contains(**scope)).count())),
            Box::new(move || _ = black_box(words.iter().filter(|word| black_box(&strings).contains(*word)).count())),
        ]
    };
    let no: [Box<dyn Fn()>; 2] = {
        let (ours, strings) = (ours.clone(), strings.clone());
        let all_strings: HashSet<String> = all.iter().map(|scope| (*scope).to_owned()).collect();
        let all = list.parse::<ScopeSet>().expect("known scopes");
        [
            Box::new(move || assert!(!black_box(black_box(&ours).covers(&all)))),
            Box::new(move || assert!(!black_box(black_box(&strings).is_superset(&all_strings)))),
        ]
    };
    let covers: [Box<dyn Fn()>; 2] = [
        Box::new(move || _ = black_box(black_box(&ours).covers(&part))),
        Box::new(move || _ = black_box(black_box(&strings).is_superset(&part_strings))),
    ];
    [("union", pair(union)), ("contains", pair(contains)), ("covers", pair(covers)), ("covers, answered no,", pair(no))]
}
