use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoClick.Channels.READ");

fn main() {
    println!("{SCOPE}");
}
