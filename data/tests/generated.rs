//! What the generator makes of a small catalogue with every difficulty in it.
#![cfg(feature = "codegen")]

use quote::quote;
use zoho_scopes_data::{Catalogue, codegen, rust_name};

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

fn generated() -> String {
    let catalogue = Catalogue::from_files([("my.json", FILE)]).expect("no fault");
    codegen::generate(&catalogue, &quote!(crate)).expect("few scopes").to_string()
}

/// The file that the build step would write for it.
fn file() -> String {
    let catalogue = Catalogue::from_files([("services/my.json", FILE)]).expect("no fault");
    let mut files = codegen::files(&catalogue, &[("services/my.json", FILE)]).expect("few scopes");
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
    let code = generated();
    assert!(code.contains("pub mod My_Service"), "{code}");
    // `a` has the places 0 to 2, `a.b` 3; 4 is the pattern, so `self` has 5.
    for (item, first) in [("pub enum a ", 0), ("pub enum a_b ", 3), ("pub enum self_ ", 5), ("pub enum r#type ", 6)] {
        let (_, rest) = code.split_once(item).unwrap_or_else(|| panic!("{item} is missing in {code}"));
        let (_, rest) = rest.split_once("v1 :: constants !").expect("the impls");
        let (_, rest) = rest.split_once(" , ").expect("a place");
        assert!(rest.starts_with(&format!("{first} , [")), "{item}: {rest}");
    }
    assert!(!code.contains("pub enum a__c"), "a pattern has no enum");
    assert!(code.contains(r#"# [deprecated (note = "use `My_Service.a.READ`: gone �away")]"#), "{code}");
}

#[test]
fn documentation_is_escaped() {
    let code = generated();
    assert!(code.contains(r"My \\`Service\\`"), "{code}");
    assert!(code.contains(r"A \\<service\\>� for \\| tests"), "{code}");
    assert!(code.contains("[Documentation](<https://example.com/%3E`%3Cb%3E>), last"), "{code}");
    assert!(code.contains("Source: <https://example.com/%3Ea>"), "{code}");
}

#[test]
fn the_page_of_a_service_has_a_table_of_links() {
    let code = generated();
    for row in [
        r"| [`a.b`](My_Service::a_b) | two | READ |\n",
        r"| `a.{c}` | three | READ |\n",
        r"| [`self`](My_Service::self_) | four | READ |\n",
        r"| [`type`](My_Service::type) | five | all |\n",
        r"last checked 2026-11-21; some scopes may be missing.\n",
        r"\nA name with a hole is a pattern",
    ] {
        assert!(code.contains(row), "{row} is missing in {code}");
    }
}

#[test]
fn generated_code_parses() {
    syn::parse_file(&generated()).expect("the generated code is Rust");
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
