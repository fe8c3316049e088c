//! The catalogue that a page is over. What its answers share is made once.

use std::collections::HashMap;

use zoho_scopes::{Catalogue, Scope, catalogue::SearchIndex};

pub(super) struct Known {
    pub(super) catalogue: Catalogue,
    pub(super) index: SearchIndex,
    /// Every scope once; answers refer to a scope by its place here.
    pub(super) scopes: Vec<Scope>,
    places: HashMap<&'static str, usize>,
}

impl Known {
    pub(super) fn new(catalogue: Catalogue) -> Self {
        let mut places = HashMap::new();
        let mut scopes = Vec::new();
        for scope in catalogue.scopes() {
            places.entry(scope.as_str()).or_insert_with(|| {
                scopes.push(scope);
                scopes.len() - 1
            });
        }
        Self { catalogue, index: SearchIndex::of(catalogue), scopes, places }
    }

    pub(super) fn place(&self, scope: Scope) -> Option<usize> {
        self.places.get(scope.as_str()).copied()
    }

    pub(super) fn places(&self, scopes: impl IntoIterator<Item = Scope>) -> Vec<usize> {
        scopes.into_iter().filter_map(|scope| self.place(scope)).collect()
    }
}
