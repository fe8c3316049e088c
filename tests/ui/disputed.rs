//@ error: `ZohoCRM.functions.execute.READ` is disputed
#![deny(deprecated)]
use zoho_scopes::{Scope, scope};

const HERE: Scope = scope!("ZohoCRM.functions.execute.READ");

fn main() {
    let _ = HERE;
}
