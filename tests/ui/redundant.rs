//@ error: `ZohoCRM.modules.leads.READ` is redundant: `ZohoCRM.modules.ALL` in the same list covers it
use zoho_scopes::{ScopeSet, scopes};

const HERE: ScopeSet = scopes![ZohoCRM.modules.leads.READ, ZohoCRM.modules.ALL];

fn main() {
    let _ = HERE;
}
