//! Generated code trusts nothing of the crate it stands in.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::all, clippy::pedantic)]

/// Shadows the crate of that name.
pub mod core {}
/// Shadows the crate of that name.
pub mod std {}
/// Shadows the crate of that name.
pub mod alloc {}
/// Shadows the library's own module.
pub mod v1 {}

/// Shadows the trait of that name.
pub trait From {}
/// Shadows the type of that name.
pub struct Option;
/// Shadows the type of that name.
pub struct Result;
/// Shadows the variant of that name.
pub const SORTED: ::zoho_scopes::Scope = ::zoho_scopes::scope!("ZohoCliq.Chats.READ");

/// A set with a constant in it that is named like one inside the macro might be.
pub const SET: ::zoho_scopes::ScopeSet = ::zoho_scopes::scopes![SORTED, ZohoCliq.Bots.READ];

/// A requirement.
pub const NEEDED: ::zoho_scopes::Requirement = ::zoho_scopes::requires!(all(SORTED, any("ZohoCliq.Bots.READ")));

/// A catalogue of one's own.
pub mod own {
    ::zoho_scopes::catalogue!("../own-catalogue/catalogue/acme.json", "../own-catalogue/catalogue/zzz.json");
}

#[test]
fn works() {
    ::std::assert_eq!(SET.len(), 2);
    ::std::assert!(NEEDED.check(&SET).is_ok());
    ::std::assert!(own::catalogue().find("ZZZ_top.self.all").is_some());
}
