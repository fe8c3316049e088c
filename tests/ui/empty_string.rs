use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("");

fn main() {
    println!("{SCOPE}");
}
