//@ error: one scope is wanted, the text has 2
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.my module.READ"];

fn main() {
    let _ = HERE;
}
