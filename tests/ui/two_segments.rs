use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoCliq.Channels");

fn main() {
    println!("{SCOPE}");
}
