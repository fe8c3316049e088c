//! Files with arrows to what they import.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// That a file imports a name from another.
pub struct Import {
    pub from: String,
    pub to: String,
    pub name: String,
}

/// For each file those that it imports, with the names.
pub struct Graph(BTreeMap<String, BTreeMap<String, BTreeSet<String>>>);

/// So many names of a file are shown.
const MAX_NAMES: usize = 3;

impl Graph {
    pub fn of(imports: impl IntoIterator<Item = Import>) -> Self {
        let mut files: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for Import { from, to, name } in imports {
            if from != to {
                files.entry(from).or_default().entry(to).or_default().insert(name);
            }
        }
        Self(files)
    }

    /// A shortest circle through each file that is in one; what one circle shows is not shown again.
    pub fn circles(&self) -> Vec<String> {
        let mut shown = BTreeSet::new();
        let mut circles = Vec::new();
        for file in self.0.keys() {
            if shown.contains(file.as_str()) {
                continue;
            }
            if let Some(circle) = self.circle(file) {
                circles.push(self.shown(&circle));
                shown.extend(circle);
            }
        }
        circles
    }

    /// The shortest way from a file back to it.
    fn circle<'g>(&'g self, start: &'g str) -> Option<Vec<&'g str>> {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut open = VecDeque::from([start]);
        while let Some(file) = open.pop_front() {
            for next in self.0.get(file).into_iter().flat_map(BTreeMap::keys) {
                if came_from.contains_key(next.as_str()) {
                    continue;
                }
                came_from.insert(next, file);
                open.push_back(next);
            }
            if came_from.contains_key(start) {
                break;
            }
        }
        let mut circle = vec![start, *came_from.get(start)?];
        while circle.last() != Some(&start) {
            circle.push(came_from[circle.last()?]);
        }
        circle.reverse();
        Some(circle)
    }

    fn shown(&self, circle: &[&str]) -> String {
        let names = |from: &str, to: &str| {
            let names = &self.0[from][to];
            let more = if names.len() > MAX_NAMES { ", …" } else { "" };
            names.iter().take(MAX_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ") + more
        };
        let steps = circle.windows(2).map(|pair| format!(" -> {} ({})", pair[1], names(pair[0], pair[1])));
        circle.first().map(|first| (*first).to_owned()).into_iter().chain(steps).collect()
    }
}
