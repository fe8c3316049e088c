//@ error: `ZohoCRM.modules.ALLL` is a known misspelling
//@ error: write `ZohoCRM.modules.ALL`
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCRM.modules.ALLL");

fn main() {
    let _ = HERE;
}
