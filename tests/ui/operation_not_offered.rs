use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!(ZohoCliq.Attachments.DELETE);

fn main() {
    println!("{SCOPE}");
}
