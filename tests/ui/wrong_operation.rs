use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoCliq.Channels.REED");

fn main() {
    println!("{SCOPE}");
}
