//! What the generator makes of a small catalogue with every difficulty in it.
#![cfg(feature = "codegen")]

use syn::{Attribute, Expr, ImplItem, Item, Lit, Meta, Stmt};
use zoho_scopes_data::{
    codegen,
    files::{Catalogue, rust_name},
};

const FILE: &str = r#"{
  "service": "My_Service",
  "product": "My `Service`",
  "summary": "A <service>\u202e for | tests",
  "docs": "https://example.com/>`<b>",
  "completeness": "sparse",
  "checked": "2026-11-21",
  "sources": {"page": {"address": "https://example.com/>a", "kind": "official-docs", "shows": "table", "seen": "2026-11"}},
  "from": ["page"],
  "verbs": {"CREATE-UPDATE": "Create and change {}"},
  "names": {
    "a": {"summary": "one", "operations": ["ALL", "READ", "CREATE-UPDATE"]},
    "a.b": {"summary": "two", "operations": ["READ"]},
    "a.{c}": {"summary": "three", "operations": ["READ"]},
    "self": {"summary": "four", "operations": [{"operation": "READ", "deprecated": {"because": "gone\n\u202eaway", "replacement": "My_Service.a.READ"}}]},
    "type": {"summary": "five", "operations": ["all"]}
  }
}
"#;

/// The items of a service's module.
struct Module {
    documentation: String,
    items: Vec<Item>,
}

impl Module {
    fn generated() -> Self {
        let catalogue = Catalogue::from_files([("my.json", FILE)]).expect("no fault");
        let code = codegen::generate(&catalogue, &quote::quote!(crate)).expect("few scopes").to_string();
        let file = syn::parse_file(&code).expect("the generated code is Rust");
        let module = file.items.into_iter().find_map(|item| match item {
            Item::Mod(module) if module.ident == "My_Service" => Some(module),
            _ => None,
        });
        let module = module.expect("a module of the service's name");
        let (_, items) = module.content.expect("the module holds its items");
        Self { documentation: texts(&module.attrs, "doc").concat(), items }
    }

    fn enumeration(&self, name: &str) -> Option<&syn::ItemEnum> {
        self.items.iter().find_map(|item| match item {
            Item::Enum(found) if found.ident == name => Some(found),
            _ => None,
        })
    }

    /// The place of an enum's first scope: what `scope` counts up from.
    fn first_place(&self, name: &str) -> usize {
        let functions = self.items.iter().filter_map(|item| match item {
            Item::Impl(found) if found.trait_.is_none() && is_type(&found.self_ty, name) => Some(&found.items),
            _ => None,
        });
        let scope = functions.flatten().find_map(|item| match item {
            ImplItem::Fn(function) if function.sig.ident == "scope" => function.block.stmts.last(),
            _ => None,
        });
        let Some(Stmt::Expr(Expr::Call(call), None)) = scope else { panic!("{name} has no function `scope`") };
        match call.args.first() {
            Some(Expr::Lit(syn::ExprLit { lit: Lit::Int(place), .. })) => place.base10_parse().expect("a place"),
            _ => panic!("{name} has no place"),
        }
    }
}

fn is_type(found: &syn::Type, name: &str) -> bool {
    matches!(found, syn::Type::Path(path) if path.path.is_ident(name))
}

/// The texts of attributes such as `#[doc = "text"]`.
fn texts(attributes: &[Attribute], name: &str) -> Vec<String> {
    let text = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(syn::MetaNameValue { path, value: Expr::Lit(value), .. }) if path.is_ident(name) => {
            match &value.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            }
        }
        _ => None,
    };
    attributes.iter().filter_map(text).collect()
}

/// What an item is deprecated for.
fn note(attributes: &[Attribute]) -> Option<String> {
    let deprecated = attributes.iter().find(|attribute| attribute.path().is_ident("deprecated"))?;
    let mut note = None;
    let parsed = deprecated.parse_nested_meta(|meta| {
        note = Some(meta.value()?.parse::<syn::LitStr>()?.value());
        Ok(())
    });
    parsed.expect("a note");
    note
}

#[test]
fn names_become_identifiers() {
    for (wire, rust) in
        [("Channels", "Channels"), ("settings.fields", "settings_fields"), ("CREATE-UPDATE", "CREATE_UPDATE")]
    {
        assert_eq!(rust_name(wire), rust);
    }
    for (wire, rust) in [
        ("type", "r#type"),
        ("gen", "r#gen"),
        ("self", "self_"),
        ("Self", "Self_"),
        ("crate", "crate_"),
        ("7up", "_7up"),
    ] {
        assert_eq!(rust_name(wire), rust);
    }
}

#[test]
fn enums_hold_places_in_the_order_of_the_file() {
    let module = Module::generated();
    // `a` has the places 0 to 2, `a.b` 3; 4 is the pattern, so `self` has 5.
    let expected: [(&str, usize, &[&str]); 4] = [
        ("a", 0, &["ALL", "READ", "CREATE_UPDATE"]),
        ("a_b", 3, &["READ"]),
        ("self_", 5, &["READ"]),
        ("r#type", 6, &["all"]),
    ];
    for (name, first, variants) in expected {
        let found = module.enumeration(name).unwrap_or_else(|| panic!("{name} is missing"));
        assert_eq!(found.variants.iter().map(|variant| variant.ident.to_string()).collect::<Vec<_>>(), variants);
        assert_eq!(module.first_place(name), first, "{name}");
    }
    let enums = module.items.iter().filter(|item| matches!(item, Item::Enum(_))).count();
    assert_eq!(enums, expected.len(), "a pattern has no enum");
}

#[test]
fn deprecated_scopes_say_what_to_use() {
    let module = Module::generated();
    let note = |name: &str| note(&module.enumeration(name).expect("an enum").variants[0].attrs);
    assert_eq!(note("self_").as_deref(), Some("use `My_Service.a.READ`: gone �away"));
    assert_eq!(note("a"), None);
}

#[test]
fn documentation_is_escaped() {
    let module = Module::generated();
    let page = &module.documentation;
    assert!(page.starts_with(r"My \`Service\`: A \<service\>� for \| tests."), "{page}");
    assert!(page.contains("[Documentation](<https://example.com/%3E`%3Cb%3E>), last"), "{page}");
    let scope = texts(&module.enumeration("a").expect("an enum").variants[1].attrs, "doc").concat();
    assert!(scope.starts_with("`My_Service.a.READ`: "), "{scope}");
    assert!(scope.ends_with("Source: <https://example.com/%3Ea>"), "{scope}");
}

#[test]
fn the_page_of_a_service_has_a_table_of_links() {
    let page = Module::generated().documentation;
    for row in [
        "| [`a.b`](My_Service::a_b) | two | READ |\n",
        "| `a.{c}` | three | READ |\n",
        "| [`self`](My_Service::self_) | four | READ |\n",
        "| [`type`](My_Service::type) | five | all |\n",
        "last checked 2026-11-21; some scopes may be missing.\n",
        "\nA name with a hole is a pattern",
    ] {
        assert!(page.contains(row), "{row} is missing in {page}");
    }
}

/// Programs print an error and then its sources: nothing is said twice.
#[cfg(feature = "builder")]
#[test]
fn errors_of_the_builder_are_told_once() {
    use std::error::Error;

    let error = codegen::Builder::new().file("no/such/file.json").generate().expect_err("there is no such file");
    assert!(error.to_string().starts_with("no/such/file.json: "), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
    let faulty = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let error = codegen::Builder::new().file(faulty).generate().expect_err("no catalogue file");
    assert!(error.to_string().contains("Cargo.toml:1:"), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
}
