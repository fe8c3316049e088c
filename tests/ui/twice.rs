//@ error: `ZohoCliq.Chats.READ` is listed twice
use zoho_scopes::{ScopeSet, ZohoCliq, scopes};

const HERE: ScopeSet = scopes!["ZohoCliq.Chats.READ", ZohoCliq.Bots.READ, ZohoCliq::Chats::READ];

fn main() {
    let _ = HERE;
}
