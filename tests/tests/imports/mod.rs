//! Which file of a crate imports which, read from its source, and the circles among them.

mod graph;
mod modules;
mod said;

use std::collections::BTreeMap;

/// Circles among the files of a crate, each as `a.rs -> b.rs (names) -> a.rs (names)`. `files` are the texts by their
/// paths below `src`, of which `root` is the crate's root.
pub fn circles(files: &BTreeMap<String, String>, root: &str) -> Vec<String> {
    let modules = modules::Modules::of(files, root);
    graph::Graph::of(modules.imports()).circles()
}
