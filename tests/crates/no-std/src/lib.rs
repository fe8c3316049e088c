//! Constants, lists and sets without the standard library.
#![no_std]

use zoho_scopes::{scope, scopes, Scope, ScopeSet};

/// A scope.
pub const READ: Scope = scope!("ZohoCliq.Channels.READ");
/// A set.
pub const SET: ScopeSet = scopes![READ, ZohoCliq.Chats.READ];
/// A scope without a macro.
pub const CHATS: Scope = Scope::from_static("ZohoCliq.Chats.READ");

/// Whether a list allows what is needed.
#[must_use]
pub fn is_enough(granted: &str) -> bool {
    ScopeSet::granted(granted).covers(&SET)
}

#[test]
fn works() {
    assert!(is_enough("ZohoCliq.Chats.READ ZohoCliq.Channels.READ"));
    assert!(!is_enough("ZohoCliq.Chats.READ"));
    assert!(SET.contains(CHATS));
}
