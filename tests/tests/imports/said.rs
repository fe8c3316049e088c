//! What a module says: its items, its `use` declarations, and the paths in its code.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, ImplItemFn, Item, ItemUse, Macro, Path, UseTree, Visibility,
    visit::{self, Visit},
};

/// One name of a `use` declaration.
pub struct Use {
    pub path: Vec<String>,
    /// What it is called here; none where all names are taken.
    pub name: Option<String>,
    pub is_public: bool,
}

/// What was found in a module, without its child modules and what is compiled for its tests alone.
#[derive(Default)]
pub struct Said {
    pub items: BTreeSet<String>,
    /// Macros with `#[macro_export]`.
    pub exported: BTreeSet<String>,
    pub uses: Vec<Use>,
    /// Paths of two segments or more.
    pub paths: BTreeSet<Vec<String>>,
}

impl Said {
    pub fn add(&mut self, item: &Item) {
        self.items.extend(name(item));
        if let Item::Macro(item) = item {
            let is_exported = item.attrs.iter().any(|attribute| attribute.path().is_ident("macro_export"));
            self.exported.extend(item.ident.as_ref().filter(|_| is_exported).map(plain));
        }
        self.visit_item(item);
    }

    fn add_use(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        let with = |ident: &syn::Ident| before.iter().cloned().chain([plain(ident)]).collect::<Vec<String>>();
        let mut add = |mut path: Vec<String>, name: String| {
            let is_self = path.len() > 1 && path.last().is_some_and(|last| last == "self");
            let own = if is_self { path.pop().and(path.last().cloned()).filter(|_| name == "self") } else { None };
            self.uses.push(Use { path, name: Some(own.unwrap_or(name)), is_public });
        };
        match tree {
            UseTree::Path(path) => self.add_use(&path.tree, &with(&path.ident), is_public),
            UseTree::Name(name) => add(with(&name.ident), plain(&name.ident)),
            UseTree::Rename(rename) => add(with(&rename.ident), plain(&rename.rename)),
            UseTree::Glob(_) => self.uses.push(Use { path: before.to_vec(), name: None, is_public }),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_use(tree, before, is_public)),
        }
    }

    /// The paths among the tokens that a macro is given.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) if path.is_empty() || colons == 2 => path.push(plain(&ident)),
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() && colons < 2 => {
                    colons += 1;
                    continue;
                }
                other => {
                    self.add_path(std::mem::take(&mut path));
                    match other {
                        TokenTree::Ident(ident) => path.push(plain(&ident)),
                        TokenTree::Group(group) => self.add_tokens(group.stream()),
                        TokenTree::Punct(_) | TokenTree::Literal(_) => {}
                    }
                }
            }
            colons = 0;
        }
        self.add_path(path);
    }

    fn add_path(&mut self, path: Vec<String>) {
        if path.len() > 1 {
            self.paths.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Said {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.add_use(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            self.add_path(path.segments.iter().map(|segment| plain(&segment.ident)).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.visit_path(&called.path);
        self.add_tokens(called.tokens.clone());
    }

    /// The body of a macro is used where it is called.
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_none() {
            self.visit_macro(&item.mac);
        }
    }

    /// Neither documentation nor `pub(in crate::a)` uses anything.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}

/// Whether something is compiled for tests alone.
pub fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut is_test = false;
        if attribute.path().is_ident("cfg") {
            let parsed = attribute.parse_nested_meta(|meta| {
                is_test |= meta.path.is_ident("test");
                if meta.path.is_ident("all") {
                    meta.parse_nested_meta(|meta| {
                        is_test |= meta.path.is_ident("test");
                        rest(&meta)
                    })
                } else {
                    rest(&meta)
                }
            });
            parsed.expect("a `cfg` is a list");
        }
        is_test
    })
}

/// Reads what stands behind a name of a `cfg` and says nothing of tests: `= "json"`, `(…)`.
fn rest(meta: &syn::meta::ParseNestedMeta<'_>) -> syn::Result<()> {
    while !meta.input.is_empty() && !meta.input.peek(syn::Token![,]) {
        meta.input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(plain(ident))
}

fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map_or_else(|| text.clone(), str::to_owned)
}
