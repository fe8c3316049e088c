use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoCliq.Chats.READ", "ZohoCliq.Bots.READ");

fn main() {
    println!("{SCOPE}");
}
