//@ error: `ZohoCliq.Chats.READ` stands in the list twice
use zoho_scopes::{ScopeSet, ZohoCliq, scopes};

const HERE: ScopeSet = scopes!["ZohoCliq.Chats.READ", ZohoCliq.Bots.READ, ZohoCliq::Chats::READ];

fn main() {
    let _ = HERE;
}
