//@ error: one scope is wanted, the text has 2
//@ error: `scopes!` takes a list
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCliq.Chats.READ,ZohoCliq.Bots.READ");

fn main() {
    let _ = HERE;
}
