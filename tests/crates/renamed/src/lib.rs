//! The macros work whatever the library is called.

use permits::{Requirement, Scope, ScopeSet, ZohoCliq, requires, scope, scopes};

/// A scope.
pub const READ: Scope = scope!(ZohoCliq.Channels.READ);
/// A set.
pub const SET: ScopeSet = scopes![READ, ZohoCliq::Chats::READ, "ZohoCRM.modules.visits.READ"];
/// A requirement.
pub const NEEDED: Requirement = requires!(any(READ, all("ZohoCliq.Chats.READ", ZohoCliq.Bots.READ)));

/// A catalogue.
pub mod own {
    permits::catalogue!("../own-catalogue/catalogue/acme.json");
}

#[test]
fn works() {
    assert_eq!(SET.to_string(), "ZohoCliq.Channels.READ,ZohoCliq.Chats.READ,ZohoCRM.modules.visits.READ");
    assert!(NEEDED.check(&SET).is_ok());
    assert_eq!(own::Acme::notes::READ.as_str(), "Acme.notes.READ");
}
