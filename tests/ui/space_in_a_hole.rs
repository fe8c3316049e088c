//@ error: `ZohoCRM.modules.my module.READ` is not a single scope
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.my module.READ"];

fn main() {
    let _ = HERE;
}
