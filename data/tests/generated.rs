//! What the generator makes of a small catalogue with every difficulty in it.
#![cfg(feature = "codegen")]

use quote::quote;
use syn::{Attribute, Expr, Item, Lit, Meta, ext::IdentExt};
use zoho_scopes_data::{
    codegen,
    files::{Catalogue, calls::Calls, rust_name},
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
        let catalogue = Catalogue::from_files([("my.json", FILE)]).expect("no error");
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
        let first = self.items.iter().find_map(|item| match item {
            Item::Macro(found) => found.mac.parse_body_with(first_of).ok().filter(|(of, _)| of == name),
            _ => None,
        });
        first.unwrap_or_else(|| panic!("{name} has no constants")).1
    }
}

/// The name of an enum and the place of its first scope, from `name, 3, [VARIANTS]`.
fn first_of(input: syn::parse::ParseStream<'_>) -> syn::Result<(String, usize)> {
    let name = syn::Ident::parse_any(input)?;
    input.parse::<syn::Token![,]>()?;
    let first = input.parse::<syn::LitInt>()?.base10_parse()?;
    input.parse::<proc_macro2::TokenStream>()?;
    Ok((name.to_string(), first))
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

/// The file that the build step would write for it.
fn file() -> String {
    let catalogue = Catalogue::from_files([("services/my.json", FILE)]).expect("no error");
    let calls = Calls::from_files([], &catalogue).expect("no call, no error");
    let mut files = codegen::files(&catalogue, &calls, &[("services/my.json", FILE)]).expect("few scopes");
    let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["services/my.rs", "services.rs", "table.rs"]);
    assert!(files[1].text.contains(r#"include!(concat!(env!("OUT_DIR"), "/services/my.rs"));"#), "{}", files[1].text);
    files.swap_remove(0).text
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
        "last verified 2026-11-21; some scopes may be missing.\n",
        "\nA name with a placeholder is a pattern",
    ] {
        assert!(page.contains(row), "{row} is missing in {page}");
    }
}

#[test]
fn files_are_laid_out_for_people() {
    let text = file();
    let version = env!("CARGO_PKG_VERSION");
    let expected = format!(
        "// @generated from data/services/my.json by zoho-scopes-data {version}; edit that file, not this one.

use crate::__private::v1;

/// `My_Service.a`: one.
#[derive(v1::PartialEq)]
#[non_exhaustive]
pub enum a {{
    /// `My_Service.a.ALL`: Read, create, change and delete one.
    ///
    /// Source: <https://example.com/%3Ea>
    #[doc(alias = \"My_Service.a.ALL\")]
    ALL,
"
    );
    assert!(text.starts_with(&expected), "{text}");
    assert!(text.contains("\n\nv1::constants! { a, 0, [ALL, READ, CREATE_UPDATE] }\n\n"), "{text}");
    assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
    syn::parse_file(&text).expect("the file is Rust");
}

/// However a printer breaks lines, the compiler reads the same tokens.
#[test]
fn printing_changes_nothing_but_white_space() {
    let items = quote! {
        /// Words of `code`,
        ///
        /// and "more" \ of them.
        #[doc = "with \u{202e} and\ttabs"]
        #[inline]
        pub(super) const fn first<'a, T: Copy + 'a>(of: &'a [T; 3], at: ::core::primitive::usize) -> Option<&'a T> {
            let x = -1i8;
            if at < 3 && !of.is_empty() { Some(&of[at]) } else { None }
        }
        impl<T> Trait for Long<T> where T: Iterator<Item = [Option<&'static str>; 100]> + core::fmt::Debug + Into<Vec<u8>> {}
        static ROWS: &[Row] = &[Row { name: "a", call: || &LAYER, byte: b'\'', c: '\'' }, Row { ..Row::new::<1>('x') }, Row::long("abcdefghijklmnopqrstuvwxyz")];
        macro_rules! none { () => {}; ($($x:ident),*) => { $($x)* }; }
    };
    let text = codegen::print(items.clone());
    let read: proc_macro2::TokenStream = text.parse().unwrap_or_else(|error| panic!("{error}: {text}"));
    assert_eq!(plain(&read), plain(&items), "{text}");
}

/// Tokens as text, with documentation as comments have it.
fn plain(tokens: &proc_macro2::TokenStream) -> String {
    let file: syn::File = syn::parse2(tokens.clone()).expect("items");
    let doc = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::NameValue(doc) if attribute.path().is_ident("doc") => match &doc.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => text.value().trim().to_owned(),
            _ => String::new(),
        },
        _ => String::new(),
    };
    let mut text = String::new();
    for mut item in file.items {
        if let syn::Item::Fn(function) = &mut item {
            text.extend(function.attrs.iter().map(doc).map(|line| line + "\n"));
            function.attrs.retain(|attribute| !attribute.path().is_ident("doc"));
        }
        text += &quote!(#item).to_string();
    }
    text
}

/// Programs print an error and then its sources: nothing is said twice.
#[cfg(feature = "builder")]
#[test]
fn errors_of_the_builder_are_reported_once() {
    use std::error::Error;

    let error = codegen::Builder::new().file("no/such/file.json").generate().expect_err("there is no such file");
    assert!(error.to_string().starts_with("no/such/file.json: "), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
    let wrong = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let error = codegen::Builder::new().file(wrong).generate().expect_err("no catalogue file");
    assert!(error.to_string().contains("Cargo.toml:1:"), "{error}");
    assert!(error.source().is_none(), "{:?}", error.source());
}
