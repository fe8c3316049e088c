use zoho_scopes::{Scope, scope};

const SCOPE: Scope = scope!("ZohoCRM.modules.ALLL");

fn main() {
    println!("{SCOPE}");
}
