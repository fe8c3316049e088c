use zoho_scopes::{ScopeSet, scopes};

const SCOPES: ScopeSet = scopes!["ZohoCliq.Chats.READ", ZohoCliq.Chanels.READ];

fn main() {
    println!("{SCOPES}");
}
