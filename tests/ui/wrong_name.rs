use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoCliq.Chanels.READ");

fn main() {
    println!("{SCOPE}");
}
