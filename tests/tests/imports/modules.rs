//! The modules of a crate with the files they are in, and the files that paths lead to.

use std::collections::{BTreeMap, BTreeSet};

use syn::Item;

use super::{
    graph::Import,
    said::{Said, Use, is_for_tests},
};

struct Module {
    file: String,
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    said: Said,
}

/// The modules; the first is the root.
pub struct Modules<'f> {
    files: &'f BTreeMap<String, String>,
    modules: Vec<Module>,
}

/// What a path leads to.
#[derive(Clone, Copy)]
enum Target {
    Module(usize),
    /// An item of this module.
    Item(usize),
}

impl<'f> Modules<'f> {
    pub fn of(files: &'f BTreeMap<String, String>, root: &str) -> Self {
        let mut modules = Self { files, modules: Vec::new() };
        modules.add_file(root, "", None);
        modules
    }

    /// Adds the module of a file whose child modules stand in `folder`.
    fn add_file(&mut self, file: &str, folder: &str, parent: Option<usize>) -> usize {
        let items = syn::parse_file(&self.files[file]).unwrap_or_else(|error| panic!("{file}: {error}")).items;
        self.add(file, folder, parent, &items)
    }

    fn add(&mut self, file: &str, folder: &str, parent: Option<usize>, items: &[Item]) -> usize {
        let own = self.modules.len();
        self.modules.push(Module { file: file.to_owned(), parent, children: BTreeMap::new(), said: Said::default() });
        for item in items {
            let Item::Mod(item) = item else {
                self.modules[own].said.add(item);
                continue;
            };
            if is_for_tests(&item.attrs) {
                continue;
            }
            let name = item.ident.to_string();
            let below = format!("{folder}{name}");
            let child = if let Some((_, items)) = &item.content {
                self.add(file, &format!("{below}/"), Some(own), items)
            } else {
                let candidates = [format!("{below}.rs"), format!("{below}/mod.rs")];
                let found = candidates.iter().find(|path| self.files.contains_key(*path));
                let found = found.unwrap_or_else(|| panic!("{file}: no file holds the module `{name}`"));
                self.add_file(found, &format!("{below}/"), Some(own))
            };
            self.modules[own].children.insert(name, child);
        }
        own
    }

    /// What files import from each other. That a module makes names of its own children public is no use of them.
    pub fn imports(&self) -> Vec<Import> {
        let mut imports = Vec::new();
        for (place, module) in self.modules.iter().enumerate() {
            let uses = module.said.uses.iter().filter(|found| !module.is_structure(found));
            let last = |path: &[String]| path.last().cloned().unwrap_or_default();
            let of_uses =
                uses.map(|found| (&found.path, found.name.as_ref().map_or("*".to_owned(), |_| last(&found.path))));
            let of_code = module.said.paths.iter().map(|path| (path, path.join("::")));
            for (path, name) in of_uses.chain(of_code) {
                if let Some(Target::Module(to) | Target::Item(to)) = self.resolve(place, path, &mut BTreeSet::new()) {
                    imports.push(Import { from: module.file.clone(), to: self.modules[to].file.clone(), name });
                }
            }
        }
        imports
    }

    /// What a path leads to, as a module writes it; none where that is not a file of this crate.
    fn resolve(&self, module: usize, path: &[String], seen: &mut BTreeSet<(usize, String)>) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let start = match first.as_str() {
            "crate" => 0,
            "self" => module,
            "super" => self.modules[module].parent?,
            _ => return self.look_up(module, path, seen),
        };
        match rest.first().map(String::as_str) {
            None => Some(Target::Module(start)),
            Some("super") => self.resolve(start, rest, seen),
            // What cannot be followed is said to be in the module that was named.
            Some(_) => self.look_up(start, rest, seen).or(Some(Target::Item(start))),
        }
    }

    /// What a path leads to whose first name is one of a module's.
    fn look_up(&self, module: usize, path: &[String], seen: &mut BTreeSet<(usize, String)>) -> Option<Target> {
        let (name, rest) = path.split_first()?;
        let found = &self.modules[module];
        if let Some(child) = found.children.get(name) {
            return Some(self.below(Target::Module(*child), rest, seen));
        }
        if found.said.items.contains(name) {
            return Some(Target::Item(module));
        }
        // The root has the macros that modules export.
        if module == 0
            && let Some(exporter) = self.modules.iter().position(|other| other.said.exported.contains(name))
        {
            return Some(Target::Item(exporter));
        }
        // A name may be imported from where it is imported from here.
        if !seen.insert((module, name.clone())) {
            return None;
        }
        if let Some(named) = found.said.uses.iter().find(|found| found.name.as_ref() == Some(name)) {
            return self.resolve(module, &named.path, seen).map(|target| self.below(target, rest, seen));
        }
        found.said.uses.iter().filter(|found| found.name.is_none()).find_map(|all| {
            match self.resolve(module, &all.path, seen)? {
                Target::Module(held) => self.look_up(held, path, seen),
                Target::Item(_) => None,
            }
        })
    }

    /// What the rest of a path leads to: what belongs to an item is where the item is.
    fn below(&self, target: Target, rest: &[String], seen: &mut BTreeSet<(usize, String)>) -> Target {
        match target {
            Target::Module(module) if !rest.is_empty() => self.look_up(module, rest, seen).unwrap_or(target),
            Target::Module(_) | Target::Item(_) => target,
        }
    }
}

impl Module {
    /// Whether a `use` makes a name of a child module public.
    fn is_structure(&self, found: &Use) -> bool {
        let first = found.path.iter().find(|segment| *segment != "self");
        found.is_public && first.is_some_and(|first| self.children.contains_key(first))
    }
}
