//! No crate has a circle of imports between its files: each can be read after those that it imports.

mod imports;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use imports::circles;

/// The packages of the workspace with their folders, as its manifest lists them.
fn packages() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("the manifest of the workspace");
    let manifest: toml::Table = manifest.parse().expect("TOML");
    let members = manifest["workspace"]["members"].as_array().expect("a list").iter();
    let members = members.map(|member| member.as_str().expect("a folder"));
    let folders = members.flat_map(|member| match member.strip_suffix("/*") {
        None => vec![member.to_owned()],
        Some(parent) => {
            let names =
                fs::read_dir(root.join(parent)).expect("a folder").map(|entry| entry.expect("an entry").file_name());
            names.map(|name| format!("{parent}/{}", name.display())).collect()
        }
    });
    folders.map(|folder| (folder.clone(), root.join(folder))).collect()
}

/// Reads the Rust files below a folder, by their paths from there.
fn read(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
        let name = format!("{below}{name}");
        if path.is_dir() {
            read(&path, &(name + "/"), files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
}

#[test]
fn no_crate_has_a_circle_of_imports() {
    let mut found = Vec::new();
    for (package, folder) in packages() {
        let mut files = BTreeMap::new();
        read(&folder.join("src"), "", &mut files);
        let roots: Vec<&str> = ["lib.rs", "main.rs"].into_iter().filter(|root| files.contains_key(*root)).collect();
        assert!(!roots.is_empty(), "{package} has no crate");
        for root in roots {
            found.extend(circles(&files, root).into_iter().map(|circle| format!("{package}: {circle}")));
        }
    }
    assert!(found.is_empty(), "circles of imports:\n{}", found.join("\n"));
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(circles(&files, "lib.rs"), expected);
}

#[test]
fn circles_are_reported() {
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b::B; pub struct A(B);"),
            ("b.rs", "pub type B = super::a::A;"),
        ],
        &["a.rs -> b.rs (B) -> a.rs (super::a::A)"],
    );
    // Through what a parent makes public, and three files.
    check(
        &[
            ("lib.rs", "mod m;"),
            ("m/mod.rs", "mod a; mod b; mod c; pub use a::{A, make}; pub use b::*; pub use self::c::C as D;"),
            ("m/a.rs", "use super::B; pub struct A; pub fn make(_: B) {}"),
            ("m/b.rs", "pub struct B; fn f() { println!(\"{:?}\", [super::D::new(0)]); }"),
            ("m/c.rs", "pub struct C; impl C { fn new(_: u8) { crate::m::make(todo!()) } }"),
        ],
        &["m/a.rs -> m/b.rs (B) -> m/c.rs (super::D::new) -> m/a.rs (crate::m::make)"],
    );
    // With a parent that holds an item itself, and uses those of a child.
    check(
        &[("lib.rs", "mod a; use a::A; pub struct Root(A);"), ("a.rs", "pub struct A; fn f(_: crate::Root) {}")],
        &["a.rs -> lib.rs (crate::Root) -> a.rs (A)"],
    );
    // By way of the name of a module.
    check(
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "use crate::b; fn f() { b::g() }"),
            ("b.rs", "pub fn g() { use super::a as other; other::f(); }"),
        ],
        &["a.rs -> b.rs (b, b::g) -> a.rs (a, other::f)"],
    );
}

#[test]
fn what_uses_nothing_is_no_circle() {
    check(
        &[
            ("lib.rs", "mod a; mod b; pub use a::A; pub use b::B; mod inline { pub use super::a::A as C; }"),
            (
                "a.rs",
                "//! See [`crate::b::B`].\n
                use crate::B;\n
                use std::fmt;\n
                pub struct A(B);\n
                impl fmt::Debug for A {}",
            ),
            (
                "b.rs",
                "/// Of [`crate::a::A`].\n
                pub(in crate::b) struct B;\n
                #[cfg(test)] fn f(_: crate::a::A) {}\n
                #[cfg(all(test, feature = \"x\"))] use crate::a::A;\n
                #[cfg(test)] mod tests { use crate::a::A; }",
            ),
        ],
        &[],
    );
}
