//@ error: did you mean `ZohoCliq.Channels.READ`?
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCliq.Chats.READ", ZohoCliq.Chanels.READ];

fn main() {
    let _ = HERE;
}
