//@ error: the wire form is `ZohoCRM.modules.leads.READ`
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes!["ZohoCRM.modules.LEADS.READ"];

fn main() {
    let _ = HERE;
}
